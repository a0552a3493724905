/// Where the central directory stands, found from the end record, which has to be the very end.
struct ZipDirectory {
  let bytes: [UInt8]
  let range: Range<Int>
  let count: Int

  init(_ bytes: [UInt8]) throws(ZipError) {
    self.bytes = bytes
    let endStart = bytes.count - ZipRecord.endSize
    guard endStart >= 0 else { throw ZipError(.notZip, "expected an end record") }
    var fields = ZipFields(bytes, endStart..<bytes.count)
    guard try fields.uint32() == ZipRecord.end else {
      throw ZipError(.notZip, "expected the end record as the last \(ZipRecord.endSize) bytes")
    }
    var end = End()
    let disks = (try fields.uint16(), try fields.uint16())
    let entriesHere = UInt64(try fields.uint16())
    end.entries = UInt64(try fields.uint16())
    end.size = UInt64(try fields.uint32())
    end.offset = UInt64(try fields.uint32())
    guard try fields.uint16() == 0 else { throw ZipError(.junk, "expected no archive comment") }
    guard disks == (0, 0), entriesHere == end.entries else {
      throw ZipError(.unsupported, "expected an archive of one part")
    }
    var directoryEnd = endStart
    if let (end64, start) = try Self.end64(bytes, before: endStart) {
      guard end.isShort(of: end64) else {
        throw ZipError(.contradiction, "expected two end records that agree")
      }
      (end, directoryEnd) = (end64, start)
    }
    guard end.offset <= UInt64(directoryEnd), end.size == UInt64(directoryEnd) - end.offset else {
      throw ZipError(.junk, "expected the directory to end where the end record begins")
    }
    // Each header takes at least 46 bytes, so a count that fits is small enough for an Int.
    guard end.entries <= end.size / UInt64(ZipRecord.centralHeaderSize) else {
      throw ZipError(.truncated, "expected \(end.entries) entries in the directory")
    }
    range = Int(end.offset)..<directoryEnd
    count = Int(end.entries)
  }

  private struct End {
    var entries: UInt64 = 0
    var size: UInt64 = 0
    var offset: UInt64 = 0

    /// True when each field is the larger record's, or says to look there.
    func isShort(of large: End) -> Bool {
      (entries == large.entries || entries == UInt64(UInt16.max))
        && (size == large.size || size == UInt64(UInt32.max))
        && (offset == large.offset || offset == UInt64(UInt32.max))
    }
  }

  /// The 64-bit end record and where it begins, if its locator stands before the end record.
  private static func end64(
    _ bytes: [UInt8], before endStart: Int
  ) throws(ZipError) -> (end: End, start: Int)? {
    let locatorStart = endStart - ZipRecord.end64LocatorSize
    let start = locatorStart - ZipRecord.end64Size
    guard start >= 0 else { return nil }
    var locator = ZipFields(bytes, locatorStart..<endStart)
    guard try locator.uint32() == ZipRecord.end64Locator else { return nil }
    let disk = try locator.uint32()
    let place = try locator.uint64()
    guard disk == 0, try locator.uint32() == 1, place == UInt64(start) else {
      throw ZipError(.junk, "expected the 64-bit end record right before its locator")
    }
    var fields = ZipFields(bytes, start..<locatorStart)
    guard try fields.uint32() == ZipRecord.end64, try fields.uint64() == UInt64(ZipRecord.end64Size - 12)
    else { throw ZipError(.notZip, "expected a 64-bit end record of \(ZipRecord.end64Size) bytes") }
    _ = try fields.take(4)
    guard try fields.uint32() == 0, try fields.uint32() == 0 else {
      throw ZipError(.unsupported, "expected an archive of one part")
    }
    let entriesHere = try fields.uint64()
    let end = End(entries: try fields.uint64(), size: try fields.uint64(), offset: try fields.uint64())
    guard entriesHere == end.entries else {
      throw ZipError(.unsupported, "expected an archive of one part")
    }
    return (end, start)
  }
}
