import Foundation
import Testing

@testable import Demo

@Suite struct BytesTests {
  @Test("SHA-256 gives the published digests")
  func digests() {
    #expect(SHA256.hex([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.hex(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let long = [UInt8](repeating: UInt8(ascii: "a"), count: 1000)
    #expect(SHA256.hex(long) == "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3")
  }

  @Test("CRC-32 gives the published check value")
  func checksum() { #expect(Gzip.crc32(Array("123456789".utf8)) == 0xCBF4_3926) }

  @Test(
    "a gzip member longer than one block comes back as it went in",
    arguments: [0, 1, 65_535, 65_536, 200_000])
  func members(count: Int) {
    let content = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let member = Gzip.member(content)
    #expect(Array(Reader.inflateStored(Data(member))) == content)
    let crc = Gzip.crc32(content)
    let tail = (0..<4).map { UInt8(truncatingIfNeeded: crc >> UInt32(8 * $0)) }
    #expect(Array(member.suffix(8).prefix(4)) == tail)
  }

  @Test("instants are written as the calendar has them")
  func instants() {
    #expect(CivilTime.text(0) == "1970-01-01T00:00:00.000Z")
    #expect(CivilTime.text(951_782_400_123) == "2000-02-29T00:00:00.123Z")
    #expect(CivilTime.text(-1) == "1969-12-31T23:59:59.999Z")
    #expect(CivilTime.text(951_782_400_123, .fourHoursBehind) == "2000-02-28T20:00:00.123000-04:00")
    #expect(CivilTime.weekday(1_751_241_600_000) == 0)
    #expect(instant(CivilTime.text(1_751_241_600_371, .microsecondsWithOffset)) == 1_751_241_600_371)
  }

  @Test("the payments ledger is an unbroken chain, and a changed byte breaks it")
  func chain() throws {
    let file = try #require(Sample.files.first { $0.name == "ledger/payments-chain.ndjson" })
    let lines = file.bytes.split(separator: UInt8(ascii: "\n")).map(Array.init)
    #expect(lines.count > 100)
    #expect(breaks(lines) == [])
    var forged = lines
    let place = try #require(forged[40].firstIndex(of: UInt8(ascii: "1")))
    forged[40][place] = UInt8(ascii: "2")
    #expect(breaks(forged).contains(40))
    forged = lines
    forged.remove(at: 60)
    #expect(breaks(forged) == [60])
  }

  /// The places at which a line's hash, its tie to the line before or its number is wrong.
  private func breaks(_ lines: [[UInt8]]) -> [Int] {
    var previous = String(repeating: "0", count: 64)
    var wrong: [Int] = []
    for (place, line) in lines.enumerated() {
      let text = String(decoding: line, as: UTF8.self)
      guard let cut = text.range(of: ",\"hash\"", options: .backwards),
        let object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any],
        let hash = object["hash"] as? String
      else {
        wrong.append(place)
        continue
      }
      let digest = SHA256.hex(Array((text[..<cut.lowerBound] + "}").utf8))
      if digest != hash || object["prevhash"] as? String != previous { wrong.append(place) }
      previous = hash
    }
    return wrong
  }
}
