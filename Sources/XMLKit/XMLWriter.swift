import Markup

/// Writes an XML 1.0 document as UTF-8 bytes, the same bytes for the same calls.
///
/// Names are literals of the program; all values are escaped. A scalar that XML 1.0 cannot hold (ESC,
/// U+FFFE, NUL) is written as U+FFFD and reported in the output, so that the caller can show what was
/// lost. Carriage returns, line ends in attributes, and characters that a reader cannot see are written
/// as character references: a parser gives back exactly the text, and the file hides nothing.
///
/// Elements with child elements are indented by two spaces; elements with text are left as they are.
/// Namespaces are attributes: `["xmlns": "urn:closeout:evidence:1"]`.
public struct XMLWriter: ~Copyable {
  /// How many bytes of one text or attribute parsers take unless told otherwise (`xmllint --huge`);
  /// the writer does not shorten.
  public static let longestText = 10_000_000

  private struct Level {
    var name: StaticString
    var hasElements = false
    var hasText = false
  }

  private var bytes: [UInt8] = []
  private var levels: [Level] = []
  private var replaced: [XMLReplacement] = []
  private var isInStartTag = false

  /// - Parameter capacity: How many bytes to make room for at once.
  public init(capacity: Int = 16 << 10) {
    bytes.reserveCapacity(capacity)
    bytes.append(contentsOf: #"<?xml version="1.0" encoding="UTF-8"?>"#.utf8)
  }

  /// Ends the document.
  public consuming func finish() -> XMLOutput {
    bytes.append(UInt8(ascii: "\n"))
    return XMLOutput(bytes: bytes, replaced: replaced)
  }

  /// Hands over what was written so far and forgets it, so that a long document takes little memory.
  public mutating func takeBytes() -> [UInt8] {
    endStartTag()
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }
}

// MARK: - Elements

extension XMLWriter {
  /// Writes an element with text in it, or an empty one.
  ///
  /// - Parameters:
  ///   - attributes: In the order given; those with `nil` are left out.
  ///   - text: `nil` and the empty text both give `<name/>`.
  public mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], text: String? = nil
  ) {
    open(name, attributes)
    if let text { self.text(text) }
    close()
  }

  /// Writes an element and what `content` writes in it.
  public mutating func element<Failure: Error>(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
    content: (inout XMLWriter) throws(Failure) -> Void
  ) throws(Failure) {
    open(name, attributes)
    try content(&self)
    close()
  }

  /// Writes text into the current element.
  public mutating func text(_ text: String) {
    guard !text.isEmpty, !levels.isEmpty else { return }
    levels[levels.count - 1].hasText = true
    endStartTag()
    append(text, attribute: nil)
  }

  private mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) {
    endStartTag()
    let isMixed = levels.last?.hasText ?? false
    if !levels.isEmpty { levels[levels.count - 1].hasElements = true }
    if !isMixed { breakLine() }
    levels.append(Level(name: name))
    bytes.append(UInt8(ascii: "<"))
    append(name)
    for case (let name, let value?) in attributes {
      bytes.append(UInt8(ascii: " "))
      append(name)
      bytes.append(UInt8(ascii: "="))
      bytes.append(UInt8(ascii: "\""))
      append(value, attribute: name)
      bytes.append(UInt8(ascii: "\""))
    }
    isInStartTag = true
  }

  private mutating func close() {
    guard let level = levels.popLast() else { return }
    if isInStartTag {
      bytes.append(UInt8(ascii: "/"))
      endStartTag()
      return
    }
    if level.hasElements && !level.hasText { breakLine() }
    bytes.append(UInt8(ascii: "<"))
    bytes.append(UInt8(ascii: "/"))
    append(level.name)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func endStartTag() {
    guard isInStartTag else { return }
    bytes.append(UInt8(ascii: ">"))
    isInStartTag = false
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<(2 * levels.count) { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func append(_ name: StaticString) {
    name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }
}

// MARK: - Escaping

extension XMLWriter {
  private mutating func append(_ text: String, attribute: StaticString?) {
    var lost: [Unicode.Scalar] = []
    bytes.append(text, watching: xmlEscapes) { scalar, _, bytes in
      guard Self.needsEscape(scalar, inAttribute: attribute != nil) else { return false }
      if XMLCharacter.contains(scalar) {
        Self.appendEscaped(scalar, to: &bytes)
      } else {
        bytes.append(contentsOf: "\u{FFFD}".utf8)
        lost.append(scalar)
      }
      return true
    }
    for scalar in lost { report(scalar, attribute: attribute) }
  }

  private static func needsEscape(_ scalar: Unicode.Scalar, inAttribute: Bool) -> Bool {
    switch scalar {
    case "&", "<", ">": true
    case "\"", "\t", "\n": inAttribute
    default: UnseenScalars.contains(scalar)
    }
  }

  private static func appendEscaped(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar {
    case "&": bytes.append(contentsOf: "&amp;".utf8)
    case "<": bytes.append(contentsOf: "&lt;".utf8)
    case ">": bytes.append(contentsOf: "&gt;".utf8)
    case "\"": bytes.append(contentsOf: "&quot;".utf8)
    default:
      bytes.append(contentsOf: "&#x".utf8)
      bytes.append(contentsOf: String(scalar.value, radix: 16, uppercase: true).utf8)
      bytes.append(UInt8(ascii: ";"))
    }
  }

  private mutating func report(_ scalar: Unicode.Scalar, attribute: StaticString?) {
    let element = levels.last.map { "\($0.name)" } ?? ""
    let new = XMLReplacement(scalar: scalar, element: element, attribute: attribute.map { "\($0)" })
    if let known = replaced.firstIndex(where: { $0.isSamePlace(as: new) }) {
      replaced[known].count += 1
    } else {
      replaced.append(new)
    }
  }
}

/// The first bytes of all characters that `XMLWriter` may replace.
private let xmlEscapes = ByteTable { byte in
  "&<>\"\t\n".utf8.contains(byte) || UnseenScalars.canBegin(with: byte)
}
