public import JSONKit
import Remediation
import Store

extension Receipt {
  /// The receipt as a document: what `--json` prints and the store keeps.
  public var json: JSONValue {
    [
      "schema": 1,
      "started_at": .string(startedAt.rfc3339),
      "finished_at": .string(finishedAt.rfc3339),
      "seconds": .double(seconds),
      "dry_run": .bool(isDryRun),
      "files": .array(files.map(\.json)),
      "bytes": .int(Int64(bytes)),
      "records": total.json,
      "violations_touched": .int(Int64(violationsFolded)),
      "chain_breaks": .array(
        chainBreaks.map { found in
          [
            "ledger": .string(found.ledger),
            "sequence": found.sequence.map(JSONValue.int) ?? .null,
            "file": .string(found.file),
            "line": .int(found.line),
            "kind": .string(found.kind.rawValue),
            "explanation": .string(found.kind.explanation),
          ]
        }),
    ]
  }

  /// The receipt as an entry of the log has it: the same for the same files in the same order, whatever the
  /// clock, the machine and the folder they lay in.
  var logged: JSONValue {
    [
      "schema": 1,
      "files": .array(files.map(\.loggedJSON)),
      "records": total.json,
      "chain_breaks": .int(Int64(chainBreaks.count)),
    ]
  }
}

extension FileReceipt {
  var json: JSONValue {
    [
      "name": .string(name),
      "sha256": sha256.map(JSONValue.string) ?? .null,
      "bytes": .int(Int64(bytes)),
      "records": counts.json,
      "held_back_bytes": .int(Int64(heldBack?.bytes ?? 0)),
      "problem": problem.map(JSONValue.string) ?? .null,
    ]
  }

  var loggedJSON: JSONValue {
    [
      "name": .string(name.split(separator: "/").last.map(String.init) ?? name),
      "sha256": sha256.map(JSONValue.string) ?? .null,
      "bytes": .int(Int64(bytes)),
      "records": counts.json,
      "held_back_bytes": .int(Int64(heldBack?.bytes ?? 0)),
      "unreadable": .bool(problem != nil),
    ]
  }
}

extension RecordCounts {
  var json: JSONValue {
    [
      "read": .int(Int64(read)),
      "new": .int(Int64(new)),
      "duplicate": .int(Int64(duplicate)),
      "conflicting": .int(Int64(conflicting)),
      "rejected": .int(Int64(rejected)),
      "rejected_by_reason": .object(
        rejectedByReason.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .int(Int64($0.value))) }),
    ]
  }
}
