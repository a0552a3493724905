import Compression
import Remediation
import Reports
import TransparencyLog

/// A bag after RFC 8493: payload below `data/`, and the tag files that account for it.
struct Bag {
  static let declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

  /// The top folder; ASCII, of our own making.
  let folder: String
  let payload: [BagFile]
  let info: String

  /// - Parameters:
  ///   - identifier: what the bag is about, as `sha256:…`.
  ///   - description: what kind of bag it is; no data of findings goes in.
  init(
    folder: String, identifier: String, description: String, asOf: Instant, producer: String,
    payload: [BagFile]
  ) {
    self.folder = folder
    self.payload = payload.sorted { $0.path < $1.path }
    let bytes = payload.reduce(0) { $0 + $1.bytes.count }
    info = """
      Bag-Software-Agent: \(producer)
      Bagging-Date: \(asOf.day)
      External-Description: \(description)
      External-Identifier: \(identifier)
      Payload-Oxum: \(bytes).\(payload.count)

      """
  }

  /// All files: tag files first, then the payload, each by path.
  ///
  /// - Parameters:
  ///   - sign: gives the DER signature over the bytes of the tag manifest; nil leaves the bag unsigned.
  ///   - signatures: further files that stand beside that signature.
  func files(sign: (([UInt8]) throws -> [UInt8])?, signatures: [BagFile] = []) throws -> [BagFile] {
    var tags = [
      BagFile(BagNames.info, info), BagFile(BagNames.declaration, Self.declaration),
      BagFile(BagNames.manifest, Manifest.text(payload)), BagFile(BagNames.verify, Reports.Evidence.verify),
    ]
    let tagManifest = BagFile(BagNames.tagManifest, Manifest.text(tags))
    tags.append(tagManifest)
    tags += signatures
    if let sign { tags.append(BagFile(BagNames.tagManifestSignature, try sign(tagManifest.bytes))) }
    return tags.sorted { $0.path < $1.path } + payload
  }

  /// The files as a zip with one top folder, the same bytes for the same files.
  func zip(_ files: [BagFile]) throws(ZipError) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(64 << 10)
    var writer = try ZipWriter()
    for file in files { try writer.add("\(folder)/\(file.path)", file.bytes, into: &output) }
    writer.finish(into: &output)
    return output
  }
}
