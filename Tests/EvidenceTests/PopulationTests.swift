@testable import Evidence
import Foundation
import Remediation
import Store
import TestSupport
import Testing
import TransparencyLog

@Suite("The population of a period reconciles, and a sample of it can be drawn again")
struct PopulationTests {
  static func day(_ number: Int64) -> Instant {
    Instant(milliseconds: EstateTests.until - number * .day)
  }

  static func population(
    _ store: Store, from: Instant? = nil, to: Instant? = nil, control: String? = nil, account: String? = nil,
    expected: Set<CoverageCell>? = nil
  ) throws -> Population {
    let scope = PopulationScope(
      asOf: day(0), window: Window(from: from, to: to), control: control, account: account,
      operator: "ada", expected: expected)
    return try store.read(asOf: scope.asOf, window: scope.window) { snapshot in
      try Population(scope, of: snapshot)
    }
  }

  static let provenance = PopulationProvenance(
    producer: "closeout test", programDigest: nil, extractedAt: Story.asOf)

  @Test("What a period leaves open, the next one carries in; all periods together open and close everything")
  func periods() throws {
    let folder = try TemporaryFolder()
    let store = try EstateTests.store(in: folder)
    let ends = [120, 90, 60, 30, 0].map { Self.day($0) }
    let first = try Self.population(store, to: ends[0]).balance
    var left = first.endings[.open, default: 0] + first.endings[.claimed, default: 0]
    var defects = first.endings[.timeDefect, default: 0]
    var opened = first.opened
    for (from, to) in zip(ends, ends.dropFirst()) {
      let balance = try Self.population(store, from: from, to: to).balance
      #expect(balance.isReconciled)
      // What has impossible times is carried along without an end, or not at all.
      #expect((left...left + defects).contains(balance.carriedIn))
      left = balance.endings[.open, default: 0] + balance.endings[.claimed, default: 0]
      defects = balance.endings[.timeDefect, default: 0]
      opened += balance.opened
    }
    let whole = try Self.population(store, to: ends[4]).balance
    #expect(whole.opened == opened && whole.carriedIn == 0)
    #expect(whole.left > 40 && whole.endings.values.count { $0 > 0 } > 4)
  }

  @Test("The episodes of the list are those of the store, each once")
  func list() throws {
    let folder = try TemporaryFolder()
    let store = try EstateTests.store(in: folder)
    let population = try Self.population(store)
    let counted = try store.read(asOf: Self.day(0)) { snapshot in
      try snapshot.first(
        """
        SELECT count(*) AS n FROM episode e JOIN violation_state v ON v.violation_id = e.violation_id
        WHERE v.trusted
        """)?.int("n")
    }
    #expect(population.items.reduce(0) { $0 + $1.episodes.count } == counted.map { Int($0) })
    #expect(Set(population.items.map(\.id)).count == population.count)
    #expect(population.items.allSatisfy { !$0.findings.isEmpty && !$0.episodes.isEmpty })
  }

  @Test("Filters by control and account cut it into parts that add up")
  func filters() throws {
    let folder = try TemporaryFolder()
    let store = try EstateTests.store(in: folder)
    let whole = try Self.population(store)
    for (dimension, names) in [
      (PopulationBreakdown.Dimension.control, whole.breakdown.rows(.control).map(\.name)),
      (.account, whole.breakdown.rows(.account).map(\.name)),
    ] {
      let parts = try names.map { name in
        dimension == .control
          ? try Self.population(store, control: name) : try Self.population(store, account: name)
      }
      #expect(parts.reduce(0) { $0 + $1.count } == whole.count)
      #expect(parts.reduce(0) { $0 + $1.balance.left } == whole.balance.left)
      #expect(parts.allSatisfy { $0.exclusions.isReconciled(with: $0.count) })
    }
  }

  @Test("A list that does not agree with the store's totals is refused", .needs(.sqlite3))
  func unreconciled() async throws {
    let folder = try TemporaryFolder()
    let store = try EstateTests.store(in: folder)
    _ = try Self.population(store)
    // An episode that closed and yet is called open is on neither side.
    let changed = try await PeerTool.sqlite3.run([
      store.path, "UPDATE episode SET reason = NULL WHERE closed_at IS NOT NULL",
    ])
    #expect(changed.succeeded)
    #expect { try Self.population(store) } throws: { ($0 as? EvidenceError)?.code == .unreconciled }
  }

  @Test("What was expected and not seen is named, and so is what was seen unexpectedly")
  func coverage() throws {
    let folder = try TemporaryFolder()
    let store = try EstateTests.store(in: folder)
    let seen = try #require(try Self.population(store).coverage.first?.cell)
    let absent = CoverageCell(account: "999999999999", region: "eu-west-1", standard: "x")
    let population = try Self.population(store, expected: [seen, absent])
    #expect(population.unseen == [absent])
    #expect(population.unexpected?.contains(seen) == false && population.unexpected?.isEmpty == false)
    let csv = "account,region,standard\r\n\"999999999999\",eu-west-1,x\r\n"
    #expect(try CoverageCell.list(csv: Array(csv.utf8)) == [absent])
    #expect(throws: EvidenceError.self) { try CoverageCell.list(csv: Array("a,b\n".utf8)) }
  }

  struct Made: ~Copyable {
    let folder: TemporaryFolder
    let store: Store
    let signer: PackageSigner
    let bag: PopulationBag

