@testable import Evidence
import Foundation
import Remediation
import Store
import TestSupport
import Testing
import TransparencyLog

@Suite("Packages made on several threads are those that one thread makes, in the order of the findings")
struct SeriesTests {
  struct Stop: Error {}

  /// The files of each package but for the signatures, in the order in which they were handed over.
  static func packages(
    _ store: Store, signer: PackageSigner, workers: Int
  ) throws -> [(name: String, files: [String: [UInt8]])] {
    try store.read(asOf: Instant(milliseconds: EstateTests.until)) { snapshot in
      var packages: [(name: String, files: [String: [UInt8]])] = []
      let series = PackageSeries(producer: "closeout test", signer: signer, workers: workers)
      try series.forEach(of: FindingLookup.all(in: snapshot), in: snapshot) { package in
        let files = try PackageFiles(zip: package.bytes).files.filter { !$0.key.hasSuffix(".sig") }
        packages.append((package.name, files))
      }
      return packages
    }
  }

  @Test("Byte for byte, but for the signatures")
  func same() throws {
    let folder = try TemporaryFolder()
    let store = try EstateTests.store(in: folder)
    let keys = KeyStore(besideStore: store.path)
    _ = try keys.create()
    let signer = try keys.signer()
    let serial = try Self.packages(store, signer: signer, workers: 1)
    let parallel = try Self.packages(store, signer: signer, workers: 5)
    #expect(serial.count > 30)
    #expect(serial.map(\.name) == parallel.map(\.name))
    for (one, other) in zip(serial, parallel) { #expect(one.files == other.files, "\(one.name)") }
    // One checkpoint is signed for all of them.
    let series = PackageSeries(producer: "closeout test", signer: signer, workers: 3)
    var signatures: Set<[UInt8]> = []
    try store.read(asOf: Instant(milliseconds: EstateTests.until)) { snapshot in
      try series.forEach(of: FindingLookup.all(in: snapshot), in: snapshot) { package in
        signatures.insert(try PackageFiles(zip: package.bytes).files[BagNames.checkpointSignature] ?? [])
      }
    }
    #expect(signatures.count == 1)
  }

  @Test("Who takes them may stop, and a finding that is not there stops them too", arguments: [1, 4])
  func stopping(workers: Int) throws {
    let folder = try TemporaryFolder()
    let store = try EstateTests.store(in: folder)
    try store.read(asOf: Instant(milliseconds: EstateTests.until)) { snapshot in
      let series = PackageSeries(producer: "closeout test", workers: workers)
      let findings = try FindingLookup.all(in: snapshot)
      var count = 0
      #expect(throws: Stop.self) {
        try series.forEach(of: findings, in: snapshot) { _ in
          count += 1
          if count == 7 { throw Stop() }
        }
      }
      #expect(count == 7)
      count = 0
      #expect(throws: EvidenceError.self) {
        try series.forEach(of: findings.prefix(20) + [-1], in: snapshot) { _ in count += 1 }
      }
      #expect(count <= 20)
      try series.forEach(of: [], in: snapshot) { _ in Issue.record("there is nothing to make") }
    }
  }
}

@Suite("A list of packages of any length is written as they come")
struct PackageIndexTests {
  static func package(_ number: Int) throws -> EvidencePackage {
    EvidencePackage(name: "closeout-\(number)", bytes: [], proof: try Story.proof(Story.whole))
  }

  @Test(
    "A short one is one page; a longer one is numbered pages with the list of them in front",
    arguments: [(0, 1), (1, 1), (10, 1), (11, 3), (20, 3), (21, 4)])
  func pages(count: Int, expected: Int) throws {
    var index = PackageIndex(asOf: Story.asOf, producer: "closeout test", rowsPerPage: 10)
    var pages: [PackageIndex.Page] = []
    var rows: [UInt8] = []
    for number in 0..<count {
      index.add(try Self.package(number))
      rows += index.takeRows()
      if let page = index.takePage() { pages.append(page) }
    }
    rows += index.takeRows()
    pages += index.finish()
    #expect(pages.count == expected && Set(pages.map(\.name)).count == expected)
    #expect(pages.last?.name == "index.html")
    let text = pages.map { String(decoding: $0.html, as: UTF8.self) }.joined()
    for number in 0..<count {
      #expect(text.split(separator: "<td><a href=\"./closeout-\(number).zip\">").count == 2)
    }
    #expect(CSVReader.rows(of: String(decoding: rows, as: UTF8.self)).count == count + 1)
    if expected > 1 {
      #expect(text.contains("\(count) evidence packages") && text.contains("\(count) held"))
      #expect(text.contains("<a href=\"./index-0002.html\">11 to \(min(20, count))</a>"))
    }
  }
}
