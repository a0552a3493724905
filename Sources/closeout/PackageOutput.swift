import Compression
import Foundation

/// Where packages go: a folder, or one archive that is written as they come, in the memory of one package.
struct PackageOutput: ~Copyable {
  private let folder: URL?
  private let archive: (handle: FileHandle, path: String)?
  private var zip: ZipWriter
  private var buffer: [UInt8] = []

  /// Makes the folder.
  init(folder path: String) throws {
    let folder = URL(filePath: path, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    zip = try ZipWriter()
    archive = nil
    self.folder = folder
  }

  /// Begins an archive; it gets its name when it is whole.
  init(archive path: String) throws {
    let part = path + ".part"
    guard FileManager.default.createFile(atPath: part, contents: nil),
      let handle = FileHandle(forWritingAtPath: part)
    else { throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: part]) }
    zip = try ZipWriter()
    archive = (handle, path)
    folder = nil
  }

  mutating func write(_ bytes: [UInt8], to name: String) throws {
    if let folder { try Data(bytes).write(to: folder.appending(path: name), options: .atomic) }
    guard let archive else { return }
    try zip.add(name, bytes, into: &buffer)
    try archive.handle.write(contentsOf: Data(buffer))
    buffer.removeAll(keepingCapacity: true)
  }

  /// Ends the archive and gives it its name.
  consuming func finish() throws {
    guard let archive else { return }
    var end: [UInt8] = []
    zip.finish(into: &end)
    try archive.handle.write(contentsOf: Data(end))
    try archive.handle.close()
    guard rename(archive.path + ".part", archive.path) == 0 else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: archive.path])
    }
  }
}
