import JSONKit
import Testing

@Suite("A slice gives its value")
struct JSONSliceTests {
  private func slice(_ text: String) throws -> (JSONSlice, [UInt8]) {
    let bytes = Array(text.utf8)
    var fields = JSONFields()
    try JSONShape([""]).read(bytes, 0..<bytes.count, into: &fields)
    return (try #require(fields[0]), bytes)
  }

  @Test(
    "integers",
    arguments: [
      ("0", 0), ("-0", 0), ("7", 7), ("-7", -7), ("9223372036854775807", Int64.max),
      ("-9223372036854775808", Int64.min), ("9223372036854775808", nil), ("-9223372036854775809", nil),
      ("99999999999999999999", nil), ("1.0", nil), ("1e2", nil), ("\"1\"", nil), ("true", nil),
    ] as [(String, Int64?)])
  func ints(_ text: String, _ value: Int64?) throws {
    let (slice, bytes) = try slice(text)
    #expect(slice.int(in: bytes) == value)
  }

  @Test(
    "floats",
    arguments: [
      ("0", 0), ("1.5", 1.5), ("-1e-2", -0.01), ("1E+3", 1000), ("0.1", 0.1), ("1e400", nil), ("-1e400", nil),
      ("123456789012345678901234567890", 1.2345678901234568e29), ("4.9e-324", .leastNonzeroMagnitude),
      ("\"1\"", nil),
    ] as [(String, Double?)])
  func doubles(_ text: String, _ value: Double?) throws {
    let (slice, bytes) = try slice(text)
    #expect(slice.double(in: bytes) == value)
  }

  @Test("texts, raw and unescaped")
  func strings() throws {
    let (slice, bytes) = try slice("\"\\u0041\\n\\\"\\\\\\/\\b\\f\\r\\t\\uD83D\\uDD12é\"")
    #expect(slice.kind == .string)
    #expect(slice.hasEscapes)
    #expect(slice.string(in: bytes) == "A\n\"\\/\u{8}\u{C}\r\t🔒é")
    #expect(slice.equals("A\n\"\\/\u{8}\u{C}\r\t🔒é", in: bytes))
    #expect(slice.unescaped(in: bytes) == Array("A\n\"\\/\u{8}\u{C}\r\t🔒é".utf8))
    #expect(slice.range == 0..<bytes.count)
    #expect(slice.content == 1..<(bytes.count - 1))
  }

  @Test(
    "equality is of whole texts, byte by byte",
    arguments: ["", "a", "FAILED", "FAILED1", "exactly8", "more than 8"])
  func equality(_ text: String) throws {
    let (slice, bytes) = try slice("\"\(text)\"")
    #expect(slice.equals("", in: bytes) == text.isEmpty)
    #expect(slice.equals("FAILED", in: bytes) == (text == "FAILED"))
    #expect(slice.equals("exactly8", in: bytes) == (text == "exactly8"))
    #expect(slice.equals("more than 8", in: bytes) == (text == "more than 8"))
    #expect(!slice.equals("more than 9", in: bytes))
    #expect(!slice.equals("More than 8", in: bytes))
  }

  @Test("a document in a string is read from its unescaped bytes")
  func nested() throws {
    let (slice, bytes) = try slice("\"{\\\"a\\\":[1,\\\"\\\\n\\\"]}\"")
    let inner = try JSONValue.parse(slice.unescaped(in: bytes))
    #expect(inner == ["a": [1, "\n"]])
  }

  @Test("elements and members, lazily")
  func iteration() throws {
    let (array, bytes) = try slice(" [ 1 , \"a,]\" ,[2,[3]], {\"x\":[]} , null ] ")
    #expect(
      array.elements(in: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) } == [
        "1", "\"a,]\"", "[2,[3]]", "{\"x\":[]}", "null",
      ])
    #expect(array.elements(in: bytes).first { $0.kind == .object }?.member("x", in: bytes)?.kind == .array)
    let (object, more) = try slice("{ \"a\" : 1 , \"\\u0062\":{\"a\":[]},\"a\":false}")
    let members = Array(object.members(in: more))
    #expect(members.map { $0.name.string(in: more) } == ["a", "b", "a"])
    #expect(members.map(\.value.kind) == [.number, .object, .false])
    #expect(object.member("b", in: more)?.kind == .object)
    #expect(object.member("a", in: more)?.int(in: more) == 1)
    #expect(object.member("c", in: more) == nil)
    #expect(Array(object.elements(in: more)).isEmpty)
    #expect(Array(array.members(in: bytes)).isEmpty)
    for empty in ["[]", "[ ]", "{}", "{\n}", "3", "\"[1]\""] {
      let (slice, bytes) = try slice(empty)
      #expect(Array(slice.elements(in: bytes)).isEmpty)
      #expect(Array(slice.members(in: bytes)).isEmpty)
    }
  }

  @Test("booleans and null")
  func words() throws {
    #expect(try slice("true").0.bool == true)
    #expect(try slice("false").0.bool == false)
    #expect(try slice("null").0.bool == nil)
    #expect(try slice("null").0.isNull)
    #expect(try !slice("0").0.isNull)
  }

  @Test("a slice of other bytes gives nonsense or nothing, and never more than the array has")
  func foreign() throws {
    let (slice, bytes) = try slice("{\"a\":[1,2,{\"b\":\"\\u00e9\"}]}")
    let array = try #require(slice.member("a", in: bytes))
    var json = RandomJSON(seed: 11)
    for _ in 0..<2000 {
      let other = Array(json.damaged(bytes).prefix(json.random.below(bytes.count + 1)))
      for slice in [slice, array] {
        for element in slice.elements(in: other) { #expect(element.end <= other.count) }
        for member in slice.members(in: other) { #expect(member.value.end <= other.count) }
        #expect(slice.string(in: other).utf8.count <= 3 * other.count)
      }
    }
  }
}
