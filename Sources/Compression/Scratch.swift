/// Memory that a C library writes into, kept for the next call.
struct Scratch: ~Copyable {
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int

  init(capacity: Int) {
    self.capacity = max(capacity, 1)
    bytes = .allocate(capacity: self.capacity)
  }

  deinit { bytes.deallocate() }

  /// Makes room for `count` bytes; what was written before is lost.
  mutating func reserve(_ count: Int) {
    guard count > capacity else { return }
    bytes.deallocate()
    capacity = count
    bytes = .allocate(capacity: count)
  }

  func append(_ count: Int, to output: inout [UInt8]) {
    output.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
  }
}

extension [UInt8] {
  /// Lends a part of the bytes; what lies outside of the array is cut off.
  func lend<Result, Failure: Error>(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeBufferPointer { (buffer) throws(Failure) in
      try body(UnsafeBufferPointer(rebasing: buffer[range.clamped(to: 0..<buffer.count)]))
    }
  }
}
