import JSONKit
import TestSupport

/// Random documents, and random ways to write one down.
struct RandomJSON {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func value(depth: Int = 0) -> JSONValue {
    switch random.below(depth > 4 ? 5 : 8) {
    case 0: .null
    case 1: .bool(random.isOne(in: 2))
    case 2: .int(int())
    case 3: .double(double())
    case 4: .string(string())
    case 5: .array((0..<random.below(5)).map { _ in value(depth: depth + 1) })
    default: object(depth: depth)
    }
  }

  mutating func object(depth: Int = 0) -> JSONValue {
    var members: [JSONValue.Member] = []
    for _ in 0..<random.below(7) {
      let name =
        random.isOne(in: 3) ? string() : ["a", "b", "Id", "Label", "Severity/x", "~"][random.below(6)]
      guard !members.contains(where: { $0.name == name }) else { continue }
      members.append(JSONValue.Member(name, value(depth: depth + 1)))
    }
    return .object(members)
  }

  mutating func int() -> Int64 {
    Int64(bitPattern: random.next()) >> Int64(random.below(64))
  }

  mutating func double() -> Double {
    while true {
      let value =
        random.isOne(in: 2)
        ? Double(bitPattern: random.next()) : Double(int()) / Double(1 + random.below(1000))
      // A whole number would be read back as another kind, a subnormal is refused by some readers.
      if value.isNormal, value != value.rounded() || abs(value) > 1e19, abs(value) < 1e300 { return value }
    }
  }

  mutating func string() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<[0, 1, 3, 7, 8, 9, 20, 70][random.below(8)] { text.append(scalar()) }
    return String(text)
  }

  private mutating func scalar() -> Unicode.Scalar {
    let special: [Unicode.Scalar] = [
      "\"", "\\", "/", "\u{8}", "\n", "\t", "\0", "\u{1F}", "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}",
      "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}", "\u{2028}", "é", "漢", "🔒",
    ]
    if random.isOne(in: 6) { return special[random.below(special.count)] }
    return Unicode.Scalar(UInt8(0x20 + random.below(0x5F)))
  }

  /// The document with random white space and escapes.
  mutating func spelled(_ value: JSONValue) -> [UInt8] {
    var bytes = space()
    switch value {
    case .string(let text): bytes += spelled(text)
    case .array(let elements):
      bytes += Array("[".utf8)
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes += Array(",".utf8) }
        bytes += spelled(element)
      }
      bytes += elements.isEmpty ? space() + Array("]".utf8) : Array("]".utf8)
    case .object(let members):
      bytes += Array("{".utf8)
      for (index, member) in members.enumerated() {
        if index > 0 { bytes += Array(",".utf8) }
        bytes += space() + spelled(member.name) + space() + Array(":".utf8) + spelled(member.value)
      }
      bytes += members.isEmpty ? space() + Array("}".utf8) : Array("}".utf8)
    default: bytes += value.serialised()
    }
    return bytes + space()
  }

  private mutating func space() -> [UInt8] {
    guard random.isOne(in: 4) else { return [] }
    return (0..<random.below(20)).map { _ in [0x20, 0x20, 0x20, 0x0A, 0x0D, 0x09][random.below(6)] }
  }

  private mutating func spelled(_ text: String) -> [UInt8] {
    var bytes = Array("\"".utf8)
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || scalar == "\"" || scalar == "\\" || random.isOne(in: 9) {
        for unit in UTF16.encode(scalar) ?? UTF16.EncodedScalar() {
          let hex = String(unit, radix: 16, uppercase: random.isOne(in: 2))
          bytes += Array("\\u".utf8) + Array(String(repeating: "0", count: 4 - hex.utf8.count).utf8)
          bytes += Array(hex.utf8)
        }
      } else {
        bytes += Array(String(Character(scalar)).utf8)
      }
    }
    return bytes + Array("\"".utf8)
  }

  /// A few bytes changed, removed, doubled or put in.
  mutating func damaged(_ document: [UInt8]) -> [UInt8] {
    var bytes = document
    let spice: [UInt8] =
      Array("\"\\{}[],:0123456789.-+eEtfnu \n".utf8) + [0, 0x1F, 0x7F, 0x80, 0xBF, 0xC0, 0xC3]
      + [0xE0, 0xED, 0xA0, 0xF0, 0xF4, 0x90, 0xF5, 0xFF]
    for _ in 0...random.below(3) {
      guard !bytes.isEmpty else { return spice }
      let place = random.below(bytes.count)
      switch random.below(4) {
      case 0: bytes[place] = spice[random.below(spice.count)]
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(spice[random.below(spice.count)], at: place)
      default: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(9)))
      }
    }
    return bytes
  }
}

extension SeededGenerator {
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
  mutating func isOne(in count: Int) -> Bool { below(count) == 0 }
}
