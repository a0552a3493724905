extension HTMLContext {
  /// Reads static text, moves on, and returns what goes to the page: the text without comments.
  mutating func read(_ markup: Markup) throws(SourceError) -> String {
    var markup = markup
    var output = ""
    while !markup.isEmpty {
      switch place {
      case .text: try readText(&markup, &output)
      case .plainText(let element): try readPlainText(of: element, &markup, &output)
      case .style: try readStyle(&markup, &output)
      case .tag(let element): try readTag(element, &markup, &output)
      case .value(let element, let attribute, let text):
        try readValue(of: attribute, in: element, after: text, &markup, &output)
      case .filledURL(let element):
        guard markup.next == "\"" else { throw error(markup, "a URL that is one value ends with it") }
        markup.take()
        output += "\""
        enter(.tag(element))
      }
    }
    return output
  }

  private func error(_ markup: Markup, _ reason: String, hint: String? = nil) -> SourceError {
    SourceError(file, at: markup.position, reason, hint: hint)
  }

  private mutating func readText(_ markup: inout Markup, _ output: inout String) throws(SourceError) {
    output += try text(&markup, before: "<")
    guard !markup.isEmpty else { return }
    let start = markup
    markup.take()
    if markup.begins(with: "!--") {
      guard markup.take(through: "-->") != nil else {
        throw error(
          start, "this comment has no end before the next {{…}}", hint: "use {{! … }} for comments")
      }
    } else if markup.begins(with: "!") {
      guard let text = markup.take(through: ">"), text.lowercased() == "!doctype html" else {
        throw error(start, "only <!DOCTYPE html> can stand here")
      }
      output += "<!DOCTYPE html>"
    } else if markup.next == "/" {
      markup.take()
      try close(&markup, start, &output)
    } else if markup.next?.isASCIILetter == true {
      let element = markup.take(while: { $0.isASCIILetter || $0.isASCIIDigit || $0 == "-" })
      if let hint = HTMLRules.forbiddenElements[element.lowercased()] {
        throw error(start, "<\(element)> cannot stand in a page", hint: hint)
      }
      guard element == element.lowercased() || HTMLRules.camelCaseGraphics.contains(element) else {
        throw error(start, "<\(element)> is not in lower case", hint: "write <\(element.lowercased())>")
      }
      output += "<" + element
      beginTag(element)
    } else {
      throw error(start, "this < begins no tag", hint: "write &lt;")
    }
  }

  /// Static text with whole character references only: the data behind an open `&` could complete it.
  func text(_ markup: inout Markup, before end: Unicode.Scalar) throws(SourceError) -> String {
    var text = ""
    while let next = markup.next, next != end {
      if next == "&" {
        let start = markup
        markup.take()
        let name = markup.take(while: { $0.isASCIILetter || $0.isASCIIDigit || $0 == "#" })
        guard !name.isEmpty, markup.take() == ";" else {
          throw error(start, "this & begins no character reference", hint: "write &amp;")
        }
        text += "&\(name);"
      } else {
        text += markup.take(while: { $0 != end && $0 != "&" })
      }
    }
    return text
  }

  private mutating func close(
    _ markup: inout Markup, _ start: Markup, _ output: inout String
  ) throws(SourceError) {
    let element = markup.take(while: { $0.isASCIILetter || $0.isASCIIDigit || $0 == "-" })
    guard markup.take() == ">" else { throw error(start, "this end tag is not of the form </name>") }
    guard open.last == element else {
      throw error(
        start, "</\(element)> closes " + (open.last.map { "<\($0)>" } ?? "nothing that this part opened"),
        hint: "every element is closed where it was opened")
    }
    pop()
    output += "</\(element)>"
    returnToText()
  }

  private mutating func readPlainText(
    of element: String, _ markup: inout Markup, _ output: inout String
  ) throws(SourceError) {
    output += try text(&markup, before: "<")
    guard !markup.isEmpty else { return }
    let start = markup
    markup.take()
    guard markup.next == "/" else { throw error(start, "<\(element)> holds text only", hint: "write &lt;") }
    markup.take()
    try close(&markup, start, &output)
  }

  private mutating func readStyle(_ markup: inout Markup, _ output: inout String) throws(SourceError) {
    output += markup.take(while: { $0 != "<" })
    guard !markup.isEmpty else { return }
    let start = markup
    markup.take()
    guard markup.next == "/" else { throw error(start, "< cannot stand in <style>") }
    markup.take()
    try close(&markup, start, &output)
  }
}
