/// Where in a page one stands, after the static text read so far.
///
/// It reads HTML more strictly than a browser: every element is closed, every attribute value stands
/// in double quotes. So the place of each piece of data is known for certain, and with it the escaping
/// it needs. Static text that leaves this subset is an error.
struct HTMLContext {
  /// How data is written at a place: the function of `HTMLWriter`.
  enum Slot: String {
    case text, url, urlComponent, number
  }

  enum Place: Hashable {
    case text
    /// In `<title>` or `<textarea>`, which hold text and no elements.
    case plainText(String)
    case style
    /// Between the attributes of a start tag.
    case tag(String)
    /// In the value of an attribute, after its static beginning.
    case value(element: String, attribute: String, text: String)
    /// In the value of a URL attribute that data has filled completely.
    case filledURL(element: String)
  }

  let file: String
  private(set) var place = Place.text
  /// The elements that are open, outermost first.
  private(set) var open: [String] = []
  /// The attributes seen in the current start tag.
  private(set) var attributes: Set<String> = []
  private var isAfterSpace = false

  init(file: String) {
    self.file = file
  }

  // MARK: Changes

  mutating func enter(_ place: Place) {
    self.place = place
    isAfterSpace = false
  }

  mutating func push(_ element: String) { open.append(element) }

  mutating func returnToText() { enter(.text) }

  mutating func noteSpace(_ space: String) { isAfterSpace = isAfterSpace || !space.isEmpty }

  var hasSpaceBefore: Bool { isAfterSpace }

  mutating func add(_ attribute: String, at position: Position) throws(SourceError) {
    guard attributes.insert(attribute.lowercased()).inserted else {
      throw SourceError(file, at: position, "this tag has \(attribute) twice")
    }
    isAfterSpace = false
  }

  /// Whether both stand at the same place within the same elements.
  func isSamePlace(as other: Self) -> Bool { shape == other.shape && open == other.open }

  /// The place without what was already written of an attribute's value.
  private var shape: Place {
    if case .value(let element, let attribute, _) = place {
      return .value(element: element, attribute: attribute, text: "")
    }
    return place
  }

  /// What the outer place has to know after a block whose branches ended in `branches`.
  mutating func join(_ branches: [Self]) {
    for branch in branches { attributes.formUnion(branch.attributes) }
    isAfterSpace = false
  }

  /// In words, for messages.
  var description: String {
    let inside = open.last.map { "inside <\($0)>" } ?? "outside of all elements"
    return switch place {
    case .text, .plainText, .style: inside
    case .tag(let element): "in the tag <\(element)"
    case .value(_, let attribute, _): "in the value of \(attribute)"
    case .filledURL: "in the value of a URL"
    }
  }
}

// MARK: - Data

extension HTMLContext {
  /// How data at `position` is to be written.
  ///
  /// - Throws: `SourceError` where no escaping would make data harmless.
  mutating func slot(at position: Position) throws(SourceError) -> Slot {
    func error(_ reason: String, hint: String? = nil) -> SourceError {
      SourceError(file, at: position, reason, hint: hint)
    }
    switch place {
    case .text, .plainText: return .text
    case .style: throw error("data cannot stand in <style>", hint: "choose between classes instead")
    case .tag(let element):
      throw error(
        "data cannot stand inside the tag <\(element)", hint: "put it into an attribute's value: name=\"{{…}}\"")
    case .filledURL:
      throw error("this URL is already complete", hint: "build the whole URL in the model")
    case .value(let element, let attribute, let text):
      switch HTMLRules.attribute(attribute, of: element) {
      case .text: return .text
      case .number: return .number
      case .literal(let hint):
        throw error("data cannot stand in the attribute \(attribute) of <\(element)>", hint: hint)
      case .url:
        if text.isEmpty {
          place = .filledURL(element: element)
          return .url
        }
        guard text.contains(where: { ":/?#".contains($0) }) else {
          throw error(
            "here data could choose the scheme of the URL",
            hint: "begin with text up to /, ?, # or :, or give the whole URL as one value")
        }
        try checkScheme(of: text, hasData: true, at: position)
        return .urlComponent
      }
    }
  }

  /// - Throws: `SourceError` unless elements may stand here.
  func expectText(for what: String, at position: Position) throws(SourceError) {
    guard place == .text else {
      throw SourceError(file, at: position, "\(what) can only stand between elements, not \(description)")
    }
  }

  /// - Throws: `SourceError` where a choice between pieces of markup would make the place uncertain.
  func expectBlockAllowed(_ word: String, at position: Position) throws(SourceError) {
    let reason: String
    switch place {
    case .style: reason = "{{#\(word)}} cannot stand in <style>"
    case .filledURL: reason = "{{#\(word)}} cannot stand in a URL"
    case .value(let element, let attribute, _) where HTMLRules.attribute(attribute, of: element) == .url:
      reason = "{{#\(word)}} cannot stand in a URL"
    default: return
    }
    throw SourceError(file, at: position, reason, hint: "choose in the model")
  }

  func checkScheme(of url: String, hasData: Bool, at position: Position) throws(SourceError) {
    guard let delimiter = url.firstIndex(where: { ":/?#".contains($0) }), url[delimiter] == ":" else { return }
    let scheme = url[..<delimiter].lowercased()
    if ["http", "https", "mailto"].contains(scheme) || scheme == "data" && !hasData { return }
    throw SourceError(
      file, at: position, "URLs with \(scheme): cannot stand \(hasData ? "before data" : "in a template")",
      hint: "http:, https: and mailto: can")
  }
}

// MARK: - Static text

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
        place = .tag(element)
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
        throw error(start, "this comment has no end before the next {{…}}", hint: "use {{! … }} for comments")
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
      attributes = []
      isAfterSpace = false
      place = .tag(element)
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
    open.removeLast()
    output += "</\(element)>"
    place = .text
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
