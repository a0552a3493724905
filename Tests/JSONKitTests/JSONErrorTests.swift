import JSONKit
import Testing

@Suite("An error says what was wrong, where, and what was expected")
struct JSONErrorTests {
  @Test(
    "offset and pointer",
    arguments: [
      ("{\"a\":{\"b\":[1,{\"c\":x}]}}", 18, "/a/b/1/c"),
      ("{\"a/b\":{\"~\":tru}}", 15, "/a~1b/~0"),
      ("{\"a\":1,\"b\":[[],[1,2,],3]}", 20, "/b/1/2"),
      ("{\"\\u0061\":-}", 11, "/a"),
      ("[{},{\"a\":\"\t\"}]", 10, "/1/a"),
      ("{\"a\":1 \"b\":2}", 7, "/a"),
      ("{\"a\":1,b}", 7, ""),
      ("{\"a\":{\"b\":1},\"c\":{\"b\":1},\"d\"}", 28, "/d"),
      ("{\"a]}\":[\"}]\",\"\\\"\",nul]}", 21, "/a]}/2"),
      ("[1] x", 4, ""), ("", 0, ""), ("{\"é\":[\"漢\",?]}", 13, "/é/1"),
    ])
  func place(_ text: String, _ offset: Int, _ pointer: String) throws {
    let error = try #require(verdict(text))
    #expect(error.offset == offset)
    #expect(error.pointer.description == pointer)
  }

  @Test("offsets count from the start of the array, pointers from the start of the range")
  func range() throws {
    let bytes = Array("{\"a\":1}\n{\"b\":[0,?]}\n".utf8)
    let error = try #require(verdict(bytes, 8..<19))
    #expect(error.offset == 16)
    #expect(error.pointer == "/b/1")
    #expect(error.description == "byte 16, at /b/1: expected a value")
  }

  @Test(
    "each code comes with its sentence",
    arguments: [
      ("[1,", "expected a value"), ("{1}", "expected a member name in quotes or the end of the object"),
      ("{\"a\":1,2}", "expected a member name in quotes"),
      ("{\"a\"}", "expected a colon after the member name"),
      ("{\"a\":1]", "expected a comma or the end of the object"),
      ("[1}", "expected a comma or the end of the array"),
      ("trUe", "expected true, false or null"), ("1.x", "expected a digit"),
      ("012", "expected a number without leading zeros"), ("\"a", "expected the closing quote of the string"),
      ("\"\\q\"", "expected one of \" \\ / b f n r t u after the backslash"),
      ("\"\\uZZZZ\"", "expected four hexadecimal digits after \\u"),
      ("\"\\uD800\"", "expected a pair of surrogates, a high one and then a low one"),
      ("\"\n\"", "expected no raw control character in a string"),
      ("{} {}", "expected nothing after the value"),
    ])
  func sentence(_ text: String, _ expected: String) {
    #expect(verdict(text)?.expected == expected)
  }

  @Test("a pointer reads back to itself", arguments: ["", "/", "/a", "/a/b", "//", "/a~1b/m~0n", "/é/ "])
  func pointers(_ text: String) throws {
    #expect(try #require(JSONPointer(text)).description == text)
  }

  @Test("a text that is no pointer is refused", arguments: ["a", "a/b", "/~", "/~2", "/a~"])
  func noPointers(_ text: String) {
    #expect(JSONPointer(text) == nil)
  }
}
