import JSONKit
import Testing

@Suite("A shape takes the values at its pointers")
struct JSONShapeTests {
  /// The texts found, by slot.
  private func take(_ pointers: [JSONPointer], _ text: String) throws -> [String?] {
    let bytes = Array(text.utf8)
    var fields = JSONFields()
    try JSONShape(pointers).read(bytes, 0..<bytes.count, into: &fields)
    return pointers.indices.map { slot in
      fields[slot].map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }
  }

  @Test("values of every kind, at any order and depth")
  func kinds() throws {
    let text = """
      { "n":null, "s" : "x\\ny","t":true,"f":false,"i":-12 , "d":1.5e3,"o":{"k":[1]},"a":[ {}, 2 ],\
      "x":{"n":{"m":0}}}
      """
    let found = try take(
      ["/a", "/d", "/f", "/i", "/n", "/o", "/s", "/t", "/x/n/m", "/y", "/x/y", "/s/y"], text)
    #expect(
      found == [
        "[ {}, 2 ]", "1.5e3", "false", "-12", "null", "{\"k\":[1]}", "\"x\\ny\"", "true", "0", nil, nil, nil,
      ])
  }

  @Test("one pointer may begin another, or stand twice, or be the whole document")
  func prefixes() throws {
    let found = try take(["/a/b", "/a", "", "/a/b/c", "/a"], " {\"a\":{\"b\":{\"c\":7}}} ")
    #expect(
      found == ["{\"c\":7}", "{\"b\":{\"c\":7}}", "{\"a\":{\"b\":{\"c\":7}}}", "7", "{\"b\":{\"c\":7}}"])
    #expect(try take(["", "/a"], "3") == ["3", nil])
    #expect(try take(["/0"], "[1]") == [nil])
  }

  @Test("names are matched by their text, escapes undone")
  func escapedNames() throws {
    #expect(
      try take(
        ["/Id", "/a~1b", "/é", "/", "/~0"],
        """
        {"\\u0049d":1,"a\\/b":2,"\\u00e9":3,"":4,"\\u007e":5}
        """) == ["1", "2", "3", "4", "5"])
    #expect(try take(["/Id"], "{\"id\":1,\"Id \":2,\"I\":3,\"Idd\":4}") == [nil])
  }

  @Test("an array or text where the path expects an object is no match")
  func otherKinds() throws {
    #expect(try take(["/a/b"], "{\"a\":[{\"b\":1}]}") == [nil])
    #expect(try take(["/a/b"], "{\"a\":\"b\"}") == [nil])
  }

  @Test("what a field held before is forgotten")
  func reuse() throws {
    let shape = JSONShape(["/a", "/b"])
    var fields = JSONFields()
    let (first, second) = (Array("{\"a\":1,\"b\":2,\"b\":3}".utf8), Array("{\"b\":4}".utf8))
    try shape.read(first, 0..<first.count, into: &fields)
    #expect(fields.duplicate == "/b")
    try shape.read(second, 0..<second.count, into: &fields)
    #expect(fields[0] == nil)
    #expect(fields[1]?.int(in: second) == 4)
    #expect(fields.duplicate == nil)
    #expect(fields[2] == nil)
    #expect(fields[-1] == nil)
  }

  private func duplicate(_ text: String, _ pointers: [JSONPointer] = ["/Id", "/Severity/Label"]) throws
    -> String?
  {
    let bytes = Array(text.utf8)
    var fields = JSONFields()
    try JSONShape(pointers).read(bytes, 0..<bytes.count, into: &fields)
    return fields.duplicate?.description
  }

  @Test("a repeated name on a path is reported, and the first value kept")
  func duplicates() throws {
    #expect(try duplicate("{\"Id\":1,\"x\":2,\"y\":3}") == nil)
    #expect(try duplicate("{\"Id\":1,\"Id\":2}") == "/Id")
    #expect(try duplicate("{\"Id\":1,\"I\\u0064\":2}") == "/Id")
    #expect(try duplicate("{\"x/\":1,\"Id\":1,\"x/\":2}") == "/x~1")
    #expect(try duplicate("{\"\":1,\"\":2}") == "/")
    #expect(try duplicate("{\"Severity\":{\"a\":1,\"Label\":2,\"a\":3}}") == "/Severity/a")
    #expect(try duplicate("{\"Severity\":{\"a\":1},\"a\":2,\"Id\":{\"a\":1,\"a\":2}}") == nil)
    #expect(try duplicate("{\"a\":1,\"a\":2}", []) == nil, "no path goes into the document")
    #expect(try take(["/Id"], "{\"Id\":1,\"Id\":2}") == ["1"])
    #expect(try take(["/S/L", "/S/M"], "{\"S\":{\"L\":1},\"S\":{\"L\":2,\"M\":3}}") == ["1", "3"])
  }

  @Test("repeated names are found in objects of any size", arguments: [2, 63, 64, 65, 66, 1000, 200_000])
  func largeObjects(count: Int) throws {
    let names = (0..<count).map { "\"member\($0)\":0" }
    #expect(try duplicate("{\(names.joined(separator: ","))}") == nil)
    for repeated in Set([0, count / 2, count - 1]) {
      let text = "{\(names.joined(separator: ",")),\"member\(repeated)\":1}"
      #expect(try duplicate(text) == "/member\(repeated)")
    }
  }

  @Test("of many repeated names the first repetition is reported")
  func firstRepetition() throws {
    let names = (0..<200).map { "\"n\($0)\":0" } + ["\"n150\":1", "\"n3\":1", "\"n3\":1"]
    #expect(try duplicate("{\(names.joined(separator: ","))}") == "/n150")
  }

  @Test("what a random shape takes is what the document holds there", arguments: 0..<40)
  func randomShapes(seed: UInt64) throws {
    var json = RandomJSON(seed: seed)
    for _ in 0..<25 {
      let document = json.object()
      var pointers: [JSONPointer] = [""]
      for _ in 0..<json.random.below(30) {
        var tokens: [String] = []
        var place: JSONValue? = document
        for _ in 0...json.random.below(4) {
          let known = place?.members?.map(\.name) ?? []
          let token =
            known.isEmpty || json.random.isOne(in: 5) ? json.string() : known[json.random.below(known.count)]
          tokens.append(token)
          place = place?[token]
        }
        pointers.append(JSONPointer(tokens: tokens))
      }
      let bytes = json.spelled(document)
      var fields = JSONFields()
      try JSONShape(pointers).read(bytes, 0..<bytes.count, into: &fields)
      for (slot, pointer) in pointers.enumerated() {
        let expected = pointer.tokens.reduce(document as JSONValue?) { $0?[$1] }
        let found = try fields[slot].map { try JSONValue.parse(Array(bytes[$0.range])) }
        #expect(found == expected)
      }
      #expect(fields.duplicate == nil)
    }
  }

  @Test("readFirst reads values that follow each other, and says when one is cut off")
  func following() throws {
    let bytes = Array(" {\"a\":1}{\"a\":2} , [3] \"x".utf8)
    let shape = JSONShape(["/a", ""])
    var fields = JSONFields()
    var end = try shape.readFirst(bytes, 0..<bytes.count, into: &fields)
    #expect(end == 8)
    #expect(fields[0]?.int(in: bytes) == 1)
    end = try shape.readFirst(bytes, end..<bytes.count, into: &fields)
    #expect(end == 15)
    #expect(fields[0]?.int(in: bytes) == 2)
    #expect(try shape.readFirst(bytes, 18..<bytes.count, into: &fields) == 21)
    #expect(fields[1]?.kind == .array)
    let error = #expect(throws: JSONError.self) {
      try shape.readFirst(bytes, 21..<bytes.count, into: &fields)
    }
    #expect(error?.code == .unexpectedEnd)
  }
}
