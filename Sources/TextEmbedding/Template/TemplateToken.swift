/// One piece of a template: static text, or what stands between `{{` and `}}`.
enum TemplateToken: Hashable {
  case markup(Markup)
  /// The text between the braces, without outer white space.
  case tag(String, Position)

  /// Cuts a template into tokens.
  ///
  /// A block tag or comment that is alone in its line takes the whole line with it, so that templates
  /// can be indented as one likes and the page is not.
  static func tokens(of file: TextFile) throws(SourceError) -> [Self] {
    var tokens: [Self] = []
    var rest = Markup(file.text)
    while !rest.isEmpty {
      let start = rest.position
      var copy = rest
      guard let text = copy.take(through: "{{") else {
        tokens.append(.markup(rest))
        break
      }
      tokens.append(.markup(Markup(text, position: start)))
      let position = Position(line: copy.position.line, column: copy.position.column - 2)
      if copy.next == "{" || copy.next == "&" {
        throw SourceError(
          file.location, at: position, "a template cannot write data unescaped",
          hint: "use {{…}}; the place decides how the data is escaped")
      }
      guard let tag = copy.take(through: "}}") else {
        throw SourceError(file.location, at: position, "this {{ has no }}")
      }
      tokens.append(.tag(trimmed(tag), position))
      rest = copy
    }
    return withoutStandaloneLines(tokens)
  }

  private static func withoutStandaloneLines(_ tokens: [Self]) -> [Self] {
    var result = tokens
    for index in tokens.indices {
      guard case .tag(let tag, _) = tokens[index], let sigil = tag.first, "#/!".contains(sigil) else {
        continue
      }
      // Decided on the original text, so that two tags in adjacent lines are both alone.
      let isFirst = index == 0 || tokens[index - 1].endsWithIndentation
      let isLast = index + 1 == tokens.count || tokens[index + 1].beginsWithLineEnd
      guard isFirst, isLast else { continue }
      if index > 0, case .markup(var before) = result[index - 1] {
        before.dropIndentation()
        result[index - 1] = .markup(before)
      }
      if index + 1 < result.count, case .markup(var after) = result[index + 1] {
        after.take(while: { $0 == " " || $0 == "\t" })
        after.take()
        result[index + 1] = .markup(after)
      }
    }
    return result
  }

  private var endsWithIndentation: Bool {
    guard case .markup(let markup) = self else { return false }
    let line = markup.rest.dropLast { $0 == " " || $0 == "\t" }
    return line.isEmpty ? markup.position.column == 1 : line.last == "\n"
  }

  private var beginsWithLineEnd: Bool {
    guard case .markup(var markup) = self else { return false }
    markup.take(while: { $0 == " " || $0 == "\t" })
    return markup.next == "\n"
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while scalars.first?.isHTMLSpace == true { scalars.removeFirst() }
    while scalars.last?.isHTMLSpace == true { scalars.removeLast() }
    return String(scalars)
  }
}

extension SourceError {
  init(_ file: String, at position: Position, _ reason: String, hint: String? = nil) {
    self.init(file, line: position.line, column: position.column, reason, hint: hint)
  }
}
