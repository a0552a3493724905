import JSONKit
import Testing

/// The classes of Nicolas Seriot's "Parsing JSON is a minefield", with texts of our own.
@Suite("The scanner accepts RFC 8259 and nothing else")
struct StrictnessTests {
  @Test(
    "what must be accepted",
    arguments: [
      "[]", "{}", " [] ", "\t\n\r[\t\n\r]\t\n\r", "null", "true", "false", "0", "-0", "42", "-1", "\"\"",
      "\"a\"",
      "[null, 1, \"1\", {}]", "[[[]]]", "[{},[]]", "{\"\":0}", "{\"a\":\"b\",\"c\":{\"d\":[1,2,3]}}",
      "{\"a\":1,\"a\":1}", "{\"a\":1,\"\\u0061\":2}", "[1.5]", "[-0.0]", "[1e0]", "[1E+2]", "[1e-2]", "[0e1]",
      "[0.1e1]", "[123.456e78]", "[1e9999]", "[123456789012345678901234567890]", "[0.000000000000000000001]",
      "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\u0000\"", "\"\\u00e9\\u00E9\"", "\"\\uD834\\uDd1e\"",
      "\"\\uFFFF\"", "\"\\\\u0061\"", "\"\u{7F}\"", "\"\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}\"",
      "\"\u{2028}\u{2029}\"", "\"\u{FEFF}\"", "\"é漢🔒\"", "[\"a\"\n,\r\"b\"\t]", "\"asd \"",
      "{\"abcdefgh\":\"abcdefgh\"}", "\"exactly8\"", "\"seven77\"", "\"ninechars\"",
    ])
  func accepted(_ text: String) {
    #expect(verdict(text) == nil)
    #expect(throws: Never.self) {
      // A repeated name and a number beyond any float are the two things a value refuses in addition.
      if !text.contains("\"a\":1,"), !text.contains("9999") { _ = try JSONValue.parse(text) }
    }
  }

  @Test(
    "structure that must be rejected",
    arguments: [
      ("", JSONError.Code.unexpectedEnd), (" ", .unexpectedEnd), ("[", .unexpectedEnd), ("{", .unexpectedEnd),
      ("[1", .unexpectedEnd), ("[1,", .unexpectedEnd), ("{\"a\"", .unexpectedEnd),
      ("{\"a\":", .unexpectedEnd),
      ("{\"a\":1", .unexpectedEnd), ("{\"a\":1,", .unexpectedEnd), ("\"a", .unexpectedEnd),
      ("\"", .unexpectedEnd),
      ("\"\\", .unexpectedEnd), ("\"\\u", .unexpectedEnd), ("\"\\u00", .unexpectedEnd),
      ("tru", .unexpectedEnd),
      ("-", .unexpectedEnd), ("1.", .unexpectedEnd), ("1e", .unexpectedEnd), ("1e+", .unexpectedEnd),
      ("[1]]", .trailingBytes), ("{}{}", .trailingBytes), ("1 2", .trailingBytes), ("[],", .trailingBytes),
      ("nullx", .trailingBytes), ("{}#", .trailingBytes), ("[]\u{0}", .trailingBytes),
      ("\"a\"b", .trailingBytes),
      ("[1 2]", .unexpectedByte), ("[,1]", .unexpectedByte), ("[1,]", .unexpectedByte),
      ("[1,,2]", .unexpectedByte),
      ("[1}", .unexpectedByte), ("{]", .unexpectedByte), ("]", .unexpectedByte), ("}", .unexpectedByte),
      (",", .unexpectedByte), (":", .unexpectedByte), ("{\"a\" 1}", .unexpectedByte),
      ("{\"a\",1}", .unexpectedByte),
      ("{\"a\"::1}", .unexpectedByte), ("{\"a\":1,}", .unexpectedByte), ("{,}", .unexpectedByte),
      ("{a:1}", .unexpectedByte), ("{1:1}", .unexpectedByte), ("{'a':1}", .unexpectedByte),
      ("['a']", .unexpectedByte), ("[a]", .unexpectedByte), ("{\"a\":1 \"b\":2}", .unexpectedByte),
      ("{null:null}", .unexpectedByte), ("[\"a\" \"b\"]", .unexpectedByte), ("/**/[]", .unexpectedByte),
      ("[1//c\n]", .unexpectedByte), ("\u{FEFF}[]", .unexpectedByte), ("\u{0B}[]", .unexpectedByte),
      ("[\u{0C}]", .unexpectedByte), ("[\u{A0}]", .unexpectedByte), ("True", .unexpectedByte),
      ("TRUE", .unexpectedByte), ("nul]", .unexpectedByte), ("[NaN]", .unexpectedByte),
      ("[Infinity]", .unexpectedByte), ("[undefined]", .unexpectedByte), ("\u{0}", .unexpectedByte),
    ])
  func badStructure(_ text: String, _ code: JSONError.Code) {
    #expect(verdict(text)?.code == code)
    #expect(throws: JSONError.self) { try JSONValue.parse(text) }
  }

  @Test(
    "numbers that must be rejected",
    arguments: [
      ("[-]", JSONError.Code.badNumber), ("[01]", .badNumber), ("[-01]", .badNumber), ("[00]", .badNumber),
      ("[1.]", .badNumber), ("[1.e1]", .badNumber), ("[1e]", .badNumber), ("[1e+]", .badNumber),
      ("[-a]", .badNumber), ("[--1]", .badNumber), ("[1ee2]", .badNumber), ("[-.1]", .badNumber),
      ("[-Infinity]", .badNumber), ("[1.2.3]", .unexpectedByte), ("[1e1.5]", .unexpectedByte),
      ("[+1]", .unexpectedByte), ("[.1]", .unexpectedByte), ("[0x1]", .unexpectedByte),
      ("[1_000]", .unexpectedByte),
      ("[1+2]", .unexpectedByte), ("[１]", .unexpectedByte), ("[1a]", .unexpectedByte),
    ])
  func badNumbers(_ text: String, _ code: JSONError.Code) {
    #expect(verdict(text)?.code == code)
  }

  @Test(
    "strings that must be rejected",
    arguments: [
      ("[\"\\x00\"]", JSONError.Code.badEscape), ("[\"\\a\"]", .badEscape), ("[\"\\U0061\"]", .badEscape),
      ("[\"\\'\"]", .badEscape), ("[\"\\u00G0\"]", .badEscape), ("[\"\\u 061\"]", .badEscape),
      ("[\"\\u006\"]", .badEscape), ("[\"\\é\"]", .badEscape), ("[\"\\\n\"]", .badEscape),
      ("[\"\u{0}\"]", .controlCharacter), ("[\"\n\"]", .controlCharacter), ("[\"\t\"]", .controlCharacter),
      ("[\"\u{1F}\"]", .controlCharacter), ("[\"12345678\u{1F}\"]", .controlCharacter),
      ("{\"a\nb\":1}", .controlCharacter), ("[\"\\\"]", .unexpectedEnd),
    ])
  func badStrings(_ text: String, _ code: JSONError.Code) {
    #expect(verdict(text)?.code == code)
  }

  /// RFC 8259 leaves these to the reader. Half a surrogate pair has no UTF-8 form, so it is refused.
  @Test(
    "half a surrogate pair is rejected",
    arguments: [
      "\"\\uD800\"", "\"\\uDC00\"", "\"\\uDFFF\"", "\"\\uD800x\"", "\"\\uD800\\n\"", "\"\\uD800\\u0061\"",
      "\"\\uD800\\uD800\"", "\"\\uDd1e\\uD834\"", "\"\\uD800\\uD800\\uDC00\"", "\"\\uD834 some more text\"",
    ])
  func surrogates(_ text: String) {
    #expect(verdict(text)?.code == .badEscape)
  }

  @Test(
    "malformed UTF-8 is rejected wherever it stands",
    arguments: [
      [0x80], [0xBF], [0xC0, 0xAF], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0xAF],
      [0xE0, 0x9F, 0xBF],
      [0xE2, 0x82], [0xE2, 0x28, 0xA1], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0xAF],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
      [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF],
    ] as [[UInt8]])
  func badUTF8(_ sequence: [UInt8]) {
    for padding in 0..<40 {
      let before = Array(repeating: UInt8(ascii: "a"), count: padding)
      for (opening, closing) in [("[\"", "\"]"), ("{\"", "\":1}"), ("\"é", "é\"")] {
        let text = Array(opening.utf8) + before + sequence + Array(closing.utf8)
        #expect(verdict(text)?.code == .invalidUTF8)
        #expect(verdict(text)?.offset == opening.utf8.count + padding)
      }
    }
  }

  @Test("a string of any length is read to its end, whatever stands at any of its places")
  func everyLength() {
    for count in 1..<40 {
      for place in 0..<count {
        for (inner, code) in [
          ("b", nil), ("\\n", nil), ("é", nil), ("\u{1F}", JSONError.Code.controlCharacter),
        ] {
          let plain = String(repeating: "a", count: count)
          let text = plain.prefix(place) + inner + plain.dropFirst(place + 1)
          #expect(verdict(Array("\"\(text)\"".utf8))?.code == code)
          #expect(verdict(Array("[\"\(text)\",1]".utf8))?.code == code)
          #expect(verdict(Array("\"\(text)".utf8))?.code == code ?? .unexpectedEnd)
        }
      }
    }
  }

  @Test("every Unicode scalar is accepted as it is")
  func scalars() {
    var text: [UInt8] = Array("\"".utf8)
    for value in UInt32(0x20)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), scalar != "\"", scalar != "\\" else { continue }
      text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
    text += Array("\"".utf8)
    #expect(verdict(text) == nil)
  }

  @Test("nesting is accepted up to the limit, and the limit has a limit")
  func depth() {
    func nested(_ depth: Int, _ opening: String, _ closing: String) -> [UInt8] {
      Array((String(repeating: opening, count: depth) + String(repeating: closing, count: depth)).utf8)
    }
    #expect(verdict(nested(128, "[", "]")) == nil)
    #expect(verdict(nested(129, "[", "]"))?.code == .tooDeep)
    #expect(verdict(nested(129, "[", "]"))?.offset == 128)
    #expect(verdict(Array(repeating: UInt8(ascii: "["), count: 1_000_000))?.code == .tooDeep)
    let objects =
      Array(String(repeating: "{\"a\":", count: 128).utf8) + Array("1".utf8)
      + Array(repeating: UInt8(ascii: "}"), count: 128)
    #expect(verdict(objects) == nil)
    #expect(verdict(Array("[".utf8) + objects + Array("]".utf8))?.code == .tooDeep)
    #expect(verdict(nested(1024, "[", "]"), depthLimit: .max) == nil)
    #expect(verdict(nested(1025, "[", "]"), depthLimit: .max)?.code == .tooDeep)
    #expect(verdict(nested(2, "[", "]"), depthLimit: 1)?.code == .tooDeep)
  }

  /// Whoever reads a stream by pieces relies on it: this code, and no other, asks for more bytes.
  @Test("a document cut off anywhere ends unexpectedly", arguments: 0..<20)
  func cut(seed: UInt64) {
    var json = RandomJSON(seed: 300 + seed)
    for _ in 0..<20 {
      let document = json.spelled(.array([json.value(), json.value(), json.string().isEmpty ? "é漢🔒" : "a"]))
      guard let closing = document.lastIndex(of: UInt8(ascii: "]")) else { continue }
      for end in 0...closing where verdict(document, 0..<end)?.code != .unexpectedEnd {
        Issue.record("\(String(decoding: document[..<end], as: UTF8.self).debugDescription)")
      }
    }
  }

  @Test(
    "half a character at the end is the end, a wrong one is not",
    arguments: [
      ([0xC3], JSONError.Code.unexpectedEnd), ([0xE2, 0x82], .unexpectedEnd),
      ([0xF0, 0x9F, 0x94], .unexpectedEnd),
      ([0xF0, 0x9F], .unexpectedEnd), ([0xC1], .invalidUTF8), ([0x80], .invalidUTF8),
      ([0xE0, 0x9F], .invalidUTF8),
      ([0xED, 0xA0], .invalidUTF8), ([0xF4, 0x90], .invalidUTF8), ([0xF5], .invalidUTF8),
      ([0xE2, 0x28], .invalidUTF8),
    ] as [([UInt8], JSONError.Code)])
  func cutCharacter(_ sequence: [UInt8], _ code: JSONError.Code) {
    #expect(verdict(Array("\"a".utf8) + sequence)?.code == code)
  }

  /// What stands behind the range must never matter: it is not the reader's.
  @Test("no byte behind the range is looked at")
  func bounds() {
    var json = RandomJSON(seed: 5)
    for _ in 0..<60 {
      let value = json.value()
      let document = json.spelled(value)
      for end in 0...document.count {
        let alone = verdict(Array(document[..<end]))
        for poison in ["\"", "0", "}", "]", "\\", "e1", " ", "\u{1F}", "u", "🔒"] {
          let bytes = document[..<end] + Array(repeating: Array(poison.utf8), count: 16).joined()
          if verdict(Array(bytes), 0..<end) != alone {
            Issue.record("\(poison) behind byte \(end) of \(String(decoding: document, as: UTF8.self))")
          }
        }
      }
    }
  }
}
