extension Instant {
  /// Reads a timestamp as AWS writes and accepts them.
  ///
  /// Grammar: `YYYY-MM-DD(T| )HH:MM:SS[.d{1,9}](Z|±HH[[:]MM])`, offsets to ±18:00, `23:59:60` counted as
  /// the next midnight. Digits finer than a millisecond are cut off. Returns nil for anything else, also
  /// for an instant that its offset moves out of the years 0000 to 9999 of UTC.
  ///
  /// Source: AWS Security Hub API Reference, "Data types: timestamps"; RFC 3339 §5.6.
  public init?(rfc3339 bytes: some RandomAccessCollection<UInt8>) {
    var cursor = DigitCursor(bytes)
    guard let year = cursor.number(digits: 4), cursor.skip("-"),
      let month = cursor.number(digits: 2), cursor.skip("-"),
      let day = cursor.number(digits: 2),
      let length = CivilDate.length(ofMonth: month, year: year), day >= 1, day <= length,
      cursor.skip("T") || cursor.skip("t") || cursor.skip(" "),
      let hour = cursor.number(digits: 2), hour < 24, cursor.skip(":"),
      let minute = cursor.number(digits: 2), minute < 60, cursor.skip(":"),
      let second = cursor.number(digits: 2),
      second < 60 || (second == 60 && hour == 23 && minute == 59)
    else { return nil }
    var millisecond = 0
    if cursor.skip(".") {
      guard let fraction = cursor.fractionInMilliseconds() else { return nil }
      millisecond = fraction
    }
    guard let offsetMinutes = cursor.offsetInMinutes(), cursor.isAtEnd else { return nil }
    let days = CivilDate(year: year, month: month, day: day).daysSinceEpoch
    let seconds = days * 86_400 + Int64(hour * 3600 + minute * 60 + second - offsetMinutes * 60)
    guard (Self.firstSecond...Self.lastSecond).contains(seconds) else { return nil }
    self.init(milliseconds: seconds * 1000 + Int64(millisecond))
  }

  /// Reads the timestamp that fills a range of bytes, without making a copy of it.
  public init?(rfc3339 bytes: [UInt8], in range: Range<Int>) {
    let range = range.clamped(to: 0..<bytes.count)
    let instant = bytes.withUnsafeBufferPointer { buffer in
      let text = UnsafeBufferPointer(rebasing: buffer[range])
      // Nearly all timestamps are of two lengths and one layout.
      return Instant(commonForm: text) ?? Instant(rfc3339: text)
    }
    guard let instant else { return nil }
    self = instant
  }

  /// Reads `YYYY-MM-DDTHH:MM:SSZ` and `YYYY-MM-DDTHH:MM:SS.mmmZ`, day 1 to 28, seconds to 59; nil for the rest.
  private init?(commonForm text: UnsafeBufferPointer<UInt8>) {
    let hasFraction = text.count == 24
    guard hasFraction || text.count == 20, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
      text[text.count - 1] == UInt8(ascii: "Z"), !hasFraction || text[19] == UInt8(ascii: ".")
    else { return nil }
    var wrong: UInt8 = 0
    func digit(_ index: Int) -> Int {
      let value = text[index] &- UInt8(ascii: "0")
      wrong |= value > 9 ? 1 : 0
      return Int(value)
    }
    func pair(_ index: Int) -> Int { digit(index) * 10 + digit(index + 1) }
    let year = pair(0) * 100 + pair(2)
    let (month, day, hour, minute, second) = (pair(5), pair(8), pair(11), pair(14), pair(17))
    let millisecond = hasFraction ? digit(20) * 100 + pair(21) : 0
    guard wrong == 0, month >= 1, month <= 12, day >= 1, day <= 28, hour < 24, minute < 60, second < 60
    else { return nil }
    let days = CivilDate(year: year, month: month, day: day).daysSinceEpoch
    self.init(
      milliseconds: (days * 86_400 + Int64(hour * 3600 + minute * 60 + second)) * 1000 + Int64(millisecond))
  }

