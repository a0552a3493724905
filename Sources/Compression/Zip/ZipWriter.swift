/// Writes a zip archive entry by entry, the same bytes for the same entries.
///
/// The order is the caller's; times are 1980-01-01 unless given, modes 0644, and no name of a user or a
/// machine goes in. Each entry is deflated, or stored where that is smaller. The caller may take away and
/// clear the output between calls: nothing that was written is looked at again, and what is kept is a
/// small record for each entry. After the end of one archive another may begin.
///
///     var writer = try ZipWriter()
///     try writer.add("data/record.json", record, into: &output)
///     writer.finish(into: &output)
public struct ZipWriter: ~Copyable {
  private var deflater: Deflater
  private var names = ZipNames()
  private var directory: [UInt8] = []
  private var count: UInt64 = 0
  private var offset: UInt64 = 0
  /// From here on a 32-bit field gives way to its 64-bit extra; the format's limit, less only in tests.
  private let limit32: UInt64
  private let limit16: UInt64

  public init(level: Int = 6) throws(ZipError) {
    try self.init(level: level, limit32: UInt64(UInt32.max), limit16: UInt64(UInt16.max))
  }

  init(level: Int, limit32: UInt64, limit16: UInt64) throws(ZipError) {
    do throws(DeflateError) {
      deflater = try Deflater(level: level)
    } catch {
      throw ZipError(.outOfMemory, "expected memory for a compressor")
    }
    self.limit32 = limit32
    self.limit16 = limit16
  }

  /// Appends the header of a file that is stored as it is; its contents, exactly as many bytes, are the
  /// caller's to write behind the output. So a file need not be in memory.
  public mutating func begin(
    _ name: String, size: UInt64, checksum: UInt32, modified: ZipTime = .epoch, into output: inout [UInt8]
  ) throws(ZipError) {
    let entry = Entry(
      name: try checked(name), method: ZipRecord.stored, modified: modified, checksum: checksum, size: size,
      packedSize: size, offset: offset)
    let start = output.count
    appendLocalHeader(entry, to: &output)
    offset += UInt64(output.count - start) + size
    appendCentralHeader(entry)
    count += 1
  }

  private mutating func checked(_ name: String) throws(ZipError) -> [UInt8] {
    guard !name.utf8.elementsEqual("".utf8), name.utf8.last != UInt8(ascii: "/") else {
      throw ZipError(.badName, entry: name, "expected the name of a file")
    }
    try names.add(name)
    return Array(name.utf8)
  }

  /// Appends one file to the output.
  public mutating func add(
    _ name: String, _ contents: [UInt8], modified: ZipTime = .epoch, into output: inout [UInt8]
  ) throws(ZipError) {
    try add(name, ZipContent(contents, deflatedBy: &deflater), modified: modified, into: &output)
  }

  /// Appends one file whose contents were made ready before.
  public mutating func add(
    _ name: String, _ content: ZipContent, modified: ZipTime = .epoch, into output: inout [UInt8]
  ) throws(ZipError) {
    let entry = Entry(
      name: try checked(name), method: content.method, modified: modified, checksum: content.checksum,
      size: content.size, packedSize: UInt64(content.packed.count), offset: offset)
    let start = output.count
    appendLocalHeader(entry, to: &output)
    output += content.packed
    offset += UInt64(output.count - start)
    appendCentralHeader(entry)
    count += 1
  }

  /// Appends the central directory; the archive is whole then, and the writer is ready for another.
  public mutating func finish(into output: inout [UInt8]) {
    defer {
      names.removeAll()
      directory.removeAll(keepingCapacity: true)
      (count, offset) = (0, 0)
    }
    let size = UInt64(directory.count)
    output += directory
    if count >= limit16 || offset >= limit32 || size >= limit32 {
      output.append32(ZipRecord.end64)
      output.append64(UInt64(ZipRecord.end64Size - 12))
      output.append16(Self.unix << 8 | 45)
      output.append16(45)
      output.append32(0)
      output.append32(0)
      output.append64(count)
      output.append64(count)
      output.append64(size)
      output.append64(offset)
      output.append32(ZipRecord.end64Locator)
      output.append32(0)
      output.append64(offset + size)
      output.append32(1)
    }
    output.append32(ZipRecord.end)
    output.append16(0)
    output.append16(0)
    output.append16(short(count))
    output.append16(short(count))
    output.append32(short(size))
    output.append32(short(offset))
    output.append16(0)
  }

  private struct Entry {
    let name: [UInt8]
    let method: UInt16
    let modified: ZipTime
    let checksum: UInt32
    let size: UInt64
    let packedSize: UInt64
    let offset: UInt64
  }

  private static let unix: UInt16 = 3
  /// An ordinary file, readable by all, writable by its owner.
  private static let mode: UInt32 = 0o100644

  private func short(_ value: UInt64) -> UInt32 { value >= limit32 ? .max : UInt32(value) }
  private func short(_ count: UInt64) -> UInt16 { count >= limit16 ? .max : UInt16(count) }

  private func appendLocalHeader(_ entry: Entry, to output: inout [UInt8]) {
    // Here both sizes have to be in the extra field when one has.
    let isLarge = entry.size >= limit32 || entry.packedSize >= limit32
    output.append32(ZipRecord.localHeader)
    Self.appendCommon(entry, version: isLarge ? 45 : version(of: entry), to: &output)
    output.append32(isLarge ? .max : UInt32(entry.packedSize))
    output.append32(isLarge ? .max : UInt32(entry.size))
    output.append16(UInt16(entry.name.count))
    output.append16(isLarge ? 20 : 0)
    output += entry.name
    if isLarge {
      output.append16(ZipRecord.extra64)
      output.append16(16)
      output.append64(entry.size)
      output.append64(entry.packedSize)
    }
  }

  private mutating func appendCentralHeader(_ entry: Entry) {
    let isLarge = entry.size >= limit32 || entry.packedSize >= limit32
    let large =
      (isLarge ? [entry.size, entry.packedSize] : []) + (entry.offset >= limit32 ? [entry.offset] : [])
    let version: UInt16 = large.isEmpty ? version(of: entry) : 45
    directory.append32(ZipRecord.centralHeader)
    directory.append16(Self.unix << 8 | version)
    Self.appendCommon(entry, version: version, to: &directory)
    directory.append32(isLarge ? .max : UInt32(entry.packedSize))
    directory.append32(isLarge ? .max : UInt32(entry.size))
    directory.append16(UInt16(entry.name.count))
    directory.append16(large.isEmpty ? 0 : UInt16(4 + 8 * large.count))
    directory.append16(0)
    directory.append16(0)
    directory.append16(0)
    directory.append32(Self.mode << 16)
    directory.append32(short(entry.offset))
    directory += entry.name
    guard !large.isEmpty else { return }
    directory.append16(ZipRecord.extra64)
    directory.append16(UInt16(8 * large.count))
    for value in large { directory.append64(value) }
  }

  private func version(of entry: Entry) -> UInt16 { entry.method == ZipRecord.stored ? 10 : 20 }

  /// The fields that stand in both headers: version to checksum.
  private static func appendCommon(_ entry: Entry, version: UInt16, to output: inout [UInt8]) {
    output.append16(version)
    output.append16(0)
    output.append16(entry.method)
    output.append16(entry.modified.time)
    output.append16(entry.modified.date)
    output.append32(entry.checksum)
  }
}
