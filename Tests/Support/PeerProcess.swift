import Foundation

/// One run of a program.
///
/// Its three streams are files and not pipes: however much it writes, nobody has to read at the same time.
struct PeerProcess: Sendable {
  let executable: URL
  let arguments: [String]
  let input: [UInt8]
  let environment: [String: String]
  let folder: URL?
  let timeout: Duration

  func run() async throws -> PeerOutput {
    let streams = try TemporaryFolder()
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.currentDirectoryURL = folder
    process.standardInput = try FileHandle(forReadingFrom: streams.write(input, to: "in"))
    process.standardOutput = try FileHandle(forWritingTo: streams.write([], to: "out"))
    process.standardError = try FileHandle(forWritingTo: streams.write([], to: "err"))

    let ended = AsyncStream<Int32>.makeStream()
    process.terminationHandler = { process in
      let signalled = process.terminationReason == .uncaughtSignal
      ended.continuation.yield(process.terminationStatus + (signalled ? 128 : 0))
      ended.continuation.finish()
    }
    do {
      try process.run()
    } catch {
      throw PeerError.notStarted(executable.lastPathComponent, "\(error)")
    }
    guard let status = await firstStatus(ended.stream) else {
      kill(process.processIdentifier, SIGKILL)
      throw PeerError.tooSlow(executable.lastPathComponent, timeout)
    }
    return PeerOutput(
      status: status, output: Array(try Data(contentsOf: streams.file("out"))),
      errors: Array(try Data(contentsOf: streams.file("err"))))
  }

  /// The exit status, or nil when the time is up first.
  private func firstStatus(_ statuses: AsyncStream<Int32>) async -> Int32? {
    await withTaskGroup(of: Int32?.self) { group in
      group.addTask {
        for await status in statuses { return status }
        return nil
      }
      group.addTask { [timeout] in
        try? await Task.sleep(for: timeout)
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
  }
}
