/// A consistency proof in one file: the body that C2SP tlog-witness takes for `add-checkpoint`.
///
///     old <size>
///     <base 64 of a hash>           none or more
///
///     <the newer checkpoint, verbatim>
///
/// The older checkpoint is not in it: whoever asks for the proof has kept it.
public struct TLogConsistency: Sendable, Hashable {
  public let oldSize: Int
  public let hashes: [NodeHash]
  /// The signed checkpoint of the tree that has grown.
  public let checkpoint: SignedNote

  public init(_ proof: ConsistencyProof, checkpoint: SignedNote) {
    oldSize = proof.oldSize
    hashes = proof.hashes
    self.checkpoint = checkpoint
  }

  /// The text of the file.
  public var text: String {
    (["old \(oldSize)"] + hashes.map(\.base64) + [""]).map { $0 + "\n" }.joined() + checkpoint.noteText
  }

  /// Reads the bytes of a file.
  ///
  /// - Throws: `malformed` with the line.
  public init(parsing bytes: some Collection<UInt8>) throws(LogError) {
    let bytes = Array(bytes)
    var lines = ProofLines(bytes: bytes)
    guard let value = StrictText.value(after: "old", in: lines.next() ?? ""),
      let size = StrictText.number(value)
    else {
      throw Self.malformed(1, "the line is not 'old' and a plain number")
    }
    var hashes: [NodeHash] = []
    while let text = lines.next(), !text.isEmpty {
      guard let hash = NodeHash(base64: text), hashes.count < TLogProof.mostHashes else {
        throw Self.malformed(lines.number, "not the base 64 of a hash, or more than any tree is high")
      }
      hashes.append(hash)
    }
    guard lines.position < bytes.count else {
      throw Self.malformed(lines.number, "no checkpoint follows after an empty line")
    }
    oldSize = size
    self.hashes = hashes
    checkpoint = try SignedNote(parsing: bytes[lines.position...])
  }

  /// Checks that the log whose key signed both checkpoints has only grown from the older to the newer.
  ///
  /// - Parameters:
  ///   - old: the checkpoint that was kept.
  ///   - log: the keys that are trusted; their name is the log's origin.
  /// - Returns: the older and the newer checkpoint.
  /// - Throws: what a note, a checkpoint or the proof has against it.
  @discardableResult
  public func verify(
    old: SignedNote, log: [NoteVerifier]
  ) throws(LogError) -> (old: Checkpoint, new: Checkpoint) {
    let old = try Checkpoint(verifying: old, log: log)
    let new = try Checkpoint(verifying: checkpoint, log: log)
    guard old.size == oldSize else {
      throw LogError(
        .wrongSize, in: "consistency proof", line: 1,
        "it is from \(oldSize) leaves, the older checkpoint has \(old.size)")
    }
    guard StrictText.same(old.origin, new.origin) else {
      throw LogError(.wrongRoot, in: "consistency proof", "the checkpoints are of two logs")
    }
    try ConsistencyProof(oldSize: old.size, newSize: new.size, hashes: hashes)
      .verify(oldRoot: old.root, newRoot: new.root)
    return (old, new)
  }

  private static func malformed(_ line: Int, _ cause: String) -> LogError {
    LogError(.malformed, in: "consistency proof", line: line, cause)
  }
}
