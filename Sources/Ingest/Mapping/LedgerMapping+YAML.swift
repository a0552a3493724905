import JSONKit
import Yams

extension LedgerMapping {
  /// Reads a mapping file; what it does not know or can not use is an error, never passed over.
  public init(yaml text: String, file: String) throws(MappingError) {
    let reader = MappingReader(file: file)
    let top = try reader.top(text)
    try reader.allow(
      ["closeout-mapping", "name", "container", "records", "columns", "fields"], in: top, key: "")
    let version = try reader.text(top, "closeout-mapping", required: true)
    guard version == "1" else {
      throw reader.error(
        top["closeout-mapping"], "closeout-mapping", "found version \(version ?? "")", "write 1")
    }
    name = try reader.text(top, "name", required: false) ?? file
    container = try reader.word(top, "container", Container.self) ?? .jsonl
    if let pointer = try reader.text(top, "records", required: false) {
      records = try reader.pointer(pointer, top["records"], "records")
    } else {
      records = nil
    }
    columns = try reader.columns(top)
    (rules, details) = try reader.rules(top, container)
  }

  /// The same with the names as a JSON array, as the store keeps them with a file; without any, the text as it is.
  public static func text(_ text: String, withColumns array: String?) -> String {
    guard let array, case .array(let names) = try? JSONValue.parse(array) else { return text }
    return Self.text(text, withColumns: names.compactMap(\.string))
  }

  /// The text of a mapping with the names of the columns that rows stood under: with it a row can be read again
  /// when the file's first line is far away.
  public static func text(_ text: String, withColumns columns: [String]) -> String {
    let names = columns.map { name in
      let escaped = name.unicodeScalars.map { scalar in
        let isPlain = (0x20...0x7E).contains(scalar.value) && scalar != "\"" && scalar != "\\"
        let digits = String(scalar.value, radix: 16)
        return isPlain
          ? String(scalar) : "\\U" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
      }
      return "\"\(escaped.joined())\""
    }
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("columns:") }
    return lines.map { $0 + "\n" }.joined() + "columns: [\(names.joined(separator: ", "))]\n"
  }
}

/// Walks the nodes of a mapping file and says where what is wrong.
private struct MappingReader {
  let file: String

  func error(_ node: Node?, _ key: String, _ problem: String, _ fix: String) -> MappingError {
    MappingError(file: file, line: node?.mark?.line, key: key, problem: problem, fix: fix)
  }

  func top(_ text: String) throws(MappingError) -> Node.Mapping {
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let yaml as YamlError {
      throw syntax(yaml)
    } catch {
      throw MappingError(file: file, line: nil, key: "", problem: "\(error)", fix: "write YAML")
    }
    guard let mapping = node?.mapping else {
      throw error(node, "", "expected keys and values", "see docs/mappings/execution-history.yaml")
    }
    return mapping
  }

