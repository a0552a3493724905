/// What a measure says of itself: the comment that its file opens with.
public struct MeasureDefinition: Sendable, Hashable {
  public var name: MeasureName
  /// A few words.
  public var title: String
  /// What is counted, and what is left out.
  public var definition: String
  public var formula: String
  /// By which instant a case falls into the window.
  public var window: String
  /// What the amount of a case is; nil for measures that count only.
  public var amount: String?
  /// What its cases are.
  var subject: MeasureSubject
  /// The columns that say of a row of the subject where it stands, three for each case.
  var columns: String

  public init(_ name: MeasureName) {
    let file = name.file
    let lines = Self.entries(file.text)
    self.name = name
    subject = file.subject
    columns = Self.columns(file.text)
    title = lines["title"] ?? ""
    definition = lines["definition"] ?? ""
    formula = lines["formula"] ?? ""
    window = lines["window"] ?? ""
    amount = lines["amount"]
  }

  public static let all = MeasureName.allCases.map(MeasureDefinition.init)

  /// What stands behind the comment that a file opens with.
  static func columns(_ text: String) -> String {
    text.split(separator: "\n").drop { $0.hasPrefix("--") }.joined(separator: "\n")
  }

  /// The `key: value` lines of the comment; one that is indented further continues the one above.
  static func entries(_ text: String) -> [String: String] {
    var entries: [String: String] = [:]
    var current: String?
    for line in text.split(separator: "\n").prefix(while: { $0.hasPrefix("--") }) {
      let content = line.dropFirst(2).drop { $0 == " " }
      if line.hasPrefix("--   "), let key = current {
        entries[key, default: ""] += " " + content
      } else if let colon = content.firstIndex(of: ":") {
        let key = String(content[..<colon])
        entries[key] = String(content[content.index(after: colon)...].drop { $0 == " " })
        current = key
      }
    }
    return entries
  }
}
