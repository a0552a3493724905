import Crypto
import JSONKit
import Remediation

/// The hash chain that a ledger may carry in its own entries.
///
/// `hash` is the last member: the SHA-256, in hexadecimal, of the entry's bytes before `,"hash"` and a
/// closing brace. `prevhash` is the `hash` of the entry before.
enum LedgerChain {
  static func read(
    _ record: RecordView, sequence: JSONSlice?, previous: JSONSlice?, hash: JSONSlice?
  ) throws(Rejection) -> LedgerChainLink? {
    guard sequence != nil || previous != nil || hash != nil else { return nil }
    let bytes = record.bytes
    let number = try sequence.map { slice throws(Rejection) in
      // CloudEvents' extension of that name is text.
      guard let number = slice.int(in: bytes) ?? slice.ifText.flatMap({ Int64($0.string(in: bytes)) }) else {
        throw Rejection(
          reason: .badType, path: "/sequence",
          explanation: "expected a whole number, found \(slice.shown(in: bytes))")
      }
      return number
    }
    return LedgerChainLink(
      sequence: number, previousHash: try digest(previous, "/prevhash", bytes),
      hash: try digest(hash, "/hash", bytes), isIntact: hash.map { isIntact($0, record) } ?? true)
  }

  private static func digest(
    _ slice: JSONSlice?, _ path: String, _ bytes: [UInt8]
  ) throws(Rejection) -> String? {
    guard let slice else { return nil }
    let text = slice.kind == .string ? content(of: slice, in: bytes) : []
    guard text.count == 64, text.allSatisfy({ $0.hexadecimalValue != nil }) else {
      throw Rejection(
        reason: .badValue, path: path,
        explanation: "expected 64 hexadecimal digits, found \(slice.shown(in: bytes))")
    }
    let digits = String(decoding: text, as: UTF8.self)
    let isLowercase = text.allSatisfy { !(UInt8(ascii: "A")...UInt8(ascii: "F")).contains($0) }
    return isLowercase ? digits : digits.lowercased()
  }

  /// The bytes of a text, which are seldom escaped.
  private static func content(of text: JSONSlice, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    text.hasEscapes ? text.unescaped(in: bytes)[...] : bytes[text.content]
  }

  /// Whether the hash is that of the entry's bytes, and is its last member.
  private static func isIntact(_ hash: JSONSlice, _ record: RecordView) -> Bool {
    let bytes = record.bytes
    let name = Array(",\"hash\"".utf8)
    // Between the name and the value there is a colon, and blanks perhaps.
    var end = hash.start - 1
    while end > record.range.lowerBound, bytes[end].isBlank || bytes[end] == UInt8(ascii: ":") { end -= 1 }
    let start = end + 1 - name.count
    guard start > record.range.lowerBound, bytes[start...end].elementsEqual(name),
      bytes[hash.end..<record.range.upperBound - 1].allSatisfy(\.isBlank)
    else { return false }
    var sum = SHA256()
    bytes.withUnsafeBytes {
      sum.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[record.range.lowerBound..<start]))
    }
    sum.update(data: [UInt8(ascii: "}")])
    return sum.finalize().isWritten(in: content(of: hash, in: bytes))
  }
}

extension SHA256.Digest {
  /// Whether the text is the digest's, two digits for each byte.
  fileprivate func isWritten(in text: ArraySlice<UInt8>) -> Bool {
    guard text.count == 2 * Self.byteCount else { return false }
    var place = text.startIndex
    for byte in self {
      guard text[place].hexadecimalValue == byte >> 4, text[place + 1].hexadecimalValue == byte & 15 else {
        return false
      }
      place += 2
    }
    return true
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit of either case; nil for any other character.
  fileprivate var hexadecimalValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
