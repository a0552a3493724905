import ArgumentParser
import Evidence
import Foundation
import TransparencyLog

/// Checks a path by what lies there.
struct Verification: ~Copyable {
  private var packages: PackageVerifier
  private let log: LogVerifier
  private let since: [UInt8]?

  /// - Parameter since: the bytes of the checkpoint that was kept.
  init(keys: [LogPublicKey], since: [UInt8]?, producer: String) throws {
    packages = try PackageVerifier(keys: keys, producer: producer)
    log = LogVerifier(keys: keys)
    self.since = since
  }

  mutating func verify(_ path: String) throws -> VerificationReport {
    let url = URL(filePath: path)
    if url.lastPathComponent == VerifiablePaths.bag {
      return packages.verify(folder: url.deletingLastPathComponent())
    }
    if url.lastPathComponent == VerifiablePaths.index {
      return try IndexVerifier.verify(folder: url.deletingLastPathComponent())
    }
    let bytes = Array(try Data(contentsOf: url))
    switch LogVerifier.Kind(bytes) {
    case .checkpoint: return log.verify(checkpoint: bytes, detached: Self.signature(beside: url))
    case .proof: return log.verify(proof: bytes)
    case .consistency:
      guard let since else {
        throw ValidationError("\(path) is a consistency proof: give the checkpoint that you kept, --since.")
      }
      return log.verify(consistency: bytes, since: since)
    case nil: return packages.verify(zip: bytes)
    }
  }

  /// What `closeout checkpoint --signature` wrote: the same name, and `.sig`.
  private static func signature(beside checkpoint: URL) -> [UInt8]? {
    (try? Data(contentsOf: checkpoint.appendingPathExtension("sig"))).map { Array($0) }
  }
}

/// Which paths a path on the command line stands for.
enum VerifiablePaths {
  static let bag = "bagit.txt"
  static let index = "index.csv"

  /// A file stands for itself, a bag for its `bagit.txt`; any other folder for its index and for the zips,
  /// bags, checkpoints and proofs in it.
  static func below(_ path: String) throws -> [String] {
    guard isFolder(path) else { return [path] }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    if exists(folder + "/" + bag) { return [folder + "/" + bag] }
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().compactMap { name in
      let file = folder + "/" + name
      if isFolder(file) { return exists(file + "/" + bag) ? file + "/" + bag : nil }
      let isChecked =
        name.hasSuffix(".zip") || name.hasSuffix(".tlog-proof") || name.hasSuffix(".checkpoint")
        || name == "checkpoint" || name == index
      return isChecked ? file : nil
    }
  }

  private static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
