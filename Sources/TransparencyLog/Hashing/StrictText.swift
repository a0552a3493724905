import Foundation

/// The one way each value may be written: two spellings of one value would be two hashes of one thing.
enum StrictText {
  static func base64(_ bytes: some Collection<UInt8>) -> String {
    var text: [UInt8] = []
    Array(bytes).withUnsafeBytes { append(base64: $0, to: &text) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Adds standard base 64 with its padding at the end of a buffer (RFC 4648 §4).
  static func append(base64 bytes: UnsafeRawBufferPointer, to buffer: inout [UInt8]) {
    let count = (bytes.count + 2) / 3 * 4
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { text in
      digits.withUnsafeBufferPointer { digits in
        for (index, place) in zip(stride(from: 0, to: bytes.count, by: 3), stride(from: 0, to: count, by: 4))
        {
          let left = bytes.count - index
          let (second, third) = (left > 1 ? bytes[index + 1] : 0, left > 2 ? bytes[index + 2] : 0)
          let group = UInt32(bytes[index]) << 16 | UInt32(second) << 8 | UInt32(third)
          text[place] = digits[Int(group >> 18)]
          text[place + 1] = digits[Int(group >> 12 & 63)]
          text[place + 2] = left > 1 ? digits[Int(group >> 6 & 63)] : UInt8(ascii: "=")
          text[place + 3] = left > 2 ? digits[Int(group & 63)] : UInt8(ascii: "=")
        }
      }
      buffer.append(contentsOf: text)
    }
  }

  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Reads standard base 64 with its padding, and refuses unused bits that are set (RFC 4648 §3.5).
  static func bytes(base64 text: some StringProtocol) -> [UInt8]? {
    guard let data = Data(base64Encoded: String(text)) else { return nil }
    return data.base64EncodedString().utf8.elementsEqual(text.utf8) ? Array(data) : nil
  }

  /// Reads ASCII digits without sign or leading zero.
  static func number(_ text: some StringProtocol) -> Int? {
    let digits = text.utf8
    guard let first = digits.first, digits.allSatisfy({ (0x30...0x39).contains($0) }),
      first != 0x30 || digits.count == 1
    else { return nil }
    return Int(text)
  }

  /// The lines of a text in which each one ends with a newline; nil when the last one does not.
  ///
  /// Split at the byte and not at the character, so that no combining mark hides a line's end.
  static func lines(_ text: String) -> [String]? {
    guard text.utf8.last == 0x0A else { return nil }
    return text.utf8.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// What follows a word and a space at the beginning of a line; nil when it begins otherwise.
  static func value(after word: String, in line: String) -> String? {
    let start = (word + " ").utf8
    guard line.utf8.starts(with: start) else { return nil }
    // Bytes are dropped and not characters: a combining mark would go with the space.
    return String(decoding: line.utf8.dropFirst(start.count), as: UTF8.self)
  }

  /// Whether two texts have the same bytes; `==` would also accept another normal form.
  static func same(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }
}
