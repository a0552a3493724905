extension HTMLWriter {
  /// Writes data as the whole value of `href`, `src` or another attribute that holds a URL.
  ///
  /// Allowed are `http://`, `https://` and `mailto:`, a fragment, and a relative reference. Anything
  /// else is written as `#`: another scheme, a name of another host without a scheme (`//host`), a
  /// backslash (browsers read it as a slash), and a control character (browsers drop some of them).
  public mutating func url(_ value: String) {
    guard Self.isAllowed(value) else { return bytes.append(UInt8(ascii: "#")) }
    for scalar in value.unicodeScalars {
      if scalar == " " || UnseenScalars.contains(scalar) {
        bytes.appendPercentEncoded(scalar)
      } else {
        text(String(Character(scalar)))
      }
    }
  }

  /// Writes data as one part of a URL, after text of the template such as `records/`.
  ///
  /// All bytes but ASCII letters, digits, `-`, `.`, `_` and `~` are percent-encoded, so the data
  /// cannot leave its part. The names `.` and `..` mean other folders and are written as `_`.
  public mutating func urlComponent(_ value: String) {
    guard value != ".", value != ".." else { return bytes.append(UInt8(ascii: "_")) }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": bytes.append(UInt8(ascii: scalar))
      default: bytes.appendPercentEncoded(scalar)
      }
    }
  }

  /// Writes a whole number as one part of a URL.
  public mutating func urlComponent(_ value: Int) {
    bytes.appendDecimal(value)
  }

  static func isAllowed(_ url: String) -> Bool {
    let scalars = url.unicodeScalars
    let hasForbidden = scalars.contains { scalar in
      scalar == "\\" || scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }
    guard !hasForbidden, let first = scalars.first, first != " " else { return false }
    let delimiter = scalars.firstIndex { ":/?#".unicodeScalars.contains($0) }
    guard let delimiter, scalars[delimiter] == ":" else { return !url.utf8.starts(with: "//".utf8) }
    let rest = String(scalars[scalars.index(after: delimiter)...])
    switch String(scalars[..<delimiter]).lowercased() {
    case "http", "https":
      let host = rest.utf8.dropFirst(2).first
      return rest.utf8.starts(with: "//".utf8) && host != nil && host != UInt8(ascii: "/")
    case "mailto": return !rest.isEmpty
    default: return false
    }
  }
}

extension [UInt8] {
  fileprivate mutating func appendPercentEncoded(_ scalar: Unicode.Scalar) {
    for byte in String(Character(scalar)).utf8 {
      append(UInt8(ascii: "%"))
      append(UnseenScalars.hexadecimalDigits[Int(byte >> 4)])
      append(UnseenScalars.hexadecimalDigits[Int(byte & 15)])
    }
  }
}
