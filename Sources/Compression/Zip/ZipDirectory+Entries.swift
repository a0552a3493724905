extension ZipDirectory {
  /// The entries, each checked by itself, against its own header, and against its neighbours.
  func entries(limits: ZipArchive.Limits) throws(ZipError) -> [ZipArchive.Entry] {
    guard count <= limits.entries else {
      throw ZipError(.tooLarge, "expected at most \(limits.entries) entries")
    }
    var fields = ZipFields(bytes, range)
    var entries: [ZipArchive.Entry] = []
    var names = ZipNames()
    var total = 0
    for _ in 0..<count {
      let entry = try Self.entry(&fields)
      try names.add(entry.name)
      guard entry.size <= limits.entrySize, total <= limits.totalSize - entry.size else {
        throw ZipError(.tooLarge, entry: entry.name, "expected less content than the limits allow")
      }
      total += entry.size
      entries.append(entry)
    }
    guard fields.isAtEnd else { throw ZipError(.junk, "expected nothing behind the directory's entries") }
    return try placed(entries)
  }

  /// Reads each entry's own header; all of them together have to fill the archive up to the directory.
  private func placed(_ entries: [ZipArchive.Entry]) throws(ZipError) -> [ZipArchive.Entry] {
    var entries = entries
    var position = 0
    for index in entries.indices.sorted(by: { entries[$0].offset < entries[$1].offset }) {
      let entry = entries[index]
      guard entry.offset == position else {
        throw entry.offset < position
          ? ZipError(.overlap, entry: entry.name, "expected entries that do not overlap")
          : ZipError(.junk, entry: entry.name, "expected nothing between the entries")
      }
      var local = ZipFields(bytes, position..<range.lowerBound)
      entries[index].data = try ZipLocalHeader.check(entry, &local)
      position = local.position
    }
    guard position == range.lowerBound else {
      throw ZipError(.junk, "expected nothing between the entries and the directory")
    }
    return entries
  }

  private static func entry(_ fields: inout ZipFields) throws(ZipError) -> ZipArchive.Entry {
    guard try fields.uint32() == ZipRecord.centralHeader else {
      throw ZipError(.notZip, "expected a directory entry at byte \(fields.position - 4)")
    }
    _ = try fields.take(4)
    let flags = try fields.uint16()
    let method = try fields.uint16()
    let time = try fields.uint16()
    let modified = ZipTime(date: try fields.uint16(), time: time)
    let checksum = try fields.uint32()
    var packedSize = UInt64(try fields.uint32())
    var size = UInt64(try fields.uint32())
    let (nameCount, extraCount) = (try fields.uint16(), try fields.uint16())
    let (commentCount, disk) = (try fields.uint16(), try fields.uint16())
    _ = try fields.take(2)
    let attributes = try fields.uint32()
    var offset = UInt64(try fields.uint32())
    let name = String(decoding: fields.bytes[try fields.take(Int(nameCount))], as: UTF8.self)
    var large = try ZipExtra(ZipFields(fields.bytes, try fields.take(Int(extraCount))), of: name)
    try large.replace(&size)
    try large.replace(&packedSize)
    try large.replace(&offset)
    try large.finish()
    guard commentCount == 0 else { throw ZipError(.junk, entry: name, "expected no comment") }
    guard disk == 0 else { throw ZipError(.unsupported, entry: name, "expected an archive of one part") }
    try checkKind(name, flags: flags, method: method, mode: attributes >> 16)
    // The extra field can say anything; no real archive is near this.
    guard size <= 1 << 60, packedSize <= 1 << 60, offset <= 1 << 60 else {
      throw ZipError(.tooLarge, entry: name, "expected sizes below 2^60")
    }
    guard !name.hasSuffix("/") || size == 0 else {
      throw ZipError(.wrongSize, entry: name, "expected a folder to be empty")
    }
    return ZipArchive.Entry(
      name: name, size: Int(size), packedSize: Int(packedSize), checksum: checksum, modified: modified,
      flags: flags, method: method, offset: Int(offset))
  }

  private static func checkKind(
    _ name: String, flags: UInt16, method: UInt16, mode: UInt32
  ) throws(ZipError) {
    guard flags & 0x2041 == 0 else {
      throw ZipError(.encrypted, entry: name, "expected an entry that is not encrypted")
    }
    // Allowed: the compressor's effort (1, 2), a descriptor behind the data (3), a UTF-8 name (11).
    guard flags & ~0x080E == 0, method == ZipRecord.stored || method == ZipRecord.deflated else {
      throw ZipError(.unsupported, entry: name, "expected a stored or deflated entry without options")
    }
    let type = mode & 0o170000
    guard type != 0o120000 else {
      throw ZipError(.symbolicLink, entry: name, "expected a file or a folder")
    }
    guard type == 0 || type == (name.hasSuffix("/") ? 0o040000 : 0o100000) else {
      throw ZipError(.unsupported, entry: name, "expected a file or a folder")
    }
  }
}
