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
        "data cannot stand inside the tag <\(element)",
        hint: "put it into an attribute's value: name=\"{{…}}\"")
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
          enter(.filledURL(element: element))
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
    case .tag where word == "each": reason = "{{#each}} would repeat attributes of one tag"
    case .style: reason = "{{#\(word)}} cannot stand in <style>"
    case .filledURL: reason = "{{#\(word)}} cannot stand in a URL"
    case .value(let element, let attribute, _) where HTMLRules.attribute(attribute, of: element) == .url:
      reason = "{{#\(word)}} cannot stand in a URL"
    default: return
    }
    throw SourceError(file, at: position, reason, hint: "choose in the model")
  }

  func checkScheme(of url: String, hasData: Bool, at position: Position) throws(SourceError) {
    guard let delimiter = url.firstIndex(where: { ":/?#".contains($0) }), url[delimiter] == ":" else {
      return
    }
    let scheme = url[..<delimiter].lowercased()
    if ["http", "https", "mailto"].contains(scheme) || scheme == "data" && !hasData { return }
    throw SourceError(
      file, at: position, "URLs with \(scheme): cannot stand \(hasData ? "before data" : "in a template")",
      hint: "http:, https: and mailto: can")
  }
}
