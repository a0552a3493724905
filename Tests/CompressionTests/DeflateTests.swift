import Compression
import TestSupport
import Testing

@Suite("Whole buffers are deflated and inflated")
struct DeflateTests {
  @Test("what is deflated is inflated, at every level", arguments: 0...12)
  func roundTrip(level: Int) throws {
    var random = SeededGenerator(seed: UInt64(level))
    var deflater = try Deflater(level: level)
    var inflater = try Inflater()
    for size in [0, 1, 1000, 200_000] {
      let bytes = random.bytes(size / 2) + Array(repeating: 65, count: size - size / 2)
      var output: [UInt8] = [1]
      let count = deflater.deflate(bytes, 0..<size, into: &output)
      #expect(count == output.count - 1)
      #expect(try inflater.inflate(output, 1..<output.count, size: size) == bytes)
    }
  }

  @Test("a wrong size, damage, a cut and bytes behind the end are told apart")
  func refused() throws {
    let bytes = Array(String(repeating: "closeout ", count: 200).utf8)
    var deflater = try Deflater()
    var packed: [UInt8] = []
    deflater.deflate(bytes, 0..<bytes.count, into: &packed)
    var inflater = try Inflater()
    func refusal(_ packed: [UInt8], _ size: Int) -> DeflateError? {
      do throws(DeflateError) {
        _ = try inflater.inflate(packed, 0..<packed.count, size: size)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal(packed, bytes.count) == nil)
    #expect(refusal(packed, bytes.count - 1) == .wrongSize)
    #expect(refusal(packed, bytes.count + 1) == .wrongSize)
    #expect(refusal(packed, -1) == .wrongSize)
    #expect(refusal(packed, 1 << 50) == .wrongSize, "no memory is reserved for a lie")
    #expect(refusal(packed + [0], bytes.count) == .damaged)
    #expect(refusal(Array(packed.dropLast()), bytes.count) == .damaged)
    #expect(refusal([0xFF, 0xFF], 10) == .damaged)
  }

  @Test("the checksum is that of gzip and zip, and can be continued")
  func checksum() {
    let bytes = Array("123456789".utf8)
    #expect(CRC32.of(bytes) == 0xCBF4_3926)
    #expect(CRC32.of([]) == 0)
    #expect(CRC32.of(bytes, 4..<9, after: CRC32.of(bytes, 0..<4)) == 0xCBF4_3926)
  }
}
