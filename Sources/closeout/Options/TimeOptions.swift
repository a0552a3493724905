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

/// What had been ingested when.
struct KnownAtOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Use only what had been ingested by then (RFC 3339).", discussion: "Default: everything.",
      valueName: "instant"))
  var knownAt: Instant?
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

  @Option(
    name: .customLong("window"),
    help: ArgumentHelp("Count in this span before as-of (30d), or in a month or week.", valueName: "span"))
  var span: CalendarSpan?

  func window(before asOf: Instant) -> Window {
    switch span {
    case nil: Window(from: begin, to: end)
    case .last(let span): Window(from: asOf.advanced(byMilliseconds: -span.milliseconds), to: asOf)
    case .dates(let first, let next): Window(from: first.start, to: next.start)
    }
  }

  func validate() throws {
    if span != nil, begin != nil || end != nil {
      throw ValidationError("Give either --window, or --from and --to.")
    }
    if let begin, let end, end <= begin {
      throw ValidationError("--to \(end) is not after --from \(begin).")
    }
  }
}

/// A window as people name it: `30d`, `2026-03`, `2026-W10`.
enum CalendarSpan: ExpressibleByArgument {
  case last(TimeSpan)
  /// From the first date up to, and without, the next.
  case dates(CivilDate, CivilDate)

  init?(argument: String) {
    if let span = TimeSpan(argument) {
      self = .last(span)
      return
    }
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, let year = Int(parts[0]) else { return nil }
    if parts[1].first == "W" {
      guard let week = Self.week(year, Int(parts[1].dropFirst()) ?? 0) else { return nil }
      self = week
    } else {
      guard parts[1].count == 2, let month = Int(parts[1]), (1...12).contains(month) else { return nil }
      let first = CivilDate(year: year, month: month, day: 1)
      self = .dates(first, first.firstOfNextMonth)
    }
  }

  /// 4 January lies in the first ISO week of its year.
  private static func week(_ year: Int, _ number: Int) -> CalendarSpan? {
    let first = CivilDate(year: year, month: 1, day: 4).monday
    let monday = CivilDate(daysSinceEpoch: first.daysSinceEpoch + 7 * Int64(number - 1))
    guard number >= 1, monday.weekName.hasPrefix("\(year)-W") else { return nil }
    return .dates(monday, CivilDate(daysSinceEpoch: monday.daysSinceEpoch + 7))
  }
}
