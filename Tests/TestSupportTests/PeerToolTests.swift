import Foundation
import TestSupport
import Testing

@Suite("Peers and golden files")
struct PeerToolTests {
  @Test("a peer reads its input, and its output, errors and exit code come back")
  func streams() async throws {
    let output = try await PeerTool.sh.run(
      ["-c", "cat; echo $WORD >&2; exit 3"],
      input: Array("in\n".utf8), environment: ["WORD": "seen"])
    #expect(output.text == "in\n" && output.errorText == "seen\n" && output.status == 3)
    #expect(!output.succeeded)
  }

  @Test("a peer may write more than any pipe holds")
  func largeOutput() async throws {
    let output = try await PeerTool.sh.run(["-c", "head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2"])
    #expect(output.output.count == 3_000_000 && output.errors.count == 3_000_000)
  }

  @Test("a peer that does not end is ended")
  func timeout() async throws {
    let error = await #expect(throws: PeerError.self) {
      try await PeerTool.sh.run(["-c", "exec sleep 60"], timeout: .milliseconds(200))
    }
    // Ended by the kill and not by itself: on a loaded machine the clock could not tell the two apart.
    guard case .tooSlow(_, _, endedWith: 128 + SIGKILL)? = error else {
      Issue.record("ended otherwise: \(String(describing: error))")
      return
    }
  }

  @Test("a missing peer throws when it is run, so that a test under CI fails")
  func missing() async throws {
    #expect(PeerTool("no-such-program").url == nil)
    await #expect(throws: PeerError.self) { try await PeerTool("no-such-program").run([]) }
    guard ProcessInfo.processInfo.environment["CLOSEOUT_PEER_PYTHON"] == nil else { return }
    #expect(try await PythonPeer.interpreter(knowing: ["no_such_module"]) == nil)
  }

  @Test("a temporary folder goes away with its owner")
  func temporaryFolder() throws {
    func use() throws -> URL {
      let folder = try TemporaryFolder()
      let file = try folder.write("text", to: "a/b.txt")
      #expect(try String(contentsOf: file, encoding: .utf8) == "text")
      return folder.url
    }
    #expect(!FileManager.default.fileExists(atPath: try use().path))
  }

  @Test("a golden file is found beside the test, and one changed byte is told by its line")
  func golden() throws {
    guard ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == nil else { return }
    let file = GoldenFile("three-lines.txt")
    try file.check("one\ntwo\nthree\n")
    let mismatch = #expect(throws: GoldenMismatch.self) { try file.check("one\ntwo\r\nthree\n") }
    #expect("\(try #require(mismatch))".contains("@@ line 2 of 4"))
    #expect(throws: GoldenMismatch.self) { try GoldenFile("absent.txt").check("") }
  }

  @Test("the seeded generator is SplitMix64")
  func generator() {
    var generator = SeededGenerator(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in generator.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }
}
