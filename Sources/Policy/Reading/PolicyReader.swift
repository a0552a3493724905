import Remediation
import Yams

/// Walks a policy file and gathers everything that is wrong with it.
///
/// Each reading function returns nil after it has reported why.
struct PolicyReader {
  let file: String
  private(set) var problems: [PolicyProblem] = []

  init(file: String) {
    self.file = file
  }

  mutating func report(
    _ code: PolicyProblem.Code, _ node: PolicyNode, _ reason: String, hint: String
  ) {
    problems.append(
      PolicyProblem(code, file: file, line: node.line, key: node.key, reason: reason, hint: hint))
  }

  /// The whole file; nil when it is empty or no YAML.
  mutating func top(_ text: String) -> PolicyNode? {
    do {
      guard let node = try Yams.compose(yaml: text) else { return nil }
      return PolicyNode(node: node, key: "")
    } catch {
      problems.append(syntaxProblem(error))
      return nil
    }
  }

  mutating func reportEmpty() {
    report(
      .missing, PolicyNode(node: "", key: ""), "the file holds nothing",
      hint: "begin with closeout-policy: 1; docs/policy.md shows a whole file")
  }

  private func syntaxProblem(_ error: any Error) -> PolicyProblem {
    let hint = "check indentation and quotes; a value with a colon and a space needs quotes"
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return PolicyProblem(.syntax, file: file, line: mark.line, key: "", reason: problem, hint: hint)
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.compactMap { ($0 as? Node)?.string ?? ($0 as? String) }.sorted()
      return PolicyProblem(
        .conflict, file: file, line: context.mark.line, key: names.joined(separator: ", "),
        reason: "written twice", hint: "write each key once")
    default:
      return PolicyProblem(.syntax, file: file, line: nil, key: "", reason: "this is no YAML", hint: hint)
    }
  }

  // MARK: keys

  /// The keys and values of a mapping in the order of the file.
  mutating func members(_ node: PolicyNode, hint: String) -> [(name: String, value: PolicyNode)]? {
    guard let mapping = node.node.mapping else {
      report(.badValue, node, "expected keys and values, found \(node.shown)", hint: hint)
      return nil
    }
    return mapping.compactMap { name, value in
      guard let text = name.scalar?.string, !text.isEmpty else {
        report(.badValue, PolicyNode(node: name, key: node.key), "a key is no text", hint: hint)
        return nil
      }
      return (text, PolicyNode(node: value, key: node.key.isEmpty ? text : "\(node.key).\(text)"))
    }
  }

  /// The values of a mapping that may have these keys and no others.
  mutating func fields(_ node: PolicyNode, _ known: [String]) -> [String: PolicyNode]? {
    let keys = "the keys here are \(known.joined(separator: ", "))"
    guard let members = members(node, hint: keys) else { return nil }
    var fields: [String: PolicyNode] = [:]
    for (name, value) in members {
      if known.contains(name) {
        fields[name] = value.isNull ? nil : value
      } else {
        report(.unknownKey, value, "this key means nothing here", hint: keys)
      }
    }
    return fields
  }

  mutating func required(
    _ fields: [String: PolicyNode], _ name: String, of node: PolicyNode, hint: String
  ) -> PolicyNode? {
    if let field = fields[name] { return field }
    report(.missing, node, "\(name) is missing", hint: hint)
    return nil
  }

  // MARK: values

  mutating func text(_ node: PolicyNode?) -> String? {
    guard let node else { return nil }
    if let text = node.text { return text }
    report(.badValue, node, "expected a text, found \(node.shown)", hint: "write one value")
    return nil
  }

  mutating func list(_ node: PolicyNode?, hint: String) -> [PolicyNode]? {
    guard let node else { return nil }
    if let elements = node.elements { return elements }
    report(.badValue, node, "expected a list, found \(node.shown)", hint: hint)
    return nil
  }

  /// One text or a list of them.
  mutating func texts(_ node: PolicyNode?) -> [String]? {
    guard let node else { return nil }
    var texts: [String] = []
    for element in node.elements ?? [node] {
      if let text = text(element) { texts.append(text) }
    }
    return texts
  }

  mutating func span(_ node: PolicyNode?) -> TimeSpan? {
    guard let node else { return nil }
    if let span = node.text.flatMap({ TimeSpan($0) }) { return span }
    report(
      .badValue, node, "expected a length of time, found \(node.shown)",
      hint: "write a whole number and s, m, h, d or w: 24h, 15d")
    return nil
  }

  /// An instant in RFC 3339; a bare date is midnight UTC.
  mutating func instant(_ node: PolicyNode?) -> Instant? {
    guard let node else { return nil }
    if let text = node.text, let instant = Instant(text) ?? Instant(text + "T00:00:00Z") { return instant }
    report(
      .badValue, node, "expected a date or an instant, found \(node.shown)",
      hint: "write 2026-07-01 or 2026-07-01T08:00:00Z")
    return nil
  }

  mutating func number(_ node: PolicyNode?, in range: ClosedRange<Double>) -> Double? {
    guard let node else { return nil }
    if let number = node.text.flatMap(Double.init), range.contains(number) { return number }
    report(
      .badValue, node,
      "expected a number from \(shown(range.lowerBound)) to \(shown(range.upperBound)), "
        + "found \(node.shown)", hint: "write it with digits and a point: \(shown(range.upperBound))")
    return nil
  }

  mutating func whole(_ node: PolicyNode?, in range: ClosedRange<Int>) -> Int? {
    guard let node else { return nil }
    if let number = node.text.flatMap({ Int($0) }), range.contains(number) { return number }
    report(
      .badValue, node,
      "expected a whole number from \(range.lowerBound) to \(range.upperBound), found \(node.shown)",
      hint: "write digits only")
    return nil
  }

  mutating func truth(_ node: PolicyNode?) -> Bool? {
    guard let node else { return nil }
    if node.text != nil, let value = node.node.bool { return value }
    report(.badValue, node, "expected true or false, found \(node.shown)", hint: "write true or false")
    return nil
  }

  /// One of a closed set of words.
  mutating func word<Word>(_ node: PolicyNode?, _ words: [(name: String, value: Word)]) -> Word? {
    guard let node else { return nil }
    if let text = node.text, let word = words.first(where: { $0.name == text }) { return word.value }
    report(
      .badValue, node, "found \(node.shown)",
      hint: "the words here are \(words.map(\.name).joined(separator: ", "))")
    return nil
  }

  private func shown(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }
}
