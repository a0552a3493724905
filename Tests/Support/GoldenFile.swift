public import Foundation

/// A text that is reviewed once and compared ever after: a file in `Tests/<X>/Golden`.
///
/// With `RECORD_GOLDEN=1` in the environment the file is written anew, and the test still fails, so that a
/// recording can never pass for a comparison.
public struct GoldenFile: Sendable {
  public let url: URL

  /// The golden file of that name for the test target that the calling source file belongs to.
  public init(_ name: String, filePath: String = #filePath) {
    url = Repository.testFolder(of: filePath).appending(path: "Golden").appending(path: name)
  }

  /// Compares a text with the file, byte for byte.
  public func check(_ actual: String) throws {
    try check(Array(actual.utf8))
  }

  /// Compares bytes with the file.
  public func check(_ actual: [UInt8]) throws {
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual).write(to: url)
      throw GoldenMismatch.recorded(url.path)
    }
    guard let expected = try? Data(contentsOf: url) else { throw GoldenMismatch.absent(url.path) }
    guard Array(expected) != actual else { return }
    throw GoldenMismatch.different(
      url.path, Self.difference(expected: Array(expected), actual: actual))
  }

  /// The first line that differs and a few after it, both ways.
  private static func difference(expected: [UInt8], actual: [UInt8]) -> String {
    let old = lines(expected)
    let new = lines(actual)
    let same = zip(old, new).prefix { $0 == $1 }.count
    let shown = 6
    return
      (["@@ line \(same + 1) of \(old.count) recorded, \(new.count) now"]
      + old.dropFirst(same).prefix(shown).map { "-\($0)" }
      + new.dropFirst(same).prefix(shown).map { "+\($0)" }).joined(separator: "\n")
  }

  /// Split at LF only, so that a carriage return shows as a difference.
  private static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Why a text is not its golden file.
public enum GoldenMismatch: Error, CustomStringConvertible {
  case recorded(String)
  case absent(String)
  case different(String, String)

  public var description: String {
    switch self {
    case .recorded(let path): "recorded \(path)\n\nhint: read the file, then run without RECORD_GOLDEN"
    case .absent(let path): "no golden file \(path)\n\nhint: RECORD_GOLDEN=1 writes it"
    case .different(let path, let difference):
      "differs from \(path)\n\(difference)\n\nhint: RECORD_GOLDEN=1 writes it anew"
    }
  }
}
