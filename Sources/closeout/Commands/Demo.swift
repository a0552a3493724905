import ArgumentParser
import Demo
import Foundation
import Remediation

/// `closeout demo`: writes a made-up estate.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Write a made-up estate as real systems would have recorded it.",
    discussion: "The same options give the same bytes on every machine.")

  @Option(help: ArgumentHelp("The folder to write into; it is made.", valueName: "folder"))
  var out: String

  @Option(help: "Another seed, another estate.")
  var seed: UInt64 = 1

  @Option(help: "About how many findings.")
  var findings = 2000

  @Option(help: "How many days of history.")
  var days = 180

  @Option(help: ArgumentHelp("The end of the history (RFC 3339).", valueName: "instant"))
  var until = Instant("2026-06-30T00:00:00Z") ?? Instant(milliseconds: 0)

  func validate() throws {
    if findings < 50 || findings > 1_000_000 { throw ValidationError("--findings is 50 to 1,000,000.") }
    if days < 60 || days > 3650 { throw ValidationError("--days is 60 to 3,650.") }
  }

  func run() throws {
    let estate = DemoEstate(seed: seed, findings: findings, days: days, until: until.milliseconds)
    do {
      var count = 0
      var bytes = 0
      try estate.forEachFile { file in
        let target = URL(fileURLWithPath: out).appending(path: file.name)
        try FileManager.default.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: target)
        count += 1
        bytes += file.bytes.count
      }
      Output.say("wrote \(count) files, \(Quantities.bytes(bytes)), to \(out)")
    } catch {
      throw Failure.unable(error)
    }
  }
}
