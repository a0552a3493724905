import Compression
import Foundation

/// Where packages go: a folder, or one archive that is written as they come, in the memory of one package.
struct PackageOutput: ~Copyable {
  private let folder: URL?
  private let archive: (handle: FileHandle, path: String)?
  private var zip: ZipWriter
  private var buffer: [UInt8] = []
  /// Files that grow while others are written, by their names.
  private var growing: [String: GrowingFile] = [:]

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
    let handle = try GrowingFile.create(path + ".part")
    zip = try ZipWriter()
    archive = (handle, path)
    folder = nil
  }

  /// - Parameter isCompressed: whether the bytes are compressed in themselves; an archive holds such as they
  ///   are, so that packages can be taken out of it without being unpacked.
  mutating func write(_ bytes: [UInt8], to name: String, isCompressed: Bool = false) throws {
    if let folder { try Data(bytes).write(to: folder.appending(path: name), options: .atomic) }
    guard let archive else { return }
    if isCompressed {
      try zip.add(name, ZipContent(stored: bytes), into: &buffer)
    } else {
      try zip.add(name, bytes, into: &buffer)
    }
    try archive.handle.write(contentsOf: Data(buffer))
    buffer.removeAll(keepingCapacity: true)
  }

  /// Adds to the end of a file. In an archive it stands behind all others, whole.
  mutating func append(_ bytes: [UInt8], to name: String) throws {
    let path = archive.map { "\($0.path).\(name).part" } ?? folder?.appending(path: name + ".part").path
    guard let path else { return }
    var file = try growing[name] ?? GrowingFile(path: path)
    try file.append(bytes)
    growing[name] = file
  }

  /// Ends what is still growing, and gives everything its name.
  consuming func finish() throws {
    for (name, file) in growing.sorted(by: { $0.key < $1.key }) {
      if let folder { try file.finish(as: folder.appending(path: name).path) }
      guard let archive else { continue }
      var header: [UInt8] = []
      try zip.begin(name, size: file.size, checksum: file.checksum, into: &header)
      try archive.handle.write(contentsOf: Data(header))
      try file.move(to: archive.handle)
    }
    guard let archive else { return }
    var end: [UInt8] = []
    zip.finish(into: &end)
    try archive.handle.write(contentsOf: Data(end))
    try archive.handle.close()
    try GrowingFile.rename(archive.path + ".part", to: archive.path)
  }
}

/// A file that is written piece by piece and has its name only when it is whole.
struct GrowingFile {
  private let path: String
  private let handle: FileHandle
  private(set) var size: UInt64 = 0
  private(set) var checksum: UInt32 = 0

  init(path: String) throws {
    self.path = path
    handle = try Self.create(path)
  }

  mutating func append(_ bytes: [UInt8]) throws {
    try handle.write(contentsOf: Data(bytes))
    size += UInt64(bytes.count)
    checksum = CRC32.of(bytes, 0..<bytes.count, after: checksum)
  }

  func finish(as name: String) throws {
    try handle.close()
    try Self.rename(path, to: name)
  }

  /// Writes everything behind what another file has, and takes this one away.
  func move(to other: FileHandle) throws {
    try handle.seek(toOffset: 0)
    while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
      try other.write(contentsOf: piece)
    }
    try handle.close()
    try FileManager.default.removeItem(atPath: path)
  }

  /// Makes an empty file, for writing and reading.
  static func create(_ path: String) throws -> FileHandle {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forUpdatingAtPath: path)
    else { throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path]) }
    return handle
  }

  static func rename(_ path: String, to name: String) throws {
    guard Foundation.rename(path, name) == 0 else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: name])
    }
  }
}
