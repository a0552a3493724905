import Dispatch
public import Foundation

/// A program that runs beside a test, and is ended with it.
public struct RunningTool: ~Copyable {
  private let process: Process
  private let streams: TemporaryFolder
  private let hasEnded: DispatchSemaphore

  /// Starts the program; what it says is kept in a file.
  public init(_ tool: PeerTool, _ arguments: [String], in folder: URL? = nil) throws {
    guard let url = tool.url else { throw PeerError.missing(tool.name) }
    let streams = try TemporaryFolder()
    let said = try FileHandle(forWritingTo: streams.write([], to: "said"))
    let (process, hasEnded) = (Process(), DispatchSemaphore(value: 0))
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = said
    process.standardError = said
    process.terminationHandler = { _ in hasEnded.signal() }
    do {
      try process.run()
    } catch {
      throw PeerError.notStarted(tool.name, "\(error)")
    }
    self.process = process
    self.streams = streams
    self.hasEnded = hasEnded
  }

  /// What the program has said so far, on both its streams.
  public var text: String {
    (try? String(decoding: Data(contentsOf: streams.file("said")), as: UTF8.self)) ?? ""
  }

  /// Waits until `find` gives something, and looks every tenth of a second.
  ///
  /// - Throws: ``PeerError`` with the program's own words when it ends before, or when the time is over.
  public borrowing func wait<Found>(
    for what: String, timeout: Duration = .seconds(120), _ find: (String) async throws -> Found?
  ) async throws -> Found {
    let end = ContinuousClock.now + timeout
    while ContinuousClock.now < end {
      if let found = try await find(text) { return found }
      guard process.isRunning else { break }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw PeerError.failed(process.executableURL?.lastPathComponent ?? "", -1, "no \(what)\n\(text)")
  }

  deinit {
    process.terminate()
    // A server may first answer what it has begun; one that does not end is killed.
    if hasEnded.wait(timeout: .now() + 20) == .timedOut { kill(process.processIdentifier, SIGKILL) }
  }
}

/// Ports for programs that cannot be told to take any free one and say which.
public enum FreePort {
  /// A port of 127.0.0.1 that nobody listened on a moment ago.
  public static func find() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isFound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(descriptor, generic, length) == 0 && getsockname(descriptor, generic, &length) == 0
      }
    }
    guard isFound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}
