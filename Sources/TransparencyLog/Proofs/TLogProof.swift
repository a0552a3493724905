/// A proof in one file: C2SP tlog-proof, version 1.
///
///     c2sp.org/tlog-proof@v1
///     extra <base 64>               may be missing
///     index <number from 0>
///     <base 64 of a hash>           none or more
///
///     <checkpoint, verbatim>
public struct TLogProof: Sendable, Hashable {
  /// Not authenticated by anything; nil when there is none.
  public let extra: [UInt8]?
  public let index: Int
  /// From the leaf's sibling up to the root's child.
  public let hashes: [NodeHash]
  /// The signed checkpoint of the tree.
  public let checkpoint: SignedNote

  public init(index: Int, hashes: [NodeHash], checkpoint: SignedNote, extra: [UInt8]? = nil) {
    self.extra = extra
    self.index = index
    self.hashes = hashes
    self.checkpoint = checkpoint
  }

  public init(_ proof: InclusionProof, checkpoint: SignedNote, extra: [UInt8]? = nil) {
    self.init(index: proof.index, hashes: proof.hashes, checkpoint: checkpoint, extra: extra)
  }

  static let header = "c2sp.org/tlog-proof@v1"
  /// No tree has more leaves than 2^63.
  static let mostHashes = 63

  /// The text of the file.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The bytes of the file.
  public var bytes: [UInt8] {
    let note = checkpoint.noteText.utf8
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64 + (extra?.count ?? 0) * 3 / 2 + hashes.count * 45 + note.count)
    bytes += "\(Self.header)\n".utf8
    if let extra { bytes += "extra \(StrictText.base64(extra))\n".utf8 }
    bytes += "index \(index)\n".utf8
    for hash in hashes {
      hash.appendBase64(to: &bytes)
      bytes.append(0x0A)
    }
    bytes.append(0x0A)
    bytes += note
    return bytes
  }

  /// Checks that the leaf is in the log whose key signed the checkpoint.
  ///
  /// - Parameter log: the keys that are trusted; their name is the log's origin.
  /// - Returns: the checkpoint, for its size and root.
  /// - Throws: what the note, the checkpoint or the inclusion proof has against it.
  @discardableResult
  public func verify(leaf: LeafHash, log: [NoteVerifier]) throws(LogError) -> Checkpoint {
    let checkpoint = try Checkpoint(verifying: checkpoint, log: log)
    try InclusionProof(index: index, size: checkpoint.size, hashes: hashes)
      .verify(leaf: leaf, root: checkpoint.root)
    return checkpoint
  }
}
