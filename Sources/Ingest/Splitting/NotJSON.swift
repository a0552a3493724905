/// Text whose first characters show that it is no JSON array or object.
struct NotJSON {
  let explanation: String
  let hint: String

  /// Nil for JSON, for white space and for nothing at all.
  init?(_ bytes: [UInt8], from start: Int) {
    guard let first = Self.nonBlank(bytes, from: start) else { return nil }
    let second = Self.nonBlank(bytes, from: first + 1)
    switch bytes[first] {
    case UInt8(ascii: "{"):
      guard let second, bytes[second] != UInt8(ascii: "\""), bytes[second] != UInt8(ascii: "}") else {
        return nil
      }
    case UInt8(ascii: "["):
      guard let second, !Self.mayBeginElement(bytes[second]) else { return nil }
    default: break
    }
    let head = String(decoding: bytes[first..<min(first + 64, bytes.count)], as: UTF8.self)
    explanation = "expected JSON, found text that begins with \(SafeText.shown(head))"
    hint = Self.hint(head)
  }

  private static func mayBeginElement(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "-"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
      true
    default: false
    }
  }

  private static func hint(_ head: String) -> String {
    if head.hasPrefix("<") { return "this looks like XML or HTML; export findings as JSON" }
    if head.hasPrefix("PK") { return "this looks like a zip archive; unpack it first" }
    if head.hasPrefix("\u{28}\u{FFFD}") || head.hasPrefix("(\u{FFFD}/") {
      return "this looks like zstd; unpack it first"
    }
    let firstLine = head.prefix { $0 != "\n" && $0 != "\r\n" }
    if firstLine.contains(",") || firstLine.contains(";") {
      return "CSV is read through a mapping: closeout ingest --map MAPPING.yaml FILE"
    }
    return "closeout sources lists what is read"
  }

  private static func nonBlank(_ bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if !bytes[index].isBlank { return index }
      index += 1
    }
    return nil
  }
}
