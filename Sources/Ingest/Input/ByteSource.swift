import Crypto
import Glibc

/// Reads an input from its beginning to its end, once, and digests its bytes as they pass.
struct ByteSource: ~Copyable {
  private let name: String
  private let descriptor: Int32
  private let isOwner: Bool
  private let memory: [UInt8]
  private var position = 0
  private var hasher = SHA256()

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

  /// Appends at most so many bytes; returns how many came, 0 at the end.
  mutating func read(_ wanted: Int, into text: inout [UInt8]) throws(InputError) -> Int {
    let before = text.count
    if descriptor >= 0 {
      try readFile(wanted, into: &text)
    } else {
      let end = min(memory.count, position + wanted)
      text.append(contentsOf: memory[position..<end])
      position = end
    }
    text.withUnsafeBytes { hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[before...])) }
    return text.count - before
  }

  /// The SHA-256 of the whole input, 32 bytes; what nobody asked for is read to its end.
  mutating func digest() throws(InputError) -> [UInt8] {
    var rest: [UInt8] = []
    while try read(1 << 20, into: &rest) > 0 { rest.removeAll(keepingCapacity: true) }
    return Array(hasher.finalize())
  }

  /// Reads into the array's own memory: a gigabyte is not copied twice.
  private func readFile(_ wanted: Int, into text: inout [UInt8]) throws(InputError) {
    var failure: Int32 = 0
    text.append(addingCapacity: wanted) { (output: inout OutputSpan<UInt8>) in
      output.withUnsafeMutableBufferPointer { buffer, filled in
        guard let base = buffer.baseAddress else { return }
        let room = min(wanted, buffer.count - filled)
        var count: Int
        repeat { count = Glibc.read(descriptor, base + filled, room) } while count < 0 && errno == EINTR
        if count < 0 { failure = errno } else { filled += count }
      }
    }
    guard failure != 0 else { return }
    throw InputError(
      code: failure == EISDIR ? .isFolder : .cannotRead, file: name,
      cause: String(cString: strerror(failure)))
  }
}
