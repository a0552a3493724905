import Testing

@testable import TextEmbedding

@Suite("Texts become constants")
struct ConstantFolderTests {
  func generate(_ files: [String: String]) throws -> String {
    try ConstantFolder(files: files.map { TextFile(path: $0.key, text: $0.value) })
      .swift(extending: "Queries")
  }

  func complaint(_ paths: String...) -> SourceError? {
    let files = paths.map { TextFile(path: $0, text: "") }
    return #expect(throws: SourceError.self) { try ConstantFolder(files: files) }
  }

  @Test("Folders become nested enums, files become constants in camel case")
  func nesting() throws {
    let swift = try generate([
      "schema.sql": "CREATE", "metrics/violations_open.sql": "SELECT 1\n", "metrics/by-day/default.sql": "",
    ])
    #expect(
      swift == ##"""
        // Written by the build from the files of this target. Do not edit.

        extension Queries {
        /// The text of `schema.sql`.
        public static let schema: String = #"""
        CREATE
        """#
        /// The texts of this folder, without those of folders below it, sorted by name.
        public static let all: [EmbeddedText] = [
        EmbeddedText(name: "schema", path: "schema.sql", text: schema),
        ]
        public enum Metrics {
        /// The text of `metrics/violations_open.sql`.
        public static let violationsOpen: String = #"""
        SELECT 1

        """#
        /// The texts of this folder, without those of folders below it, sorted by name.
        public static let all: [EmbeddedText] = [
        EmbeddedText(name: "violations_open", path: "metrics/violations_open.sql", text: violationsOpen),
        ]
        public enum ByDay {
        /// The text of `metrics/by-day/default.sql`.
        public static let `default`: String = #"""

        """#
        /// The texts of this folder, without those of folders below it, sorted by name.
        public static let all: [EmbeddedText] = [
        EmbeddedText(name: "default", path: "metrics/by-day/default.sql", text: `default`),
        ]
        }
        }
        }

        """##)
  }

  @Test("The order in which files are given does not matter")
  func orderFree() throws {
    let files = ["b/x.sql", "a.sql", "b/a.sql", "c/d/e.sql"].map { TextFile(path: $0, text: $0) }
    let forward = try ConstantFolder(files: files).swift(extending: "Queries")
    #expect(try ConstantFolder(files: files.reversed()).swift(extending: "Queries") == forward)
  }

  @Test(
    "A name that is no Swift name is refused, with advice",
    arguments: [
      "0001_first.sql", "metrics/größe.sql", "a b.sql", "9/a.sql", "self.sql", "-.sql",
    ])
  func names(path: String) throws {
    let error = try #require(complaint(path))
    #expect(error.file == path && error.reason.contains("not a Swift name"))
    #expect(error.hint?.contains("begin with a letter") == true)
  }

  @Test("Two files of one name are refused, and both are named")
  func collisions() throws {
    #expect(complaint("a_b.sql", "a-b.sql")?.reason == "a_b.sql and a-b.sql would both be called aB")
    #expect(complaint("base.css", "base.svg")?.reason == "base.svg and base.css would both be called base")
    #expect(
      complaint("by_day/a.sql", "by-day/a.sql")?.reason == "by_day/ and by-day/ would both be called ByDay")
    #expect(complaint("all.sql")?.reason == "\"all\" is the list of the folder's texts")
  }

  @Test("An error reads as file:line:column")
  func errors() {
    let error = SourceError("a.html", line: 3, column: 7, "no", hint: "yes")
    #expect("\(error)" == "a.html:3:7: error: no\na.html:3:7: note: hint: yes")
  }
}

@Suite("A raw literal stands for exactly its text")
struct RawLiteralTests {
  @Test(
    "Quotes and backslashes need more hashes than the text has after them",
    arguments: [
      ("plain", 1), (#"a \n b"#, 1), ("\"\"\"#", 2), ("\\##", 3), ("# ## \"x###", 1), ("\"\"###", 4),
    ])
  func hashes(text: String, count: Int) {
    let fence = String(repeating: "#", count: count)
    #expect("\(RawLiteral(text))" == "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)")
  }

  @Test("In one line, line ends and a quote at the start are escapes")
  func oneLine() {
    #expect("\(RawLiteral("\"\"a\nb\"", lines: .one))" == "#\"\\#\"\"a\\#nb\"\"#")
  }

  @Test("Carriage returns and controls are escapes, so that Swift keeps them")
  func controls() {
    let text = "a\r\nb\u{0}\u{1B}\u{FEFF}"
    #expect("\(RawLiteral(text))" == "#\"\"\"\na\\#u{d}\nb\\#u{0}\\#u{1b}\\#u{feff}\n\"\"\"#")
  }
}
