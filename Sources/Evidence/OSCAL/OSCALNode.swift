import JSONKit
import XMLKit

/// A piece of an OSCAL document, which has one form in XML and another in JSON.
///
/// Source: NIST OSCAL 1.0.6, the XML and JSON outlines of assessment-results and plan-of-action-and-milestones.
struct OSCALNode {
  /// Attributes in XML, members in JSON.
  typealias Flags = KeyValuePairs<StaticString, String?>

  enum Part {
    /// An element with plain text; a text in JSON.
    case field(StaticString, String)
    /// Text that a person reads, one line: markup of one line in XML, Markdown in JSON.
    case line(StaticString, String)
    /// Text that a person reads, in a paragraph.
    case prose(StaticString, String)
    /// One object.
    case object(StaticString, OSCALNode)
    /// Elements one after the other; an array under a name of its own in JSON, absent when empty.
    case list(StaticString, json: StaticString, [OSCALNode])
    /// The same of plain texts.
    case texts(StaticString, json: StaticString, [String])
  }

  var flags: Flags = [:]
  var parts: [Part] = []
}

// MARK: - XML

extension OSCALNode {
  static let namespace = "http://csrc.nist.gov/ns/oscal/1.0"

  /// The document, indented, with its root element.
  ///
  /// - Parameter uuid: of the document.
  func xml(root: StaticString, uuid: String) -> [UInt8] {
    var xml = XMLWriter(capacity: 64 << 10)
    xml.element(root, ["xmlns": Self.namespace, "uuid": uuid]) { xml in write(to: &xml) }
    return xml.finish().bytes
  }

  private func write(to xml: inout XMLWriter) {
    for part in parts {
      switch part {
      case .field(let name, let text): xml.element(name, text: OSCALText.string(text))
      case .line(let name, let text): xml.element(name, text: OSCALText.string(text))
      case .prose(let name, let text):
        xml.element(name) { xml in xml.element("p", text: OSCALText.string(text)) }
      case .object(let name, let node): xml.element(name, node.flags) { xml in node.write(to: &xml) }
      case .list(let name, _, let nodes):
        for node in nodes { xml.element(name, node.flags) { xml in node.write(to: &xml) } }
      case .texts(let name, _, let texts):
        for text in texts { xml.element(name, text: OSCALText.string(text)) }
      }
    }
  }
}

// MARK: - JSON

extension OSCALNode {
  /// The document as JSON.
  func json(root: StaticString, uuid: String) -> JSONValue {
    guard case .object(let members) = json else { return .null }
    return .object([.init(root.description, .object([.init("uuid", .string(uuid))] + members))])
  }

  private var json: JSONValue {
    var members: [JSONValue.Member] = []
    for (name, value) in flags {
      if let value { members.append(.init(name.description, .string(value))) }
    }
    for part in parts {
      switch part {
      case .field(let name, let text):
        members.append(.init(name.description, .string(OSCALText.string(text))))
      case .line(let name, let text), .prose(let name, let text):
        members.append(.init(name.description, .string(OSCALText.markdown(text))))
      case .object(let name, let node): members.append(.init(name.description, node.json))
      case .list(_, let name, let nodes):
        if !nodes.isEmpty { members.append(.init(name.description, .array(nodes.map(\.json)))) }
      case .texts(_, let name, let texts):
        if !texts.isEmpty {
          members.append(.init(name.description, .array(texts.map { .string(OSCALText.string($0)) })))
        }
      }
    }
    return .object(members)
  }
}
