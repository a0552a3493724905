/// The head of a log at one size: C2SP tlog-checkpoint, the text of a signed note.
public struct Checkpoint: Sendable, Hashable {
  /// Which log it is: one line, the same as the name of the log's key.
  public let origin: String
  /// How many leaves the tree has.
  public let size: Int
  public let root: NodeHash
  /// Lines of others after the third; this log writes none.
  public let extensions: [String]

  /// - Throws: `malformed` when the origin is not one line.
  public init(origin: String, size: Int, root: NodeHash) throws(LogError) {
    try self.init(origin: origin, size: size, root: root, extensions: [])
  }

  private init(origin: String, size: Int, root: NodeHash, extensions: [String]) throws(LogError) {
    guard !origin.isEmpty, origin.utf8.allSatisfy({ $0 >= 0x20 }) else {
      throw LogError(.malformed, in: "checkpoint", line: 1, "the origin is empty or has a control character")
    }
    guard size > 0 || (size == 0 && root == .emptyRoot) else {
      throw LogError(.malformed, in: "checkpoint", line: 3, "an empty tree has another root")
    }
    self.origin = origin
    self.size = size
    self.root = root
    self.extensions = extensions
  }

  /// Reads the text of a note, whose signatures are another matter.
  ///
  /// - Throws: `malformed` with the line.
  public init(parsing text: String) throws(LogError) {
    guard let lines = StrictText.lines(text), lines.count >= 3 else {
      throw LogError(.malformed, in: "checkpoint", "fewer than three lines")
    }
    guard let size = StrictText.number(lines[1]) else {
      throw LogError(.malformed, in: "checkpoint", line: 2, "the size is no plain number")
    }
    guard let root = NodeHash(base64: lines[2]) else {
      throw LogError(.malformed, in: "checkpoint", line: 3, "the root is not the base 64 of a hash")
    }
    if let empty = lines.firstIndex(of: "") {
      throw LogError(.malformed, in: "checkpoint", line: empty + 1, "an empty line")
    }
    try self.init(origin: lines[0], size: size, root: root, extensions: Array(lines[3...]))
  }

  /// Reads a note only after a key of the log was found to have signed it.
  ///
  /// - Parameter log: the keys that are trusted for this log; their name is its origin.
  /// - Throws: `unknownKey`, `badSignature`, or `malformed` when the origin is another log's.
  public init(verifying note: SignedNote, log: [NoteVerifier]) throws(LogError) {
    let signers = try note.verify(by: log)
    try self.init(parsing: note.text)
    guard signers.contains(where: { StrictText.same($0.name, origin) }) else {
      throw LogError(.unknownKey, in: "checkpoint", line: 1, "the origin is not the name of the signing key")
    }
  }

  /// The text of the note.
  public var text: String {
    ([origin, String(size), root.base64] + extensions).map { $0 + "\n" }.joined()
  }

  /// The signed note.
  public func signed(with signers: [NoteSigner]) throws -> SignedNote {
    try SignedNote(signing: text, with: signers)
  }
}
