import Compression
import TestSupport
import Testing

@Suite("A gzip stream is inflated and checked")
struct GzipInflaterTests {
  /// Inflates pieces of at most `piece` bytes, `limit` bytes for each call, and ends the stream.
  private func inflate(
    _ bytes: [UInt8], piece: Int = .max, limit: Int = 1 << 20
  ) throws(GzipError) -> [UInt8] {
    var inflater = GzipInflater()
    var output: [UInt8] = []
    var start = 0
    while start < bytes.count {
      let part = Array(bytes[start..<(bytes.count - start > piece ? start + piece : bytes.count)])
      var position = 0
      var isFull = false
      repeat {
        let before = output.count
        let progress = try inflater.inflate(part, position..<part.count, into: &output, limit: limit)
        position += progress.consumed
        isFull = progress.isFull
        #expect(output.count - before <= limit)
      } while isFull
      #expect(position == part.count)
      start += part.count
    }
    try inflater.finish()
    #expect(inflater.consumed == bytes.count)
    return output
  }

  @Test("every header field, any split, any limit", arguments: GzipMember.samples.indices)
  func headers(index: Int) throws {
    let member = GzipMember.samples[index]
    let bytes = try member.bytes()
    for piece in [1, 2, 3, 7, 16, bytes.count] {
      for limit in [1, 5, 1000] {
        #expect(try inflate(bytes, piece: piece, limit: limit) == member.content)
      }
    }
    for split in 0...bytes.count {
      var inflater = GzipInflater()
      var output: [UInt8] = []
      _ = try inflater.inflate(bytes, 0..<split, into: &output, limit: 1 << 20)
      _ = try inflater.inflate(bytes, split..<bytes.count, into: &output, limit: 1 << 20)
      try inflater.finish()
      #expect(output == member.content)
    }
  }

