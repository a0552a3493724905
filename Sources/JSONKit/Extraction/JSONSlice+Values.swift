extension JSONSlice {
  /// The text of a string, unescaped; of any other value the bytes as written.
  public func string(in bytes: [UInt8]) -> String {
    if kind == .string && hasEscapes { return String(decoding: unescaped(in: bytes), as: UTF8.self) }
    return String(decoding: bytes[content.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// True when the value is a string whose text is `text`, byte for byte; no String is made.
  public func equals(_ text: StaticString, in bytes: [UInt8]) -> Bool {
    guard kind == .string, text.hasPointerRepresentation else { return false }
    let expected = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    if hasEscapes { return unescaped(in: bytes).elementsEqual(expected) }
    let content = content.clamped(to: 0..<bytes.count)
    guard content.count == expected.count, let wanted = expected.baseAddress else {
      return content.count == expected.count
    }
    return bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return false }
      return Words.same(base + content.lowerBound, wanted, count: content.count)
    }
  }

  /// An integer written without fraction or exponent that fits 64 bits; nil for anything else.
  public func int(in bytes: [UInt8]) -> Int64? {
    guard kind == .number else { return nil }
    var digits = bytes[range.clamped(to: 0..<bytes.count)]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits = digits.dropFirst() }
    guard !digits.isEmpty else { return nil }
    var value: Int64 = 0
    for byte in digits {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      // Below zero the range is one larger, so the sum is built with its sign.
      let step = isNegative ? -Int64(digit) : Int64(digit)
      let (sum, tooLarge) = tens.addingReportingOverflow(step)
      guard !overflow, !tooLarge else { return nil }
      value = sum
    }
    return value
  }

  /// The nearest 64-bit float of a number; nil for other values and for numbers beyond its range.
  public func double(in bytes: [UInt8]) -> Double? {
    guard kind == .number else { return nil }
    guard let value = Double(string(in: bytes)), value.isFinite else { return nil }
    return value
  }

  /// True or false for a boolean, nil for any other value.
  public var bool: Bool? {
    switch kind {
    case .true: true
    case .false: false
    default: nil
    }
  }

  /// The bytes of a string's text, such as a JSON document carried in a string.
  ///
  /// Of any other value the bytes as written.
  public func unescaped(in bytes: [UInt8]) -> [UInt8] {
    let raw = bytes[content.clamped(to: 0..<bytes.count)]
    return kind == .string && hasEscapes ? Unescaping.text(of: raw) : Array(raw)
  }
}
