public import Foundation

/// A new empty folder that goes away, with all in it, when its owner does.
public struct TemporaryFolder: ~Copyable {
  public let url: URL

  public init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "closeout-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// The place of a file in the folder, whether or not it exists.
  public func file(_ name: String) -> URL {
    url.appending(path: name)
  }

  /// Writes a file, and the folders above it, and returns its place.
  @discardableResult
  public func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> URL {
    let file = file(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file
  }

  /// Writes a text as UTF-8 and returns its place.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> URL {
    try write(text.utf8, to: name)
  }
}
