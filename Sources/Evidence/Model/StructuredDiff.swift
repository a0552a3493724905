import JSONKit

/// What differs between two states of a resource, member by member.
///
/// States are JSON texts; a text that is none is compared as a whole. Lists of plain values are compared
/// as bags: what left and what came.
public struct StructuredDiff: Sendable, Hashable {
  public struct Line: Sendable, Hashable {
    /// The JSON Pointer of the value; empty for the whole.
    public var path: String
    /// Nil where it was added.
    public var before: String?
    /// Nil where it was removed.
    public var after: String?
  }

  public private(set) var lines: [Line] = []
  /// How many values both states have alike.
  public private(set) var unchanged = 0
  /// How many lines more there would be.
  public private(set) var omitted = 0
  /// A dry run changed nothing: this is what it would have done.
  public let isPlanned: Bool

  /// More lines than this are counted and left to the record itself.
  static let mostLines = 200
  /// Longer lists are compared place by place: finding pairs takes the square of the length.
  private static let longestBag = 1000

  /// Nil when neither state is recorded.
  init?(before: String?, after: String?, isPlanned: Bool = false) {
    guard before != nil || after != nil else { return nil }
    self.isPlanned = isPlanned
    compare(before.map(Self.value), after.map(Self.value), at: "")
  }

  private static func value(_ text: String) -> JSONValue {
    guard let first = text.utf8.first(where: { $0 > 0x20 }),
      first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
      let value = try? JSONValue.parse(text)
    else { return .string(text) }
    return value
  }

  private mutating func compare(_ before: JSONValue?, _ after: JSONValue?, at path: String) {
    switch (before, after) {
    case (.object(let old)?, .object(let new)?):
      compareMembers(old, new, at: path)
    case (.object(let old)?, nil):
      if old.isEmpty { note(path, before, nil) }
      for member in old { compare(member.value, nil, at: Self.child(member.name, of: path)) }
    case (nil, .object(let new)?):
      if new.isEmpty { note(path, nil, after) }
      for member in new { compare(nil, member.value, at: Self.child(member.name, of: path)) }
    case (.array(let old)?, .array(let new)?):
      compareLists(old, new, at: path)
    default:
      if before == after { unchanged += 1 } else { note(path, before, after) }
    }
  }

  private mutating func compareMembers(_ old: [JSONValue.Member], _ new: [JSONValue.Member], at path: String)
  {
    // By their bytes: two spellings of one accented letter are two names.
    func byName(_ members: [JSONValue.Member]) -> [[UInt8]: JSONValue] {
      Dictionary(members.map { (Array($0.name.utf8), $0.value) }, uniquingKeysWith: { first, _ in first })
    }
    let (oldByName, newByName) = (byName(old), byName(new))
    for member in old {
      compare(member.value, newByName[Array(member.name.utf8)], at: Self.child(member.name, of: path))
    }
    for member in new where oldByName[Array(member.name.utf8)] == nil {
      compare(nil, member.value, at: Self.child(member.name, of: path))
    }
  }

  private mutating func compareLists(_ old: [JSONValue], _ new: [JSONValue], at path: String) {
    guard old.count + new.count <= Self.longestBag, old.allSatisfy(\.isPlain), new.allSatisfy(\.isPlain)
    else {
      for index in 0..<max(old.count, new.count) {
        compare(
          index < old.count ? old[index] : nil, index < new.count ? new[index] : nil,
          at: Self.child(String(index), of: path))
      }
      return
    }
    var rest = new
    for value in old {
      if let index = rest.firstIndex(of: value) {
        rest.remove(at: index)
        unchanged += 1
      } else {
        note(path, value, nil)
      }
    }
    for value in rest { note(path, nil, value) }
    if rest.isEmpty, old.count == new.count, old != new { note(path, .array(old), .array(new)) }
  }

  private mutating func note(_ path: String, _ before: JSONValue?, _ after: JSONValue?) {
    guard lines.count < Self.mostLines else {
      omitted += 1
      return
    }
    lines.append(Line(path: shortened(path, to: 1000), before: before?.shown, after: after?.shown))
  }

  private static func child(_ name: String, of path: String) -> String {
    let scalars = name.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
      switch scalar {
      case "~": ["~", "0"]
      case "/": ["~", "1"]
      default: [scalar]
      }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return path + "/" + String(text)
  }
}

/// A flat JSON object or list as lines that people read; any other text as it is.
func readableJSON(_ text: String) -> String {
  guard let value = try? JSONValue.parse(text) else { return text }
  switch value {
  case .object(let members) where members.allSatisfy({ $0.value.isPlain }):
    return members.map { "\($0.name): \($0.value.shown)" }.joined(separator: "\n")
  case .array(let elements) where elements.allSatisfy(\.isPlain):
    return elements.map(\.shown).joined(separator: "\n")
  default: return text
  }
}

extension JSONValue {
  fileprivate var isPlain: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  /// A text as it is, everything else as JSON.
  fileprivate var shown: String { shortened(string ?? text()) }
}
