/// A place in a text file; both numbers are counted from 1.
struct Position: Hashable {
  var line = 1
  var column = 1

  mutating func advance(past scalar: Unicode.Scalar) {
    if scalar == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }
}

/// Static text of a template, read from the front, that knows its place.
struct Markup: Hashable {
  private(set) var rest: ArraySlice<Unicode.Scalar>
  private(set) var position: Position

  init(_ text: String, position: Position = Position()) {
    rest = Array(text.unicodeScalars)[...]
    self.position = position
  }

  var next: Unicode.Scalar? { rest.first }
  var isEmpty: Bool { rest.isEmpty }

  var string: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: rest)
    return String(text)
  }

  func begins(with prefix: String) -> Bool {
    rest.starts(with: prefix.unicodeScalars)
  }

  /// Takes one scalar.
  @discardableResult
  mutating func take() -> Unicode.Scalar? {
    guard let scalar = rest.popFirst() else { return nil }
    position.advance(past: scalar)
    return scalar
  }

  /// Takes scalars as long as `isTaken` says so.
  @discardableResult
  mutating func take(while isTaken: (Unicode.Scalar) -> Bool) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = next, isTaken(scalar) {
      text.append(scalar)
      take()
    }
    return String(text)
  }

  /// Takes everything before `delimiter` and the delimiter; `nil` and nothing when there is none.
  mutating func take(through delimiter: String) -> String? {
    var copy = self
    var text = String.UnicodeScalarView()
    while !copy.begins(with: delimiter) {
      guard let scalar = copy.take() else { return nil }
      text.append(scalar)
    }
    for _ in delimiter.unicodeScalars { copy.take() }
    self = copy
    return String(text)
  }

  /// Drops spaces and tabs at the end, if nothing stands before them in their line.
  mutating func dropIndentation() {
    let kept = rest.dropLast { $0 == " " || $0 == "\t" }
    if kept.isEmpty || kept.last == "\n" { rest = kept }
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// Without the scalars at the end for which `isDropped` holds.
  func dropLast(while isDropped: (Unicode.Scalar) -> Bool) -> Self {
    var kept = self
    while let last = kept.last, isDropped(last) { kept.removeLast() }
    return kept
  }
}

extension Unicode.Scalar {
  /// White space between attributes in HTML.
  var isHTMLSpace: Bool { [" ", "\n", "\t", "\r", "\u{C}"].contains(self) }
}
