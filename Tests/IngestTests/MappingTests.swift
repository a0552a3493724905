import Foundation
import Ingest
import JSONKit
import Remediation
import TestSupport
import Testing

@Suite("Mappings")
struct MappingTests {
  static func executionHistory() throws -> LedgerMapping {
    let url = Repository.root.appending(path: "docs/mappings/execution-history.yaml")
    return try LedgerMapping(
      yaml: String(decoding: try Data(contentsOf: url), as: UTF8.self), file: "execution-history.yaml")
  }

  static let fix = """
    {"execution_id":"x-1","finding_id":"f-1","control_id":"S3.8","resource_id":"r",\
    "account_id":"123456789012",\
    "region":"eu-west-1","action":"auto_fix","actor":"ASR","started_at":"2026-01-03T10:15:05Z",\
    "ended_at":"2026-01-03T10:15:30Z","status":"SUCCESS"}
    """

  @Test("The published mapping reads fixes and rollbacks")
  func published() throws {
    let mapping = try Self.executionHistory()
    let rollback = Self.fix.replacing("auto_fix", with: "rollback").replacing("x-1", with: "rb-1")
    let failed = Self.fix.replacing("SUCCESS", with: "FAILED").replacing("x-1", with: "x-2")
    let reading = try Reading([Self.fix, rollback, failed].joined(separator: "\n"), mapping: mapping)
    #expect(reading.rejected.isEmpty, "\(reading.rejected)")
    #expect(reading.records.map(\.source) == [.mapped, .mapped, .mapped])
    #expect(reading.texts == [Self.fix, rollback, failed])
    let entries = reading.entries
    #expect(entries.map(\.type) == [.attempted, .rolledBack, .attempted])
    #expect(entries.map(\.outcome) == [.succeeded, .succeeded, .failed])
    #expect(entries[0].subject == .finding(id: "f-1", productArn: nil))
    #expect(entries[0].attempt?.attempt == "x-1" && entries[0].attempt?.mode == .enforce)
    #expect(entries[0].attempt?.executor == .automation && entries[0].attempt?.workflow == "S3.8")
    #expect(entries[0].attempt?.started == Instant("2026-01-03T10:15:05Z"))
    #expect(
      entries[0].time == Instant("2026-01-03T10:15:30Z") && entries[0].attempt?.ended == entries[0].time)
    #expect(entries[0].actor == "ASR")
    #expect(entries[1].attempt?.attempt == "rb-1")
    #expect(Set(entries.map(\.source)) == ["urn:closeout:mapping:execution-history"])
  }

  @Test("A mapping leaves findings and events of the open format alone")
  func builtInFirst() throws {
    let text = [Fixture.finding(), Self.fix, Fixture.event("finding.escalated", [:])].joined(separator: "\n")
    let reading = try Reading(text, mapping: try Self.executionHistory())
    #expect(reading.records.map(\.source) == [.asff, .mapped, .cloudEvents])
  }

  @Test("Records that break the mapping are refused with their place")
  func refusals() throws {
    let mapping = try Self.executionHistory()
    let cases: [(String, String, RejectReason, String)] = [
      ("\"SUCCESS\"", "\"MAYBE\"", .badValue, "/status"), ("\"auto_fix\"", "\"dance\"", .badValue, "/action"),
      ("2026-01-03T10:15:30Z", "soon", .badTimestamp, "/ended_at"),
      ("\"x-1\"", "null", .missingField, "/execution_id"),
      ("\"x-1\"", "{}", .badType, "/execution_id"),
    ]
    for (old, new, reason, path) in cases {
      let refusal = try Reading.refusal(Self.fix.replacing(old, with: new), mapping: mapping)
      #expect(refusal.reason == reason)
      #expect(refusal.path == path)
    }
    let unknown = try Reading.refusal(
      Self.fix.replacing("MAYBE", with: "").replacing("\"SUCCESS\"", with: "\"MAYBE\""), mapping: mapping)
    #expect(unknown.hint?.contains("data.outcome.values") == true)
    #expect(try Reading.refusal("{\"other\":1}", mapping: mapping).reason == .unrecognised)
  }

  static let csvMapping = """
    closeout-mapping: 1
    container: csv
    fields:
      source: {constant: urn:example}
      id: Run
      type: {constant: remediation.attempted}
      time: {from: Finished, format: epoch-seconds}
      subject: Finding
      data.attempt: Run
      data.outcome: {from: Result, values: {ok: succeeded}, default: failed}
      data.change.summary: Note
    """

  @Test("CSV is read by its header, quotes and line feeds in fields included")
  func csv() throws {
    let mapping = try LedgerMapping(yaml: Self.csvMapping, file: "m.yaml")
    let text =
      "Run,Finding,Finished,Result,Note\r\n1,f-1,1767435330,ok,\"two, \"\"lines\"\"\nhere\"\r\n"
      + "2,f-2,1767435331.5,bad,\r\n3,f-3\r\n"
    let reading = try Reading(text, mapping: mapping)
    #expect(reading.entries.map(\.id) == ["1", "2"])
    #expect(reading.entries.map(\.outcome) == [.succeeded, .failed])
    #expect(reading.entries.map(\.time.milliseconds) == [1_767_435_330_000, 1_767_435_331_500])
    #expect(reading.reasons == [.badValue])
    #expect(reading.rejected.map(\.line) == [5])
    let details = RecordDetails.read(
      Array(reading.texts[0].utf8), source: .mapped, mapping: mapping,
      columns: ["Run", "Finding", "Finished", "Result", "Note"])
    guard case .entry(let entry) = details else { throw NotOne(found: 0, rejected: []) }
    #expect(
      entry.change.summary == "two, \"lines\"\nhere" && entry.outcome == "succeeded" && entry.subject == "f-1"
    )
  }

  @Test("A row is read again without its file, by the mapping that is kept with it")
  func keptColumns() throws {
    let yaml = """
      closeout-mapping: 1
      container: csv
      fields:
        source: {constant: urn:example}
        id: Run
        type: {constant: remediation.attempted}
        time: {from: Finished, format: epoch-seconds}
        data.attempt: Run
        data.executor.id: "Who \\"did\\" it\\u202E"

      """
    let columns = ["Run", "Finished", "Who \"did\" it\u{202E}"]
    let kept = LedgerMapping.text(yaml, withColumns: columns)
    #expect(LedgerMapping.text(kept, withColumns: columns) == kept)
    var reader = SingleRecordReader()
    let row = Array("r-1,1767435330,\"ada, \"\"x\"\"\"".utf8)
    guard case .entry(let entry) = reader.read(row, source: .mapped, mapping: kept).content else {
      throw NotOne(found: 0, rejected: [])
    }
    #expect(entry.value.id == "r-1" && entry.value.actor == "ada, \"x\"")
    #expect(reader.read(row, source: .mapped, mapping: yaml).content == nil)
    let details = RecordDetails.read(
      row, source: .mapped, mapping: try LedgerMapping(yaml: kept, file: "kept"))
    guard case .entry(let told) = details else { throw NotOne(found: 0, rejected: []) }
    #expect(told.executor.id == "ada, \"x\"")
  }

  @Test("Records inside a document are found by the pointer to their list")
  func nestedList() throws {
    let yaml = """
      closeout-mapping: 1
      container: json
      records: /result/runs
      fields:
        source: {constant: urn:example}
        id: /id
        type: {constant: closeout.remediation.attempted}
        time: {from: /at, format: epoch}
        data.attempt: /id
      """
    let mapping = try LedgerMapping(yaml: yaml, file: "m.yaml")
    let text = "{\"result\":{\"runs\":[{\"id\":7,\"at\":1767435330000},{\"id\":8,\"at\":1767435330}]}}"
    let reading = try Reading(text, mapping: mapping)
    #expect(reading.entries.map(\.id) == ["7", "8"])
    #expect(Set(reading.entries.map(\.time)) == [Instant(milliseconds: 1_767_435_330_000)])
  }

  static let mistakes: [(yaml: String, line: Int?, key: String, fix: String)] = [
    ("closeout-mapping: 2\n", 1, "closeout-mapping", "write 1"),
    ("name: x\n", 1, "closeout-mapping", "add the key"),
    ("closeout-mapping: 1\nfelds: {}\n", 2, "felds", "use one of closeout-mapping, name"),
    ("closeout-mapping: 1\ncontainer: xml\n", 2, "container", "use one of jsonl, json, csv"),
    ("closeout-mapping: 1\nfields:\n  id: run\n", 3, "fields.id", "begin it with /"),
    (
      "closeout-mapping: 1\nfields:\n  id: /run\n  outcome: /x\n", 4, "fields.outcome", "perhaps data.outcome"
    ),
    ("closeout-mapping: 1\nfields:\n  id: {from: /a, constant: b}\n", 3, "fields.id", "keep one of the two"),
    (
      "closeout-mapping: 1\nfields:\n  id: {from: /a, valeus: {}}\n", 3, "fields.id.valeus",
      "use one of from, constant"
    ),
    (
      "closeout-mapping: 1\nfields:\n  data.mode: {constant: maybe}\n", 3, "fields.data.mode",
      "dry-run, enforce"
    ),
    (
      "closeout-mapping: 1\nfields:\n  data.outcome:\n    from: /s\n    values: {OK: fine}\n", 4,
      "fields.data.outcome", "succeeded"
    ),
    (
      "closeout-mapping: 1\nfields:\n  time: {from: /t, format: iso}\n", 3, "fields.time.format",
      "use one of rfc3339"
    ),
    ("closeout-mapping: 1\nfields:\n  id: /a\n", 3, "fields.source", "every entry needs it"),
    ("closeout-mapping: 1\n  bad: indent\n", 2, "", "check indentation"),
    ("closeout-mapping: 1\nname: a\nname: b\n", nil, "name", "write each key once"),
    ("- a\n", 1, "", "see docs/mappings"),
  ]

  @Test("A mistake in a mapping is named with its line, its key and the fix", arguments: mistakes.indices)
  func mistake(index: Int) throws {
    let mistake = Self.mistakes[index]
    let error = #expect(throws: MappingError.self) { try LedgerMapping(yaml: mistake.yaml, file: "m.yaml") }
    if let line = mistake.line { #expect(error?.line == line) }
    #expect(error?.key == mistake.key)
    #expect(error?.fix.contains(mistake.fix) == true, "\(error?.fix ?? "")")
  }

  @Test(
    "The generator's ledger is read whole, as many entries as lines",
    .enabled(if: SharedFolder.item("generator/securityhub_history.py") != nil))
  func generator() async throws {
    let script = try #require(SharedFolder.item("generator/securityhub_history.py"))
    let folder = try TemporaryFolder()
    let ledger = folder.file("ledger.jsonl")
    try await PeerTool("python3").run([
      script.path, "-n", "600", "-o", folder.file("out").path, "--ledger", ledger.path,
    ])
    let bytes = Array(try Data(contentsOf: ledger))
    let lines = bytes.filter { $0 == 0x0A }.count
    let reading = try Reading(bytes, mapping: try Self.executionHistory())
    #expect(lines > 0 && reading.entries.count == lines && reading.rejected.isEmpty)
  }
}
