import JSONKit
import Testing

@Suite("A value reads and writes small documents")
struct JSONValueTests {
  @Test("what is written reads back to the same value", arguments: 0..<40)
  func roundTrip(seed: UInt64) throws {
    var json = RandomJSON(seed: seed)
    for _ in 0..<25 {
      let value = json.value()
      for pretty in [false, true] {
        #expect(try JSONValue.parse(value.serialised(pretty: pretty)) == value)
      }
      #expect(try JSONValue.parse(json.spelled(value)) == value)
    }
  }

  @Test("numbers keep their kind")
  func numbers() throws {
    let value = try JSONValue.parse("[0,-0,1,1.0,1e2,9223372036854775807,9223372036854775808,0.1,5e-324]")
    #expect(
      value == [
        0, 0, 1, .double(1), .double(100), .int(.max), .double(9_223_372_036_854_775_808), 0.1,
        .double(.leastNonzeroMagnitude),
      ])
    #expect(value.text() == "[0,0,1,1.0,100.0,9223372036854775807,9.223372036854776e+18,0.1,5e-324]")
    #expect(JSONValue.array([.double(.nan), .double(.infinity), .double(-0.0)]).text() == "[null,null,-0.0]")
  }

  @Test("a float beyond the range and a repeated name are refused")
  func refused() {
    let large = #expect(throws: JSONError.self) { try JSONValue.parse("{\"a\":[1e999]}") }
    #expect(large?.code == .badNumber)
    #expect(large?.pointer == "/a/0")
    let twice = #expect(throws: JSONError.self) { try JSONValue.parse("{\"a\":1,\"b\":2,\"\\u0061\":3}") }
    #expect(twice?.code == .duplicateMember)
    #expect(twice?.offset == 13)
    let deep = #expect(throws: JSONError.self) { try JSONValue.parse(String(repeating: "[", count: 5000)) }
    #expect(deep?.code == .tooDeep)
  }

  @Test("two spellings of one letter are two names")
  func canonicalEquivalence() throws {
    let value = try JSONValue.parse("{\"\u{E9}\":1,\"e\u{301}\":2}")
    #expect(value["\u{E9}"] == 1)
    #expect(value["e\u{301}"] == 2)
    #expect(JSONValue.string("\u{E9}") != JSONValue.string("e\u{301}"))
  }

  @Test("texts are escaped so that no line ends in them")
  func escapes() {
    let text = "\"\\/\u{8}\u{C}\n\r\t\0\u{1F}\u{7F}\u{2028}\u{2029}é🔒<"
    #expect(
      JSONValue.string(text).text() == """
        "\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\\u007f\\u2028\\u2029é🔒<"
        """)
  }

  @Test("the layout is fixed")
  func layout() {
    let value: JSONValue = ["b": [1, [], ["x": nil]], "a": true, "B": [:] as JSONValue, "é": "z"]
    #expect(value.text() == "{\"b\":[1,[],{\"x\":null}],\"a\":true,\"B\":{},\"é\":\"z\"}")
    #expect(value.text(sortedKeys: true) == "{\"B\":{},\"a\":true,\"b\":[1,[],{\"x\":null}],\"é\":\"z\"}")
    #expect(
      value.text(sortedKeys: true, pretty: true) == """
        {
          "B": {},
          "a": true,
          "b": [
            1,
            [],
            {
              "x": null
            }
          ],
          "é": "z"
        }
        """)
  }

  @Test("parts are reached by name and place")
  func access() throws {
    let value = try JSONValue.parse("{\"a\":[1,2.5,\"x\",false]}")
    #expect(value["a"]?[0]?.int == 1)
    #expect(value["a"]?[0]?.double == 1)
    #expect(value["a"]?[1]?.double == 2.5)
    #expect(value["a"]?[2]?.string == "x")
    #expect(value["a"]?[3]?.bool == false)
    #expect(value["a"]?[4] == nil)
    #expect(value["b"] == nil)
    #expect(value[0] == nil)
    #expect(value["a"]?.array?.count == 4)
    #expect(value.members?.map(\.name) == ["a"])
  }
}