  /// Reads a timestamp from text; see ``init(rfc3339:)-(RandomAccessCollection)``.
  public init?(_ text: String) {
    self.init(rfc3339: Array(text.utf8))
  }

  private static let firstSecond: Int64 = -62_167_219_200
  private static let lastSecond: Int64 = 253_402_300_799

  /// The instant as `YYYY-MM-DDTHH:MM:SS.mmmZ`; without the fraction where it is zero.
  ///
  /// A year outside 0000 to 9999, which no source can write as text, has its sign and all its digits
  /// (ISO 8601 expanded representation).
  public var rfc3339: String {
    let date = CivilDate(self)
    let inDay = milliseconds.flooredRemainder(dividingBy: .day)
    var text = [UInt8]()
    text.reserveCapacity(24)
    if (0...9999).contains(date.year) {
      text.append(decimal: Int64(date.year), width: 4)
    } else {
      text.append(contentsOf: (date.year < 0 ? "" : "+").utf8)
      text.append(contentsOf: String(date.year).utf8)
    }
    text.append(UInt8(ascii: "-"))
    text.append(decimal: Int64(date.month), width: 2)
    text.append(UInt8(ascii: "-"))
    text.append(decimal: Int64(date.day), width: 2)
    text.append(UInt8(ascii: "T"))
    text.append(decimal: inDay / 3_600_000, width: 2)
    text.append(UInt8(ascii: ":"))
    text.append(decimal: inDay / 60_000 % 60, width: 2)
    text.append(UInt8(ascii: ":"))
    text.append(decimal: inDay / 1000 % 60, width: 2)
    if inDay % 1000 != 0 {
      text.append(UInt8(ascii: "."))
      text.append(decimal: inDay % 1000, width: 3)
    }
    text.append(UInt8(ascii: "Z"))
    return String(decoding: text, as: UTF8.self)
  }
}

extension Instant: CustomStringConvertible {
  public var description: String { rfc3339 }
}

extension [UInt8] {
  fileprivate mutating func append(decimal value: Int64, width: Int) {
    var divisor: Int64 = 1
    for _ in 1..<width { divisor *= 10 }
    var rest = value
    for _ in 0..<width {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / divisor % 10))
      rest %= divisor
      divisor /= 10
    }
  }
}

/// Walks the digits and separators of a timestamp without making a String of it.
private struct DigitCursor<Bytes: RandomAccessCollection<UInt8>> {
  private let bytes: Bytes
  private var index: Bytes.Index

  init(_ bytes: Bytes) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  var isAtEnd: Bool { index == bytes.endIndex }

  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: scalar) else { return false }
    bytes.formIndex(after: &index)
    return true
  }

  mutating func digit() -> Int? {
    guard index < bytes.endIndex else { return nil }
    let value = bytes[index] &- UInt8(ascii: "0")
    guard value < 10 else { return nil }
    bytes.formIndex(after: &index)
    return Int(value)
  }

  mutating func number(digits: Int) -> Int? {
    var value = 0
    for _ in 0..<digits {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// One to nine digits after the point, cut to three.
  mutating func fractionInMilliseconds() -> Int? {
    guard let first = digit() else { return nil }
    var value = first * 100
    var scale = 10
    var count = 1
    while let digit = digit() {
      value += digit * scale
      scale /= 10
      count += 1
      guard count <= 9 else { return nil }
    }
    return value
  }

  /// `Z`, `±HH`, `±HHMM` or `±HH:MM`, at most eighteen hours.
  mutating func offsetInMinutes() -> Int? {
    if skip("Z") || skip("z") { return 0 }
    let sign: Int
    if skip("+") {
      sign = 1
    } else if skip("-") {
      sign = -1
    } else {
      return nil
    }
    guard let hours = number(digits: 2) else { return nil }
    var minutes = 0
    if !isAtEnd {
      _ = skip(":")
      guard let value = number(digits: 2), value < 60 else { return nil }
      minutes = value
    }
    let total = hours * 60 + minutes
    return total <= 18 * 60 ? sign * total : nil
  }
}
