extension Hash256: CustomStringConvertible {
  /// 64 lower-case hexadecimal digits.
  public var hex: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * Self.byteCount)
    appendHex(to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  /// 44 characters of standard base 64 (RFC 4648 §4).
  public var base64: String {
    var text: [UInt8] = []
    appendBase64(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Adds 44 characters of standard base 64 at the end of a buffer.
  public func appendBase64(to buffer: inout [UInt8]) {
    withUnsafeTemporaryAllocation(byteCount: Self.byteCount, alignment: 8) { memory in
      store(in: memory, at: 0)
      StrictText.append(base64: UnsafeRawBufferPointer(memory), to: &buffer)
    }
  }

  public var description: String { hex }

  /// Reads exactly 64 lower-case hexadecimal digits; nil for anything else.
  public init?(hex text: some StringProtocol) {
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in text.utf8 {
      let digit: UInt8
      switch character {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = character - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = character - UInt8(ascii: "a") + 10
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    guard high == nil else { return nil }
    self.init(bytes: bytes)
  }

  /// Reads canonical base 64 of 32 bytes; nil for anything else.
  public init?(base64 text: some StringProtocol) {
    guard let bytes = StrictText.bytes(base64: text) else { return nil }
    self.init(bytes: bytes)
  }
}
