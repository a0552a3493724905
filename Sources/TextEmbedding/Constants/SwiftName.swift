/// A Swift name made from the name of a file or a folder.
struct SwiftName: Hashable, Comparable {
  /// As it is written in Swift, in backticks when it is a keyword.
  var text: String

  /// `violations_open`, `violations-open` and `violationsOpen` all give `violationsOpen`.
  static func constant(from name: String) -> Self? {
    guard let words = words(of: name), let first = words.first else { return nil }
    let rest = words.dropFirst().map(capitalised)
    return Self(identifier: ([uncapitalised(first)] + rest).joined())
  }

  /// `metrics` gives `Metrics`, `open_metrics` gives `OpenMetrics`.
  static func type(from name: String) -> Self? {
    guard let words = words(of: name) else { return nil }
    return Self(identifier: words.map(capitalised).joined())
  }

  /// `nil` when no declaration can have this name.
  private init?(identifier: String) {
    guard let first = identifier.first, first.isASCII, first.isLetter else { return nil }
    guard !Self.unusable.contains(identifier) else { return nil }
    text = Self.keywords.contains(identifier) ? "`\(identifier)`" : identifier
  }

  private static func words(of name: String) -> [String]? {
    let words = name.split(whereSeparator: { "_-.".contains($0) }).map(String.init)
    let legal = words.joined().allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return legal && !words.isEmpty ? words : nil
  }

  private static func capitalised(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
  private static func uncapitalised(_ word: String) -> String {
    word.prefix(1).lowercased() + word.dropFirst()
  }

  /// Whether `word` cannot be a name without backticks.
  static func isReserved(_ word: String) -> Bool { keywords.contains(word) || unusable.contains(word) }

  static func < (a: Self, b: Self) -> Bool { a.text < b.text }

  /// Even backticks do not make these usable as members.
  private static let unusable: Set<String> = ["self", "Self", "Type", "Protocol", "init"]

  private static let keywords: Set<String> = [
    "Any", "as", "associatedtype", "break", "case", "catch", "class", "continue",
    "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false",
    "fileprivate", "for", "func", "guard", "if", "import", "in", "inout", "internal", "is", "let", "nil",
    "operator", "package", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows",
    "return", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
    "typealias", "var", "where", "while",
  ]
}
