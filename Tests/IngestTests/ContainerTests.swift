import Foundation
import Ingest
import JSONKit
import Remediation
import Testing

@Suite("Containers")
struct ContainerTests {
  static let first = Fixture.finding(numbered: 1)
  static let second = Fixture.finding(numbered: 2)
  static let time = "2026-01-02T00:01:00Z"

  static func eventBridge(_ detailType: String, _ findings: String) -> String {
    """
    {"version":"0","id":"x","detail-type":"Security Hub Findings - \(detailType)","source":"aws.securityhub",\
    "time":"\(time)","resources":["r"],"detail":{"actionName":"a","findings":\(findings)}}
    """
  }

  /// Each way in which two findings may come, with the time of delivery where it has one.
  static let envelopes: [(name: String, text: String, time: String?)] = [
    ("NDJSON", first + "\n" + second + "\n", nil),
    ("NDJSON with carriage returns and blank lines", first + "\r\n\r\n" + second + "\r\n", nil),
    ("run together", first + second, nil),
    ("an array", "[" + first + ",\n" + second + "]", nil),
    ("a page", "{\"Findings\":[" + first + "," + second + "],\"NextToken\":\"t\"}", nil),
    (
      "a page printed over lines",
      "{\n \"NextToken\": \"t\",\n \"Findings\": [\n" + first + ",\n" + second + "\n]\n}\n", nil
    ),
    ("a lower-case wrapper", "{\"findings\": [" + first + "," + second + "]}", nil),
    (
      "pages one after another",
      "{\"Findings\":[" + first + "]}\n{\"Findings\":[" + second + "],\"NextToken\":null}\n", nil
    ),
    (
      "a recorded answer", "{\"status_code\":200,\"data\":{\"Findings\":[" + first + "," + second + "]}}", nil
    ),
    ("EventBridge imported", eventBridge("Imported", "[" + first + "," + second + "]"), time),
    ("EventBridge custom action", eventBridge("Custom Action", "[" + first + "," + second + "]"), time),
    ("EventBridge API action", eventBridge("API Action", "[" + first + "," + second + "]"), time),
    (
      "EventBridge with objects for lists",
      eventBridge("Imported", first) + "\n" + eventBridge("Imported", second) + "\n", time
    ),
    (
      "Firehose", eventBridge("Imported", "[" + first + "]") + eventBridge("Imported", "[" + second + "]"),
      time
    ),
    (
      "ASR notifications",
      "{\"Notification\":{\"State\":\"SUCCESS\"},\"EventType\":\"x\",\"Finding\":" + first
        + "}\n{\"Finding\":" + second
        + ",\"Notification\":{}}", nil
    ),
    (
      "SNS",
      "{\"Type\":\"Notification\",\"Message\":"
        + JSONValue.quoted(eventBridge("Imported", "[" + first + "," + second + "]")) + "}", time
    ),
    (
      "SQS",
      "{\"Messages\":[{\"MessageId\":\"1\",\"Body\":" + JSONValue.quoted(first) + "},{\"Body\":"
        + JSONValue.quoted(second) + "}]}", nil
    ),
    (
      "Lambda with SQS",
      "{\"Records\":[{\"eventSource\":\"aws:sqs\",\"body\":" + JSONValue.quoted(first)
        + "},{\"body\":" + JSONValue.quoted(second) + "}]}", nil
    ),
    (
      "Lambda with SNS",
      "{\"Records\":[{\"EventSource\":\"aws:sns\",\"Sns\":{\"Message\":" + JSONValue.quoted(first)
        + "}},{\"Sns\":{\"Message\":" + JSONValue.quoted(second) + "}}]}", nil
    ),
    (
      "SQS around SNS around EventBridge",
      "{\"Messages\":[{\"Body\":"
        + JSONValue.quoted(
          "{\"Type\":\"Notification\",\"Message\":"
            + JSONValue.quoted(eventBridge("Imported", "[" + first + "," + second + "]")) + "}") + "}]}", time
    ),
    ("an array of pages", "[{\"Findings\":[" + first + "]},{\"Findings\":[" + second + "]}]", nil),
  ]

