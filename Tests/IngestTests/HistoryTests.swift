import Ingest
import JSONKit
import Remediation
import Testing

@Suite("Finding history")
struct HistoryTests {
  @Test("A change is dated by its UpdateTime and states only what it changed")
  func workflow() throws {
    let text = Fixture.history([
      ["UpdatedField": "Workflow.Status", "OldValue": "NEW", "NewValue": "SUPPRESSED"],
      ["UpdatedField": "VerificationState", "OldValue": "UNKNOWN", "NewValue": "FALSE_POSITIVE"],
      ["UpdatedField": "Note.Text", "OldValue": "", "NewValue": "x"],
    ])
    let reading = try Reading("{\"Records\":[" + text + "]}")
    #expect(reading.records.map(\.source) == [.findingHistory])
    #expect(reading.texts == [text])
    let observation = try #require(reading.observations.first)
    #expect(observation.kind == .history)
    #expect(observation.finding == FindingIdentity(productArn: Fixture.productArn, id: Fixture.findingID))
    #expect(observation.times.changedAt == Instant("2026-01-03T08:00:00.123Z"))
    #expect(observation.times.createdAt == nil)
    #expect(observation.workflow == .suppressed)
    #expect(observation.verdict == .falsePositive)
    #expect(observation.compliance == nil && observation.recordState == nil && observation.severity == nil)
    #expect(observation.violation == nil && observation.description == nil)
  }

  @Test("A result is stated with the one before")
  func compliance() throws {
    let observation = try Reading.one(
      Fixture.history([["UpdatedField": "Compliance.Status", "OldValue": "FAILED", "NewValue": "PASSED"]]))
    #expect(observation.compliance == .passed && observation.priorCompliance == .failed)
  }

  @Test("32: NewValue may be missing; lists and objects are JSON text, scalars raw text")
  func values() throws {
    let missing = try Reading.one(
      Fixture.history([["UpdatedField": "Compliance.Status", "OldValue": "FAILED"]]))
    #expect(missing.compliance == nil && missing.priorCompliance == .failed)
    let objects = try Reading.one(
      Fixture.history([
        [
          "UpdatedField": "Workflow", "OldValue": "{\"Status\":\"NEW\"}",
          "NewValue": "{\"Status\":\"RESOLVED\"}",
        ],
        ["UpdatedField": "Severity", "NewValue": "{\"Label\":\"LOW\",\"Normalized\":1}"],
        ["UpdatedField": "Compliance", "OldValue": "{broken", "NewValue": "{\"Status\":\"FAILED\"}"],
        ["UpdatedField": "RecordState", "NewValue": "ARCHIVED"],
        ["UpdatedField": "Note.UpdatedAt", "NewValue": "2026-01-03T07:59:59Z"],
      ]))
    #expect(objects.workflow == .resolved)
    #expect(objects.severity == .low)
    #expect(objects.compliance == .failed && objects.priorCompliance == nil)
    #expect(objects.recordState == .archived)
    #expect(objects.times.noteUpdatedAt == Instant("2026-01-03T07:59:59Z"))
  }

  @Test(
    "32: FindingCreated is a boolean or text",
    arguments: [
      (true as JSONValue, true), ("true", true), (false, false), ("false", false), (.null, false),
    ] as [(JSONValue, Bool)])
  func created(value: JSONValue, isCreated: Bool) throws {
    let observation = try Reading.one(Fixture.history([], created: value))
    #expect((observation.times.createdAt != nil) == isCreated)
  }

  @Test("A change of other members is kept, and states nothing")
  func otherMembers() throws {
    let observation = try Reading.one(
      Fixture.history([
        ["UpdatedField": "Compliance.RelatedRequirements", "OldValue": "[]", "NewValue": "[\"a\"]"]
      ]))
    #expect(
      observation.compliance == nil && observation.priorCompliance == nil && observation.workflow == nil)
  }

  @Test(
    "A change without a finding or a time is refused",
    arguments: [
      ("\"UpdateTime\"", "\"x\"", "/UpdateTime", RejectReason.missingField),
      ("\"ProductArn\"", "\"x\"", "/FindingIdentifier/ProductArn", .missingField),
      ("2026-01-03T08", "yesterday", "/UpdateTime", .badTimestamp),
    ])
  func refused(old: String, new: String, path: String, reason: RejectReason) throws {
    let refusal = try Reading.refusal(Fixture.history([]).replacing(old, with: new))
    #expect(refusal.reason == reason)
    #expect(refusal.path == path)
  }
}
