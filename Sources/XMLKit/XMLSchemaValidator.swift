import CLibXML2

/// An XSD 1.0 schema, parsed once and used for many documents.
///
/// Not for two threads at a time: give each thread its own.
@safe public struct XMLSchemaValidator: ~Copyable {
  private let schema: xmlSchemaPtr
  /// For documents that are checked while they are parsed; names that were met stay known to it.
  private let parser: xmlParserCtxtPtr

  /// - Parameter bytes: A schema in one file: `import`, `include` and `redefine` with a location are
  ///   refused, because libxml2 would fetch what they name.
  public init(parsing bytes: [UInt8]) throws(XMLError) {
    let document = try XMLDocument(parsing: bytes)
    let other = document.root.children.first { child in
      ["import", "include", "redefine"].contains(child.name) && child["schemaLocation"] != nil
    }
    if let other { throw XMLError(.schema, line: other.line, "this schema needs another file") }
    guard let context = unsafe xmlSchemaNewDocParserCtxt(document.pointer) else {
      throw XMLError(.failed, "no memory for a schema")
    }
    defer { unsafe xmlSchemaFreeParserCtxt(context) }
    let list = ProblemList()
    let parsed = unsafe list.collecting { receiver in
      unsafe xmlSchemaSetParserStructuredErrors(context, ProblemList.receiver, receiver)
      return unsafe xmlSchemaParse(context)
    }
    guard let schema = unsafe parsed else {
      let problem = list.problems.first
      throw XMLError(.schema, line: problem?.line ?? 0, problem?.message ?? "not a schema")
    }
    guard let parser = unsafe xmlNewParserCtxt() else {
      unsafe xmlSchemaFree(schema)
      throw XMLError(.failed, "no memory for a parser")
    }
    unsafe self.schema = schema
    unsafe self.parser = parser
  }

  deinit {
    unsafe xmlFreeParserCtxt(parser)
    unsafe xmlSchemaFree(schema)
  }

  /// How a document departs from the schema: nothing when it is valid, at most 100 entries.
  public func problems(in document: borrowing XMLDocument) throws(XMLError) -> [XMLProblem] {
    guard let context = unsafe xmlSchemaNewValidCtxt(schema) else {
      throw XMLError(.failed, "no memory for a validation")
    }
    defer { unsafe xmlSchemaFreeValidCtxt(context) }
    let list = ProblemList()
    let status = unsafe list.collecting { receiver in
      unsafe xmlSchemaSetValidStructuredErrors(context, ProblemList.receiver, receiver)
      return unsafe xmlSchemaValidateDoc(context, document.pointer)
    }
    guard status >= 0 else { throw XMLError(.failed, "the validation could not be finished") }
    if status > 0, list.problems.isEmpty { return [XMLProblem(line: 0, message: "not valid")] }
    return list.problems
  }

  /// How the document in `bytes` departs from the schema; see `problems(in:)`.
  ///
  /// - Throws: `XMLError` when the bytes are no document at all.
  public func problems(in bytes: [UInt8]) throws(XMLError) -> [XMLProblem] {
    // Nearly all are valid; of the others it takes a document in memory to say what is wrong where.
    try isValid(bytes) ? [] : problems(in: XMLDocument(parsing: bytes))
  }

  /// Whether the bytes are a valid document without a document type declaration. It is checked while it is
  /// parsed, and nothing is built of it.
  private func isValid(_ bytes: [UInt8]) throws(XMLError) -> Bool {
    guard !bytes.isEmpty, bytes.count <= XMLDocument.largest else { return false }
    guard let context = unsafe xmlSchemaNewValidCtxt(schema) else {
      throw XMLError(.failed, "no memory for a validation")
    }
    defer { unsafe xmlSchemaFreeValidCtxt(context) }
    // Said to nobody; without a receiver libxml2 would write to the standard error.
    unsafe xmlSchemaSetValidStructuredErrors(context, { _, _ in }, nil)
    let (handlers, receiver) = unsafe (parser.pointee.sax, parser.pointee.userData)
    // Without other handlers to call, the validation is all that the parser calls.
    unsafe parser.pointee.sax = nil
    let plug = unsafe xmlSchemaSAXPlug(context, &parser.pointee.sax, &parser.pointee.userData)
    defer {
      unsafe xmlSchemaSAXUnplug(plug)
      unsafe parser.pointee.sax = handlers
      unsafe parser.pointee.userData = receiver
    }
    guard unsafe plug != nil else { return false }
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    let document = unsafe bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      return unsafe xmlCtxtReadMemory(parser, start, Int32(buffer.count), nil, nil, Int32(options))
    }
    unsafe xmlFreeDoc(document)
    return unsafe parser.pointee.wellFormed == 1 && parser.pointee.intSubName == nil
      && xmlSchemaIsValid(context) == 1
  }
}
