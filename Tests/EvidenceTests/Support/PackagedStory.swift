import Evidence
import Foundation
import Ingest
import Intake
import Remediation
import Store
import TestSupport
import TransparencyLog

/// A store with the whole story and some other findings, its keys, and packages of it.
struct PackagedStory: ~Copyable {
  let folder: TemporaryFolder
  let store: Store
  let signer: PackageSigner

  /// - Parameter imports: the records of each import, in its order.
  init(_ imports: [[EvidenceRecord]]) throws {
    let folder = try TemporaryFolder()
    let store = try Store.open(at: folder.file("closeout.db").path, create: true)
    for (number, records) in imports.enumerated() {
      let bytes = Array(records.map { $0.bytes + [0x0A] }.joined())
      let now = Story.asOf
      _ = try IngestRun(now: { now }).run([.bytes(bytes, name: "import-\(number).ndjson")], into: store)
    }
    let keys = KeyStore(besideStore: store.path)
    _ = try keys.create()
    let signer = try keys.signer()
    self.store = store
    self.signer = signer
    self.folder = folder
  }

  static let other = Story.id + "-other"

  /// The story in two imports, with another finding before, between and after.
  static func whole() throws -> PackagedStory {
    try PackagedStory([
      [Story.snapshot("2026-01-09T08:00:00Z", id: other, resource: "arn:aws:s3:::other")]
        + Story.whole.prefix(8),
      [Story.snapshot("2026-01-19T08:00:00Z", "PASSED", id: other, resource: "arn:aws:s3:::other")]
        + Story.whole.dropFirst(8),
    ])
  }

  func package(
    _ id: String = Story.id, asOf: Instant = Story.asOf, signed: Bool = true,
    withholding: Withholding = .nothing
  ) throws -> EvidencePackage {
    try store.snapshot(asOf: asOf) { snapshot in
      var packager = try EvidencePackager(
        producer: "closeout test", signer: signed ? signer : nil, withholding: withholding)
      return try packager.package(findingID: FindingLookup.finding(id: id, in: snapshot), in: snapshot)
    }
  }

  /// Writes and unpacks a package; returns the folder of the bag.
  func unpack(_ package: EvidencePackage, to name: String) async throws -> URL {
    let zip = try folder.write(package.bytes, to: "\(name)/\(package.fileName)")
    let result = try await PeerTool.unzip.run(["-q", zip.path, "-d", zip.deletingLastPathComponent().path])
    guard result.succeeded else { throw PeerError.failed("unzip", result.status, result.errorText) }
    return folder.file("\(name)/\(package.name)")
  }

  var packageKey: URL { URL(filePath: KeyStore(besideStore: store.path).publicKeyPath(.ecdsaP256)) }
}
