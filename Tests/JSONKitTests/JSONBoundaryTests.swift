import JSONKit
import Testing

@Suite("A boundary finds where values end")
struct JSONBoundaryTests {
  /// The ends found when the bytes come in pieces of the given lengths, then in one.
  private func ends(_ bytes: [UInt8], pieces: [Int] = []) -> [Int] {
    var boundary = JSONBoundary()
    var (ends, start, next): ([Int], Int, Int) = ([], 0, 0)
    while start < bytes.count {
      let length = next < pieces.count ? pieces[next] : bytes.count
      next += 1
      // Each piece is an array of its own, as a reader of files would hold it.
      let piece = Array(bytes[start..<min(bytes.count, start + length)])
      var position = 0
      while let end = boundary.end(of: piece, from: position, to: piece.count) {
        ends.append(start + end)
        position = end
      }
      start += piece.count
    }
    if boundary.state == .scalar { ends.append(bytes.count) }
    return ends
  }

  private func cut(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var (values, start): ([String], Int) = ([], 0)
    for end in ends(bytes) {
      let first = JSONBoundary.firstByte(of: bytes, from: start, to: end)
      values.append(String(decoding: bytes[first..<end], as: UTF8.self))
      start = end
    }
    return values
  }

  @Test("values run together, on lines, of every kind")
  func values() {
    #expect(cut("{}{}") == ["{}", "{}"])
    #expect(
      cut("{\"a\":\"}{\"}\n\n [\"]\\\"[\", [ ]] \"x y\"1 2\ttrue\"\\\\\"null[]-1e5 ") == [
        "{\"a\":\"}{\"}", "[\"]\\\"[\", [ ]]", "\"x y\"", "1", "2", "true", "\"\\\\\"", "null", "[]", "-1e5",
      ])
    #expect(cut("") == [])
    #expect(cut(" \n ") == [])
    #expect(cut("7") == ["7"])
  }

  @Test("the parts of an opened container one by one")
  func parts() {
    #expect(
      cut("\"Findings\":{\"a\":1},\"b\":2]}") == [
        "\"Findings\"", ":", "{\"a\":1}", ",", "\"b\"", ":", "2", "]", "}",
      ])
  }

  @Test("the state says what is open at the end")
  func state() {
    var boundary = JSONBoundary()
    func state(_ text: String) -> JSONBoundary.State {
      boundary.reset()
      #expect(boundary.end(of: Array(text.utf8), from: 0, to: text.utf8.count) == nil)
      return boundary.state
    }
    #expect(state("") == .before)
    #expect(state(" \n") == .before)
    #expect(state("12") == .scalar)
    #expect(state("tru") == .scalar)
    #expect(state("\"a") == .inside)
    #expect(state("\"a\\\"") == .inside)
    #expect(state("[[]") == .inside)
    #expect(state("{\"}") == .inside)
  }

  @Test("documents of any spelling end where they were put together", arguments: 0..<30)
  func documents(seed: UInt64) {
    var json = RandomJSON(seed: seed)
    var (bytes, expected): ([UInt8], [Int]) = ([], [])
    for _ in 0..<40 {
      let value = json.random.isOne(in: 2) ? json.object() : .array([json.value(), json.value()])
      var text = json.spelled(value)
      while let last = text.last, [0x20, 0x09, 0x0A, 0x0D].contains(last) { text.removeLast() }
      bytes += text
      expected.append(bytes.count)
    }
    #expect(ends(bytes) == expected)
  }

  @Test("any split gives the same ends, of well-formed and of damaged text", arguments: 0..<40)
  func splits(seed: UInt64) {
    var json = RandomJSON(seed: 1000 + seed)
    var bytes: [UInt8] = []
    for _ in 0..<12 { bytes += json.spelled(json.value()) + Array(" ".utf8) }
    if seed % 2 == 1 { bytes = json.damaged(json.damaged(bytes)) }
    if seed % 4 >= 2 { bytes = bytes.flatMap { $0 == UInt8(ascii: "n") ? Array("\\\\\\\"".utf8) : [$0] } }
    let whole = ends(bytes)
    for length in [1, 2, 3, 7, 63, 64, 65, 127, 128, 200] {
      #expect(ends(bytes, pieces: Array(repeating: length, count: bytes.count / length + 1)) == whole)
    }
    for _ in 0..<20 {
      let pieces = (0..<bytes.count).map { _ in 1 + json.random.below(150) }
      #expect(ends(bytes, pieces: pieces) == whole)
    }
  }

  @Test("runs of backslashes of every length at every place", arguments: 0..<70)
  func backslashes(count: Int) {
    for padding in 0..<66 {
      let text =
        Array("[\"".utf8) + Array(repeating: UInt8(ascii: "a"), count: padding)
        + Array(repeating: UInt8(ascii: "\\"), count: count)
      let closed = Array("\"]".utf8)
      // After an odd run the quote is text, so another closes the string.
      let bytes =
        text + (count % 2 == 0 ? closed : Array("\"]".utf8) + closed) + Array(repeating: 0x20, count: 64)
      #expect(ends(bytes) == [bytes.count - 64])
    }
  }
}