  @Test("The same findings have the same exact bytes in every envelope", arguments: envelopes.map(\.name))
  func exactBytes(name: String) throws {
    let envelope = try #require(Self.envelopes.first { $0.name == name })
    let reading = try Reading(envelope.text)
    #expect(reading.rejected.isEmpty, "\(reading.rejected)")
    #expect(reading.texts == [Self.first, Self.second])
    #expect(reading.outcome.heldBack == nil && reading.outcome.rejected == nil)
    let time = envelope.time.flatMap { Instant($0) }
    #expect(reading.records.allSatisfy { $0.envelopeTime == time && $0.source == .asff })
    #expect(reading.observations == [try Reading.one(Self.first), try Reading.one(Self.second)])
  }

  @Test("A record's line and byte lead to it in the file", arguments: envelopes.map(\.name))
  func places(name: String) throws {
    let envelope = try #require(Self.envelopes.first { $0.name == name })
    let bytes = Array(envelope.text.utf8)
    let isText = envelope.text.contains("\\\"")
    for record in try Reading(envelope.text).records {
      let start = record.offset
      // A record that was carried as text has the place of the text, which begins with its quote.
      #expect(bytes[start] == UInt8(ascii: isText ? "\"" : "{"))
      #expect(record.line == 1 + bytes[..<start].filter { $0 == 0x0A }.count)
    }
  }

  @Test(
    "Empty inputs and empty containers hold nothing and are no error",
    arguments: [
      "", " \n\t", "[]", "{}", "[ ]\n", "{ \"findings\": [ ] }", "{\"Findings\": null}", "{\"Records\":[]}",
      "{\"Findings\":[]}{\"Findings\":[]}", "\u{FEFF}", "\u{FEFF}[]",
    ])
  func empty(text: String) throws {
    let reading = try Reading(text)
    #expect(reading.records.isEmpty && reading.rejected.isEmpty)
    #expect(reading.outcome.heldBack == nil && reading.outcome.rejected == nil)
  }

  @Test("A byte order mark is passed over")
  func byteOrderMark() throws {
    let reading = try Reading("\u{FEFF}" + Self.first + "\n" + Self.second)
    #expect(reading.texts == [Self.first, Self.second])
    #expect(reading.records.map(\.offset) == [3, 3 + Self.first.utf8.count + 1])
  }

  @Test(
    "UTF-16 and UTF-32 are refused with the command that converts them",
    arguments: [
      (String.Encoding.utf16LittleEndian, [0xFF, 0xFE], "UTF-16LE"),
      (.utf16BigEndian, [0xFE, 0xFF], "UTF-16BE"),
      (.utf16LittleEndian, [], "UTF-16LE"), (.utf16BigEndian, [], "UTF-16BE"),
      (.utf32LittleEndian, [0xFF, 0xFE, 0, 0], "UTF-32LE"), (.utf32BigEndian, [], "UTF-32BE"),
    ] as [(String.Encoding, [UInt8], String)])
  func foreignEncoding(encoding: String.Encoding, mark: [UInt8], name: String) throws {
    let data = try #require(Self.first.data(using: encoding))
    let reading = try Reading(mark + Array(data))
    #expect(reading.outcome.rejected?.reason == .encoding)
    #expect(reading.outcome.rejected?.hint == "iconv -f \(name) -t UTF-8 FILE | closeout ingest -")
    #expect(reading.records.isEmpty && reading.rejected.isEmpty)
  }

  @Test(
    "A file that is no JSON is refused as one",
    arguments: [
      "Id,ProductArn\n1,2\n", "<xml/>", "hello", "[section]\nkey=1\n", "{{ template }}", "null", "\"text\"",
      "12",
    ])
  func notJSON(text: String) throws {
    let reading = try Reading(text)
    #expect(reading.outcome.rejected?.reason == .notJSON)
    #expect(reading.outcome.rejected?.hint != nil)
    #expect(reading.records.isEmpty && reading.rejected.isEmpty)
  }

  @Test(
    "A broken line is refused alone, and reading goes on with the next",
    arguments: [
      "{\"a\":{\"b\":1", "{\"a\":1}}", "{\"a\":\"open", "{\"a\" 1}", "{\"a\":[1,2}", "{'a':1}", "{\"a\":1,}",
      "{\"a\":01}",
      "{\"a\":\"\\x\"}", "{\"a\":[1,", "{\"a\":",
    ])
  func brokenLine(line: String) throws {
    let reading = try Reading([Self.first, line, Self.second, Self.first, ""].joined(separator: "\n"))
    #expect(reading.texts == [Self.first, Self.second, Self.first])
    #expect(reading.reasons.contains(.malformedJSON))
    #expect(reading.rejected.allSatisfy { $0.line == 2 })
    #expect(reading.rejectedTexts.joined() == line)
  }

