import Compression

/// The text of an input, inflated where it is gzip.
struct TextStream: ~Copyable {
  private(set) var isCompressed = false
  /// No more bytes come.
  private(set) var isEnded = false
  /// The compressed data ends inside of a member.
  private(set) var isTruncated = false
  /// What is wrong with the compressed data.
  private(set) var damage: String?

  private let chunkBytes: Int
  private var source: ByteSource
  /// The input's first bytes, and all of it where it is compressed.
  private var chunk: [UInt8] = []
  private var taken = 0
  private var inflater: GzipInflater?
  private var isSniffed = false
  /// More text is waiting in the inflater than was asked for.
  private var isFull = false

  init(_ source: consuming ByteSource, chunkBytes: Int) {
    self.source = source
    self.chunkBytes = max(min(chunkBytes, 256 << 10), 1)
    inflater = nil
  }

  /// Appends so many bytes, fewer only at the end; returns how many.
  mutating func read(into text: inout [UInt8], atLeast wanted: Int) throws(InputError) -> Int {
    if !isSniffed { try sniff() }
    let before = text.count
    while !isEnded, text.count - before < wanted {
      let room = wanted - (text.count - before)
      if isCompressed {
        try inflate(into: &text, room: room)
      } else if taken < chunk.count {
        text.append(contentsOf: chunk)
        taken = chunk.count
      } else {
        isEnded = try source.read(room, into: &text) == 0
      }
    }
    return text.count - before
  }

  /// The SHA-256 of the input as it was given, compressed or not; to be asked for last.
  mutating func digest() throws(InputError) -> [UInt8] {
    try source.digest()
  }

  /// Looks for the signature of gzip; it may come in two parts.
  private mutating func sniff() throws(InputError) {
    while chunk.count < 2, try source.read(chunkBytes, into: &chunk) > 0 {}
    isSniffed = true
    guard chunk.starts(with: [0x1F, 0x8B]) else { return }
    isCompressed = true
    inflater = GzipInflater()
  }

  private mutating func inflate(into text: inout [UInt8], room: Int) throws(InputError) {
    if taken == chunk.count, !isFull {
      chunk.removeAll(keepingCapacity: true)
      taken = 0
      isEnded = try source.read(chunkBytes, into: &chunk) == 0
    }
    do throws(GzipError) {
      if isEnded { return try inflater?.finish() ?? () }
      guard let progress = try inflater?.inflate(chunk, taken..<chunk.count, into: &text, limit: room) else {
        return
      }
      taken += progress.consumed
      isFull = progress.isFull
    } catch {
      isEnded = true
      if error.code == .truncated { isTruncated = true } else { damage = error.description }
    }
  }
}
