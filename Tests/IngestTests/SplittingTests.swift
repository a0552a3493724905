import Ingest
import JSONKit
import TestSupport
import Testing

@Suite("Splitting")
struct SplittingTests {
  /// The pieces of an input as text, with their places.
  static func pieces(_ bytes: [UInt8], batchBytes: Int) throws -> ([String], SplitOutcome) {
    var splitter = try RecordSplitter(.bytes(bytes, name: "test"), batchBytes: batchBytes)
    var pieces: [String] = []
    while let batch = try splitter.next() {
      for piece in batch.pieces {
        let text = String(decoding: batch.bytes[piece.range], as: UTF8.self)
        pieces.append("\(piece.line) \(piece.offset) \(piece.isOversized) \(text)")
      }
    }
    return (pieces, splitter.outcome)
  }

  @Test("Any size of arrival gives the same pieces", arguments: ContainerTests.envelopes.map(\.name))
  func anyChunking(name: String) throws {
    let text = try #require(ContainerTests.envelopes.first { $0.name == name }).text
    for bytes in [
      Array(text.utf8), Array(text.utf8.dropLast(7)),
      Array(text.utf8) + Array("\n{\"a\":1\n{\"b\":2}\n x".utf8),
    ] {
      let whole = try Self.pieces(bytes, batchBytes: 1 << 20)
      for size in [1, 2, 3, 7, 64, 1000, 4096] {
        let parts = try Self.pieces(bytes, batchBytes: size)
        #expect(parts.0 == whole.0, "\(size)")
        #expect(parts.1 == whole.1, "\(size)")
      }
    }
  }

  @Test("Any size of arrival gives the same pieces of rubbish")
  func anyChunkingOfRubbish() throws {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("{}[],:\"\\\n\n{ a1".utf8)
    for _ in 0..<400 {
      let bytes =
        Array("{".utf8)
        + (0..<Int.random(in: 1..<60, using: &random)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        }
      let whole = try Self.pieces(bytes, batchBytes: 1 << 20)
      for size in [1, 5] {
        let parts = try Self.pieces(bytes, batchBytes: size)
        #expect(
          parts.0 == whole.0 && parts.1 == whole.1,
          "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
      }
    }
  }

  @Test("Random damage never crashes and never loses a byte")
  func nothingIsLost() throws {
    var random = SeededGenerator(seed: 11)
    let alphabet = Array("{}[],:\"\\\n\n x0".utf8)
    for (_, text, _) in ContainerTests.envelopes {
      for _ in 0..<40 {
        var bytes = Array((text + "\n" + text).utf8)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: bytes[place] = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
          case 1: bytes.removeSubrange(place..<min(place + 20, bytes.count))
          default: bytes.insert(alphabet[Int.random(in: 0..<alphabet.count, using: &random)], at: place)
          }
        }
        try Self.expectCovered(bytes, isDamageReported: try Reading(bytes).isDamageReported)
      }
    }
  }

  /// All bytes are in a piece, held back, or blanks, commas and what opens and closes containers.
  ///
  /// Members behind the elements of a page are passed over, so a page that was cut in an element may lose
  /// what looks like its members; but then the element is reported.
  static func expectCovered(_ bytes: [UInt8], isDamageReported: Bool) throws {
    var splitter = try RecordSplitter(.bytes(bytes, name: "test"), batchBytes: 512)
    var covered = [Bool](repeating: false, count: bytes.count)
    while let batch = try splitter.next() {
      for piece in batch.pieces where piece.offset + piece.range.count <= bytes.count {
        let range = piece.offset..<piece.offset + piece.range.count
        #expect(batch.bytes[piece.range].elementsEqual(bytes[range]))
        for index in range { covered[index] = true }
      }
    }
    guard splitter.outcome.rejected == nil else { return }
    if let held = splitter.outcome.heldBack {
      for index in held.offset..<held.offset + held.length { covered[index] = true }
    }
    let rest = String(decoding: zip(bytes, covered).filter { !$0.1 }.map(\.0), as: UTF8.self)
    let allowed = /(?:[\s,\[\]{}]|"(?:Findings|findings|Records|NextToken)"|:|"t"|null|"[^"]*")*/
    #expect(rest.wholeMatch(of: allowed) != nil, "\(rest.prefix(300))")
    #expect(rest.utf8.count < 200 || isDamageReported, "\(rest.prefix(300))")
  }

  @Test("A page is handed out element by element, in memory for one of them")
  func streaming() throws {
    let element = Fixture.finding(["/Description": .string(String(repeating: "d", count: 4000))])
    let count = 2000
    let text = "{\"Findings\":[" + Array(repeating: element, count: count).joined(separator: ",") + "]}"
    var splitter = try RecordSplitter(.bytes(Array(text.utf8), name: "test"), batchBytes: 64 << 10)
    var pieces = 0
    while let batch = try splitter.next() {
      #expect(batch.bytes.count < 600 << 10)
      pieces += batch.pieces.count
    }
    #expect(pieces == count)
  }
}
