public import ArgumentParser
public import Remediation
import Store

extension Instant: ExpressibleByArgument {
  /// Reads RFC 3339; a bare date is midnight UTC.
  public init?(argument: String) {
    guard let instant = Instant(argument) ?? Instant(argument + "T00:00:00Z") else { return nil }
    self = instant
  }
}

/// The instant that a command computes for.
struct AsOfOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Compute everything as it stood then (RFC 3339).", discussion: "Default: now.", valueName: "instant"))
  var asOf: Instant?

  var instant: Instant { asOf ?? Clock.now() }
}

/// The window that measures count in.
struct WindowOptions: ParsableArguments {
  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("Count from this instant on (RFC 3339).", valueName: "instant"))
  var begin: Instant?

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("Count up to, and without, this instant.", valueName: "instant"))
  var end: Instant?

  var window: Window { Window(from: begin, to: end) }

  func validate() throws {
    if let begin, let end, end <= begin {
      throw ValidationError("--to \(end) is not after --from \(begin).")
    }
  }
}
