/// The names that are safe on every system an archive may be unpacked on.
enum ZipName {
  /// Throws for a name that is not a plain relative path of printable ASCII.
  ///
  /// A final slash marks a folder.
  static func check(_ name: String) throws(ZipError) {
    var name = name
    if let expected = name.withUTF8(fault) { throw ZipError(.badName, entry: name, expected) }
  }

  /// What was expected of a name; nil where it is one.
  private static func fault(in name: UnsafeBufferPointer<UInt8>) -> String? {
    guard (1...1024).contains(name.count) else { return "expected a name of 1 to 1024 bytes" }
    guard name.allSatisfy({ 0x20..<0x7F ~= $0 }) else { return "expected printable ASCII in the name" }
    guard !name.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: ":") }) else {
      return "expected no backslash and no colon in the name"
    }
    var start = 0
    repeat {
      let end = name[start...].firstIndex(of: UInt8(ascii: "/")) ?? name.count
      let part = name[start..<end]
      guard !part.isEmpty, !part.elementsEqual(".".utf8), !part.elementsEqual("..".utf8) else {
        return "expected a relative path without empty, . and .. parts"
      }
      guard !isReserved(part) else { return "expected no name that Windows reserves or shortens" }
      start = end + 1
    } while start < name.count
    return nil
  }

  /// Device names, whatever follows their first dot, and names that lose a last dot or space.
  private static func isReserved(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard part.last != UInt8(ascii: "."), part.last != UInt8(ascii: " ") else { return true }
    let stem = part.prefix { $0 != UInt8(ascii: ".") }
    // No device has a name of another length; most parts end here.
    guard (3...4).contains(stem.count) else { return false }
    return devices.contains(String(decoding: stem, as: UTF8.self).lowercased())
  }

  private static let devices = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })
}

/// The names of one archive so far. Names that differ in letter case alone collide on some systems.
struct ZipNames {
  private var known: Set<String> = []

  mutating func add(_ name: String) throws(ZipError) {
    try ZipName.check(name)
    let isFolder = name.utf8.last == UInt8(ascii: "/")
    let key = isFolder ? String(name.dropLast()) : name
    guard known.insert(key.lowercased()).inserted else {
      throw ZipError(.duplicateName, entry: name, "expected each name once, letter case aside")
    }
  }

  mutating func removeAll() {
    known.removeAll(keepingCapacity: true)
  }
}
