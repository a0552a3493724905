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

  private var source: ByteSource
  private var chunk: [UInt8]
  private var filled = 0
  private var taken = 0
  private var inflater: GzipInflater?
  private var isSniffed = false

  init(_ source: consuming ByteSource, chunkBytes: Int) {
    self.source = source
    chunk = [UInt8](repeating: 0, count: max(min(chunkBytes, 256 << 10), 1))
    inflater = nil
  }

  /// Appends at least so many bytes, fewer only at the end; returns how many.
  mutating func read(into text: inout [UInt8], atLeast wanted: Int) throws(InputError) -> Int {
    let before = text.count
    while !isEnded, text.count - before < wanted {
      if taken == filled {
        filled = try source.read(into: &chunk)
        taken = 0
      }
      if !isSniffed { try sniff() }
      if isCompressed {
        inflate(into: &text, room: wanted - (text.count - before))
      } else {
        text.append(contentsOf: chunk[taken..<filled])
        isEnded = filled == 0
        taken = filled
      }
    }
    return text.count - before
  }

  /// Looks for the signature of gzip; it may come in two chunks.
  private mutating func sniff() throws(InputError) {
    if filled == 1, chunk[0] == 0x1F {
      var more: [UInt8] = [0]
      let count = try source.read(into: &more)
      if count == 1 {
        chunk.replaceSubrange(0..<chunk.count, with: [0x1F, more[0]])
        filled = 2
      }
    }
    isSniffed = true
    if filled >= 2, chunk[0] == 0x1F, chunk[1] == 0x8B {
      isCompressed = true
      inflater = GzipInflater()
    }
  }

  private mutating func inflate(into text: inout [UInt8], room: Int) {
    do throws(GzipError) {
      if filled == 0 {
        isEnded = true
        try inflater?.finish()
        return
      }
      if let progress = try inflater?.inflate(chunk, taken..<filled, into: &text, limit: room) {
        taken += progress.consumed
      }
    } catch {
      isEnded = true
      if error.code == .truncated { isTruncated = true } else { damage = error.description }
    }
  }
}
