/// The names that are safe on every system an archive may be unpacked on.
enum ZipName {
  /// Throws for a name that is not a plain relative path of printable ASCII.
  ///
  /// A final slash marks a folder.
  static func check(_ name: String) throws(ZipError) {
    guard !name.utf8.isEmpty, name.utf8.count <= 1024 else {
      throw ZipError(.badName, entry: name, "expected a name of 1 to 1024 bytes")
    }
    guard name.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) else {
      throw ZipError(.badName, entry: name, "expected printable ASCII in the name")
    }
    guard !name.utf8.contains(UInt8(ascii: "\\")), !name.utf8.contains(UInt8(ascii: ":")) else {
      throw ZipError(.badName, entry: name, "expected no backslash and no colon in the name")
    }
    var parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
    guard parts.allSatisfy({ !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) })
    else {
      throw ZipError(.badName, entry: name, "expected a relative path without empty, . and .. parts")
    }
    guard parts.allSatisfy({ !isReserved($0) }) else {
      throw ZipError(.badName, entry: name, "expected no name that Windows reserves or shortens")
    }
  }

  /// Device names, whatever follows their first dot, and names that lose a last dot or space.
  private static func isReserved(_ part: Substring.UTF8View) -> Bool {
    guard part.last != UInt8(ascii: "."), part.last != UInt8(ascii: " ") else { return true }
    let stem = String(Substring(part.prefix { $0 != UInt8(ascii: ".") })).lowercased()
    return devices.contains(stem)
  }

  private static let devices = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })
}

/// The names of one archive so far. Names that differ in letter case alone collide on some systems.
struct ZipNames {
  private var known: Set<String> = []

  mutating func add(_ name: String) throws(ZipError) {
    try ZipName.check(name)
    let key = name.hasSuffix("/") ? String(name.dropLast()) : name
    guard known.insert(key.lowercased()).inserted else {
      throw ZipError(.duplicateName, entry: name, "expected each name once, letter case aside")
    }
  }
}