  private func syntax(_ error: YamlError) -> MappingError {
    let fix = "check indentation and quotes; a value with a colon and a space needs quotes"
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return MappingError(file: file, line: mark.line, key: "", problem: problem, fix: fix)
    case .duplicatedKeysInMapping(let keys, let context):
      let line = context.mark.line
      return MappingError(
        file: file, line: line, key: keys.map { "\($0)" }.sorted().joined(separator: ", "),
        problem: "written twice", fix: "write each key once")
    default:
      return MappingError(file: file, line: nil, key: "", problem: "\(error)", fix: fix)
    }
  }

  func allow(_ known: [String], in mapping: Node.Mapping, key: String) throws(MappingError) {
    for (name, _) in mapping {
      let text = name.string ?? ""
      guard !known.contains(text) else { continue }
      let full = key.isEmpty ? text : key + "." + text
      throw error(name, full, "unknown key", "use one of \(known.joined(separator: ", "))")
    }
  }

  func columns(_ top: Node.Mapping) throws(MappingError) -> [String]? {
    guard let node = top["columns"] else { return nil }
    let names = node.sequence?.compactMap(\.string) ?? []
    guard !names.isEmpty, names.count == node.sequence?.count else {
      throw error(node, "columns", "expected names of columns", "write a list, or leave it out")
    }
    return names
  }

  func text(
    _ mapping: Node.Mapping, _ name: String, required: Bool, key: String = ""
  ) throws(MappingError) -> String? {
    let full = key.isEmpty ? name : key + "." + name
    guard let node = mapping[name] else {
      guard required else { return nil }
      throw error(.mapping(mapping), full, "missing", "add the key")
    }
    guard let text = node.scalar?.string, !text.isEmpty else {
      throw error(node, full, "expected text", "write one value")
    }
    return text
  }

  func word<Word: RawRepresentable & CaseIterable>(
    _ mapping: Node.Mapping, _ name: String, _ type: Word.Type, key: String = ""
  ) throws(MappingError) -> Word? where Word.RawValue == String {
    guard let text = try text(mapping, name, required: false, key: key) else { return nil }
    guard let word = Word(rawValue: text) else {
      let full = key.isEmpty ? name : key + "." + name
      throw error(
        mapping[name], full, "found \(SafeText.shown(text))",
        "use one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return word
  }

  func pointer(_ text: String, _ node: Node?, _ key: String) throws(MappingError) -> JSONPointer {
    guard text.hasPrefix("/"), let pointer = JSONPointer(text) else {
      throw error(
        node, key, "\(SafeText.shown(text)) is no JSON Pointer", "begin it with /, such as /\(text)")
    }
    return pointer
  }

  // MARK: fields

  func rules(
    _ top: Node.Mapping, _ container: LedgerMapping.Container
  ) throws(MappingError) -> ([LedgerField: LedgerMapping.Rule], [String: LedgerMapping.Rule]) {
    guard let fields = top["fields"]?.mapping else {
      throw error(top["fields"] ?? .mapping(top), "fields", "expected the fields of an entry", "add fields:")
    }
    var rules: [LedgerField: LedgerMapping.Rule] = [:]
    var details: [String: LedgerMapping.Rule] = [:]
    let known = LedgerField.allCases.map(\.name) + LedgerDetails.members.map(\.name)
    for (node, value) in fields {
      let name = node.string ?? ""
      let key = "fields." + name
      guard known.contains(name) else {
        throw error(
          node, key, "no field of the ledger", "docs/ledger-format.md lists the fields\(nearest(name, known))"
        )
      }
      let field = LedgerField(name: name)
      let rule = try rule(value, key, field, container)
      if let field { rules[field] = rule } else { details[name] = rule }
    }
    for field in [LedgerField.id, .source, .type, .time] where rules[field] == nil {
      throw error(
        top["fields"], "fields." + field.name, "missing", "every entry needs it: a source or a constant")
    }
    return (rules, details)
  }

  /// A field that ends in the same word, for those who forgot `data.`.
  private func nearest(_ name: String, _ known: [String]) -> String {
    let last = name.split(separator: ".").last ?? ""
    return known.first { !last.isEmpty && $0.hasSuffix("." + last) }.map { "; perhaps \($0)" } ?? ""
  }

  private func rule(
    _ node: Node, _ key: String, _ field: LedgerField?, _ container: LedgerMapping.Container
  ) throws(MappingError) -> LedgerMapping.Rule {
    var rule = LedgerMapping.Rule()
    rule.line = node.mark?.line
    if node.scalar != nil || node.sequence != nil {
      rule.sources = try sources(node, key, container)
      return rule
    }
    guard let mapping = node.mapping else {
      throw error(node, key, "expected a source or a rule", "write \(container.example)")
    }
    try allow(["from", "constant", "values", "default", "format"], in: mapping, key: key)
    if let from = mapping["from"] { rule.sources = try sources(from, key + ".from", container) }
    rule.constant = try text(mapping, "constant", required: false, key: key)
    rule.defaultValue = try text(mapping, "default", required: false, key: key)
    rule.format = try word(mapping, "format", LedgerMapping.TimeFormat.self, key: key) ?? .rfc3339
    guard rule.sources.isEmpty != (rule.constant == nil) else {
      throw error(node, key, "expected either from or constant", "keep one of the two")
    }
    if let values = mapping["values"] { rule.values = try table(values, key + ".values") }
    try check(rule, node, key, field)
    return rule
  }

  private func sources(
    _ node: Node, _ key: String, _ container: LedgerMapping.Container
  ) throws(MappingError) -> [String] {
    let nodes = node.sequence.map(Array.init) ?? [node]
    var sources: [String] = []
    for node in nodes {
      guard let text = node.scalar?.string, !text.isEmpty else {
        throw error(node, key, "expected \(container.example)", "write one, or a list of them")
      }
      if container != .csv { _ = try pointer(text, node, key) }
      sources.append(text)
    }
    guard !sources.isEmpty else { throw error(node, key, "an empty list", "write \(container.example)") }
    return sources
  }

  private func table(_ node: Node, _ key: String) throws(MappingError) -> [String: String] {
    guard let mapping = node.mapping, !mapping.isEmpty else {
      throw error(node, key, "expected a table", "write {THEIRS: ours}")
    }
    var table: [String: String] = [:]
    for (name, value) in mapping {
      guard let from = name.scalar?.string, let to = value.scalar?.string else {
        throw error(value, key, "expected words", "write {THEIRS: ours}")
      }
      table[from] = to
    }
    return table
  }

  /// Words that the ledger would refuse are found when the mapping is read, not at each record.
  private func check(
    _ rule: LedgerMapping.Rule, _ node: Node, _ key: String, _ field: LedgerField?
  ) throws(MappingError) {
    guard let known = field?.words else { return }
    for word in (rule.values.map { Array($0.values) } ?? []).sorted()
      + [rule.constant, rule.defaultValue].compactMap({ $0 })
    where !known.contains(word) {
      throw error(
        node, key, "\(SafeText.shown(word)) is no word of this field",
        "use one of \(known.joined(separator: ", "))")
    }
  }
}

extension LedgerMapping.Container {
  fileprivate var example: String { self == .csv ? "a column name" : "a JSON Pointer such as /status" }
}
