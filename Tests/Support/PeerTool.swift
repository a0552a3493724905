public import Foundation
public import Testing

/// A program that the tests compare Closeout with, such as `promtool` or `openssl`.
///
/// A test that needs one says so: `@Test(.needs(.promtool))`. Where the program is missing the test is
/// skipped, but with `CI=true` it runs and fails.
public struct PeerTool: Sendable, Hashable {
  public let name: String

  public init(_ name: String) {
    self.name = name
  }

  public static let bagit = PeerTool("bagit.py")
  public static let chromium = PeerTool("chromium")
  public static let diff = PeerTool("diff")
  public static let jq = PeerTool("jq")
  public static let openssl = PeerTool("openssl")
  public static let prometheus = PeerTool("prometheus")
  public static let promtool = PeerTool("promtool")
  public static let sha256sum = PeerTool("sha256sum")
  public static let sh = PeerTool("sh")
  public static let sqlite3 = PeerTool("sqlite3")
  public static let trestle = PeerTool("trestle")
  public static let unzip = PeerTool("unzip")
  public static let xmllint = PeerTool("xmllint")

  /// Where the program is: in `.peers/bin` of the checkout, else on the PATH; nil if in neither.
  public var url: URL? {
    if name.contains("/") {
      return FileManager.default.isExecutableFile(atPath: name) ? URL(filePath: name) : nil
    }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    let folders =
      [Repository.root.appending(path: ".peers/bin")]
      + path.split(separator: ":").map { URL(filePath: String($0)) }
    return folders.map { $0.appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// Runs the program to its end and returns what it said, whatever its exit code.
  ///
  /// - Throws: ``PeerError`` when it is missing, does not start, or is still running after `timeout`.
  @discardableResult
  public func run(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:], in folder: URL? = nil,
    timeout: Duration = .seconds(120)
  ) async throws -> PeerOutput {
    guard let url else { throw PeerError.missing(name) }
    return try await PeerProcess(
      executable: url, arguments: arguments, input: input, environment: environment, folder: folder,
      timeout: timeout
    ).run()
  }
}

/// What a program said and how it ended.
public struct PeerOutput: Sendable {
  /// The exit code, or 128 + the signal that ended it.
  public let status: Int32
  public let output: [UInt8]
  public let errors: [UInt8]

  public var text: String { String(decoding: output, as: UTF8.self) }
  public var errorText: String { String(decoding: errors, as: UTF8.self) }
  public var succeeded: Bool { status == 0 }
}

/// Why a peer gave no answer.
public enum PeerError: Error, CustomStringConvertible {
  case missing(String)
  case notStarted(String, String)
  case tooSlow(String, Duration, endedWith: Int32)
  case failed(String, Int32, String)

  public var description: String {
    switch self {
    case .missing(let name):
      "peer \(name) is not installed\n\nhint: make peers, or the packages named in .ci/run"
    case .notStarted(let name, let reason): "peer \(name) did not start: \(reason)"
    case .tooSlow(let name, let limit, let status):
      "peer \(name) was still running after \(limit), and ended with \(status) when it was killed"
    case .failed(let name, let status, let errors): "peer \(name) exited with \(status)\n\(errors)"
    }
  }
}

extension Trait where Self == ConditionTrait {
  /// The test runs only where all these programs are installed; under `CI=true` it runs always.
  public static func needs(_ tools: PeerTool...) -> Self {
    .enabled("needs \(tools.map(\.name).joined(separator: ", "))") {
      Repository.isContinuousIntegration || tools.allSatisfy { $0.url != nil }
    }
  }
}
