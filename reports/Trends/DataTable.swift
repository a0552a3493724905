/// The numbers behind a chart: a heading for each column, and rows of cells in their order.
public struct DataTable: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    public var title: String
    /// Set to the right, so that digits stand below digits.
    public var isNumber: Bool

    public static func text(_ title: String) -> Column { Column(title: title, isNumber: false) }
    public static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }

    public init(title: String, isNumber: Bool) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  public struct Cell: Hashable, Sendable {
    public var text: String
    public var isNumber: Bool
  }

  public struct Row: Hashable, Sendable {
    /// The first cell, which names the row.
    public var name: String
    public var cells: [Cell]
  }

  /// What the table counts.
  public var caption: String
  public var columns: [Column]
  public private(set) var rows: [Row] = []

  public init(_ caption: String, _ columns: [Column]) {
    self.caption = caption
    self.columns = columns
  }

  /// Adds a row; `texts` are the cells after the first column.
  public mutating func add(_ name: String, _ texts: [String]) {
    let cells = zip(columns.dropFirst(), texts).map { Cell(text: $1, isNumber: $0.isNumber) }
    rows.append(Row(name: name, cells: cells))
  }
}
