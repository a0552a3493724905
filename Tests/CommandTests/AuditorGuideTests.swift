import Foundation
import TestSupport
import Testing

@Suite(
  "The auditor's guide does what it says, with nothing but sh, coreutils, openssl and xmllint", .serialized)
struct AuditorGuideTests {
  static let until = "2026-06-30T00:00:00Z"

  /// A demo estate in a store, with a checkpoint kept in the middle, and all packages unpacked.
  struct Audit: ~Copyable {
    let machine: BareMachine
    let work: URL
    let store: String
    let packages: [String]

    /// - Parameters:
    ///   - rewrite: changes a ledger file before it is read: the history of another log.
    ///   - other: a store whose keys are taken, by somebody who has them.
    ///   - withholding: kinds of records that are left out of the packages.
    init(
      rewrite: ((String) -> String)? = nil, keysOf other: String? = nil, withholding: [String] = []
    ) async throws {
      let machine = try BareMachine()
      let work = machine.folder.file("work")
      let demo = machine.folder.file("demo").path
      let store = machine.folder.file("estate.db").path
      func save(_ name: String, _ arguments: String...) async throws {
        let result = try await CloseoutProgram.tool.run(arguments)
        try #require(result.succeeded, "\(arguments): \(result.errorText)")
        try Data(result.output).write(to: work.appending(path: name))
      }
      try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
      try await Self.closeout("demo", "--out", demo, "--findings", "50", "--days", "60", "--until", until)
      if let rewrite { try Self.rewrite(in: demo, rewrite) }
      if let other { try Self.copyKeys(from: other, to: store) }
      try await Self.closeout("ingest", "--store", store, demo + "/ledger")
      if other == nil { try await Self.closeout("key", "init", "--store", store) }
      try await save("OLD", "checkpoint", "--store", store)
      _ = try await CloseoutProgram.run("ingest", "--store", store, demo + "/securityhub")
      let out = machine.folder.file("out")
      try await Self.closeout(
        ["evidence", "--store", store, "--all", "--as-of", until, "--out", out.path]
          + withholding.flatMap { ["--withhold", $0] })
      try await save("GROWN", "consistency", "--store", store, work.appending(path: "OLD").path)
      try await save("KEY.pub", "key", "show", "--pem", "--store", store)
      try await save("LOG.pub", "key", "show", "--pem", "--log", "--store", store)
      let packages = try FileManager.default.contentsOfDirectory(atPath: out.path).sorted()
        .filter { $0.hasSuffix(".zip") }.map { String($0.dropLast(4)) }
      for package in packages {
        let unzip = try await PeerTool.unzip.run(
          ["-q", out.appending(path: package + ".zip").path, "-d", work.path])
        try #require(unzip.succeeded)
      }
      try Data(try AuditorGuide().functions.utf8).write(to: work.appending(path: "log.sh"))
      self.packages = packages
      self.work = work
      self.store = store
      self.machine = machine
    }

    private static func closeout(_ arguments: String...) async throws {
      try await closeout(arguments)
    }

    private static func closeout(_ arguments: [String]) async throws {
      let result = try await CloseoutProgram.tool.run(arguments)
      try #require(result.succeeded, "\(arguments): \(result.errorText)\(result.text)")
    }

    private static func rewrite(in demo: String, _ change: (String) -> String) throws {
      let ledger = URL(filePath: demo).appending(path: "ledger")
      let names = try FileManager.default.contentsOfDirectory(atPath: ledger.path).sorted()
      let file = ledger.appending(path: try #require(names.first { $0.hasPrefix("remediation-") }))
      let text = try String(contentsOf: file, encoding: .utf8)
      try #require(change(text) != text)
      try change(text).write(to: file, atomically: false, encoding: .utf8)
    }

    static func copyKeys(from other: String, to store: String) throws {
      for kind in ["log.key", "log.pub", "package.key", "package.pub"] {
        try FileManager.default.copyItem(
          atPath: String(other.dropLast(2)) + kind, toPath: String(store.dropLast(2)) + kind)
      }
    }

    /// What each step printed, where it is not what the guide says.
    func differences(_ steps: [AuditorGuide.Step]) async throws -> [AuditorGuide.Step] {
      let printed = try await machine.run(steps.map(\.command), in: work)
      return zip(steps, printed).filter { $0.output != $1 }.map { .init(command: $0.command, output: $1) }
    }

    /// A copy of a package, to falsify.
    func copy(_ package: String, to name: String) throws -> URL {
      let copy = work.appending(path: name)
      try? FileManager.default.removeItem(at: copy)
      try FileManager.default.copyItem(at: work.appending(path: package), to: copy)
      return copy
    }
  }

