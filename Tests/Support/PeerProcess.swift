import Dispatch
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

    let ended = AsyncStream<Ending>.makeStream()
    process.terminationHandler = { process in
      let signalled = process.terminationReason == .uncaughtSignal
      ended.continuation.yield(.status(process.terminationStatus + (signalled ? 128 : 0)))
      ended.continuation.finish()
    }
    do {
      try process.run()
    } catch {
      throw PeerError.notStarted(executable.lastPathComponent, "\(error)")
    }
    // Not a sleeping task: tests that block the task pool would put off the end as well.
    let child = process.processIdentifier
    let watchdog = DispatchWorkItem {
      ended.continuation.yield(.timeUp)
      kill(child, SIGKILL)
      // Whether or not the end of the child is ever told, nobody waits for it for ever.
      DispatchQueue.global().asyncAfter(deadline: .now() + 30) { ended.continuation.finish() }
    }
    DispatchQueue.global().asyncAfter(deadline: .now() + timeout.seconds, execute: watchdog)
    defer { watchdog.cancel() }
    var endings = ended.stream.makeAsyncIterator()
    var isTimeUp = false
    var status: Int32 = 0
    while let ending = await endings.next() {
      switch ending {
      case .timeUp: isTimeUp = true
      case .status(let code): status = code
      }
    }
    guard !isTimeUp else {
      throw PeerError.tooSlow(executable.lastPathComponent, timeout, endedWith: status)
    }
    return PeerOutput(
      status: status, output: Array(try Data(contentsOf: streams.file("out"))),
      errors: Array(try Data(contentsOf: streams.file("err"))))
  }

  private enum Ending: Sendable {
    case status(Int32)
    case timeUp
  }
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
