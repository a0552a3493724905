/// Characters that a reader cannot see but that change what the reader sees, and how they are shown.
///
/// Text of findings comes from whoever names a resource. A bidi override can make `exe.txt` of
/// `txt.exe`, an escape sequence can rewrite a terminal, a zero-width space can make two names look
/// like one. Such a character is written as its code point, `⟨U+202E⟩`, on pages, in CSV and on
/// terminals. The form is not reversible (a text may hold `⟨U+202E⟩` as such): the exact bytes stay
/// in the raw record. Joiners are shown too, although some scripts and emoji use them: in evidence a
/// visible joiner does less harm than an unseen one.
package enum UnseenScalars {
  /// Whether `scalar` is a control other than TAB and LF, a bidi control, an invisible format
  /// character, a line or paragraph separator, or a noncharacter.
  package static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true  // C0, DEL, C1
    case 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x3164, 0xFFA0: true
    case 0x200B...0x200F: true  // zero width, LRM, RLM
    case 0x2028...0x202E: true  // line and paragraph separator, bidi embeddings and overrides
    case 0x2060...0x206F: true  // word joiner, invisible operators, bidi isolates
    case 0xFDD0...0xFDEF, 0xFEFF, 0xFFF9...0xFFFB: true
    case 0xE0000...0xE0FFF: true  // tag characters and supplementary variation selectors
    case let value: value & 0xFFFE == 0xFFFE
    }
  }

  /// Whether a UTF-8 sequence that begins with `byte` can be an unseen character.
  package static func canBegin(with byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x80: contains(Unicode.Scalar(byte))
    case 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF, 0xF0...0xF4: true
    default: false
    }
  }

  /// `⟨U+202E⟩` in UTF-8; at least four hexadecimal digits.
  static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: [0xE2, 0x9F, 0xA8, UInt8(ascii: "U"), UInt8(ascii: "+")])
    var shift = scalar.value > 0xFFFFF ? 20 : scalar.value > 0xFFFF ? 16 : 12
    while shift >= 0 {
      bytes.append(hexadecimalDigits[Int(scalar.value >> UInt32(shift)) & 15])
      shift -= 4
    }
    bytes.append(contentsOf: [0xE2, 0x9F, 0xA9])
  }

  package static let hexadecimalDigits = Array("0123456789ABCDEF".utf8)
}
