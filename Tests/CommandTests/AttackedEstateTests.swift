import Foundation
import TestSupport
import Testing

/// Every attack in every field of every format that is read, and all that a person or a program sees of it.
@Suite("An estate whose every text is an attack comes out harmless everywhere", .serialized)
struct AttackedEstateTests {
  static let payloads: [String] = [
    "", "harmless", "</title></style></pre><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)", "--><script>alert(1)</script><!--", "]]>",
    "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>&a;", "&lol9; &amp; &#60;",
    "{{{page}}} {{page.title}} {{> frame}}", "<\u{301}script>alert(1)</script>",
    "\"\u{301} onclick=\"\u{600}x",
    "\u{1B}[2J\u{1B}]8;;http://attacker.invalid\u{7}", "\u{8}\u{7F}\u{9B}31m", "a\u{2028}b\u{2029}c\r\nd\re",
    "txt\u{202E}exe.\u{2066}", "a\u{200B}b\u{FEFF}", "\u{FFFE}\u{FFFF}\u{10FFFF}", "=HYPERLINK(\"http://x\")",
    "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "javascript:alert(1)", " JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "//attacker.invalid/x", "\\\\host\\share", "../../etc/passwd",
    "con",
    "%", "_%", "<script src=\"https://attacker.invalid/x.js\"></script>", "<svg onload=alert(1)>",
    "<meta http-equiv=refresh content=\"0;url=https://attacker.invalid/\">", "line\nSet-Cookie: a=b",
    String(repeating: "Ａ", count: 20_000),
  ]

  /// The estate in a store, and what the program said and wrote of it.
  struct Estate: ~Copyable {
    let folder: TemporaryFolder
    let store: String
    /// By the command: what it said on both streams.
    private(set) var said: [String: PeerOutput] = [:]

    private init(in folder: consuming TemporaryFolder) {
      store = folder.file("estate.db").path
      self.folder = folder
    }

    static func made() async throws -> Estate {
      struct Question: Encodable {
        var folder: String
        var payloads: [String]
      }
      struct Written: Decodable {
        var taken, runs: Int
      }
      let folder = try TemporaryFolder()
      let written = try await PythonPeer("attacked_estate.py", modules: ["json"]).answer(
        to: Question(folder: folder.url.path, payloads: AttackedEstateTests.payloads), as: Written.self)
      var estate = Estate(in: folder)
      try await estate.fill(written.taken)
      return estate
    }

    private mutating func fill(_ written: Int) async throws {
      try await run("ingest", "ingest", "--json", folder.file("taken").path)
      let taken = said["ingest"]?.text.matches(of: /"new": ?(\d+)/).compactMap { Int($0.1) }.max() ?? 0
      try #require(taken == written, "\(taken) of \(written): \(said["ingest"]?.text ?? "")")
      try await run("ingest again", "ingest", folder.file("taken").path)
      try await run("map", "ingest", "--map", folder.file("map.yaml").path, folder.file("runs.csv").path)
      try #require(said["map"]?.succeeded == true, "\(said["map"]?.text ?? "")")
      try await run("refused", "ingest", folder.file("refused").path)
    }

    mutating func run(_ name: String, _ arguments: String...) async throws {
      said[name] = try await CloseoutProgram.tool.run(
        arguments + (["verify", "check-ledger", "policy"].contains(arguments[0]) ? [] : ["--store", store]))
    }

    func path(_ name: String) -> String { folder.file(name).path }

    /// The texts of all files below a folder whose names end in one of the ways given, by their paths.
    func texts(_ name: String, _ endings: String...) throws -> [String: String] {
      let root = folder.file(name)
      var texts: [String: String] = [:]
      for path in try FileManager.default.subpathsOfDirectory(atPath: root.path)
      where endings.contains(where: path.hasSuffix) {
        texts[path] = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      }
      return texts
    }
  }

