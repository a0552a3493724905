/// One element of a header such as Accept: a value with its parameters.
struct HeaderElement: Equatable {
  /// In lower case.
  var value: String
  /// Names in lower case; quotes are taken off.
  var parameters: [String: String] = [:]
  /// How much it is wanted, 0…1.
  var quality = 1.0

  /// The elements of a header; those that are malformed are passed over (RFC 9110 §12.4.2, §5.6.6).
  static func list(_ header: String) -> [HeaderElement] {
    split(header, at: ",").compactMap(HeaderElement.init)
  }

  private init?(_ text: Substring) {
    var parts = Self.split(String(text), at: ";")[...]
    guard let first = parts.popFirst() else { return nil }
    value = first.trimmed.lowercased()
    guard !value.isEmpty else { return nil }
    for part in parts {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else { continue }
      let name = pair[0].trimmed.lowercased()
      let content = Self.unquoted(pair[1].trimmed)
      if name == "q" {
        guard let quality = Double(content), (0...1).contains(quality) else { return nil }
        self.quality = quality
      } else {
        parameters[name] = content
      }
    }
  }

  /// Splits at a separator that does not stand in quotes.
  private static func split(_ text: String, at separator: Character) -> [Substring] {
    var parts: [Substring] = []
    var (start, isQuoted, isEscaped) = (text.startIndex, false, false)
    for index in text.indices {
      let character = text[index]
      if isEscaped {
        isEscaped = false
      } else if isQuoted, character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if character == separator, !isQuoted {
        parts.append(text[start..<index])
        start = text.index(after: index)
      }
    }
    return parts + [text[start...]]
  }

  private static func unquoted(_ text: Substring) -> String {
    guard text.count >= 2, text.first == "\"", text.last == "\"" else { return String(text) }
    var content = ""
    var isEscaped = false
    for character in text.dropFirst().dropLast() {
      isEscaped = !isEscaped && character == "\\"
      if !isEscaped { content.append(character) }
    }
    return content
  }
}
