import Compression
import Evidence
import Hummingbird
import Store
import TransparencyLog

/// The proof of one finding: the package as a zip, and the page and the XML out of the same package.
struct EvidenceRoutes: Sendable {
  let reading: StoreReading
  let names: FindingNames
  let lane: WorkLane
  let policy: EvidencePolicy
  let producer: String
  let exposition: ExpositionCache

  private struct Document: Sendable {
    var name: String
    var bytes: [UInt8]
  }

  func add(to router: Router<ServerContext>) {
    router.get("/findings/:digest/evidence.zip") { _, context -> Response in
      let package = try await package(PortalRoutes.digest(context))
      exposition.count(.package)
      return .download(package.bytes, "application/zip", name: package.fileName)
    }
    router.get("/findings/:digest/evidence.html") { _, context -> Response in
      let package = try await package(PortalRoutes.digest(context))
      return .document(try Self.file("data/evidence.html", in: package), "text/html; charset=utf-8")
    }
    router.get("/findings/:digest/evidence.xml") { _, context -> Response in
      let package = try await package(PortalRoutes.digest(context))
      return .download(
        try Self.file("data/evidence.xml", in: package), "application/xml", name: package.name + ".xml")
    }
  }

  private func package(_ digest: Hash256) async throws -> EvidencePackage {
    let asOf = reading.minute
    return try await lane.run {
      // Keys may have been made since the server was started.
      let keys = KeyStore(besideStore: reading.store.path)
      let signer = try keys.exists ? keys.signer() : nil
      return try reading.store.read(asOf: asOf) { snapshot in
        guard let number = try names.row(of: digest, in: snapshot)?.int("id") else { throw Refusal.notFound }
        var packager = try EvidencePackager(policy: policy, producer: producer, signer: signer)
        return try packager.package(findingID: number, in: snapshot)
      }
    }
  }

  private static func file(_ path: String, in package: EvidencePackage) throws -> [UInt8] {
    let archive = try ZipArchive(package.bytes)
    guard let entry = archive["\(package.name)/\(path)"] else { throw Refusal.notFound }
    return try archive.contents(of: entry)
  }
}
