/// Reads the text between `{{` and `}}`: names, paths, calls and literals.
struct TagReader {
  private var rest: Markup
  let file: String
  let position: Position

  init(_ tag: String, file: String, position: Position) {
    rest = Markup(tag)
    self.file = file
    self.position = position
  }

  func error(_ reason: String, hint: String? = nil) -> SourceError {
    SourceError(file, at: position, reason, hint: hint)
  }

  /// Takes `text` if it comes next, and the white space after it.
  mutating func skip(_ text: String) -> Bool {
    guard rest.begins(with: text) else { return false }
    for _ in text.unicodeScalars { rest.take() }
    skipSpace()
    return true
  }

  mutating func skipSpace() {
    rest.take(while: \.isHTMLSpace)
  }

  mutating func expect(_ text: String) throws(SourceError) {
    guard skip(text) else { throw error("\"\(text)\" is missing before \"\(rest.string)\"") }
  }

  func expectEnd() throws(SourceError) {
    guard rest.isEmpty else {
      throw error(
        "\"\(rest.string)\" cannot stand here",
        hint: "a tag holds a path such as page.title; compute anything else in the model")
    }
  }

  /// A name that can be declared in Swift, or with `orReserved` any word.
  mutating func name(orReserved: Bool = false) throws(SourceError) -> String {
    let word = rest.take(while: { $0.isASCIILetter || $0.isASCIIDigit || $0 == "_" })
    guard let first = word.unicodeScalars.first, !first.isASCIIDigit else {
      throw error("a name is missing before \"\(rest.string)\"")
    }
    guard orReserved || !SwiftName.isReserved(word) else {
      throw error(
        "\"\(word)\" is a word of Swift", hint: word == "else" ? "write {{#else}}" : "choose another name")
    }
    skipSpace()
    return word
  }

  /// The rest of the tag as the path of a file below the folder of the target.
  mutating func filePath() throws(SourceError) -> String {
    let path = rest.take(while: { !$0.isHTMLSpace })
    guard !path.isEmpty, !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else {
      throw error("the path of a file below this target's folder is missing", hint: "{{embed: base.css}}")
    }
    try expectEnd()
    return path
  }

  mutating func path() throws(SourceError) -> Path {
    var parts = [try name()]
    while skip(".") { parts.append(try name(orReserved: true)) }
    return Path(parts: parts)
  }

  /// `name(label: value, …)`; the parentheses may be missing when there are no arguments.
  mutating func call() throws(SourceError) -> TemplateCall {
    var call = TemplateCall(name: try name(), arguments: [])
    guard skip("("), !skip(")") else { return call }
    repeat {
      let label = try name()
      try expect(":")
      call.arguments.append((label, try argument()))
    } while skip(",")
    try expect(")")
    return call
  }

  private mutating func argument() throws(SourceError) -> TemplateCall.Argument {
    if rest.next == "\"" {
      rest.take()
      let text = rest.take(while: { $0 != "\"" && $0 != "\\" && $0 != "\n" })
      guard rest.take() == "\"" else {
        throw error("this string has no end in its line, or a backslash in it")
      }
      skipSpace()
      return .literal("\"\(text)\"")
    }
    if rest.next == "-" || rest.next?.isASCIIDigit == true {
      let sign = skip("-") ? "-" : ""
      let number = sign + rest.take(while: \.isASCIIDigit)
      skipSpace()
      return .literal(number)
    }
    for word in ["true", "false"] where skip(word) { return .literal(word) }
    return .path(try path())
  }

  /// `name(label: Type, …)`
  mutating func header() throws(SourceError) -> TemplateHeader {
    var header = TemplateHeader(name: try name(), parameters: [])
    try expect("(")
    if skip(")") { return header }
    repeat {
      let name = try name()
      guard name != "html" else { throw error("\"html\" is the page itself", hint: "choose another name") }
      try expect(":")
      header.parameters.append(.init(name: name, type: try type()))
    } while skip(",")
    try expect(")")
    return header
  }

  /// A Swift type such as `[Event]`, `Event?` or `Dictionary<String, Int>`.
  private mutating func type() throws(SourceError) -> String {
    var depth = 0
    let text = rest.take { scalar in
      switch scalar {
      case "[", "<": depth += 1
      case "]", ">": depth -= 1
      case ",", ")": if depth == 0 { return false }
      case ".", "?", ":", " ", "_": break
      default: if !scalar.isASCIILetter && !scalar.isASCIIDigit { return false }
      }
      return true
    }
    guard !text.isEmpty, depth == 0 else { throw error("a type is missing before \"\(rest.string)\"") }
    return text
  }
}

extension Unicode.Scalar {
  var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
