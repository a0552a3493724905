import Compression
@testable import Evidence
import Foundation
import Queries
import Remediation
import Store
import TestSupport
import Testing
import TransparencyLog

@Suite("A package stands by itself")
struct PackageTests {
  @Test("Closeout finds everything in order, with the key that was handed over")
  func verifies() throws {
    let story = try PackagedStory.whole()
    let package = try story.package()
    var verifier = try PackageVerifier(keys: [story.signer.packageKey])
    let report = verifier.verify(zip: package.bytes)
    #expect(report.isComplete, "\(report.checks.filter { $0.result != .passed })")
    #expect(report.checks.map(\.name) == VerificationReport.CheckName.ofPackage)
    #expect(report.warnings.isEmpty)
    #expect(report.verdict == .held && package.verdict == .held)
    #expect(report.finding == Story.id)
  }

  @Test("Without a key the carried one is used, and that is said")
  func carriedKey() throws {
    let story = try PackagedStory.whole()
    var verifier = try PackageVerifier()
    let report = verifier.verify(zip: try story.package().bytes)
    #expect(report.isComplete)
    #expect(report.warnings.count == 1)
    #expect(report.warnings.first?.contains(story.signer.packageKey.fingerprint.hex) == true)
  }

  @Test("Another key than the signing one is refused")
  func otherKey() throws {
    let story = try PackagedStory.whole()
    let other = LogSigningKey(generating: .ecdsaP256).publicKey
    var verifier = try PackageVerifier(keys: [other])
    let report = verifier.verify(zip: try story.package().bytes)
    #expect(report[.signature]?.result == .failed)
    #expect(report[.checkpoint]?.result == .failed)
    #expect(!report.isAccepted)
  }

  @Test("A page that another version made is not called false, only not checked")
  func otherVersion() throws {
    let story = try PackagedStory.whole()
    let bytes = try story.package().bytes
    var newer = try PackageVerifier(keys: [story.signer.packageKey], producer: "closeout newer")
    #expect(newer.verify(zip: bytes).isComplete)
    var files = try PackageFiles(zip: bytes).files
    files[BagNames.page]?.append(0x0A)
    var output: [UInt8] = []
    var zip = try ZipWriter()
    for path in files.keys.sorted() { try zip.add("closeout/\(path)", files[path] ?? [], into: &output) }
    zip.finish(into: &output)
    #expect(newer.verify(zip: output)[.page]?.result == .notChecked)
    var same = try PackageVerifier(keys: [story.signer.packageKey], producer: "closeout test")
    #expect(same.verify(zip: output)[.page]?.result == .failed)
  }

  @Test("An unsigned package is checked as far as that goes, and what is missing is said")
  func unsigned() throws {
    let story = try PackagedStory.whole()
    var verifier = try PackageVerifier(keys: [story.signer.packageKey])
    let report = verifier.verify(zip: try story.package(signed: false).bytes)
    #expect(report.isAccepted && !report.isComplete)
    #expect(report[.signature]?.result == .notChecked)
    #expect(report[.inclusion]?.result == .notChecked)
    #expect(report[.derivation]?.result == .passed)
  }

  @Test("Everything but the signatures is the same on every run")
  func reproducible() throws {
    let story = try PackagedStory.whole()
    let first = try PackageFiles(zip: story.package().bytes).files
    let second = try PackageFiles(zip: story.package().bytes).files
    #expect(first.keys.sorted() == second.keys.sorted())
    let differing = first.keys.filter { first[$0] != second[$0] }
    #expect(Set(differing).isSubset(of: BagNames.signatures))
    let unsigned = try story.package(signed: false).bytes
    #expect(try story.package(signed: false).bytes == unsigned)
  }

  @Test("The order of arrival shows below data/ledger/ and in the lists of digests alone")
  func arrival() throws {
    let one = try PackageFiles(zip: PackagedStory.whole().package().bytes).files
    let other = try PackageFiles(zip: PackagedStory([Array(Story.whole.reversed())]).package().bytes).files
    let differing = Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }
    for path in differing {
      let mayDiffer =
        path.hasPrefix(BagNames.ledger) || BagNames.signatures.contains(path) || path == BagNames.manifest
        || path == BagNames.tagManifest || path == BagNames.info
      #expect(mayDiffer, "\(path)")
    }
    #expect(one[BagNames.page] == other[BagNames.page])
    #expect(one[BagNames.xml] == other[BagNames.xml])
  }

  @Test("As of an earlier day the later records are left out, and the chain says that there are some")
  func earlier() throws {
    let story = try PackagedStory.whole()
    let asOf = try #require(Instant("2026-01-15T00:00:00Z"))
    var verifier = try PackageVerifier(keys: [story.signer.packageKey])
    let package = try story.package(asOf: asOf)
    let report = verifier.verify(zip: package.bytes)
    #expect(report.isComplete, "\(report.checks.filter { $0.result != .passed })")
    #expect(package.verdict == .verified)
    #expect(
      report.warnings == [
        "2 records of the chain are not in the package: later than its as-of, as whoever made it says"
      ])
  }

  @Test(
    "bagit.py, xmllint and sha256sum take the package as it is", .needs(.bagit, .xmllint, .sha256sum, .unzip))
  func peers() async throws {
    let story = try PackagedStory.whole()
    let bag = try await story.unpack(try story.package(), to: "peers")
    let bagit = try await PeerTool.bagit.run(["--validate", bag.path])
    #expect(bagit.succeeded, "\(bagit.errorText)")
    let xmllint = try await PeerTool.xmllint.run(
      ["--nonet", "--noout", "--schema", "data/evidence-1.xsd", "data/evidence.xml"], in: bag)
    #expect(xmllint.succeeded, "\(xmllint.errorText)")
    for manifest in [BagNames.manifest, BagNames.tagManifest] {
      let sums = try await PeerTool.sha256sum.run(["-c", "--strict", manifest], in: bag)
      #expect(sums.succeeded, "\(sums.errorText)")
    }
  }

  @Test(
    "No query about one finding reads or indexes a whole table",
    arguments: [
      Queries.Evidence.timeline, Queries.Evidence.members, Queries.Evidence.heads,
      Queries.Evidence.findingById,
      Queries.Evidence.findingsByUid,
    ])
  func plans(query: String) throws {
    let story = try PackagedStory.whole()
    let plan = try story.store.snapshot(asOf: Story.asOf) { snapshot in try snapshot.plan(of: query) }
    #expect(plan.contains { $0.hasPrefix("SEARCH") })
    for step in plan {
      #expect(!step.contains("AUTOMATIC"), "\(step)")
      let tables = [
        "ledger_entry", "observation", "record", "finding", "violation", "head", "e", "o", "f", "r", "v",
      ]
      #expect(!tables.contains { step == "SCAN \($0)" || step.hasPrefix("SCAN \($0) ") }, "\(step)")
    }
  }

  @Test("An Id that nobody has is refused, and says so", arguments: ["nobody", "%", "' OR 1=1 --"])
  func lookup(id: String) throws {
    let story = try PackagedStory.whole()
    #expect { try story.package(id) } throws: { "\($0)".contains("no finding has this Id") }
  }
}
