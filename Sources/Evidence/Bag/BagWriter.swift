import Compression
import Reports

/// Writes bags as zips, one after the other. For one thread at a time: it keeps the compressor and the files
/// that every bag has.
struct BagWriter: ~Copyable {
  private var zip: ZipWriter
  private let declaration: BagFile
  private let verify: BagFile

  /// - Parameter level: how hard to compress what is in one bag alone, 1 (fast) to 12 (small).
  init(level: Int) throws {
    let zip = try ZipWriter(level: level)
    var deflater = try Deflater(level: BagFile.sharedLevel)
    declaration = BagFile(BagNames.declaration, Bag.declaration).packed(by: &deflater)
    verify = BagFile(BagNames.verify, Reports.Evidence.verify).packed(by: &deflater)
    self.zip = zip
  }

  /// The bag as a zip with one top folder: tag files first, then the payload, each by path.
  ///
  /// The same bag gives the same bytes, but for the signatures.
  ///
  /// - Parameters:
  ///   - sign: gives the DER signature over the bytes of the tag manifest; nil leaves the bag unsigned.
  ///   - signatures: further files that stand beside that signature.
  mutating func write(
    _ bag: Bag, sign: (([UInt8]) throws -> [UInt8])?, signatures: [BagFile] = []
  ) throws -> [UInt8] {
    var tags = [
      BagFile(BagNames.info, bag.info).stored, declaration,
      BagFile(BagNames.manifest, Manifest.text(bag.payload)), verify,
    ]
    let tagManifest = BagFile(BagNames.tagManifest, Manifest.text(tags)).stored
    tags.append(tagManifest)
    tags += signatures
    if let sign { tags.append(BagFile(BagNames.tagManifestSignature, try sign(tagManifest.bytes)).stored) }
    return try write(tags.sorted { $0.path < $1.path } + bag.payload, below: bag.folder)
  }

  private mutating func write(_ files: [BagFile], below folder: String) throws(ZipError) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(64 << 10)
    for file in files {
      let name = "\(folder)/\(file.path)"
      if let content = file.packed {
        try zip.add(name, content, into: &output)
      } else {
        try zip.add(name, file.bytes, into: &output)
      }
    }
    zip.finish(into: &output)
    return output
  }
}
