import Compression
import Foundation
import TestSupport
import Testing

@Suite("Records are compressed one by one, with a dictionary of what they share")
struct ZstdTests {
  private static let records: [[UInt8]] = {
    var random = SeededGenerator(seed: 17)
    return (0..<2000).map { index in
      let hash = String(random.next(), radix: 16)
      return Array(
        """
        {"Id":"arn:aws:securityhub:eu-west-1:\(index % 7):finding/\(hash)","Severity":{"Label":"HIGH"},\
        "Title":"Security groups should not allow ingress from 0.0.0.0/0","Workflow":{"Status":"NEW"}}
        """.utf8)
    }
  }()

  private static func trained() throws -> ZstdDictionary {
    try ZstdDictionary.train(samples: Array(records.joined()), sizes: records.map(\.count), capacity: 8 << 10)
  }

  @Test("what is compressed is decompressed", arguments: [0, 1, 100, 70_000, 3_000_000])
  func roundTrip(size: Int) throws {
    var random = SeededGenerator(seed: 1)
    let bytes = random.bytes(size / 2) + Array(repeating: 1, count: size - size / 2)
    var compressor = try ZstdCompressor()
    var decompressor = try ZstdDecompressor()
    for _ in 0..<2 {
      var frame: [UInt8] = Array("kept".utf8)
      let length = try compressor.compress(bytes, 0..<size, into: &frame)
      #expect(length == frame.count - 4)
      var output: [UInt8] = [9]
      let count = try decompressor.decompress(frame, 4..<frame.count, maximumSize: size, into: &output)
      #expect(count == size)
      #expect(output == [9] + bytes)
    }
  }

  @Test("a dictionary makes small records a third as large, and its bytes are all it is")
  func dictionary() throws {
    let dictionary = try Self.trained()
    #expect(dictionary.bytes.count <= 8 << 10)
    #expect(try ZstdDictionary(bytes: dictionary.bytes) == dictionary)
    #expect(try Self.trained() == dictionary)
    var plain = try ZstdCompressor()
    var trained = try ZstdCompressor(dictionary: dictionary)
    var decompressor = try ZstdDecompressor(dictionaries: [dictionary])
    var (frames, large): ([UInt8], [UInt8]) = ([], [])
    for record in Self.records {
      let start = frames.count
      try trained.compress(record, 0..<record.count, into: &frames)
      try plain.compress(record, 0..<record.count, into: &large)
      var output: [UInt8] = []
      try decompressor.decompress(frames, start..<frames.count, maximumSize: 1000, into: &output)
      #expect(output == record)
    }
    #expect(frames.count * 3 < large.count)
  }

  @Test("a frame finds its own of several dictionaries, and says when it is not there")
  func severalDictionaries() throws {
    let first = try Self.trained()
    let other = try ZstdDictionary.train(
      samples: Array(Self.records[..<900].joined()), sizes: Self.records[..<900].map(\.count),
      capacity: 2 << 10)
    #expect(first.id != other.id)
    var compressor = try ZstdCompressor(dictionary: other)
    var frame: [UInt8] = []
    try compressor.compress(Self.records[0], 0..<Self.records[0].count, into: &frame)
    var both = try ZstdDecompressor(dictionaries: [first, other, first])
    var output: [UInt8] = []
    try both.decompress(frame, 0..<frame.count, maximumSize: 1000, into: &output)
    #expect(output == Self.records[0])
    var one = try ZstdDecompressor(dictionaries: [first])
    #expect(
      code { () throws(ZstdError) in
        try one.decompress(frame, 0..<frame.count, maximumSize: 1000, into: &output)
      } == .unknownDictionary)
  }

  private func code(_ body: () throws(ZstdError) -> Void) -> ZstdError.Code? {
    do throws(ZstdError) {
      try body()
      return nil
    } catch {
      return error.code
    }
  }

  @Test("a frame larger than allowed, cut off, or followed by something is refused")
  func refused() throws {
    var compressor = try ZstdCompressor()
    let bytes = [UInt8](repeating: 5, count: 100_000)
    var frame: [UInt8] = []
    try compressor.compress(bytes, 0..<bytes.count, into: &frame)
    var decompressor = try ZstdDecompressor()
    func refusal(_ frame: [UInt8], _ maximumSize: Int) -> ZstdError.Code? {
      var output: [UInt8] = []
      do throws(ZstdError) {
        try decompressor.decompress(frame, 0..<frame.count, maximumSize: maximumSize, into: &output)
        return nil
      } catch {
        #expect(output.isEmpty)
        return error.code
      }
    }
    #expect(refusal(frame, 100_000) == nil)
    #expect(refusal(frame, 99_999) == .tooLarge)
    #expect(refusal(frame, -1) == .tooLarge)
    for length in 0..<frame.count { #expect(refusal(Array(frame[..<length]), 100_000) == .damagedFrame) }
    #expect(refusal(frame + [0], 100_000) == .damagedFrame)
    #expect(refusal(frame + frame, 200_000) == .damagedFrame)
    #expect(refusal(Array("{}".utf8), 100_000) == .damagedFrame)
  }

  @Test("damaged frames never crash and never give more than allowed")
  func damaged() throws {
    let dictionary = try Self.trained()
    var compressor = try ZstdCompressor(dictionary: dictionary)
    var decompressor = try ZstdDecompressor(dictionaries: [dictionary])
    var random = SeededGenerator(seed: 23)
    for record in Self.records {
      var frame: [UInt8] = []
      try compressor.compress(record, 0..<record.count, into: &frame)
      for _ in 0..<3 {
        frame[Int.random(in: frame.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      var output: [UInt8] = []
      do throws(ZstdError) {
        try decompressor.decompress(frame, 0..<frame.count, maximumSize: 4096, into: &output)
        #expect(output.count <= 4096)
      } catch {
        #expect(output.isEmpty)
      }
    }
  }

  @Test("what can not be trained or is no dictionary is refused")
  func untrainable() {
    func refusal(_ samples: [UInt8], _ sizes: [Int]) -> ZstdError.Code? {
      code { () throws(ZstdError) in
        _ = try ZstdDictionary.train(samples: samples, sizes: sizes, capacity: 1024)
      }
    }
    #expect(refusal([], []) == .untrainable)
    #expect(refusal([1, 2, 3], [1, 1]) == .untrainable)
    #expect(refusal([1, 2, 3], [2, 2]) == .untrainable)
    #expect(refusal([1, 2, 3], [-1, 4]) == .untrainable)
    #expect(refusal([1, 2, 3], [1, 1, 1]) == .untrainable)
    #expect(code { () throws(ZstdError) in _ = try ZstdDictionary(bytes: [1, 2, 3]) } == .badDictionary)
    #expect(code { () throws(ZstdError) in _ = try ZstdDictionary(bytes: []) } == .badDictionary)
  }

  @Test("the zstd program reads the frames with the dictionary's bytes", .needs(PeerTool("zstd")))
  func peer() async throws {
    let dictionary = try Self.trained()
    var compressor = try ZstdCompressor(dictionary: dictionary)
    var frames: [UInt8] = []
    for record in Self.records { try compressor.compress(record, 0..<record.count, into: &frames) }
    let folder = try TemporaryFolder()
    let file = try folder.write(dictionary.bytes, to: "dictionary")
    let read = try await PeerTool("zstd").run(["-d", "-c", "-D", file.path], input: frames)
    #expect(read.succeeded, "\(read.errorText)")
    #expect(read.output == Array(Self.records.joined()))
  }
}
