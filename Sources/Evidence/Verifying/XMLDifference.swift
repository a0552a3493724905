import XMLKit

/// The first place where two documents say different things.
struct XMLDifference {
  var stated: String
  var derived: String

  /// Attributes and texts are compared, white space between elements is not.
  static func first(between stated: XMLElement, and derived: XMLElement) -> XMLDifference? {
    compare(stated, derived, path: stated.name)
  }

  private static func compare(_ stated: XMLElement, _ derived: XMLElement, path: String) -> XMLDifference? {
    func difference(_ a: String, _ b: String) -> XMLDifference {
      XMLDifference(stated: "\(path) \(shortened(a, to: 200))", derived: "\(path) \(shortened(b, to: 200))")
    }
    let names = (stated.attributes + derived.attributes).map(\.name)
    for name in names where stated[name] != derived[name] {
      return difference(
        "\(name)=\(stated[name] ?? "nothing")", "\(name)=\(derived[name] ?? "nothing")")
    }
    let (left, right) = (stated.children, derived.children)
    if left.isEmpty, right.isEmpty {
      guard stated.text.utf8.elementsEqual(derived.text.utf8) else {
        return difference(stated.text, derived.text)
      }
      return nil
    }
    for (index, pair) in zip(left, right).enumerated() {
      guard pair.0.name == pair.1.name else { return difference("has \(pair.0.name)", "has \(pair.1.name)") }
      if let found = compare(pair.0, pair.1, path: "\(path)/\(pair.0.name)[\(index + 1)]") { return found }
    }
    guard left.count == right.count else {
      return difference("has \(left.count) elements", "has \(right.count)")
    }
    return nil
  }
}
