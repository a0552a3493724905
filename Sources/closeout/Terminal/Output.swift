import Glibc

/// Data goes to standard output, words to standard error.
enum Output {
  /// Writes data to standard output; ends the program quietly when the reader has gone away.
  static func write(_ bytes: [UInt8]) {
    send(bytes, to: STDOUT_FILENO)
  }

  static func write(_ text: String) {
    write(Array(text.utf8))
  }

  static func writeLine(_ text: String) {
    write(text + "\n")
  }

  /// Writes words for a person to standard error.
  static func say(_ text: String) {
    send(Array((text + "\n").utf8), to: STDERR_FILENO)
  }

  /// Whether a person looks at standard error.
  static var hasTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  static func send(_ bytes: [UInt8], to descriptor: Int32) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + start }, buffer.count - start)
      }
      if count < 0 {
        if errno == EINTR { continue }
        exit(errno == EPIPE ? 0 : 2)
      }
      start += count
    }
  }
}
