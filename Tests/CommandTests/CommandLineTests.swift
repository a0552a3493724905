import Foundation
import TestSupport
import Testing

@Suite("The command line tells what happened by its words and its status")
struct CommandLineTests {
  @Test func `wrong usage ends with 64 and says what is right`() async throws {
    let result = try await CloseoutProgram.run("summary", "--as-of", "yesterday")
    #expect(result.status == 64)
    #expect(result.errorText.contains("--as-of"))
    #expect(result.output.isEmpty)
  }

  @Test func `a store that is not there ends with 2 and a hint`() async throws {
    let folder = try TemporaryFolder()
    let result = try await CloseoutProgram.run("summary", "--store", folder.file("none.db").path)
    #expect(result.status == 2)
    #expect(result.errorText.contains("there is no store here"))
    #expect(result.errorText.contains("hint: "))
  }

  @Test func `a foreign database is refused and left as it was`() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("not a database, whatever its name says", to: "x.db")
    let before = try Data(contentsOf: file)
    let result = try await CloseoutProgram.run("summary", "--store", file.path)
    #expect(result.status == 2)
    #expect(try Data(contentsOf: file) == before)
  }

  @Test func `rejected records end an ingest with 1 and can be shown byte for byte`() async throws {
    let folder = try TemporaryFolder()
    let broken = "{\"Id\": \"a\", \"ProductArn\": }"
    let input = try folder.write(broken + "\n", to: "broken.json")
    let store = folder.file("store.db").path
    let ingest = try await CloseoutProgram.run("ingest", "--store", store, input.path)
    #expect(ingest.status == 1)
    #expect(ingest.text.contains("broken.json:1"))
    let list = try await CloseoutProgram.run("rejected", "list", "--store", store)
    #expect(list.text.contains("malformed_json"))
    let show = try await CloseoutProgram.run("rejected", "show", "1", "--store", store)
    #expect(show.text == broken)
  }

  @Test func `a file that cannot be read fails alone`() async throws {
    let folder = try TemporaryFolder()
    let good = try folder.write("[]", to: "empty.json")
    let result = try await CloseoutProgram.run(
      "ingest", "--store", folder.file("store.db").path, folder.file("missing.json").path, good.path)
    #expect(result.status == 1)
    #expect(result.text.contains("missing.json"))
    #expect(result.text.contains("cannot open"))
    let fileCount = result.text.split(separator: "\n").first { $0.contains("files") }
    #expect(fileCount?.hasSuffix(" 2") == true)
  }

  @Test func `standard input is read as a file is`() async throws {
    let folder = try TemporaryFolder()
    let result = try await CloseoutProgram.run(
      "ingest", "--json", "--store", folder.file("store.db").path, "-",
      input: Array("{\"findings\": []}".utf8))
    #expect(result.status == 0)
    #expect(result.text.contains("\"read\": 0"))
  }

  @Test func `terminal escapes in data do not reach the terminal`() async throws {
    let folder = try TemporaryFolder()
    let input = try folder.write(
      "{\"Id\": \"\\u001b]8;;http://x\\u0007\", \"ProductArn\": 7}", to: "x\u{1B}[2J.json")
    let result = try await CloseoutProgram.run("ingest", "--store", folder.file("s.db").path, input.path)
    #expect(!result.output.contains(0x1B))
    #expect(!result.errors.contains(0x1B))
  }

  @Test func `a ledger is checked line by line, and nothing stays behind`() async throws {
    let folder = try TemporaryFolder()
    let entry = { (id: String, outcome: String) in
      """
      {"specversion":"1.0","id":"\(id)","source":"urn:shop","type":"closeout.remediation.attempted",\
      "subject":"f","time":"2026-03-01T10:00:00Z","data":{"attempt":"\(id)","outcome":"\(outcome)"}}

      """
    }
    let good = try folder.write(entry("a", "succeeded") + entry("b", "failed"), to: "good.ndjson")
    let right = try await CloseoutProgram.run("check-ledger", good.path)
    #expect(right.succeeded && right.text == "2 entries are good, 0 refused\n")

    let mixed = try folder.write(entry("a", "succeeded") + entry("b", "splendid"), to: "mixed.ndjson")
    let wrong = try await CloseoutProgram.run("check-ledger", mixed.path)
    #expect(wrong.status == 1)
    #expect(wrong.text.contains("mixed.ndjson:2 at /data/outcome: bad_value: expected succeeded"))
    #expect(wrong.text.hasSuffix("1 entries are good, 1 refused\n"))
  }

  @Test func `the sources say what a store was fed with`() async throws {
    let folder = try TemporaryFolder()
    let demo = folder.file("demo").path
    let store = folder.file("store.db").path
    _ = try await CloseoutProgram.run("demo", "--out", demo, "--findings", "60", "--days", "60")
    _ = try await CloseoutProgram.run("ingest", "--store", store, demo + "/securityhub", demo + "/ledger")
    let sources = try await CloseoutProgram.run("sources", "--store", store)
    #expect(sources.succeeded)
    let lines = sources.text.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.map(\.first).contains("asff") && lines.map(\.first).contains("cloudevents"))
    let json = try await CloseoutProgram.run("sources", "--store", store, "--json")
    #expect(json.succeeded && json.text.contains("\"pipelines\""))
  }
}
