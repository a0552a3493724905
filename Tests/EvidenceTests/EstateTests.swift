@testable import Evidence
import Demo
import Foundation
import Ingest
import Intake
import Remediation
import Store
import TestSupport
import Testing
import TransparencyLog

@Suite("Packages of a whole estate")
struct EstateTests {
  static let until: Int64 = 1_795_132_800_000

  /// A store with an invented estate.
  static func store(in folder: borrowing TemporaryFolder, reversed: Bool = false) throws -> Store {
    let estate = DemoEstate(seed: 11, findings: 40, days: 120, accounts: 4, until: until)
    let inputs = estate.files().filter { !$0.name.hasSuffix(".yaml") && !$0.name.hasSuffix(".txt") }
      .map { IngestInput.bytes($0.bytes, name: $0.name) }
    let store = try Store.open(at: folder.file(reversed ? "reversed.db" : "closeout.db").path, create: true)
    _ = try IngestRun(now: { Instant(milliseconds: until) }).run(
      reversed ? inputs.reversed() : inputs, into: store)
    return store
  }

  @Test(
    "Every package verifies, and its episodes are those of the store, now and as of the past",
    arguments: [0, 45])
  func all(daysAgo: Int64) throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(in: folder)
    let keys = KeyStore(besideStore: store.path)
    _ = try keys.create()
    let signer = try keys.signer()
    let asOf = Instant(milliseconds: Self.until - daysAgo * 86_400_000)
    try store.snapshot(asOf: asOf) { snapshot in
      var packager = try EvidencePackager(producer: "closeout test", signer: signer)
      var verifier = try PackageVerifier(keys: [signer.packageKey])
      var source = try EvidenceSource(snapshot, signer: signer)
      var words: Set<ProofVerdict.Word> = []
      let findings = try FindingLookup.all(in: snapshot)
      #expect(findings.count > 30)
      for finding in findings {
        let package = try packager.package(of: source.material(of: finding, in: snapshot), asOf: asOf)
        let report = verifier.verify(zip: package.bytes)
        #expect(report.isComplete, "\(package.finding.id): \(report.checks.filter { $0.result != .passed })")
        #expect(report.verdict == package.verdict)
        words.insert(package.verdict)
        let timeline = try source.timeline(of: finding, in: snapshot)
        let proof = try ProofOfFix(of: timeline.identity, records: timeline.records, asOf: asOf)
        let stored = try snapshot.rows(
          """
          SELECT e.* FROM finding f JOIN episode e ON e.violation_id = f.violation_id
          WHERE f.id = :finding ORDER BY e.number
          """, ["finding": .int(finding)])
        #expect(proof.episodes.map(\.openedAt) == stored.compactMap { $0.instant("opened_at") })
        #expect(proof.episodes.map(\.closedAt) == stored.map { $0.instant("closed_at") })
        #expect(proof.episodes.map(\.reason?.rawValue) == stored.map { $0.int("reason").map { Int($0) } })
        #expect(proof.episodes.map(\.state.rawValue) == stored.compactMap { $0.int("state").map { Int($0) } })
      }
      #expect(words.count >= 5)
    }
  }

  @Test("The files' order of arrival changes no page and no XML")
  func arrival() throws {
    let folder = try TemporaryFolder()
    func documents(_ store: Store) throws -> [String: [UInt8]] {
      try store.snapshot(asOf: Instant(milliseconds: Self.until)) { snapshot in
        var packager = try EvidencePackager(producer: "closeout test")
        var source = try EvidenceSource(snapshot)
        var documents: [String: [UInt8]] = [:]
        for finding in try FindingLookup.all(in: snapshot) {
          let package = try packager.package(
            of: source.material(of: finding, in: snapshot), asOf: snapshot.asOf)
          let files = try PackageFiles(zip: package.bytes)
          for path in files.files.keys where !path.hasPrefix(BagNames.ledger) && path.hasPrefix("data/") {
            documents["\(package.name)/\(path)"] = files[path]
          }
        }
        return documents
      }
    }
    let one = try documents(Self.store(in: folder))
    let other = try documents(Self.store(in: folder, reversed: true))
    #expect(Set(one.keys) == Set(other.keys))
    for path in one.keys.sorted() { #expect(one[path] == other[path], "\(path)") }
  }
}
