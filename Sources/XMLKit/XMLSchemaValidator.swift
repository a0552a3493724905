import CLibXML2

/// An XSD 1.0 schema, parsed once and used for many documents.
///
/// Not for two threads at a time: give each thread its own.
@safe public struct XMLSchemaValidator: ~Copyable {
  private let schema: xmlSchemaPtr

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
    unsafe self.schema = schema
  }

  deinit { unsafe xmlSchemaFree(schema) }

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
    try problems(in: XMLDocument(parsing: bytes))
  }
}
