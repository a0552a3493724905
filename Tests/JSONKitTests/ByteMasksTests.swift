import CByteMasks
import Testing

@Suite("Bytes of a kind are found among many at once")
struct ByteMasksTests {
  /// Every byte at every place, the others being plain.
  private static func each(_ count: Int, _ body: ([UInt8]) -> Void) {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<count {
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: count)
        bytes[place] = byte
        body(bytes)
      }
    }
  }

  @Test("A string stops at quotes, backslashes, controls and what is not ASCII, and at nothing else")
  func stops() {
    Self.each(16) { bytes in
      let expected = bytes.enumerated().reduce(UInt32(0)) { mask, byte in
        let isStop = byte.element < 0x20 || byte.element > 0x7F || [0x22, 0x5C].contains(byte.element)
        return isStop ? mask | 1 << UInt32(byte.offset) : mask
      }
      bytes.withUnsafeBufferPointer {
        #expect(closeout_string_stops_16($0.baseAddress!) == expected)
        #expect(closeout_string_stops_16_plain($0.baseAddress!) == expected)
      }
    }
  }

  @Test("A byte is found at each of its places, as it is and with bits set in all", arguments: [0, 0x20])
  func equal(fold: UInt8) {
    Self.each(64) { bytes in
      for wanted in [UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "a")] {
        let expected = bytes.enumerated().reduce(UInt64(0)) { mask, byte in
          byte.element | fold == wanted ? mask | 1 << UInt64(byte.offset) : mask
        }
        bytes.withUnsafeBufferPointer {
          #expect(closeout_equal_64($0.baseAddress!, fold, wanted) == expected)
          #expect(closeout_equal_64_plain($0.baseAddress!, fold, wanted) == expected)
        }
      }
    }
  }
}
