import Compression
import TransparencyLog

/// One file of a bag, by its path below the top folder.
struct BagFile: Sendable, Hashable {
  let path: String
  let bytes: [UInt8]
  let digest: Hash256
  /// What a zip holds of it, where that was made before.
  private(set) var packed: ZipContent?

  /// How hard to compress what many bags have: as hard as can be, as it is done once.
  static let sharedLevel = 12

  init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    digest = Hash256(sha256: bytes)
  }

  init(_ path: String, _ text: String) {
    self.init(path, Array(text.utf8))
  }

  /// The same file, to be stored as it is. For what is short, random, or both: hashes, proofs, signatures.
  /// Deflate takes 13 µs for a proof, and a fifth off it.
  var stored: BagFile {
    var file = self
    file.packed = ZipContent(stored: bytes)
    return file
  }

  /// The same file, compressed now and not by each bag that has it.
  func packed(by deflater: inout Deflater) -> BagFile {
    var file = self
    file.packed = ZipContent(bytes, deflatedBy: &deflater)
    return file
  }
}

/// The names of files that have a meaning of their own.
enum BagNames {
  static let declaration = "bagit.txt"
  static let info = "bag-info.txt"
  static let manifest = "manifest-sha256.txt"
  static let tagManifest = "tagmanifest-sha256.txt"
  static let tagManifestSignature = "tagmanifest-sha256.txt.sig"
  static let checkpointSignature = "checkpoint.sig"
  static let verify = "VERIFY.txt"
  static let page = "data/evidence.html"
  static let xml = "data/evidence.xml"
  static let schema = "data/evidence-1.xsd"
  static let records = "data/records/"
  static let mappings = "data/mappings/"
  static let policy = "data/policy.yaml"
  static let policyProof = "data/ledger/policy.tlog-proof"
  static let ledger = "data/ledger/"
  static let checkpoint = "data/ledger/checkpoint"
  static let logKey = "data/ledger/log.pub"
  static let packageKey = "data/ledger/package.pub"
  static let laterRecords = "data/ledger/later-records.txt"
  static let heads = "data/ledger/heads/"

  /// The tag files that a manifest of tag files lists.
  static let listedTags = [info, declaration, manifest, verify]
  /// The two that sign, and change from run to run with an ECDSA key.
  static let signatures = [tagManifestSignature, checkpointSignature]

  static func record(_ number: String) -> String { "\(records)\(number).json" }
  /// The leaf of a record whose bytes are left out.
  static func withheld(_ number: String) -> String { "\(records)\(number).withheld" }
  static func recordProof(_ number: String) -> String { "\(ledger)\(number).tlog-proof" }
  static func mapping(_ digest: Hash256) -> String { "\(mappings)\(digest.hex.prefix(12)).yaml" }
  /// - Parameter finding: 1 for the finding of the package, then the violation's others.
  static func head(_ sequence: Int, finding: Int) -> String {
    "\(heads)\(RecordNumber(finding))/\(RecordNumber(sequence)).head"
  }
  static func headProof(finding: Int) -> String { "\(heads)\(RecordNumber(finding))/newest.tlog-proof" }
}

/// Digests of files, as `sha256sum` writes them and RFC 8493 §2.1.3 has them.
enum Manifest {
  /// One line a file, sorted by path: digest, two spaces, path.
  static func text(_ files: [BagFile]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(files.count * 110)
    for file in files.sorted(by: { $0.path < $1.path }) {
      file.digest.appendHex(to: &text)
      text += "  ".utf8
      text += file.path.utf8
      text.append(0x0A)
    }
    return text
  }

  /// The digest of each path; nil when a line is anything else or a path stands twice.
  static func parse(_ bytes: [UInt8]) -> [String: Hash256]? {
    guard let text = String(validating: bytes, as: UTF8.self), text.isEmpty || text.utf8.last == 0x0A else {
      return nil
    }
    var digests: [String: Hash256] = [:]
    for line in text.utf8.split(separator: 0x0A) {
      let line = String(decoding: line, as: UTF8.self)
      guard line.utf8.count > 66, let digest = Hash256(hex: line.prefix(64)),
        line.dropFirst(64).prefix(2) == "  "
      else { return nil }
      guard digests.updateValue(digest, forKey: String(line.dropFirst(66))) == nil else { return nil }
    }
    return digests
  }
}
