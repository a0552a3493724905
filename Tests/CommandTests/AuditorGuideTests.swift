import Foundation
import TestSupport
import Testing

@Suite(
  "The auditor's guide does what it says, with nothing but sh, coreutils, openssl and xmllint", .serialized)
struct AuditorGuideTests {
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
      Audit.until,
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
