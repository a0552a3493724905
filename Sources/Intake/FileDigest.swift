import Crypto
import Dispatch
import Foundation
import Synchronization

/// The SHA-256 of a file as it lies on disk, computed beside the reading of it.
final class FileDigest: Sendable {
  private let result = Mutex<[UInt8]?>(nil)
  private let done = DispatchSemaphore(value: 0)

  init(path: String) {
    DispatchQueue(label: "ingest.digest", qos: .utility).async { [self] in
      let digest = Self.digest(path)
      result.withLock { $0 = digest }
      done.signal()
    }
  }

  /// Waits for the digest; nil when the file cannot be read. To be called once.
  func value() -> [UInt8]? {
    done.wait()
    return result.withLock { $0 }
  }

  private static func digest(_ path: String) -> [UInt8]? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    var hasher = SHA256()
    while let chunk = try? file.read(upToCount: 1 << 20), !chunk.isEmpty { hasher.update(data: chunk) }
    return Array(hasher.finalize())
  }
}
