import Glibc

/// Reads an input from its beginning to its end, once, a chunk at a time.
struct ByteSource: ~Copyable {
  private let name: String
  private let descriptor: Int32
  private let isOwner: Bool
  private let memory: [UInt8]
  private var position = 0

  init(_ input: IngestInput) throws(InputError) {
    name = input.name
    switch input {
    case .bytes(let bytes, _):
      (descriptor, isOwner, memory) = (-1, false, bytes)
    case .standardInput:
      (descriptor, isOwner, memory) = (STDIN_FILENO, false, [])
    case .file(let path):
      let opened = open(path, O_RDONLY | O_CLOEXEC)
      guard opened >= 0 else {
        throw InputError(code: .cannotOpen, file: path, cause: String(cString: strerror(errno)))
      }
      (descriptor, isOwner, memory) = (opened, true, [])
    }
  }

  deinit {
    if isOwner { close(descriptor) }
  }

  /// Fills `chunk` from its beginning; returns how many bytes came, 0 at the end.
  mutating func read(into chunk: inout [UInt8]) throws(InputError) -> Int {
    guard descriptor >= 0 else {
      let count = min(chunk.count, memory.count - position)
      chunk.replaceSubrange(0..<count, with: memory[position..<position + count])
      position += count
      return count
    }
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { return count }
      guard errno != EINTR else { continue }
      throw InputError(
        code: errno == EISDIR ? .isFolder : .cannotRead, file: name,
        cause: String(cString: strerror(errno)))
    }
  }
}
