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
}
