import Foundation
import Ingest
import Intake
import Store
import TestSupport
import Testing

@Suite("A rejected record that is read again")
struct RejectedRetryTests {
  static let mapping = """
    closeout-mapping: 1
    name: runs
    container: jsonl
    fields:
      source: {constant: "urn:shop:runner"}
      id: /run
      type: {constant: remediation.attempted}
      time: /at
      subject: /finding
      data.attempt: /run
      data.mode: {constant: enforce}
      data.executor.kind: {constant: automation}
      data.outcome:
        from: /result
        values:
          ok: succeeded
          bad: failed
    """

  @Test func `becomes a record when a mapping says how to read it, and is then no longer listed`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.open(at: folder.file("store.db").path, create: true)
    let lines = """
      {"run":"r-1","at":"2026-06-01T10:00:00Z","finding":"f-1","result":"ok"}
      {"run":"r-2","at":"2026-06-01T11:00:00Z","finding":"f-2","result":"bad"}
      {"Id": "a", "ProductArn": }

      """
    let input = IngestInput.bytes(Array(lines.utf8), name: "runs.jsonl")
    let plain = IngestRun(now: { Estate.end })
    #expect(try plain.run([input], into: store).total.rejected == 3)

    let untouched = try RejectedRetry(plain).retry(nil, in: store)
    #expect(untouched.accepted.isEmpty && untouched.remaining == 3)

    let mapped = IngestRun(
      mapping: try LedgerMapping(yaml: Self.mapping, file: "runs.yaml"), mappingText: Self.mapping,
      now: { Estate.end })
    let one = try RejectedRetry(mapped).retry([2], in: store)
    #expect(one.accepted == [2] && one.remaining == 0)
    let all = try RejectedRetry(mapped).retry(nil, in: store)
    #expect(all.accepted == [1] && all.remaining == 1)
    #expect(try store.rejected(after: 0, limit: 10).map(\.id) == [3])
    // The same lines, read with the mapping from the start, are the same records.
    #expect(try mapped.run([input], into: store).total.duplicate == 2)
  }
}
