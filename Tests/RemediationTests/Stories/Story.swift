import Remediation

/// The records of one violation, written down as a story and folded.
///
/// Instants are written `MM-DD HH:MM` of the year 2025, in UTC.
struct Story {
  var records: [FoldingRecord]
  var findings: Int

  init(@StoryBuilder _ tell: () -> [any StoryRecord]) {
    let told = tell()
    findings = 1 + (told.compactMap { $0.findingIndex }.max() ?? 0)
    records = told.enumerated().map { index, record in
      // Any hash will do; it must only differ from record to record and stay with its record.
      record.foldingRecord(id: Int64(index + 1), hash: UInt64(index + 1) &* 0x9E37_79B9_7F4A_7C15)
    }
  }

  var folded: FoldedViolation { EpisodeFolding.fold(records, findings: findings) }
  /// A line for each episode, such as `06-01 10:00 to 06-02 10:00 verified`; `~` marks an estimate.
  var episodes: [String] { folded.episodes.map(\.line) }
  /// A line for each claim of all episodes.
  var claims: [String] { folded.episodes.flatMap(\.claims).map(\.line) }
}

@resultBuilder
enum StoryBuilder {
  static func buildExpression(_ record: any StoryRecord) -> [any StoryRecord] { [record] }
  static func buildBlock(_ parts: [any StoryRecord]...) -> [any StoryRecord] { parts.flatMap { $0 } }
}

/// What can stand in a story.
protocol StoryRecord {
  var findingIndex: Int? { get }
  func foldingRecord(id: Int64, hash: UInt64) -> FoldingRecord
}

/// An instant of 2025, from `MM-DD HH:MM` or `MM-DD HH:MM:SS`; other texts are whole timestamps.
func at(_ text: String) -> Instant {
  let padded = text.count == 11 ? text + ":00" : text
  guard let instant = Instant(padded.count == 14 ? "2025-\(padded)Z" : padded) else {
    preconditionFailure("a test writes the time \(text)")
  }
  return instant
}

/// The instant as stories write it.
func text(_ instant: Instant) -> String {
  let full = instant.rfc3339
  guard full.hasPrefix("2025-"), full.hasSuffix("Z") else { return full }
  let short = full.dropFirst(5).dropLast().replacing("T", with: " ")
  return short.hasSuffix(":00") ? String(short.dropLast(3)) : String(short)
}

extension Episode {
  var line: String {
    let start = (isOpeningEstimated ? "~" : "") + text(openedAt)
    guard let closedAt, let reason else { return "\(start) \(state)\(defect)" }
    return "\(start) to \(isClosingEstimated ? "~" : "")\(text(closedAt)) \(reason.name)\(defect)"
  }

  private var defect: String { timeDefect.map { " (\($0.name))" } ?? "" }
}

extension Claim {
  var line: String {
    let start = "\(origin) \(text(at)) "
    return switch outcome {
    case .standing: start + "standing"
    case .confirmed(let at): start + "confirmed \(text(at))"
    case .contradicted(let at): start + "contradicted \(text(at))"
    case .withdrawn(let at): start + "withdrawn \(text(at))"
    case .lapsed(let at): start + "lapsed \(text(at))"
    }
  }
}

extension SuppressedSpan {
  var line: String { "\(text(from)) to \(to.map(text) ?? "now") \(reason.name)" }
}
