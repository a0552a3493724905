/// A finished document.
public struct XMLOutput: Hashable, Sendable {
  /// UTF-8; lines end with LF.
  public let bytes: [UInt8]
  /// What XML 1.0 could not hold, in the order of the first time.
  public let replaced: [XMLReplacement]
}

/// A scalar that was written as U+FFFD, because XML 1.0 has no way to write it.
public struct XMLReplacement: Hashable, Sendable {
  public let scalar: Unicode.Scalar
  /// The element in whose text or attribute it stood.
  public let element: String
  /// The attribute; `nil` for text.
  public let attribute: String?
  /// How many times it stood in elements or attributes of that name.
  public internal(set) var count = 1

  func isSamePlace(as other: Self) -> Bool {
    scalar == other.scalar && element == other.element && attribute == other.attribute
  }
}

/// The characters of XML 1.0 (fifth edition, production 2, `Char`).
enum XMLCharacter {
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
