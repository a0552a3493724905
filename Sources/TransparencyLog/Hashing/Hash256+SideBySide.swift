import CSHA256
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

  /// The nodes above each two of an even number of others, RFC 6962 §2.1.
  static func nodes(abovePairsOf hashes: [NodeHash]) -> [NodeHash] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(byteCount * hashes.count)
    for hash in hashes { hash.append(to: &bytes) }
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
        let messages = Messages(prefix: prefix, bytes: bytes, parts: parts)
        return Lanes.areAvailable ? messages.hashedSideBySide() : parts.indices.map(messages.hash)
      }
    }
  }
}

/// Messages of one beginning.
private struct Messages {
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
    Lanes.with { lanes in
      for start in stride(from: 0, to: order.count, by: Lanes.count) {
        let group = order[start..<min(start + Lanes.count, order.count)]
          .map { Int(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
        if group.count < Lanes.fewest {
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
    (prefix.count + parts[index].count + 9 + Lanes.block - 1) / Lanes.block
  }
}

/// The state of up to sixteen messages, and those of their blocks that do not lie in memory as they are hashed.
private struct Lanes {
  static let areAvailable = closeout_sha256_has_lanes()
  static let count = Int(closeout_sha256_lanes)
  /// Fewer are as fast one after the other.
  static let fewest = 8
  static let block = 64
  /// FIPS 180-4 §5.3.3.
  private static let initial: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// For each lane the block with the prefix, and two with the end and the padding.
  private static let madeBytes = 3 * block

  /// Word by word, in each the lanes.
  private let state: UnsafeMutableBufferPointer<UInt32>
  private let made: UnsafeMutableRawBufferPointer
  private let next: UnsafeMutableBufferPointer<UnsafePointer<UInt8>?>

  static func with(_ body: (Lanes) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 8 * count) { state in
      withUnsafeTemporaryAllocation(byteCount: madeBytes * count, alignment: block) { made in
        withUnsafeTemporaryAllocation(of: UnsafePointer<UInt8>?.self, capacity: count) { next in
          body(Lanes(state: state, made: made, next: next))
        }
      }
    }
  }

  /// Hashes messages of like length; lanes without one do what the last does.
  func hash(_ group: [Int], of messages: Messages, _ take: (Int, Hash256) -> Void) {
    let all = (0..<Self.count).map { lane in
      LaneMessage(group[min(lane, group.count - 1)], of: messages, made: made(lane))
    }
    for word in 0..<8 {
      for lane in 0..<Self.count { state[word * Self.count + lane] = Self.initial[word] }
    }
    let inPlace = all.reduce(Int.max) { min($0, $1.whole) }
    let most = all.reduce(0) { max($0, $1.blocks) }
    var done = 0
    while done < most {
      // All blocks that lie in memory in one go.
      let count = done == 0 && !messages.prefix.isEmpty ? 1 : max(1, inPlace - done)
      for lane in 0..<Self.count { next[lane] = all[lane].block(done) }
      closeout_sha256_compress(state.baseAddress, next.baseAddress, count)
      done += count
      for lane in group.indices where all[lane].blocks == done { take(group[lane], hash(of: lane)) }
    }
  }

  private func made(_ lane: Int) -> UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(rebasing: made[(lane * Self.madeBytes)..<((lane + 1) * Self.madeBytes)])
  }

  private func hash(of lane: Int) -> Hash256 {
    func words(_ word: Int) -> UInt64 {
      UInt64(state[word * Self.count + lane]) << 32 | UInt64(state[(word + 1) * Self.count + lane])
    }
    return Hash256(words: (words(0), words(2), words(4), words(6)))
  }
}

/// A message cut into blocks: one with the prefix, those that lie in memory, and one or two with the end.
private struct LaneMessage {
  /// How many blocks are full of the message.
  let whole: Int
  /// How many there are with the padding.
  let blocks: Int
  private let body: UnsafeRawBufferPointer
  private let prefix: Int
  private let made: UnsafeMutableRawBufferPointer

  init(_ index: Int, of messages: Messages, made: UnsafeMutableRawBufferPointer) {
    let (prefix, part) = (messages.prefix, messages.parts[index])
    let count = prefix.count + part.count
    whole = count / Lanes.block
    blocks = messages.blocks(of: index)
    self.prefix = prefix.count
    self.made = made
    body = UnsafeRawBufferPointer(rebasing: messages.bytes[part])
    let end = UnsafeMutableRawBufferPointer(rebasing: made[Lanes.block...])
    end.initializeMemory(as: UInt8.self, repeating: 0)
    if whole > 0 {
      if !prefix.isEmpty { Self.join(prefix, body, into: made) }
      end.copyMemory(from: UnsafeRawBufferPointer(rebasing: body[(Lanes.block * whole - prefix.count)...]))
    } else {
      Self.join(prefix, body, into: end)
    }
    end[count % Lanes.block] = 0x80
    let length = Lanes.block * (blocks - whole) - 8
    end.storeBytes(of: UInt64(8 * count).bigEndian, toByteOffset: length, as: UInt64.self)
  }

  /// Where a block begins; behind the last some other.
  func block(_ number: Int) -> UnsafePointer<UInt8>? {
    if number < whole, number > 0 || prefix == 0 {
      return body.baseAddress.map { Self.bytes(at: $0 + (Lanes.block * number - prefix)) }
    }
    let place = number < whole ? 0 : Lanes.block * (1 + min(number, blocks - 1) - whole)
    return made.baseAddress.map { Self.bytes(at: UnsafeRawPointer($0 + place)) }
  }

  private static func bytes(at place: UnsafeRawPointer) -> UnsafePointer<UInt8> {
    place.assumingMemoryBound(to: UInt8.self)
  }

  /// Writes one behind the other, as much as is in one block.
  private static func join(
    _ prefix: UnsafeRawBufferPointer, _ body: UnsafeRawBufferPointer, into block: UnsafeMutableRawBufferPointer
  ) {
    block.copyMemory(from: prefix)
    UnsafeMutableRawBufferPointer(rebasing: block[prefix.count...])
      .copyMemory(from: UnsafeRawBufferPointer(rebasing: body.prefix(Lanes.block - prefix.count)))
  }
}