  @Test("many members are one stream, split anywhere")
  func members() throws {
    let bytes = try GzipMember.samples.flatMap { try $0.bytes() }
    let content = GzipMember.samples.flatMap(\.content)
    for piece in 1...64 { #expect(try inflate(bytes, piece: piece) == content) }
    #expect(try inflate(bytes, piece: bytes.count, limit: 3) == content)
    var inflater = GzipInflater()
    var output: [UInt8] = []
    _ = try inflater.inflate(bytes, 0..<bytes.count, into: &output, limit: 1 << 20)
    #expect(inflater.members == GzipMember.samples.count)
  }

  @Test("large content of both kinds, in small pieces", arguments: [1 << 10, 65_521, 1 << 20])
  func large(piece: Int) throws {
    var random = SeededGenerator(seed: 3)
    let content =
      random.bytes(300_000) + Array(repeating: 7, count: 3_000_000)
      + Array(String(repeating: "{\"Id\":\"arn:aws:securityhub\"}\n", count: 20_000).utf8)
    var deflater = try Deflater()
    let bytes = deflater.gzip(content)
    #expect(try inflate(bytes + bytes, piece: piece, limit: 100_000) == content + content)
  }

  @Test("zero bytes behind the last member are padding, others are not")
  func padding() throws {
    let bytes = try GzipMember.samples[0].bytes()
    let zeros = [UInt8](repeating: 0, count: 600)
    #expect(try inflate(bytes + zeros) == GzipMember.samples[0].content)
    #expect(try inflate(bytes + zeros, piece: 5) == GzipMember.samples[0].content)
    for junk in [Array("x".utf8), zeros + [1], zeros + bytes, [0x1F, 0x8C] + zeros, [0x1F, 0x00] + zeros] {
      for piece in [1, 9, 10_000] {
        let error = #expect(throws: GzipError.self) { try inflate(bytes + junk, piece: piece) }
        #expect(error?.code == .trailingBytes)
        #expect(error?.member == 1)
      }
    }
  }

  @Test(
    "what is not gzip is refused",
    arguments: [
      [], [0x1F], [0x7B, 0x7D], [0, 0, 0], [0x1F, 0x8C, 8, 0, 0, 0, 0, 0, 0, 0], [0x1E, 0x8B, 8, 0],
      [0x28, 0xB5, 0x2F, 0xFD],
    ] as [[UInt8]])
  func notGzip(_ bytes: [UInt8]) {
    let error = #expect(throws: GzipError.self) { try inflate(bytes, piece: 1) }
    #expect(error?.code == (bytes == [0x1F] ? .truncated : .notGzip))
  }

  @Test("another method than deflate is refused")
  func method() throws {
    var bytes = try GzipMember.samples[0].bytes()
    bytes[2] = 7
    let error = #expect(throws: GzipError.self) { try inflate(bytes) }
    #expect(error?.code == .unsupportedMethod)
  }

  @Test("a stream cut off anywhere is truncated", arguments: GzipMember.samples.indices)
  func truncated(index: Int) throws {
    let bytes = try GzipMember.samples[0].bytes() + GzipMember.samples[index].bytes()
    let first = try GzipMember.samples[0].bytes().count
    for length in 1..<bytes.count where length != first {
      let error = #expect(throws: GzipError.self) { try inflate(Array(bytes[..<length])) }
      #expect(error?.code == .truncated)
      #expect(error?.member == (length < first ? 0 : 1))
    }
  }

  @Test(
    "any changed byte is an error, or changes nothing but the header", arguments: GzipMember.samples.indices)
  func damaged(index: Int) throws {
    let member = GzipMember.samples[index]
    let bytes = try member.bytes()
    for place in bytes.indices {
      for flip in [UInt8(1), 0x10, 0x80, 0xFF] {
        var changed = bytes
        changed[place] ^= flip
        if let output = try? inflate(changed) { #expect(output == member.content) }
      }
    }
  }

  @Test("checksum, length and header checksum are compared")
  func checks() throws {
    let bytes = try GzipMember.samples[4].bytes()
    for (place, code) in [
      (bytes.count - 1, GzipError.Code.checksumMismatch), (bytes.count - 4, .checksumMismatch),
      (bytes.count - 5, .checksumMismatch), (bytes.count - 8, .checksumMismatch), (4, .damagedHeader),
      (11, .damagedHeader), (12, .damagedHeader),
    ] {
      for piece in [1, 1000] {
        var changed = bytes
        changed[place] ^= 1
        let error = #expect(throws: GzipError.self) { try inflate(changed, piece: piece) }
        #expect(error?.code == code, "byte \(place)")
      }
    }
  }

  @Test("after an error every call throws it again")
  func sticky() throws {
    var inflater = GzipInflater()
    var output: [UInt8] = []
    var errors: [GzipError] = []
    for bytes in [Array("no".utf8), try GzipMember.samples[0].bytes()] {
      do throws(GzipError) {
        _ = try inflater.inflate(bytes, 0..<bytes.count, into: &output, limit: 100)
      } catch {
        errors.append(error)
      }
    }
    do throws(GzipError) { try inflater.finish() } catch { errors.append(error) }
    #expect(errors == Array(repeating: GzipError(code: .notGzip, member: 0, offset: 0), count: 3))
    #expect(output.isEmpty)
  }

  @Test("what python's gzip writes is read, and what is written is read by it", .needs(python: "gzip"))
  func python() async throws {
    let made = try await PythonPeer("gzip_peer.py", modules: ["gzip"]).run(["write"])
    #expect(made.succeeded, "\(made.errorText)")
    let text = try inflate(made.output, piece: 1000)
    #expect(String(decoding: text.prefix(6), as: UTF8.self) == "line 0")
    #expect(text.filter { $0 == 10 }.count == 30_000)
    var deflater = try Deflater()
    let read = try await PythonPeer("gzip_peer.py", modules: ["gzip"]).run(
      ["read"], input: deflater.gzip(text))
    #expect(read.output == text)
  }
}
