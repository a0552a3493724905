import Crypto

extension Hash256 {
  /// The root of the tree without leaves: the SHA-256 of no bytes.
  public static let emptyRoot = Hash256(SHA256().finalize())

  /// A node above two others: SHA-256(0x01 ‖ left ‖ right), RFC 6962 §2.1.
  public init(left: NodeHash, right: NodeHash) {
    self = withUnsafeTemporaryAllocation(byteCount: 65, alignment: 8) { memory in
      memory[0] = 0x01
      left.store(in: memory, at: 1)
      right.store(in: memory, at: 33)
      var hasher = SHA256()
      hasher.update(bufferPointer: UnsafeRawBufferPointer(memory))
      return Hash256(hasher.finalize())
    }
  }

  /// The SHA-256 of some bytes, with no prefix: a file's digest, a key's fingerprint.
  public init(sha256 bytes: some Collection<UInt8>) {
    var hasher = SHA256()
    hasher.update(contentsOf: bytes)
    self.init(hasher.finalize())
  }

  /// The SHA-256 of bytes that lie together.
  public init(sha256 bytes: Span<UInt8>) {
    var hasher = SHA256()
    bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    self.init(hasher.finalize())
  }

  /// The leaf of whole entry bytes, whatever they are: SHA-256(0x00 ‖ entry), RFC 6962 §2.1.
  public init(leaf entry: some Collection<UInt8>) {
    var hasher = SHA256()
    hasher.update(contentsOf: CollectionOfOne<UInt8>(0x00))
    hasher.update(contentsOf: entry)
    self.init(hasher.finalize())
  }

  /// The leaf of a record: the entry is the line `record` and the record's exact bytes.
  ///
  /// Bytes that lie together, such as a slice of an array, are hashed where they are.
  public init(record bytes: some Collection<UInt8>) {
    self.init(.record, body: bytes)
  }

  /// The leaf of an entry of any type.
  public init(_ type: EntryType, body: some Collection<UInt8>) {
    var hasher = LeafHasher(type)
    hasher.update(body)
    self = hasher.finalize()
  }
}

extension SHA256 {
  /// Hashes bytes in place where they lie together, else a copy of them.
  mutating func update(contentsOf bytes: some Collection<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable {
      update(bufferPointer: UnsafeRawBufferPointer($0))
    }
    if done == nil {
      Array(bytes).withUnsafeBytes { update(bufferPointer: $0) }
    }
  }
}