  @Test(.needs(.openssl, .xmllint, .sha256sum, .unzip), .needs(python: "cryptography"))
  func `every package of a demo estate holds, by hand and for an implementation of its own`() async throws {
    let audit = try await Audit()
    let guide = try AuditorGuide()
    #expect(guide.byHand(of: "x").count > 20)
    #expect(audit.packages.count > 40 && audit.packages.contains(guide.package))
    for package in audit.packages {
      let differences = try await audit.differences(guide.byHand(of: package))
      #expect(differences.isEmpty, "\(package): \(differences)")
    }
    let answer = try await Self.recheck(audit.packages.map { audit.work.appending(path: $0).path }, audit)
    #expect(answer.records > 200 && answer.heads >= audit.packages.count && answer.size > answer.records)
    #expect(answer.withheld == 0)

    try await shownOutputs(guide, audit)
  }

  struct Answer: Decodable {
    var records, heads, size, withheld: Int
  }

  /// What an implementation in Python says of packages.
  private static func recheck(_ bags: [String], _ audit: borrowing Audit) async throws -> Answer {
    struct Question: Encodable {
      var bags: [String]
      var packageKey, logKey, old, grown: String
    }
    let work = audit.work
    func text(_ name: String) throws -> String {
      try String(contentsOf: work.appending(path: name), encoding: .utf8)
    }
    return try await PythonPeer("check_packages.py", modules: ["cryptography"]).answer(
      to: Question(
        bags: bags, packageKey: text("KEY.pub"), logKey: text("LOG.pub"), old: text("OLD"),
        grown: text("GROWN")), as: Answer.self)
  }

  @Test(.needs(.openssl, .xmllint, .sha256sum, .unzip), .needs(python: "cryptography"))
  func `packages with withheld records hold by the same commands, and forged ones do not`() async throws {
    let audit = try await Audit(withholding: ["snapshots", "ledger"])
    let guide = try AuditorGuide()
    for package in audit.packages {
      let differences = try await audit.differences(guide.byHand(of: package))
      #expect(differences.count == 1, "\(package): \(differences)")
      #expect(differences.allSatisfy { $0.output.hasPrefix("withheld: data/records/") })
      let script = try await audit.machine.run(["sh \(package)/VERIFY.txt KEY.pub"], in: audit.work)
      #expect(script[0].contains("are withheld: only their hashes are here\n"), "\(script)")
      #expect(script[0].hasSuffix("It does not check what its first lines list.\n"), "\(script)")
    }
    let answer = try await Self.recheck(audit.packages.map { audit.work.appending(path: $0).path }, audit)
    #expect(answer.withheld > 200 && answer.withheld < answer.records)

    let key = URL(filePath: String(audit.store.dropLast(2)) + "package.key")
    let bag = try audit.copy(audit.packages[0], to: "closeout-forged")
    // The leaf of another record, by somebody who has the packages' key.
    let withheld = try FileManager.default.contentsOfDirectory(
      atPath: bag.appending(path: "data/records").path
    ).sorted().filter { $0.hasSuffix(".withheld") }
    let other = try Data(contentsOf: bag.appending(path: "data/records/\(withheld[1])"))
    try other.write(to: bag.appending(path: "data/records/\(withheld[0])"))
    try await Self.sign(bag, key)
    let script = try await audit.machine.run(["sh closeout-forged/VERIFY.txt KEY.pub"], in: audit.work)
    #expect(script[0].contains("FAILED: data/records/\(withheld[0]) is not shown to be in the log"))
    let differences = try await audit.differences(guide.byHand(of: "closeout-forged"))
    #expect(differences.contains { $0.output.hasPrefix("not in the log: ") })
  }

