/// The lines at the beginning of a file, one by one.
struct ProofLines {
  let bytes: [UInt8]
  /// Where the next line begins.
  var position = 0
  /// The number of the line last given, from 1.
  var number = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next line without its newline; nil when no newline follows, or the line is not UTF-8.
  mutating func next() -> String? {
    number += 1
    guard let end = bytes[position...].firstIndex(of: 0x0A) else { return nil }
    defer { position = end + 1 }
    return String(validating: bytes[position..<end], as: UTF8.self)
  }
}
