import CSHA256

/// The state of up to sixteen messages, and those of their blocks that do not lie in memory as they are hashed.
struct HashLanes {
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

  static func with(_ body: (HashLanes) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 8 * count) { state in
      withUnsafeTemporaryAllocation(byteCount: madeBytes * count, alignment: block) { made in
        withUnsafeTemporaryAllocation(of: UnsafePointer<UInt8>?.self, capacity: count) { next in
          body(HashLanes(state: state, made: made, next: next))
        }
      }
    }
  }

  /// Hashes messages of like length; lanes without one do what the last does.
  func hash(_ group: [Int], of messages: HashMessages, _ take: (Int, Hash256) -> Void) {
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

  init(_ index: Int, of messages: HashMessages, made: UnsafeMutableRawBufferPointer) {
    let (prefix, part) = (messages.prefix, messages.parts[index])
    let count = prefix.count + part.count
    whole = count / HashLanes.block
    blocks = messages.blocks(of: index)
    self.prefix = prefix.count
    self.made = made
    body = UnsafeRawBufferPointer(rebasing: messages.bytes[part])
    let end = UnsafeMutableRawBufferPointer(rebasing: made[HashLanes.block...])
    end.initializeMemory(as: UInt8.self, repeating: 0)
    if whole > 0 {
      if !prefix.isEmpty { Self.join(prefix, body, into: made) }
      let rest = body[(HashLanes.block * whole - prefix.count)...]
      end.copyMemory(from: UnsafeRawBufferPointer(rebasing: rest))
    } else {
      Self.join(prefix, body, into: end)
    }
    end[count % HashLanes.block] = 0x80
    let length = HashLanes.block * (blocks - whole) - 8
    end.storeBytes(of: UInt64(8 * count).bigEndian, toByteOffset: length, as: UInt64.self)
  }

  /// Where a block begins; behind the last some other.
  func block(_ number: Int) -> UnsafePointer<UInt8>? {
    if number < whole, number > 0 || prefix == 0 {
      return body.baseAddress.map { Self.bytes(at: $0 + (HashLanes.block * number - prefix)) }
    }
    let place = number < whole ? 0 : HashLanes.block * (1 + min(number, blocks - 1) - whole)
    return made.baseAddress.map { Self.bytes(at: UnsafeRawPointer($0 + place)) }
  }

  private static func bytes(at place: UnsafeRawPointer) -> UnsafePointer<UInt8> {
    place.assumingMemoryBound(to: UInt8.self)
  }

  /// Writes one behind the other, as much as is in one block.
  private static func join(
    _ prefix: UnsafeRawBufferPointer, _ body: UnsafeRawBufferPointer,
    into block: UnsafeMutableRawBufferPointer
  ) {
    block.copyMemory(from: prefix)
    UnsafeMutableRawBufferPointer(rebasing: block[prefix.count...])
      .copyMemory(from: UnsafeRawBufferPointer(rebasing: body.prefix(HashLanes.block - prefix.count)))
  }
}
