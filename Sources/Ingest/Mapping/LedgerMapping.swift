import JSONKit

/// How to read a ledger of any shape as entries of the open format, written by its owner as a YAML file.
///
/// For each field of the format the file names a JSON Pointer, a CSV column or a constant, if need be with a
/// table of values and a time format. Source: `docs/ledger-format.md`, "Mappings".
public struct LedgerMapping: Sendable, Equatable {
  /// How the records are laid out.
  public enum Container: String, Sendable, CaseIterable {
    /// One JSON object a line.
    case jsonl
    /// A JSON array, or objects that hold one.
    case json
    /// Rows under a header line.
    case csv
  }

  /// How a field writes points in time.
  enum TimeFormat: String, Sendable, CaseIterable {
    case rfc3339
    case epochSeconds = "epoch-seconds"
    case epochMilliseconds = "epoch-milliseconds"
    /// Seconds, milliseconds, microseconds or nanoseconds, told apart by their size.
    case epoch
  }

  /// Where a field's value comes from.
  struct Rule: Sendable, Equatable {
    /// JSON Pointers or column names; the first that has a value counts.
    var sources: [String] = []
    var constant: String?
    /// What the source's words become; a word that is not in it is an error unless there is a default.
    var values: [String: String]?
    var defaultValue: String?
    var format = TimeFormat.rfc3339
    /// The line of the mapping file.
    var line: Int?
  }

  /// The file's own name for itself.
  public let name: String
  public let container: Container
  /// The array that holds the records in a JSON document, if they are not its elements or lines.
  let records: JSONPointer?
  let rules: [LedgerField: Rule]
  /// The names of the columns that rows stood under, for rows that are read without their file; nil for others.
  let columns: [String]?
  /// Rules for members that only people read, by their names in the open format.
  let details: [String: Rule]

  /// The rule for a member of the open format.
  func rule(_ name: String) -> Rule? { LedgerField(name: name).flatMap { rules[$0] } ?? details[name] }

  /// How the splitter has to cut the input.
  public var layout: RecordSplitter.Layout { container == .csv ? .csv : .json }
}
