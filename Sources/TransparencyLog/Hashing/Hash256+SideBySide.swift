import Crypto

extension Hash256 {
  /// The SHA-256 of many messages, each of them a part of the bytes; in the order of the parts.
  ///
  /// Sixteen are hashed side by side where the processor can (AVX-512): nearly twice as fast as one after the other with
  /// instructions made for SHA-256, each of which waits for the one before.
  public static func hashes(of parts: [Range<Int>], in bytes: Span<UInt8>) -> [Hash256] {
    hashes(of: parts, in: bytes, after: [])
  }

  /// The leaves of many entries of one type, each of whose bodies is a part of the bytes; in the order of the parts.
  public static func leaves(_ type: EntryType, of bodies: [Range<Int>], in bytes: Span<UInt8>) -> [LeafHash] {
    hashes(of: bodies, in: bytes, after: type.leafPrefix)
  }

  /// The nodes above each two of others, RFC 6962 §2.1; a last one that is alone has none.
  static func nodes(abovePairsOf hashes: [NodeHash]) -> [NodeHash] {
    let bytes = bytes(of: hashes)
    let pair = 2 * byteCount
    let pairs = (0..<hashes.count / 2).map { $0 * pair..<($0 + 1) * pair }
    return Hash256.hashes(of: pairs, in: bytes.span, after: [0x01])
  }

  /// - Parameter prefix: what each message begins with.
  private static func hashes(
    of parts: [Range<Int>], in bytes: Span<UInt8>, after prefix: [UInt8]
  ) -> [Hash256] {
    bytes.withUnsafeBytes { bytes in
      prefix.withUnsafeBytes { prefix in
        let messages = HashMessages(prefix: prefix, bytes: bytes, parts: parts)
        return HashLanes.areAvailable ? messages.hashedSideBySide() : parts.indices.map(messages.hash)
      }
    }
  }
}

/// Messages of one beginning.
struct HashMessages {
  let prefix: UnsafeRawBufferPointer
  let bytes: UnsafeRawBufferPointer
  let parts: [Range<Int>]

  func hash(_ index: Int) -> Hash256 {
    var hasher = SHA256()
    hasher.update(bufferPointer: prefix)
    hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[parts[index]]))
    return Hash256(hasher.finalize())
  }

  func hashedSideBySide() -> [Hash256] {
    var hashes = [Hash256](repeating: .emptyRoot, count: parts.count)
    // Those of like length go together: all lanes work until the longest is done.
    let order = parts.indices.map { UInt64(blocks(of: $0)) << 32 | UInt64($0) }.sorted()
    HashLanes.with { lanes in
      for start in stride(from: 0, to: order.count, by: HashLanes.count) {
        let group = order[start..<min(start + HashLanes.count, order.count)]
          .map { Int(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
        if group.count < HashLanes.fewest {
          for index in group { hashes[index] = hash(index) }
        } else {
          lanes.hash(group, of: self) { hashes[$0] = $1 }
        }
      }
    }
    return hashes
  }

  /// How many blocks a message is with its padding: a byte and its length behind it (FIPS 180-4 §5.1.1).
  func blocks(of index: Int) -> Int {
    (prefix.count + parts[index].count + 9 + HashLanes.block - 1) / HashLanes.block
  }
}