  /// What the guide shows beside the steps by hand was printed by these very commands.
  private func shownOutputs(_ guide: AuditorGuide, _ audit: borrowing Audit) async throws {
    let keys = guide.steps(under: "What you need from the other side, by another road")
    let printed = try await audit.machine.run(keys.map(\.command), in: audit.work)
    // The keys are new in each run: the shape is what is shown.
    for (step, output) in zip(keys, printed) {
      #expect(output.wholeMatch(of: /[0-9a-f]{64}  -\n/) != nil && step.output.count == output.count)
    }
    let script = try await audit.differences(guide.steps(under: "In one step"))
    #expect(script.isEmpty, "\(script)")
    let steps = guide.steps(under: "What a falsified package looks like")
    let enter = AuditorGuide.Step(command: "cd \(guide.package)", output: "")
    let forged = try await audit.machine.run(([enter] + steps).map(\.command), in: audit.work)
    for (step, output) in zip(steps, forged.dropFirst()) { #expect(output == step.output, "\(step.command)") }
  }

  @Test(.needs(.openssl, .xmllint, .sha256sum, .unzip))
  func `a population holds by its script, and its sample can be drawn by hand`() async throws {
    let audit = try await Audit()
    let out = audit.machine.folder.file("population").path
    let sample = audit.machine.folder.file("sample").path
    let made = try await CloseoutProgram.run(
      "population", "--store", audit.store, "--from", "2026-05-01", "--to", "2026-06-01", "--as-of",
      Self.until,
      "--operator", "ada", "--out", out)
    #expect(made.succeeded, "\(made.errorText)")
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: out).first)
    let drawn = try await CloseoutProgram.run(
      "sample", "--store", audit.store, "--population", "\(out)/\(name)", "--size", "7", "--seed", "audit 7",
      "--out", sample)
    #expect(drawn.succeeded && drawn.text.hasPrefix("7 of "), "\(drawn.errorText)")
    _ = try await PeerTool.unzip.run(["-q", "\(out)/\(name)", "-d", audit.work.path])

    let byHand = try AuditorGuide().draw.replacing("SEED", with: "'audit 7'").replacing("-n 25", with: "-n 7")
    let printed = try await audit.machine.run(
      ["sh \(name.dropLast(4))/VERIFY.txt KEY.pub", "cd \(name.dropLast(4))", byHand], in: audit.work)
    #expect(printed[0].hasSuffix("It does not check what its first lines list.\n"), "\(printed)")
    #expect(printed[2] == (try String(contentsOfFile: sample + "/drawn.txt", encoding: .utf8)))
    let verified = try await CloseoutProgram.run(
      "verify", sample, out, "--key", audit.work.appending(path: "KEY.pub").path)
    #expect(verified.succeeded, "\(verified.text)")
  }

  /// The falsifications, and the number of the step that finds it.
  static let forgeries:
    [(name: String, step: Character, forge: @Sendable (URL, URL, URL) async throws -> Void)] = [
      ("a changed record", "1", { bag, _, _ in try append(" ", to: bag, "data/records/0001.json") }),
      ("a changed page", "1", { bag, _, _ in try append("<p>x</p>", to: bag, "data/evidence.html") }),
      ("an added record", "1", { bag, _, _ in try append("{}", to: bag, "data/records/9999.json") }),
      ("an added hidden file", "1", { bag, _, _ in try append("x", to: bag, ".note") }),
      ("a removed record", "1", { bag, _, _ in try remove(bag, "data/records/0001.json") }),
      (
        "a manifest hashed anew", "1",
        { bag, _, _ in
          try append(" ", to: bag, "data/records/0001.json")
          try await rehash(bag)
        }
      ),
      (
        "another package's signature", "1",
        { bag, other, _ in try take("tagmanifest-sha256.txt.sig", other, bag) }
      ),
      (
        "another finding's proof, signed", "3",
        { bag, other, key in
          try take("data/ledger/0001.tlog-proof", other, bag)
          try await sign(bag, key)
        }
      ),
      (
        "a changed record, signed", "3",
        { bag, _, key in
          try append(" ", to: bag, "data/records/0001.json")
          try await sign(bag, key)
        }
      ),
      (
        "an omitted record, signed", "4",
        { bag, _, key in
          try remove(bag, "data/records/0001.json")
          try remove(bag, "data/ledger/0001.tlog-proof")
          let xml = try String(contentsOf: bag.appending(path: "data/evidence.xml"), encoding: .utf8)
          try xml.replacing(/(?m)^  <record number="0001".*\n/, with: "")
            .write(to: bag.appending(path: "data/evidence.xml"), atomically: false, encoding: .utf8)
          try await sign(bag, key)
        }
      ),
      (
        "a changed checkpoint, signed by the packages' key", "2",
        { bag, _, key in
          let file = bag.appending(path: "data/ledger/checkpoint")
          let text = try String(contentsOf: file, encoding: .utf8)
          try text.replacing(/\n[0-9]+\n/, with: "\n9\n").write(to: file, atomically: false, encoding: .utf8)
          try await sign(bag, key)
        }
      ),
    ]

