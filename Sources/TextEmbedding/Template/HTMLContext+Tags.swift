extension HTMLContext {
  /// Reads what stands between the attributes of a start tag, and the next attribute up to its value.
  mutating func readTag(
    _ element: String, _ markup: inout Markup, _ output: inout String
  ) throws(SourceError) {
    func error(_ reason: String, hint: String? = nil) -> SourceError {
      SourceError(file, at: markup.position, reason, hint: hint)
    }
    let space = markup.take(while: \.isHTMLSpace)
    output += space
    noteSpace(space)
    guard let next = markup.next else { return }
    switch next {
    case ">":
      markup.take()
      output += ">"
      try opened(element, markup, &output)
    case "/":
      guard HTMLRules.voidElements.contains(element) || HTMLRules.emptyGraphics.contains(element) else {
        throw error("<\(element)/> is not closed by its slash", hint: "write <\(element)></\(element)>")
      }
      markup.take()
      guard markup.take() == ">" else { throw error("> is missing after /") }
      output += HTMLRules.voidElements.contains(element) ? ">" : "/>"
      returnToText()
    case "\"", "'", "<", "=": throw error("\"\(next)\" cannot stand between attributes")
    default:
      guard hasSpaceBefore else { throw error("white space is missing before this attribute") }
      try readAttribute(element, &markup, &output)
    }
  }

  private mutating func readAttribute(
    _ element: String, _ markup: inout Markup, _ output: inout String
  ) throws(SourceError) {
    let start = markup.position
    func error(_ reason: String, hint: String? = nil) -> SourceError {
      SourceError(file, at: start, reason, hint: hint)
    }
    let name = markup.take { !$0.isHTMLSpace && !["\"", "'", "<", ">", "/", "="].contains($0) }
    guard !name.lowercased().hasPrefix("on"), !["srcdoc", "ping"].contains(name.lowercased()) else {
      throw error("the attribute \(name) cannot stand in a page", hint: "pages hold no scripts")
    }
    try add(name, at: start)
    output += name
    guard markup.next == "=" else { return }
    markup.take()
    guard markup.next == "\"" else {
      throw error("the value of \(name) is not in double quotes", hint: "write \(name)=\"…\"")
    }
    markup.take()
    output += "=\""
    enter(.value(element: element, attribute: name, text: ""))
  }

  /// Reads the static text of an attribute's value.
  mutating func readValue(
    of attribute: String, in element: String, after before: String,
    _ markup: inout Markup, _ output: inout String
  ) throws(SourceError) {
    let start = markup.position
    let text = try text(&markup, before: "\"")
    output += text
    guard !markup.isEmpty else {
      return enter(.value(element: element, attribute: attribute, text: before + text))
    }
    if HTMLRules.attribute(attribute, of: element) == .url {
      try checkScheme(of: before + text, hasData: false, at: start)
    }
    markup.take()
    output += "\""
    enter(.tag(element))
  }

  private mutating func opened(
    _ element: String, _ markup: Markup, _ output: inout String
  ) throws(SourceError) {
    guard !HTMLRules.voidElements.contains(element) else { return returnToText() }
    push(element)
    switch element {
    case "title", "textarea": enter(.plainText(element))
    case "style": enter(.style)
    default: enter(.text)
    }
    // A browser drops one line end right after these tags: give it one of ours rather than the data's.
    if ["pre", "textarea", "listing"].contains(element), markup.isEmpty { output += "\n" }
  }
}