  /// What a terminal or a log would act on, or that a reader would not see.
  static func unseen(_ output: String) -> [String] {
    output.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
        0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF:
        true
      default: false
      }
    }.map { "U+" + String($0.value, radix: 16) }
  }

  @Test(.needs(python: "html5lib"), .needs(.unzip, .chromium))
  func `terminal, CSV, XML, JSON and pages`() async throws {
    var estate = try await Estate.made()
    let out = estate.path("out")
    let hostile = "\u{1B}[31m<b>\u{202E}"
    try await estate.run("summary", "summary", "--as-of", "2026-02-01T00:00:00Z")
    for dimension in ["account", "region", "control", "standard", "requirement", "product", "method", "team"]
    {
      try await estate.run("by \(dimension)", "summary", "--by", dimension, "--as-of", "2026-02-01T00:00:00Z")
    }
    for measure in [
      "findings", "violations_open", "opened", "closed", "claimed", "autofix_attempts", "autofix_not_run",
      "judged",
      "rollbacks", "escalations", "sla",
    ] {
      try await estate.run("explain \(measure)", "explain", measure, "--as-of", "2026-02-01T00:00:00Z")
    }
    try await estate.run("sources", "sources")
    try await estate.run("rejected", "rejected", "list")
    try await estate.run("check-store", "check-store")
    try await estate.run("check-ledger", "check-ledger", estate.path("refused/all.ndjson"))
    try await estate.run("evidence", "evidence", "--all", "--as-of", "2026-02-01T00:00:00Z", "--out", out)
    try await estate.run("verify", "verify", "--verbose", out)
    try await estate.run(
      "population", "population", "--as-of", "2026-02-01T00:00:00Z", "--out", estate.path("list"))
    try await estate.run(
      "report", "report", "--as-of", "2026-02-01T00:00:00Z", "--out", estate.path("list/trends.html"))
    for kind in ["assessment-results", "poam"] {
      for format in ["xml", "json"] {
        try await estate.run(
          "oscal \(kind) \(format)", "oscal", kind, "--format", format, "--as-of", "2026-02-01T00:00:00Z",
          "--out",
          estate.path("list/\(kind).\(format)"))
      }
    }
    // Names that a person might paste.
    try await estate.run("no finding", "evidence", hostile, "--out", out)
    try await estate.run("no control", "evidence", "--control", hostile, "--out", out)
    try await estate.run("no file", "ingest", estate.path(hostile))
    try await estate.run("no package", "verify", estate.path(hostile))
    try await estate.run("no policy", "policy", "check", estate.path(hostile))
    try await estate.run("no measure", "explain", hostile)

    for (command, output) in estate.said where command != "ingest" {
      #expect(String(validating: output.output, as: UTF8.self) != nil, "\(command)")
      let unseen = Set(Self.unseen(output.text) + Self.unseen(output.errorText))
      #expect(unseen.isEmpty, "\(command): \(unseen)")
    }
    for command in ["evidence", "population", "report", "check-store", "summary", "sources"] {
      let said = estate.said[command]
      #expect(said?.succeeded == true, "\(command): \(said?.errorText ?? "")\(said?.text.suffix(400) ?? "")")
    }
    #expect(
      estate.said["verify"]?.text.contains(" 0 do not") == true, "\(estate.said["verify"]?.errorText ?? "")")

    try await documents(estate)
  }

  @Test(.needs(PeerTool("curl")), .needs(python: "html5lib"))
  func `the server's log, whatever is asked for and whatever the files in its folder are called`()
    async throws
  {
    let estate = try await Estate.made()
    let watched = estate.folder.file("watched")
    try FileManager.default.copyItem(at: estate.folder.file("taken/names"), to: watched)
    try FileManager.default.copyItem(
      at: estate.folder.file("refused/all.ndjson"),
      to: watched.appending(path: "\u{1B}]8;;x\u{7}\nall.ndjson"))
    try Data("{\"Findings\":[{\"Id\":".utf8).write(
      to: watched.appending(path: "\u{1B}[7m\nheld\u{202E}.json"))
    let address = "127.0.0.1:\(try FreePort.find())"
    let server = try RunningTool(
      CloseoutProgram.tool,
      [
        "serve", "--verbose", "--store", estate.store, "--web.listen-address", address, "--watch",
        watched.path,
      ])
    _ = try await server.wait(for: "its address") { $0.contains("listening on") ? true : nil }
    for path in [
      "%1b%5b31m%0d%0aSet-Cookie:%20a", "findings/%E2%80%AE%00", "findings?q=%1b%5d8;;x%07",
      "../..//etc/passwd",
    ] {
      // Header fields that the server refuses at once, and none.
      for fields in [["-A", "\u{1B}[31m<script>", "-H", "Referer: \u{202E}x"], []] {
        let asked = try await PeerTool("curl").run(
          ["-s", "--path-as-is"] + fields + ["http://\(address)/\(path)"])
        #expect(asked.succeeded, "\(path): \(asked.errorText)")
      }
    }
    let log = try await server.wait(for: "the folder's files") { text in
      text.contains("rejected") && text.contains("held") ? text : nil
    }
    let unseen = Set(Self.unseen(log))
    #expect(unseen.isEmpty, "\(unseen)")
    #expect(!log.split(separator: "\n").contains { $0.hasPrefix("Set-Cookie") || $0.hasPrefix("held") })
  }

  /// Everything that was written, read as other programs do and opened in a browser.
  private func documents(_ estate: borrowing Estate) async throws {
    for folder in ["out", "list"] {
      let unpacked = try await PeerTool.sh.run(
        ["-c", "for zip in *.zip; do unzip -q \"$zip\"; done"], in: estate.folder.file(folder))
      try #require(unpacked.succeeded, "\(unpacked.errorText)")
    }
    struct Question: Encodable {
      var csv, xml, json, html: [String: String]
    }
    var question = Question(csv: [:], xml: [:], json: [:], html: [:])
    for folder in ["out", "list"] {
      question.csv.merge(try estate.texts(folder, ".csv")) { first, _ in first }
      question.xml.merge(try estate.texts(folder, ".xml")) { first, _ in first }
      question.html.merge(try estate.texts(folder, ".html")) { first, _ in first }
    }
    question.json = try estate.texts("list", ".json", ".jsonl")
    #expect(question.html.count > 80 && question.xml.count > 80, "\(question.html.count) pages")
    #expect(question.csv.count >= 6 && question.json.count >= 4, "\(question.csv.keys.sorted())")
    let harm = try await PythonPeer("inspect_outputs.py", modules: ["html5lib"]).answer(
      to: question, as: [String].self)
    #expect(harm.isEmpty, "\(harm)")

    let names = question.html.keys.sorted()
    var pages = try WatchedPages()
    for name in names { try pages.add(Array((question.html[name] ?? "").utf8)) }
    for (name, seen) in zip(names, try await pages.open()) {
      // The charts are drawings of our own.
      let strange = name == "trends.html" ? seen.filter { $0 != "element svg" } : seen
      #expect(strange.isEmpty, "\(name): \(strange)")
    }
  }
}
