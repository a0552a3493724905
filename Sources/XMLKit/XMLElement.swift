/// An element of a document, as a value.
public struct XMLElement: Hashable, Sendable {
  public enum Node: Hashable, Sendable {
    case element(XMLElement)
    case text(String)
  }

  public struct Attribute: Hashable, Sendable {
    /// Without prefix.
    public var name: String
    public var namespace: String?
    public var value: String
  }

  /// Without prefix.
  public var name: String
  public var namespace: String?
  /// In the order of the document.
  public var attributes: [Attribute] = []
  public var nodes: [Node] = []
  /// Counted from 1.
  public var line = 0

  init(name: String) {
    self.name = name
  }
}

extension XMLElement {
  /// The child elements.
  public var children: [XMLElement] {
    nodes.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// All text in the element and below it.
  public var text: String {
    nodes.map { node in
      switch node {
      case .element(let element): element.text
      case .text(let text): text
      }
    }.joined()
  }

  /// The value of an attribute that has no namespace.
  public subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute && $0.namespace == nil }?.value
  }

  /// The elements at a path of child names, `timeline/event`, in the order of the document and in the
  /// namespace of this element.
  public func all(_ path: String) -> [XMLElement] {
    path.split(separator: "/").reduce([self]) { elements, name in
      elements.flatMap { $0.children.filter { $0.name == name && $0.namespace == namespace } }
    }
  }

  /// The first element at a path; see `all(_:)`.
  public func first(_ path: String) -> XMLElement? { all(path).first }
}
