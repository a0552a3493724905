/// The leader's page: sentences, figures, charts with their tables, and how to read them.
public struct TrendsPage: Hashable, Sendable {
  public var frame: PageFrame
  public var statements: [Statement] = []
  public var figures: [Figure] = []
  public var charts: [Chart] = []
  /// How to read the numbers, one sentence each.
  public var notes: [String] = []
  /// What to do where there is nothing to show yet.
  public var firstSteps: [Step] = []

  public init(frame: PageFrame) {
    self.frame = frame
  }

  /// One of the sentences at the top.
  public struct Statement: Hashable, Sendable {
    /// `supported`, `against` or `neutral`: the coloured edge.
    public var support: String
    public var question: String
    public var lead: String
    public var text: String

    public init(support: String, question: String, lead: String, text: String) {
      self.support = support
      self.question = question
      self.lead = lead
      self.text = text
    }
  }

  /// A number in large type, with what it counts.
  public struct Figure: Hashable, Sendable {
    public var value: String
    public var name: String
    public var population: String

    public init(_ value: String, _ name: String, _ population: String) {
      self.value = value
      self.name = name
      self.population = population
    }
  }

  public struct Chart: Hashable, Sendable {
    public var id: String
    public var title: String
    /// What is shown, in a sentence.
    public var note: String
    public var keys: [Key]
    /// The same chart for several widths, or one for all; none where there is nothing to draw.
    public var drawings: [ChartDrawing]
    public var table: DataTable
    /// Takes the whole width of the page.
    public var isWide: Bool

    public init(
      id: String, title: String, note: String, keys: [Key], drawings: [ChartDrawing], table: DataTable,
      isWide: Bool = false
    ) {
      self.id = id
      self.title = title
      self.note = note
      self.keys = keys
      self.drawings = drawings
      self.table = table
      self.isWide = isWide
    }
  }

  /// A line of a chart's legend: the mark as it looks in the chart, and its name.
  public struct Key: Hashable, Sendable {
    public var name: String
    public var style: String
    public var isLine: Bool

    public static func box(_ name: String, _ style: String) -> Key {
      Key(name: name, style: style, isLine: false)
    }
    public static func line(_ name: String, _ style: String) -> Key {
      Key(name: name, style: style, isLine: true)
    }
  }

  public struct Step: Hashable, Sendable {
    public var text: String
    public var command: String

    public init(_ text: String, command: String) {
      self.text = text
      self.command = command
    }
  }
}

extension TrendsPage.Chart {
  var isDrawn: Bool { !drawings.isEmpty }
}

extension TrendsPage {
  var isEmpty: Bool { charts.isEmpty }
}