    init() throws {
      let folder = try TemporaryFolder()
      let store = try EstateTests.store(in: folder)
      let keys = KeyStore(besideStore: store.path)
      _ = try keys.create()
      let signer = try keys.signer()
      let population = try PopulationTests.population(
        store, from: PopulationTests.day(110), to: PopulationTests.day(0))
      bag = try PopulationBag.make(population, PopulationTests.provenance, in: store, signer: signer)
      self.signer = signer
      self.store = store
      self.folder = folder
    }
  }

  @Test("The bag holds with the key, and its balance is added up again")
  func verified() throws {
    let made = try Made()
    var verifier = try PackageVerifier(keys: [made.signer.packageKey])
    let report = verifier.verify(zip: made.bag.bytes)
    #expect(report.isComplete, "\(report.checks)")
    #expect(report[.population]?.result == .passed && report[.balance]?.result == .passed)
  }

  /// Ways to falsify a population with the key in hand.
  enum Lie: String, CaseIterable {
    case droppedLine, changedBalance, changedList, changedQuery
  }

  @Test(
    "A population that was changed after its digest went into the log is refused, though signed anew",
    .needs(.sh, .openssl, .sha256sum, .unzip), arguments: Lie.allCases)
  func changed(lie: Lie) async throws {
    let made = try Made()
    let zip = try made.folder.write(made.bag.bytes, to: "bag/\(made.bag.fileName)")
    _ = try await PeerTool.unzip.run(["-q", zip.path, "-d", zip.deletingLastPathComponent().path])
    let bag = made.folder.file("bag/\(made.bag.name)")
    func rewrite(_ path: String, _ change: (String) -> String) throws {
      let url = bag.appending(path: path)
      let text = try String(contentsOf: url, encoding: .utf8)
      #expect(change(text) != text)
      try change(text).write(to: url, atomically: false, encoding: .utf8)
    }
    switch lie {
    case .droppedLine:
      try rewrite(PopulationNames.lines) { text in
        text.split(separator: "\n").dropFirst().map { $0 + "\n" }.joined()
      }
    case .changedBalance:
      try rewrite(PopulationNames.balance) { $0.replacing("in,opened,", with: "in,opened,1") }
    case .changedList: try rewrite(PopulationNames.csv) { $0.replacing("open", with: "verified") }
    case .changedQuery: try rewrite(PopulationNames.queries + "population/balance.sql") { $0 + "-- x\n" }
    }
    try Tampering.rehash(bag)
    let signed = Array(try Data(contentsOf: bag.appending(path: BagNames.tagManifest)))
    try Data(made.signer.package.sign(signed)).write(to: bag.appending(path: BagNames.tagManifestSignature))
    var verifier = try PackageVerifier(keys: [made.signer.packageKey])
    let report = verifier.verify(folder: bag)
    #expect(report[.signature]?.result == .passed)
    #expect(report[.population]?.result == .failed)
    #expect(report[.balance]?.result == (lie == .changedQuery ? .passed : .failed))
    let key = KeyStore(besideStore: made.store.path).publicKeyPath(.ecdsaP256)
    let script = try await PeerTool.sh.run([bag.appending(path: "VERIFY.txt").path, key])
    #expect(script.status == 1 && script.errorText.contains("does not list the files as they are"))
  }

  @Test("sha256sum, sort and head draw the same sample", .needs(.sh, .sha256sum))
  func sample() async throws {
    let made = try Made()
    var verifier = try PackageVerifier(keys: [made.signer.packageKey])
    let draw = try SampleDraw(from: made.bag.bytes, seed: "ada's own: 7", size: 5, checkedBy: &verifier)
    let ids = try PackageFiles(zip: made.bag.bytes)[PopulationNames.ids] ?? []
    let file = try made.folder.write(ids, to: "ids.txt")
    let script = """
      while read -r id; do
        printf '%s  %s\\n' "$(printf '%s:%s' "ada's own: 7" "$id" | sha256sum | cut -c -64)" "$id"
      done < '\(file.path)' | sort | head -n 5
      """
    let byHand = try await PeerTool.sh.run(["-c", script])
    #expect(byHand.text == draw.text)
    #expect(draw.drawn.count == 5 && draw.populationCount > 20)
    let other = try SampleDraw(from: made.bag.bytes, seed: "8", size: 5, checkedBy: &verifier)
    #expect(other.text != draw.text)
    let all = try SampleDraw(from: made.bag.bytes, seed: "8", size: 10_000, checkedBy: &verifier)
    #expect(all.drawn.count == all.populationCount)
    #expect(all.drawn.prefix(5).elementsEqual(other.drawn))
  }

  @Test("Nothing is drawn from a population that does not hold")
  func refused() throws {
    let made = try Made()
    var stranger = try PackageVerifier(keys: [LogSigningKey(generating: .ecdsaP256).publicKey])
    #expect(throws: EvidenceError.self) {
      try SampleDraw(from: made.bag.bytes, seed: "1", size: 5, checkedBy: &stranger)
    }
    let story = try PackagedStory.whole()
    var verifier = try PackageVerifier(keys: [story.signer.packageKey])
    let package = try story.package()
    #expect(throws: EvidenceError.self) {
      try SampleDraw(from: package.bytes, seed: "1", size: 5, checkedBy: &verifier)
    }
  }
}

@Suite("CSV is read back as it was written")
struct CSVReaderTests {
  @Test(
    "Quotes, commas, line ends and empty cells",
    arguments: [
      ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), ("a,\"b,\"\"c\"\r\n", [["a", "b,\"c"]]),
      ("\"x\r\ny\",\r\n", [["x\r\ny", ""]]), ("a", [["a"]]), ("", []), ("\"\"\n", [[""]]),
      (",\n", [["", ""]]),
    ])
  func rows(text: String, expected: [[String]]) {
    #expect(CSVReader.rows(of: text) == expected)
  }
}
