/// The items after the question mark of an address, decoded as forms encode them.
///
/// Strict: what browsers would never send is refused, so that no two readers of an address disagree on it.
struct QueryItems: Sendable, Hashable {
  private var values: [String: String] = [:]

  /// - Throws: ``Refusal`` with 400 for a bad percent sign, text that is not UTF-8, NUL, a name that comes
  ///   twice, or more than 32 items.
  init(_ query: String?) throws(Refusal) {
    let pairs = (query ?? "").split(separator: "&")
    guard pairs.count <= 32 else { throw .badQuery("It has more than 32 items after the question mark.") }
    for pair in pairs {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = try Self.decoded(parts[0])
      let value = try parts.count == 2 ? Self.decoded(parts[1]) : ""
      guard values.updateValue(value, forKey: name) == nil else {
        throw .badQuery("One name stands in it twice.")
      }
    }
  }

  /// The value of an item; nil when it is absent or blank.
  subscript(_ name: String) -> String? {
    guard let value = values[name] else { return nil }
    let trimmed = value.trimmedSpaces
    return trimmed.isEmpty ? nil : trimmed
  }

  private static func decoded(_ text: Substring) throws(Refusal) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(hexadecimal), let low = rest.popFirst().flatMap(hexadecimal)
        else { throw .badQuery("A percent sign is not followed by two hexadecimal digits.") }
        bytes.append(high << 4 | low)
      default: bytes.append(byte)
      }
    }
    guard !bytes.contains(0), let decoded = String(validating: bytes, as: UTF8.self) else {
      throw .badQuery("It holds bytes that are no text in UTF-8.")
    }
    return decoded
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

/// Writes the items of an address, for links from page to page.
struct QueryWriter {
  private(set) var text = ""

  mutating func add(_ name: StaticString, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    text += text.isEmpty ? "?" : "&"
    text += "\(name)="
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
  }
}

extension StringProtocol {
  /// The text without spaces at its ends.
  var trimmedSpaces: String {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
