import JSONKit
import Store

/// One thing that a measure counts or leaves out, traced to the findings behind it.
public struct MeasureCase: Sendable, Hashable {
  /// The cell it stands in; nil for one whole, and where nothing is known of it.
  public var cell: String?
  public var kind: String?
  public var isNumerator: Bool
  public var isDenominator: Bool
  public var amount: Int64?
  /// The number of the episode; nil where the case is none.
  public var episode: Int?
  public var violation: Violation?
  public var entry: Entry?
  /// The Ids of the findings that show it, sorted.
  public var findings: [String]

  public struct Violation: Sendable, Hashable {
    public var account: String
    public var region: String
    public var control: String
    public var resources: String
  }

  /// The line of a ledger that the case is.
  public struct Entry: Sendable, Hashable {
    public var source: String
    public var id: String
    public var attempt: String?
  }

  /// The texts of a JSON array.
  private static func names(_ array: String) -> [String] {
    guard case .array(let elements)? = try? JSONValue.parse(array) else { return [] }
    return elements.compactMap { if case .string(let name) = $0 { name } else { nil } }
  }

  init(_ row: Row) {
    cell = row.text("cell")
    kind = row.text("class")
    isNumerator = row.bool("numerator")
    isDenominator = row.bool("denominator")
    amount = row.int("amount")
    episode = row.int("episode").map(Int.init)
    violation = row.text("control").map { control in
      Violation(
        account: row.text("account") ?? "", region: row.text("region") ?? "", control: control,
        resources: row.text("resources") ?? "")
    }
    entry = row.text("entry").map { id in
      Entry(source: row.text("source") ?? "", id: id, attempt: row.text("attempt"))
    }
    findings = Self.names(row.text("findings") ?? "[]")
  }
}
