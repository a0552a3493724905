import Yams

/// Walks the nodes of a web configuration and says in which line what is wrong.
struct WebConfigReader {
  typealias Mapping = Node.Mapping

  let file: String

  func error(_ node: Node?, _ cause: String, hint: String?) -> ServerError {
    let place = node?.mark.map { "\(file):\($0.line)" } ?? file
    return ServerError(.webConfig, place: place, cause, hint: hint)
  }

  /// Nil for an empty file, which configures nothing.
  func top(_ text: String) throws(ServerError) -> Mapping? {
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      throw syntax(error)
    }
    guard let node, !isNull(node) else { return nil }
    guard let mapping = node.mapping else { throw self.error(node, "the file holds no keys", hint: nil) }
    return mapping
  }

  private func syntax(_ error: any Error) -> ServerError {
    guard let yaml = error as? YamlError else {
      return ServerError(.webConfig, place: file, "the file is not YAML", hint: nil)
    }
    switch yaml {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return ServerError(.webConfig, place: "\(file):\(mark.line)", "the file is not YAML: \(problem)")
    case .duplicatedKeysInMapping(_, let context):
      return ServerError(.webConfig, place: "\(file):\(context.mark.line)", "a key is written twice")
    default:
      return ServerError(.webConfig, place: file, "the file is not YAML")
    }
  }

  func allow(
    _ known: [String], unsupported: [String] = [], in mapping: Mapping, of name: String
  ) throws(ServerError) {
    for (node, _) in mapping {
      let key = node.string ?? ""
      if known.contains(key) { continue }
      let cause =
        unsupported.contains(key) ? "\(key) is not supported" : "\(name) has no key \(key.debugDescription)"
      throw error(node, cause, hint: "the keys are \(known.joined(separator: ", "))")
    }
  }

  func mapping(_ mapping: Mapping, _ name: String) throws(ServerError) -> Mapping? {
    guard let node = mapping[name], !isNull(node) else { return nil }
    guard let value = node.mapping else { throw error(node, "\(name) holds no keys", hint: nil) }
    return value
  }

  func optionalText(_ mapping: Mapping, _ name: String) throws(ServerError) -> String? {
    guard let node = mapping[name], !isNull(node) else { return nil }
    guard let text = node.scalar?.string else { throw error(node, "\(name) is not a text", hint: nil) }
    return text.isEmpty ? nil : text
  }

  func text(_ mapping: Mapping, _ name: String, in section: String) throws(ServerError) -> String {
    guard let text = try optionalText(mapping, name) else {
      throw error(mapping[name] ?? .mapping(mapping), "\(section) has no \(name)", hint: "name the file")
    }
    return text
  }

  func bool(_ mapping: Mapping, _ name: String) throws(ServerError) -> Bool? {
    guard let node = mapping[name], !isNull(node) else { return nil }
    guard let value = node.bool else { throw error(node, "\(name) is neither true nor false", hint: nil) }
    return value
  }

  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ mapping: Mapping, _ name: String
  ) throws(ServerError) -> Word? {
    guard let text = try optionalText(mapping, name) else { return nil }
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(mapping[name], "\(name) is \(text.debugDescription)", hint: "the words served are \(words)")
    }
    return word
  }

  func key(_ node: Node) throws(ServerError) -> String {
    guard let name = node.scalar?.string, !name.isEmpty, !name.contains(":") else {
      throw error(node, "a user's name is empty or holds a colon", hint: nil)
    }
    return name
  }

  /// - Throws: also for a hash of another kind: it would let nobody in.
  func bcryptHash(_ node: Node, of user: String) throws(ServerError) -> String {
    guard let hash = node.scalar?.string, Bcrypt.isHash(hash) else {
      // The hash itself stays out of the message.
      throw error(
        node, "the password of \(user.debugDescription) is not a bcrypt hash",
        hint: "make one with: htpasswd -nBC 10 \"\" | tr -d ':\\n'")
    }
    return hash
  }

  private func isNull(_ node: Node) -> Bool { node == Node("", Tag(.null)) || node.null != nil }
}