  @Test("A broken element of an array is refused alone")
  func brokenElement() throws {
    for text in [
      "[\(Self.first),{\"Id\" 1},\(Self.second)]",
      "{\"Findings\":[\(Self.first),{\"a\":tru},\(Self.second)]}\n",
    ] {
      let reading = try Reading(text)
      #expect(reading.texts == [Self.first, Self.second])
      #expect(reading.reasons == [.malformedJSON])
    }
  }

  @Test("Values and rubbish on one line are told apart")
  func rubbish() throws {
    let reading = try Reading(Self.first + " rubbish\n" + Self.second + "\n?!\n" + Self.first)
    #expect(reading.texts == [Self.first, Self.second, Self.first])
    #expect(reading.rejectedTexts == ["rubbish", "?!"])
    #expect(reading.rejected.map(\.line) == [1, 3])
  }

  @Test("The end of a file that is still being written is held back")
  func heldBack() throws {
    let cut = String(Self.second.prefix(200))
    for (text, line) in [
      (Self.first + "\n" + cut, 2), ("[" + Self.first + ",\n" + cut, 2),
      ("{\"Findings\":[" + Self.first + "," + cut, 1),
      (Self.first + cut, 1), (Self.first + "\n{", 2), (Self.first + "\n{\"a\":\n", 2),
    ] {
      let reading = try Reading(text)
      #expect(reading.texts == [Self.first])
      #expect(reading.rejected.isEmpty, "\(reading.rejected)")
      let held = try #require(reading.outcome.heldBack)
      #expect(held.line == line)
      #expect(held.offset + held.length == text.utf8.count)
    }
  }

  @Test("An array that is not closed yet is held back with nothing in it")
  func openArray() throws {
    for text in ["[" + Self.first + ",", "{\"Findings\":[" + Self.first] {
      let reading = try Reading(text)
      #expect(reading.texts == [Self.first])
      #expect(reading.outcome.heldBack?.length == 0)
    }
  }

  @Test("A broken end is refused and not held back for ever")
  func brokenEnd() throws {
    let reading = try Reading(Self.first + "\n{\"a\" \"b\", ")
    #expect(reading.texts == [Self.first])
    #expect(reading.reasons == [.malformedJSON])
    #expect(reading.outcome.heldBack == nil)
  }

  @Test("Records deeper or larger than the limits are refused, and those around them read")
  func limits() throws {
    let deep = "{\"a\":" + String(repeating: "[", count: 200) + String(repeating: "]", count: 200) + "}"
    #expect(try Reading(Self.first + "\n" + deep + "\n" + Self.second).reasons == [.tooDeep])
    let large = "{\"a\":\"" + String(repeating: "x", count: RecordLimits.recordBytes) + "\"}"
    for text in [Self.first + "\n" + large + "\n" + Self.second, "[\(Self.first),\(large),\(Self.second)]"] {
      let reading = try Reading(text)
      #expect(reading.texts == [Self.first, Self.second])
      #expect(reading.reasons == [.tooLarge])
      #expect(reading.rejectedTexts.map(\.utf8.count) == [RecordLimits.shownBytes])
    }
  }

  @Test("Envelopes inside envelopes end somewhere")
  func envelopeDepth() throws {
    var text = Self.first
    for _ in 0..<6 { text = "{\"Message\":" + JSONValue.quoted(text) + "}" }
    #expect(try Reading(text).texts == [Self.first])
    var list = Self.first
    for _ in 0..<20 { list = "{\"data\":{\"Findings\":[" + list + "]}}" }
    #expect(try Reading(list).reasons == [.tooDeep])
  }

  @Test("Text that is not UTF-8 is refused as such")
  func badUTF8() throws {
    var bytes = Array(Self.first.utf8)
    let place = try #require(bytes.firstIndex(of: UInt8(ascii: "S")))
    bytes[place] = 0xFF
    #expect(try Reading(bytes + [0x0A] + Array(Self.second.utf8)).reasons == [.encoding])
  }

  @Test("A member written twice is refused, because readers differ on it")
  func duplicateKey() throws {
    let twice = String(Self.first.dropLast()) + ",\"Id\":\"other\"}"
    let refusal = try Reading.refusal(twice)
    #expect(refusal.reason == .duplicateKey)
    #expect(refusal.path == "/Id")
  }
}
