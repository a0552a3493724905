import Crypto

/// The hash of one entry: also the identity of a record.
///
/// A leaf is the root of a tree of one (RFC 6962 §2.1), so leaves and nodes are of one type.
public typealias LeafHash = Hash256

/// The hash of a node of the tree.
public typealias NodeHash = Hash256

/// The 32 bytes of a SHA-256 hash.
public struct Hash256: Sendable, Hashable {
  // Four words rather than an array: no allocation, and millions of them lie side by side.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// Takes exactly 32 bytes; nil for any other number.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    let inPlace = bytes.withContiguousStorageIfAvailable { Hash256(raw: UnsafeRawBufferPointer($0)) }
    self = inPlace ?? Array(bytes).withUnsafeBytes { Hash256(raw: $0) }
  }

  /// - Parameters:
  ///   - raw: at least 32 bytes from the offset on.
  ///   - offset: where they begin.
  init(raw: UnsafeRawBufferPointer, at offset: Int = 0) {
    func word(_ index: Int) -> UInt64 {
      UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: offset + index * 8, as: UInt64.self))
    }
    words = (word(0), word(1), word(2), word(3))
  }

  /// - Parameter words: the bytes eight by eight, big-endian.
  init(words: (UInt64, UInt64, UInt64, UInt64)) {
    self.words = words
  }

  init(_ digest: SHA256.Digest) {
    self = digest.withUnsafeBytes { Hash256(raw: $0) }
  }

  public static let byteCount = 32

  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.byteCount)
    append(to: &bytes)
    return bytes
  }

  /// Adds the 32 bytes at the end of a buffer.
  public func append(to buffer: inout [UInt8]) {
    withBytes { buffer.append(contentsOf: $0) }
  }

  /// Lends the 32 bytes until the body returns.
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withUnsafeTemporaryAllocation(byteCount: Self.byteCount, alignment: 8) { memory in
      store(in: memory, at: 0)
      return body(UnsafeRawBufferPointer(memory))
    }
  }

  /// The bytes of hashes, one after the other.
  static func bytes(of hashes: [Hash256]) -> [UInt8] {
    let count = hashes.count * byteCount
    return [UInt8](unsafeUninitializedCapacity: count) { memory, initialized in
      let raw = UnsafeMutableRawBufferPointer(memory)
      for index in hashes.indices { hashes[index].store(in: raw, at: index * byteCount) }
      initialized = count
    }
  }

  /// Writes the 32 bytes at a place in raw memory.
  func store(in memory: UnsafeMutableRawBufferPointer, at offset: Int) {
    memory.storeBytes(of: words.0.bigEndian, toByteOffset: offset, as: UInt64.self)
    memory.storeBytes(of: words.1.bigEndian, toByteOffset: offset + 8, as: UInt64.self)
    memory.storeBytes(of: words.2.bigEndian, toByteOffset: offset + 16, as: UInt64.self)
    memory.storeBytes(of: words.3.bigEndian, toByteOffset: offset + 24, as: UInt64.self)
  }

  /// The first eight bytes, big-endian: enough to tell millions of hashes apart in memory.
  public var prefix: UInt64 { words.0 }

  /// The first sixteen bytes.
  public var short: ShortHash { ShortHash(words.0, words.1) }

  /// Adds 64 lower-case hexadecimal digits at the end of a buffer.
  public func appendHex(to buffer: inout [UInt8]) {
    withUnsafeTemporaryAllocation(byteCount: 2 * Self.byteCount, alignment: 8) { memory in
      func store(_ word: UInt64, at offset: Int) {
        let (high, low) = (UInt32(truncatingIfNeeded: word &>> 32), UInt32(truncatingIfNeeded: word))
        memory.storeBytes(of: Self.hexDigits(high).bigEndian, toByteOffset: offset, as: UInt64.self)
        memory.storeBytes(of: Self.hexDigits(low).bigEndian, toByteOffset: offset + 8, as: UInt64.self)
      }
      store(words.0, at: 0)
      store(words.1, at: 16)
      store(words.2, at: 32)
      store(words.3, at: 48)
      buffer.append(contentsOf: memory)
    }
  }

  /// The eight digits of a number, the first in the highest byte: each half byte moves into a byte of its own, then
  /// all become digits at once.
  private static func hexDigits(_ number: UInt32) -> UInt64 {
    var digits = UInt64(number)
    digits = (digits | digits &<< 16) & 0x0000_FFFF_0000_FFFF
    digits = (digits | digits &<< 8) & 0x00FF_00FF_00FF_00FF
    digits = (digits | digits &<< 4) & 0x0F0F_0F0F_0F0F_0F0F
    let isLetter = (digits &+ 0x0606_0606_0606_0606) &>> 4 & 0x0101_0101_0101_0101
    return digits &+ 0x3030_3030_3030_3030 &+ isLetter &* 0x27
  }

  public static func == (left: Hash256, right: Hash256) -> Bool {
    left.words == right.words
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
  }
}

extension Hash256: Comparable {
  /// The order of the bytes, which is also that of the hexadecimal texts.
  public static func < (left: Hash256, right: Hash256) -> Bool {
    left.words < right.words
  }
}
