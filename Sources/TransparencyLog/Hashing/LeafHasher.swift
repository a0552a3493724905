import Crypto

/// Hashes the body of one entry piece by piece, for bodies that come as a stream.
public struct LeafHasher {
  private var hasher = SHA256()

  /// Starts the leaf of an entry of that type; its bytes follow.
  public init(_ type: EntryType) {
    type.leafPrefix.withUnsafeBytes { hasher.update(bufferPointer: $0) }
  }

  public mutating func update(_ bytes: some Collection<UInt8>) {
    hasher.update(contentsOf: bytes)
  }

  public mutating func update(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
  }

  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    hasher.update(bufferPointer: bytes)
  }

  /// The leaf of all bytes so far; more may follow and give another.
  public func finalize() -> LeafHash {
    Hash256(hasher.finalize())
  }
}
