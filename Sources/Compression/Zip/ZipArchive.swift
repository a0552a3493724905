/// A zip archive in memory, accepted only when there is one way to read it.
///
/// Programs disagree about damaged and crafted archives. What is accepted here has no byte outside of its
/// entries, its directory and its end record; entries that neither overlap nor repeat a name nor leave the
/// folder; local headers that agree with the directory; no links, no encryption, no comment.
public struct ZipArchive: Sendable {
  /// How much an archive may hold.
  public struct Limits: Sendable, Equatable {
    public var entries = 100_000
    public var entrySize = 1 << 30
    public var totalSize = 4 << 30

    public init(entries: Int = 100_000, entrySize: Int = 1 << 30, totalSize: Int = 4 << 30) {
      self.entries = entries
      self.entrySize = entrySize
      self.totalSize = totalSize
    }
  }

  /// One file or folder.
  public struct Entry: Sendable, Equatable {
    public let name: String
    /// The length of the content in bytes.
    public let size: Int
    public let packedSize: Int
    public let checksum: UInt32
    public let modified: ZipTime
    public var isFolder: Bool { name.utf8.last == UInt8(ascii: "/") }

    let flags: UInt16
    let method: UInt16
    let offset: Int
    /// Where its packed content stands; known when its own header has been read.
    var data = 0..<0
  }

  /// In the order of the directory.
  public let entries: [Entry]
  private let bytes: [UInt8]

  /// Reads and checks the structure; contents are checked when they are taken.
  public init(_ bytes: [UInt8], limits: Limits = Limits()) throws(ZipError) {
    self.bytes = bytes
    let directory = try ZipDirectory(bytes)
    entries = try directory.entries(limits: limits)
  }

  /// The entry of that name.
  public subscript(name: String) -> Entry? {
    entries.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// The content of an entry of this archive, its length and CRC-32 checked.
  public func contents(of entry: Entry) throws(ZipError) -> [UInt8] {
    var content: [UInt8]
    if entry.method == ZipRecord.stored {
      content = Array(bytes[entry.data.clamped(to: 0..<bytes.count)])
      guard content.count == entry.size else {
        throw ZipError(.wrongSize, entry: entry.name, "expected \(entry.size) bytes")
      }
    } else {
      do throws(DeflateError) {
        var inflater = try Inflater()
        content = try inflater.inflate(bytes, entry.data, size: entry.size)
      } catch {
        switch error {
        case .wrongSize: throw ZipError(.wrongSize, entry: entry.name, "expected \(entry.size) bytes")
        case .damaged: throw ZipError(.damagedData, entry: entry.name, "expected well-formed deflate data")
        case .outOfMemory: throw ZipError(.outOfMemory, entry: entry.name, "expected memory to inflate")
        }
      }
    }
    guard CRC32.of(content) == entry.checksum else {
      throw ZipError(.wrongChecksum, entry: entry.name, "expected content of the CRC-32 noted")
    }
    return content
  }
}
