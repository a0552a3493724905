/// The header in front of an entry's data, which has to repeat what the directory says.
enum ZipLocalHeader {
  /// Reads the header, passes over the data and its descriptor, and returns where the data stands.
  static func check(
    _ entry: ZipArchive.Entry, _ fields: inout ZipFields
  ) throws(ZipError) -> Range<Int> {
    guard try fields.uint32() == ZipRecord.localHeader else {
      throw ZipError(.notZip, entry: entry.name, "expected the entry's own header")
    }
    _ = try fields.take(2)
    let flags = try fields.uint16()
    let method = try fields.uint16()
    let time = try fields.uint16()
    let modified = ZipTime(date: try fields.uint16(), time: time)
    let checksum = try fields.uint32()
    var packedSize = UInt64(try fields.uint32())
    var size = UInt64(try fields.uint32())
    let (nameCount, extraCount) = (try fields.uint16(), try fields.uint16())
    let name = fields.bytes[try fields.take(Int(nameCount))]
    var large = try ZipExtra(ZipFields(fields.bytes, try fields.take(Int(extraCount))), of: entry.name)
    try large.replace(&size)
    try large.replace(&packedSize)
    try large.finish()
    guard flags == entry.flags, method == entry.method, modified == entry.modified,
      name.elementsEqual(entry.name.utf8)
    else { throw contradiction(entry) }
    let hasDescriptor = flags & 8 != 0
    let isNoted =
      checksum == entry.checksum && packedSize == UInt64(entry.packedSize)
      && size == UInt64(entry.size)
    let isLeftOut = checksum == 0 && packedSize == 0 && size == 0
    guard isNoted || hasDescriptor && isLeftOut else { throw contradiction(entry) }
    let data = try fields.take(entry.packedSize)
    if hasDescriptor { try checkDescriptor(entry, isLarge: large.isPresent, &fields) }
    return data
  }

  private static func checkDescriptor(
    _ entry: ZipArchive.Entry, isLarge: Bool, _ fields: inout ZipFields
  ) throws(ZipError) {
    // The signature is optional by the letter; every writer known puts it, and one way is safer than two.
    guard try fields.uint32() == ZipRecord.descriptor, try fields.uint32() == entry.checksum else {
      throw contradiction(entry)
    }
    let packedSize = isLarge ? try fields.uint64() : UInt64(try fields.uint32())
    let size = isLarge ? try fields.uint64() : UInt64(try fields.uint32())
    guard packedSize == UInt64(entry.packedSize), size == UInt64(entry.size) else {
      throw contradiction(entry)
    }
  }

  private static func contradiction(_ entry: ZipArchive.Entry) -> ZipError {
    ZipError(.contradiction, entry: entry.name, "expected the entry's own header to agree with the directory")
  }
}

/// The extra fields of a header, of which only the 64-bit numbers are of use.
struct ZipExtra {
  private let name: String
  private var numbers: ZipFields?
  let isPresent: Bool

  init(_ fields: ZipFields, of name: String) throws(ZipError) {
    self.name = name
    var fields = fields
    var numbers: ZipFields?
    while !fields.isAtEnd {
      let id = try fields.uint16()
      let range = try fields.take(Int(try fields.uint16()))
      if id == ZipRecord.unicodePath {
        throw ZipError(.badName, entry: name, "expected one name for the entry")
      }
      guard id == ZipRecord.extra64 else { continue }
      guard numbers == nil else {
        throw ZipError(.contradiction, entry: name, "expected one 64-bit extra field")
      }
      numbers = ZipFields(fields.bytes, range)
    }
    self.numbers = numbers
    isPresent = numbers != nil
  }

  /// Puts the next 64-bit number in the place of a field that refers to it.
  mutating func replace(_ field: inout UInt64) throws(ZipError) {
    guard field == UInt64(UInt32.max), var numbers else { return }
    field = try numbers.uint64()
    self.numbers = numbers
  }

  /// Throws when there are numbers that no field referred to.
  func finish() throws(ZipError) {
    guard numbers?.isAtEnd != false else {
      throw ZipError(.contradiction, entry: name, "expected no 64-bit number without its place")
    }
  }
}
