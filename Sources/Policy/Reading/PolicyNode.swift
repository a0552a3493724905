import Yams

/// A value of the file, with the keys that lead to it.
struct PolicyNode {
  let node: Node
  /// With dots between the keys; empty for the whole file.
  let key: String

  var line: Int? { node.mark?.line }

  /// The text of a scalar; nil for null, an empty one, and anything with parts.
  var text: String? {
    guard let text = node.scalar?.string, !text.isEmpty, !isNull else { return nil }
    return text
  }

  var isNull: Bool { node.scalar != nil && node.null != nil }

  /// The values of a list; nil when it is none.
  var elements: [PolicyNode]? {
    node.sequence.map { list in
      list.enumerated().map { index, node in PolicyNode(node: node, key: "\(key)[\(index + 1)]") }
    }
  }

  var isMapping: Bool { node.mapping != nil }

  /// What a message shows of the value.
  var shown: String {
    if isMapping { return "keys and values" }
    if node.sequence != nil { return "a list" }
    return text.map { "“\($0.prefix(48))”" } ?? "nothing"
  }
}
