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
    let text = slice.kind == .string ? slice.string(in: bytes).lowercased() : ""
    guard text.utf8.count == 64, text.utf8.allSatisfy(isHexadecimal) else {
      throw Rejection(
        reason: .badValue, path: path,
        explanation: "expected 64 hexadecimal digits, found \(slice.shown(in: bytes))")
    }
    return text
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
    default: false
    }
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
    let expected = hash.string(in: bytes).lowercased()
    return sum.finalize().hexadecimal == expected
  }
}

extension SHA256.Digest {
  fileprivate var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
