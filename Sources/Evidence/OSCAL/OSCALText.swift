import Crypto
import Foundation

/// Texts as OSCAL's data types take them.
enum OSCALText {
  /// A `string`: not empty, one line, no blanks around it.
  static func string(_ text: String) -> String {
    let words = shortened(text, to: 2000).unicodeScalars.split { scalar in
      scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
    }
    return words.isEmpty ? "–" : words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }

  /// Markdown that shows the text as it is: what has a meaning there is escaped.
  static func markdown(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in string(text).unicodeScalars {
      if "\\`*_~^[]{}<>&#|!\"'".unicodeScalars.contains(scalar) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  /// A `token` for a requirement of NIST SP 800-53: `NIST.800-53.r5 AC-4(26)` is `ac-4.26`; nil for others.
  static func control(requirement: String) -> String? {
    guard
      let match = requirement.wholeMatch(
        of: /NIST\.800-53\.r5 ([A-Z]{2})-(\d{1,3})(?:\((\d{1,3})\))?(\(\d+\)|\.\w+)*/)
    else { return nil }
    return match.1.lowercased() + "-" + match.2 + (match.3.map { "." + $0 } ?? "")
  }

  /// A UUID made of a name (RFC 9562 §5.5): the same thing has the same one in every document.
  static func uuid(_ kind: String, _ name: String) -> String {
    // The namespace is that of URLs.
    var bytes: [UInt8] = [
      0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
    ]
    bytes += Array("urn:closeout:\(kind):\(name)".utf8)
    var digest = Array(Insecure.SHA1.hash(data: bytes).prefix(16))
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    let digits = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    var groups: [Substring] = []
    var rest = Substring(digits)
    for length in [8, 4, 4, 4, 12] {
      groups.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return groups.joined(separator: "-")
  }
}