  @Test(.needs(.openssl, .xmllint, .sha256sum, .unzip))
  func `each falsified package is found at the step that is for it`() async throws {
    let audit = try await Audit()
    let guide = try AuditorGuide()
    let key = URL(filePath: String(audit.store.dropLast(2)) + "package.key")
    let other = try #require(audit.packages.first { $0 != guide.package })
    for forgery in Self.forgeries {
      let bag = try audit.copy(guide.package, to: "closeout-forged")
      try await forgery.forge(bag, audit.work.appending(path: other), key)
      let differences = try await audit.differences(guide.byHand(of: "closeout-forged"))
      let first = guide.sessions.first { session in
        session.steps.contains { step in differences.contains { $0.command == step.command } }
      }
      #expect(first?.heading.first == forgery.step, "\(forgery.name): \(differences)")
      let script = try await audit.machine.run(["sh closeout-forged/VERIFY.txt KEY.pub"], in: audit.work)
      #expect(script[0].contains("FAILED:"), "\(forgery.name): \(script)")
    }
    // Whoever rewrites the log has both keys and packages that agree with it in everything.
    let rewrites: [@Sendable (String) -> String] = [
      { $0.replacing("\"succeeded\"", with: "\"failed\"", maxReplacements: 1) },
      { $0.split(separator: "\n").dropFirst().map { $0 + "\n" }.joined() },
    ]
    for rewrite in rewrites {
      let forged = try await Audit(rewrite: rewrite, keysOf: audit.store)
      let consistency = try await CloseoutProgram.run(
        "consistency", "--store", forged.store, audit.work.appending(path: "OLD").path)
      #expect(consistency.status == 1 && consistency.errorText.contains("rewritten"))
      let steps = guide.byHand(of: forged.packages[0])
      #expect(try await forged.differences(steps).isEmpty)
      // The auditor's own checkpoint in the place of the forger's.
      try FileManager.default.removeItem(at: forged.work.appending(path: "OLD"))
      try FileManager.default.copyItem(
        at: audit.work.appending(path: "OLD"), to: forged.work.appending(path: "OLD"))
      let differences = try await forged.differences(steps)
      #expect(differences.map(\.output) == ["the log was rewritten\n"])
    }
  }

  // MARK: How to forge

  private static func append(_ text: String, to bag: URL, _ path: String) throws {
    let file = bag.appending(path: path)
    let before = (try? Data(contentsOf: file)) ?? Data()
    try (before + Data(text.utf8)).write(to: file)
  }

  private static func remove(_ bag: URL, _ path: String) throws {
    try FileManager.default.removeItem(at: bag.appending(path: path))
  }

  private static func take(_ path: String, _ other: URL, _ bag: URL) throws {
    try Data(contentsOf: other.appending(path: path)).write(to: bag.appending(path: path))
  }

  /// Writes both manifests anew, as anybody can.
  private static func rehash(_ bag: URL) async throws {
    let script = """
      find data -type f | LC_ALL=C sort | while read -r f; do sha256sum "$f"; done > m && mv m manifest-sha256.txt
      for f in VERIFY.txt bag-info.txt bagit.txt manifest-sha256.txt; do sha256sum $f; done > m
      mv m tagmanifest-sha256.txt
      """
    try #require(try await PeerTool.sh.run(["-c", script], in: bag).succeeded)
  }

  /// The same by somebody who has the packages' key.
  private static func sign(_ bag: URL, _ key: URL) async throws {
    try await rehash(bag)
    let script = """
      openssl dgst -sha256 -sign '\(key.path)' -out tagmanifest-sha256.txt.sig tagmanifest-sha256.txt
      head -n 3 data/ledger/checkpoint | openssl dgst -sha256 -sign '\(key.path)' -out checkpoint.sig
      """
    try #require(try await PeerTool.sh.run(["-c", script], in: bag).succeeded)
  }
}
