import Foundation
import TestSupport
import Testing

@Suite("The README says what happens")
struct ReadmeTests {
  /// The lines of every block fenced as `sh`, in the order of the page: one tour.
  private static func tour() throws -> String {
    let text = try String(contentsOf: Repository.root.appending(path: "README.md"), encoding: .utf8)
    var isInside = false
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside = line == "```sh"
      } else if isInside {
        lines.append(line)
      }
    }
    return lines.joined(separator: "\n")
  }

  @Test func `every command of the tour works in an empty folder`() async throws {
    let folder = try TemporaryFolder()
    let program = CloseoutProgram.tool.url?.deletingLastPathComponent().path ?? "."
    let path = program + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
    let tour = try Self.tour()
    #expect(tour.contains("closeout evidence"))
    let result = try await PeerTool.sh.run(
      ["-e", "-c", tour], environment: ["PATH": path, "HOME": folder.url.path], in: folder.url,
      timeout: .seconds(600))
    #expect(result.succeeded, "\(result.errorText)")
    for made in [
      "demo/README.txt", "closeout.db", "packages/index.html", "packages/index.csv", "trends.html",
    ] {
      #expect(FileManager.default.fileExists(atPath: folder.file(made).path), "\(made)")
    }
  }

  @Test func `every file that the README points to is there`() throws {
    let text = try String(contentsOf: Repository.root.appending(path: "README.md"), encoding: .utf8)
    let links = text.matches(of: #/\]\(([^)#]+)\)/#).map { String($0.output.1) }
    #expect(links.count > 10)
    for link in links where !link.hasPrefix("http") {
      #expect(FileManager.default.fileExists(atPath: Repository.root.appending(path: link).path), "\(link)")
    }
  }
}
