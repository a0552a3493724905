import Remediation
public import Store
public import TransparencyLog

/// A finished population: one zip, laid out as a package is.
public struct PopulationBag: Sendable {
  public let name: String
  public let bytes: [UInt8]
  /// The digest of the population as the log has it: the leaf of its entry.
  public let leaf: LeafHash
  /// Where that entry stands in the log.
  public let position: Int64
  /// The checkpoint that the proof leads to.
  public let checkpoint: SignedCheckpoint

  public var fileName: String { name + ".zip" }

  /// Writes the population's digest into the log of the store, and makes the bag with the proof of that.
  public static func make(
    _ population: Population, _ provenance: PopulationProvenance, in store: Store, signer: PackageSigner
  ) throws -> PopulationBag {
    let payload = PopulationPayload(population, provenance, store: signer.origin)
    let entry = payload.entry
    let position = try store.append(entry)
    let (proof, checkpoint) = try store.read(asOf: population.scope.asOf) { snapshot in
      var tree = try snapshot.log()
      let checkpoint = try signer.checkpoint(size: tree.size, root: tree.root())
      return (TLogProof(try tree.inclusionProof(of: Int(position)), checkpoint: checkpoint.note), checkpoint)
    }
    let digest = Hash256(sha256: entry.bytes)
    let bag = Bag(
      folder: name(of: digest), identifier: "sha256:" + digest.hex,
      description: "Population of security violations of a period", asOf: population.scope.asOf,
      producer: provenance.producer,
      payload: payload.files + LedgerFiles.keys(checkpoint, signer) + [
        BagFile(PopulationNames.entry, entry.bytes), BagFile(PopulationNames.proof, proof.bytes),
      ])
    // Lists are long, and of one bag alone.
    var writer = try BagWriter(level: 6)
    let bytes = try writer.write(
      bag, sign: { try signer.package.sign($0) },
      signatures: [BagFile(BagNames.checkpointSignature, checkpoint.detached)])
    return PopulationBag(
      name: bag.folder, bytes: bytes, leaf: entry.leafHash, position: position,
      checkpoint: checkpoint)
  }

  static let folderPrefix = "closeout-population-"

  /// - Parameter digest: SHA-256 of the population's entry.
  static func name(of digest: Hash256) -> String { folderPrefix + digest.hex.prefix(12) }
}
