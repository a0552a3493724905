import CLibXML2

extension XMLElement {
  /// Copies an element of a document that outlives this call. The parser's limit of 256 levels bounds
  /// the recursion.
  init(copying element: xmlNodePtr) {
    unsafe self.init(name: Self.string(element.pointee.name))
    unsafe namespace = element.pointee.ns.map { unsafe Self.string($0.pointee.href) }
    line = unsafe Int(xmlGetLineNo(element))
    var attribute = unsafe element.pointee.properties
    while let current = unsafe attribute {
      unsafe attributes.append(
        Attribute(
          name: Self.string(current.pointee.name),
          namespace: current.pointee.ns.map { unsafe Self.string($0.pointee.href) },
          value: Self.text(from: current.pointee.children)))
      unsafe attribute = current.pointee.next
    }
    var child = unsafe element.pointee.children
    while let current = unsafe child {
      switch unsafe current.pointee.type {
      case XML_ELEMENT_NODE: unsafe nodes.append(.element(XMLElement(copying: current)))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: unsafe append(Self.string(current.pointee.content))
      default: break
      }
      unsafe child = current.pointee.next
    }
  }

  /// Text on both sides of a comment is one text.
  private mutating func append(_ text: String) {
    if case .text(let before)? = nodes.last {
      nodes[nodes.count - 1] = .text(before + text)
    } else {
      nodes.append(.text(text))
    }
  }

  private static func text(from first: xmlNodePtr?) -> String {
    var text = ""
    var node = unsafe first
    while let current = unsafe node {
      text += unsafe string(current.pointee.content)
      unsafe node = current.pointee.next
    }
    return text
  }

  private static func string(_ bytes: UnsafePointer<xmlChar>?) -> String {
    unsafe bytes.map { unsafe String(cString: $0) } ?? ""
  }
}
