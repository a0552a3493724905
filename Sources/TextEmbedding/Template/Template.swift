/// A template that was read: its header and its tree.
struct Template {
  var file: TextFile
  var header: TemplateHeader
  var nodes: [TemplateNode]

  /// - Throws: `SourceError` at the first tag that is wrong by itself or has no partner.
  init(_ file: TextFile) throws(SourceError) {
    var parser = TemplateParser(file: file.location, tokens: try TemplateToken.tokens(of: file)[...])
    self.file = file
    header = try parser.header()
    nodes = try parser.nodes(until: nil).nodes
  }
}

/// Builds the tree from the tokens, front to back.
private struct TemplateParser {
  /// A block that was opened and not yet closed.
  struct Block {
    var word: String
    var position: Position
  }

  let file: String
  var tokens: ArraySlice<TemplateToken>

  mutating func header() throws(SourceError) -> TemplateHeader {
    let missing = SourceError(
      file, "this template has no header", hint: "begin with {{! template pageName(page: PageModel) }}")
    if case .markup(let markup)? = tokens.first, markup.rest.allSatisfy(\.isHTMLSpace) {
      tokens.removeFirst()
    }
    guard case .tag(let tag, let position)? = tokens.popFirst() else { throw missing }
    var reader = TagReader(tag, file: file, position: position)
    guard reader.skip("!"), reader.skip("template ") else { throw missing }
    let header = try reader.header()
    try reader.expectEnd()
    return header
  }

  /// The nodes up to the end of `block`, and whether an `{{#else}}` ended them.
  mutating func nodes(until block: Block?) throws(SourceError) -> (nodes: [TemplateNode], isElse: Bool) {
    var nodes: [TemplateNode] = []
    while let token = tokens.popFirst() {
      switch token {
      case .markup(let markup): if !markup.isEmpty { nodes.append(.markup(markup)) }
      case .tag(let tag, let position):
        var reader = TagReader(tag, file: file, position: position)
        if reader.skip("!") { continue }
        if reader.skip("/") {
          let word = try reader.name(orReserved: true)
          guard word == block?.word else {
            throw reader.error(
              block.map { "{{/\(word)}} closes {{#\($0.word)}} of line \($0.position.line)" }
                ?? "{{/\(word)}} closes nothing")
          }
          return (nodes, false)
        }
        if tag == "#else" {
          guard let block, block.word != "wrap" else {
            throw reader.error("{{#else}} belongs into {{#if}}, {{#with}} or {{#each}}")
          }
          return (nodes, true)
        }
        nodes.append(try node(&reader))
      }
    }
    if let block {
      throw SourceError(file, at: block.position, "this {{#\(block.word)}} has no {{/\(block.word)}}")
    }
    return (nodes, false)
  }

  private mutating func node(_ reader: inout TagReader) throws(SourceError) -> TemplateNode {
    if reader.skip(">") {
      let call = try reader.call()
      try reader.expectEnd()
      return .call(call, reader.position)
    }
    if reader.skip("embed:") { return .embedding(path: try reader.filePath(), reader.position) }
    if reader.skip("#") { return try block(&reader) }
    let path = try reader.path()
    try reader.expectEnd()
    return path.parts == ["content"] ? .content(reader.position) : .value(path, reader.position)
  }

  private mutating func block(_ reader: inout TagReader) throws(SourceError) -> TemplateNode {
    let block = Block(word: try reader.name(orReserved: true), position: reader.position)
    switch block.word {
    case "if":
      let path = try reader.path()
      try reader.expectEnd()
      let (then, otherwise) = try branches(of: block)
      return .condition(path, then: then, otherwise: otherwise, block.position)
    case "with", "each":
      let path = try reader.path()
      try reader.expect("as ")
      let name = try reader.name()
      try reader.expectEnd()
      guard name != "html", name != "content" else {
        throw reader.error("\"\(name)\" has a meaning of its own", hint: "choose another name")
      }
      let (then, otherwise) = try branches(of: block)
      return block.word == "with"
        ? .unwrapping(path, name: name, then: then, otherwise: otherwise, block.position)
        : .loop(path, name: name, body: then, otherwise: otherwise, block.position)
    case "wrap":
      let call = try reader.call()
      try reader.expectEnd()
      return .wrapping(call, content: try nodes(until: block).nodes, block.position)
    default:
      throw reader.error(
        "there is no block {{#\(block.word)}}", hint: "blocks are #if, #with, #each and #wrap")
    }
  }

  private mutating func branches(
    of block: Block
  ) throws(SourceError) -> (then: [TemplateNode], otherwise: [TemplateNode]) {
    let then = try nodes(until: block)
    guard then.isElse else { return (then.nodes, []) }
    let otherwise = try nodes(until: block)
    guard !otherwise.isElse else {
      throw SourceError(file, at: block.position, "this {{#\(block.word)}} has more than one {{#else}}")
    }
    return (then.nodes, otherwise.nodes)
  }
}
