import CLibXML2

/// A parsed document, owned by libxml2.
///
/// It is read without network and without entities of its own; a document type declaration is refused
/// before it is read. libxml2's limits hold: 256 levels, 10 million bytes in one attribute.
@safe public struct XMLDocument: ~Copyable {
  let pointer: xmlDocPtr

  /// How many bytes are taken unless told otherwise.
  public static let largest = 256 << 20

  /// - Parameters:
  ///   - bytes: A whole document in UTF-8, or in the encoding that it declares.
  ///   - limit: How many bytes are taken at most.
  public init(parsing bytes: [UInt8], limit: Int = largest) throws(XMLError) {
    _ = libraryIsReady
    guard bytes.count <= min(limit, Int(Int32.max)) else {
      throw XMLError(.tooLarge, "\(bytes.count) bytes are more than \(limit)")
    }
    guard let context = unsafe xmlNewParserCtxt() else { throw XMLError(.failed, "no memory for a parser") }
    defer { unsafe xmlFreeParserCtxt(context) }
    unsafe context.pointee.sax.pointee.internalSubset = { context, _, _, _ in
      guard let context = unsafe context else { return }
      unsafe xmlStopParser(context.assumingMemoryBound(to: xmlParserCtxt.self))
    }
    let list = ProblemList()
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue | XML_PARSE_BIG_LINES.rawValue
    let document = unsafe list.collecting { receiver in
      // libxml2 hands the parser itself to the function; the list travels in the parser's free field.
      unsafe context.pointee._private = receiver
      unsafe context.pointee.sax.pointee.serror = { context, error in
        guard let context = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
        unsafe ProblemList.receiver(context.pointee._private, error)
      }
      return unsafe bytes.withUnsafeBytes { buffer in
        let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        return unsafe xmlCtxtReadMemory(context, start, Int32(buffer.count), nil, nil, Int32(options))
      }
    }
    let error = unsafe Self.error(of: context, document, first: list.problems.first)
    guard error == nil, let document = unsafe document else {
      unsafe xmlFreeDoc(document)
      throw error ?? XMLError(.malformed, "the document is empty")
    }
    unsafe pointer = document
  }

  deinit { unsafe xmlFreeDoc(pointer) }

  private static func error(
    of context: xmlParserCtxtPtr, _ document: xmlDocPtr?, first problem: XMLProblem?
  ) -> XMLError? {
    let stopped = unsafe context.pointee.errNo == Int32(XML_ERR_USER_STOP.rawValue)
    let hasSubset = unsafe document?.pointee.intSubset != nil
    if stopped || hasSubset {
      return XMLError(.documentType, "a document type declaration is not accepted")
    }
    guard unsafe document == nil || context.pointee.wellFormed == 0 else { return nil }
    guard let problem else { return XMLError(.malformed, "the document is empty") }
    // libxml2 reports its limits as internal errors or by their words.
    let isLimit = ["HUGE", "huge", "too long"].contains { problem.message.contains($0) }
    return XMLError(isLimit ? .tooLarge : .malformed, line: problem.line, problem.message)
  }
}

extension XMLDocument {
  /// A copy of the whole document as values; comments and processing instructions are left out.
  public var root: XMLElement {
    guard let root = unsafe xmlDocGetRootElement(pointer) else { return XMLElement(name: "") }
    return unsafe XMLElement(copying: root)
  }
}
