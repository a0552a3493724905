import Evidence
import Ingest
import Remediation
import Store
import TestSupport
import Testing
import TransparencyLog

@Suite("What the log hands out by itself")
struct LogProvingTests {
  static func keys(_ story: borrowing PackagedStory) -> [LogPublicKey] {
    [story.signer.logKey, story.signer.packageKey]
  }

  static func prove<Value>(
    _ story: borrowing PackagedStory, _ body: (inout LogProver, borrowing Snapshot) throws -> Value
  ) throws -> Value {
    let signer = story.signer
    return try story.store.read(asOf: Story.asOf) { snapshot in
      var prover = try LogProver(snapshot, signer: signer)
      return try body(&prover, snapshot)
    }
  }

  @Test("The newest head of a finding is proved, and names the head before it")
  func head() throws {
    let story = try PackagedStory.whole()
    let proof = try Self.prove(story) { prover, snapshot in
      try prover.newestHead(of: FindingLookup.finding(id: Story.id, in: snapshot), in: snapshot)
    }
    let head = try HeadEntry(parsing: LogEntry(parsing: proof.extra ?? []).body)
    #expect(head.finding == Story.finding.digestForTests)
    #expect(head.sequence == 2 && head.previous != nil)
    let report = LogVerifier(keys: Self.keys(story)).verify(proof: Array(proof.text.utf8))
    #expect(report.isComplete, "\(report.checks)")
    #expect(report[.inclusion]?.detail.contains("head 2 of the finding \(head.finding.hex)") == true)
  }

  @Test("A record is proved by its leaf, and one that the log does not have is refused")
  func record() throws {
    let story = try PackagedStory.whole()
    let leaf = Story.whole[3].leaf
    let proof = try Self.prove(story) { prover, snapshot in try prover.record(leaf, in: snapshot) }
    #expect(proof.extra == LogEntry(.record, body: Story.whole[3].bytes).bytes)
    #expect(LogVerifier(keys: Self.keys(story)).verify(proof: Array(proof.text.utf8)).isComplete)
    #expect(throws: EvidenceError.self) {
      try Self.prove(story) { prover, snapshot in
        try prover.record(LeafHash(record: [0x7B, 0x7D]), in: snapshot)
      }
    }
  }

  @Test("A record is found by its leaf in whichever tile it stands; a head's leaf finds none")
  func everyLeaf() throws {
    let folder = try TemporaryFolder()
    let store = try EstateTests.store(in: folder)
    try store.snapshot(asOf: Instant(milliseconds: EstateTests.until)) { snapshot in
      var tree = try snapshot.log()
      let rows = try snapshot.rows("SELECT position FROM record")
      let records = Set(rows.compactMap { $0.int("position") })
      #expect(records.contains(256), "the log has a second tile")
      for position in 0..<Int64(tree.size) {
        let found = try RecordLookup.position(of: tree.leaf(at: Int(position)), in: snapshot)
        #expect(found == (records.contains(position) ? position : nil))
      }
    }
  }

  @Test("A proof whose entry was changed, or that another key signed, is refused")
  func falseProof() throws {
    let story = try PackagedStory.whole()
    let good = try Self.prove(story) { prover, snapshot in
      try prover.record(Story.whole[3].leaf, in: snapshot)
    }
    let changed = TLogProof(
      index: good.index, hashes: good.hashes, checkpoint: good.checkpoint,
      extra: (good.extra ?? []) + [0x20])
    let report = LogVerifier(keys: Self.keys(story)).verify(proof: Array(changed.text.utf8))
    #expect(report[.checkpoint]?.result == .passed && report[.inclusion]?.result == .failed)
    let stranger = LogVerifier(keys: [LogSigningKey(generating: .ed25519).publicKey])
    #expect(stranger.verify(proof: Array(good.text.utf8))[.checkpoint]?.result == .failed)
    #expect(!LogVerifier(keys: []).verify(proof: Array(good.text.utf8)).isComplete)
  }

  @Test("A checkpoint holds by the log's key, or by the packages' key with the signature beside it")
  func checkpoint() throws {
    let story = try PackagedStory.whole()
    let checkpoint = try Self.prove(story) { prover, _ in try prover.checkpoint() }
    let bytes = Array(checkpoint.note.noteText.utf8)
    #expect(LogVerifier(keys: [story.signer.logKey]).verify(checkpoint: bytes).isComplete)
    let byPackages = LogVerifier(keys: [story.signer.packageKey])
    #expect(byPackages.verify(checkpoint: bytes, detached: checkpoint.detached).isComplete)
    #expect(!byPackages.verify(checkpoint: bytes).isAccepted)
    #expect(!byPackages.verify(checkpoint: bytes, detached: Array(checkpoint.detached.dropLast())).isAccepted)
  }

  @Test("A log that has grown is consistent with the checkpoint that was kept")
  func grown() throws {
    let story = try PackagedStory.whole()
    let old = try Self.prove(story) { prover, _ in try prover.checkpoint() }
    try story.store.append(LogEntry(.policy, body: Array("policy: 2\n".utf8)))
    let proof = try Self.prove(story) { prover, snapshot in
      try prover.consistency(from: old.note, in: snapshot)
    }
    let verifier = LogVerifier(keys: Self.keys(story))
    let report = verifier.verify(
      consistency: Array(proof.text.utf8), since: Array(old.note.noteText.utf8))
    #expect(report.isComplete, "\(report.checks)")
    // Nothing is proved backwards.
    #expect {
      try Self.prove(story) { prover, snapshot in
        try prover.consistency(from: proof.checkpoint, to: old.note, in: snapshot)
      }
    } throws: { ($0 as? EvidenceError)?.code == .badProof }
  }

  @Test("A log that was rewritten and signed with the same keys is not, and closeout says so")
  func rewritten() throws {
    let story = try PackagedStory.whole()
    let old = try Self.prove(story) { prover, _ in try prover.checkpoint() }
    // Another history, one record longer, under the keys of the first.
    let other = try PackagedStory([
      [Story.snapshot("2026-01-09T08:00:00Z", "PASSED")] + Story.whole,
      [Story.snapshot("2026-03-09T08:00:00Z")], [Story.snapshot("2026-03-10T08:00:00Z")],
      [Story.snapshot("2026-03-11T08:00:00Z")],
    ])
    let signer = story.signer
    let (forged, size) = try other.store.read(asOf: Story.asOf) { snapshot in
      var prover = try LogProver(snapshot, signer: signer)
      #expect { try prover.consistency(from: old.note, in: snapshot) } throws: {
        ($0 as? EvidenceError)?.code == .forkedLog
      }
      var tree = try snapshot.log()
      return (
        TLogConsistency(
          try tree.consistencyProof(from: old.size), checkpoint: try prover.checkpoint().note), tree.size
      )
    }
    #expect(size > old.size)
    let report = LogVerifier(keys: Self.keys(story)).verify(
      consistency: Array(forged.text.utf8), since: Array(old.note.noteText.utf8))
    #expect(report[.consistency]?.result == .failed)
  }
}

extension FindingIdentity {
  /// SHA-256 of the name, by the definition.
  fileprivate var digestForTests: Hash256 {
    Hash256(sha256: Array(productArn.utf8) + [0x0A] + Array(id.utf8))
  }
}
