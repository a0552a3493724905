import Glibc
import JSONKit

/// Texts that were made before, found by their bytes: accounts, regions, controls and titles repeat in
/// nearly every record, and a shared String costs neither memory nor time.
///
/// A fixed number of places, each holding the text that was made last: memory is bounded, and what is
/// returned never depends on what is held.
struct TextCache: Sendable {
  private struct Entry {
    var hash: UInt64 = 0
    var text = ""
  }

  private struct ListEntry {
    var hash: UInt64 = 0
    var raw: [UInt8] = []
    var list: [String] = []
  }

  /// Longer texts are nearly always the only ones of their kind.
  private static let longest = 200
  /// Many more places than there are controls, accounts and regions in most estates: two that share one push
  /// each other out.
  private static let places = 1 << 12
  private var entries = [Entry](repeating: Entry(), count: places)
  private var lists = [ListEntry](repeating: ListEntry(), count: places)

  /// The text of a string value.
  mutating func text(_ slice: JSONSlice, in bytes: [UInt8]) -> String {
    let content = slice.content
    guard !slice.hasEscapes, content.count > 15, content.count <= Self.longest,
      content.upperBound <= bytes.count
    else { return slice.string(in: bytes) }
    let hash = bytes.contentHash(content)
    let place = Int(truncatingIfNeeded: hash) & (Self.places - 1)
    if entries[place].hash == hash, bytes.isSame(content, as: entries[place].text) {
      return entries[place].text
    }
    let text = slice.string(in: bytes)
    entries[place] = Entry(hash: hash, text: text)
    return text
  }

  /// The list that `make` makes of a value's bytes; the same bytes always make the same list.
  mutating func list(
    _ slice: JSONSlice, in bytes: [UInt8], kind: UInt64 = 0, _ make: (JSONSlice, [UInt8]) -> [String]
  ) -> [String] {
    let range = slice.range
    guard range.count <= 4096, range.upperBound <= bytes.count else { return make(slice, bytes) }
    let hash = bytes.contentHash(range) ^ (kind &* 0x9E37_79B9_7F4A_7C15)
    let place = Int(truncatingIfNeeded: hash) & (Self.places - 1)
    if lists[place].hash == hash, bytes.isSame(range, as: lists[place].raw) { return lists[place].list }
    let list = make(slice, bytes)
    lists[place] = ListEntry(hash: hash, raw: Array(bytes[range]), list: list)
    return list
  }
}

extension [UInt8] {
  fileprivate func contentHash(_ range: Range<Int>) -> UInt64 {
    withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[range]).contentHash }
  }

  fileprivate func isSame(_ range: Range<Int>, as text: String) -> Bool {
    withUnsafeBytes { buffer in
      text.utf8.withContiguousStorageIfAvailable { utf8 in
        same(buffer, range, UnsafeRawBufferPointer(utf8))
      } ?? false
    }
  }

  fileprivate func isSame(_ range: Range<Int>, as raw: [UInt8]) -> Bool {
    withUnsafeBytes { buffer in raw.withUnsafeBytes { same(buffer, range, $0) } }
  }
}

private func same(_ buffer: UnsafeRawBufferPointer, _ range: Range<Int>, _ other: UnsafeRawBufferPointer)
  -> Bool
{
  guard range.count == other.count, let base = buffer.baseAddress, let start = other.baseAddress else {
    return range.count == other.count
  }
  return memcmp(base + range.lowerBound, start, range.count) == 0
}
