extension JSONValue {
  /// The document as UTF-8, the same bytes for the same value.
  ///
  /// - Parameters:
  ///   - sortedKeys: members in the order of their names' bytes; otherwise in their own order.
  ///   - pretty: two-space indentation and one line for each element; no line end behind the document.
  ///
  /// Floats are written as the shortest text that reads back to the same value. JSON has no word for
  /// infinities and NaN: they become `null`.
  public func serialised(sortedKeys: Bool = false, pretty: Bool = false) -> [UInt8] {
    var writer = ValueWriter(sortedKeys: sortedKeys, pretty: pretty)
    writer.write(self, indent: 0)
    return writer.bytes
  }

  /// The document as text; see `serialised`.
  public func text(sortedKeys: Bool = false, pretty: Bool = false) -> String {
    String(decoding: serialised(sortedKeys: sortedKeys, pretty: pretty), as: UTF8.self)
  }

  /// Appends `text` as a JSON string with its quotes.
  ///
  /// Escaped are quote, backslash, control characters, DEL, and the line separators U+2028 and U+2029,
  /// which end a line in other languages' eyes.
  public static func appendString(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      let isPlain = utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
      if isPlain { bytes.append(contentsOf: utf8) }
      return isPlain
    }
    if !isPlain { appendEscaped(text, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += Array("\\\"".utf8)
      case "\\": bytes += Array("\\\\".utf8)
      case "\n": bytes += Array("\\n".utf8)
      case "\r": bytes += Array("\\r".utf8)
      case "\t": bytes += Array("\\t".utf8)
      case "\u{8}": bytes += Array("\\b".utf8)
      case "\u{C}": bytes += Array("\\f".utf8)
      case "\0"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}": appendUnit(scalar.value, to: &bytes)
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }

  private static func appendUnit(_ unit: UInt32, to bytes: inout [UInt8]) {
    bytes += Array("\\u".utf8)
    for shift in [UInt32(12), 8, 4, 0] {
      let digit = UInt8(truncatingIfNeeded: unit >> shift) & 0xF
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}

private struct ValueWriter {
  let sortedKeys: Bool
  let pretty: Bool
  var bytes: [UInt8] = []

  mutating func write(_ value: JSONValue, indent: Int) {
    switch value {
    case .null: bytes += Array("null".utf8)
    case .bool(let value): bytes += Array((value ? "true" : "false").utf8)
    case .int(let value): bytes += Array(value.description.utf8)
    case .double(let value): bytes += Array((value.isFinite ? value.description : "null").utf8)
    case .string(let value): JSONValue.appendString(value, to: &bytes)
    case .array(let elements):
      list(elements, "[", "]", indent: indent) { writer, element in
        writer.write(element, indent: indent + 1)
      }
    case .object(let members):
      let ordered =
        sortedKeys
        ? members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) } : members
      list(ordered, "{", "}", indent: indent) { writer, member in
        JSONValue.appendString(member.name, to: &writer.bytes)
        writer.bytes += Array((writer.pretty ? ": " : ":").utf8)
        writer.write(member.value, indent: indent + 1)
      }
    }
  }

  private mutating func list<Item>(
    _ items: [Item], _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, indent: Int,
    _ write: (inout ValueWriter, Item) -> Void
  ) {
    bytes.append(UInt8(ascii: opening))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      newLine(indent + 1)
      write(&self, item)
    }
    if !items.isEmpty { newLine(indent) }
    bytes.append(UInt8(ascii: closing))
  }

  private mutating func newLine(_ indent: Int) {
    guard pretty else { return }
    bytes.append(0x0A)
    bytes += repeatElement(0x20, count: indent * 2)
  }
}
