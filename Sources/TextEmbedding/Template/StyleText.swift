/// CSS as it goes into every page: without comments, indentation and empty lines.
enum StyleText {
  static func compact(_ css: String) -> String {
    var kept = String.UnicodeScalarView()
    var rest = Markup(css)
    while let scalar = rest.next {
      if rest.begins(with: "/*") {
        rest.take()
        rest.take()
        _ = rest.take(through: "*/")
      } else if scalar == "\"" || scalar == "'" {
        kept.append(scalar)
        rest.take()
        kept.append(contentsOf: rest.take(while: { $0 != scalar && $0 != "\n" }).unicodeScalars)
        if let end = rest.take() { kept.append(end) }
      } else {
        kept.append(scalar)
        rest.take()
      }
    }
    return String(kept).split(separator: "\n")
      .map { $0.drop(while: \.isWhitespace) }
      .filter { !$0.isEmpty }
      .joined(separator: "\n")
  }
}
