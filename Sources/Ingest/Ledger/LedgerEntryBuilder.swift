import Remediation

/// Where an entry's fields come from: an event of the open format, or any record through a mapping.
protocol LedgerFields {
  /// The text of a field; nil where it is absent, null or empty.
  mutating func text(_ field: LedgerField) throws(Rejection) -> String?
  /// The point in time that a field holds.
  mutating func instant(_ field: LedgerField) throws(Rejection) -> Instant?
  /// The place that a message names for the field.
  func path(_ field: LedgerField) -> String
}

/// Makes entries of fields and checks them: what each type needs, and the closed sets of words.
///
/// Source: `docs/ledger-format.md`.
enum LedgerEntryBuilder {
  static func entry(_ fields: inout some LedgerFields) throws(Rejection) -> LedgerEntry {
    let typeName = try required(.type, &fields)
    guard let type = types[typeName] else {
      throw Rejection(
        reason: .badValue, path: fields.path(.type),
        explanation: "expected a type of the ledger, found \(SafeText.shown(typeName))",
        hint: "docs/ledger-format.md lists the types; they begin with closeout.")
    }
    let source = try required(.source, &fields)
    let id = try required(.id, &fields)
    guard let time = try fields.instant(.time) else { throw missing(.time, fields) }
    var entry = LedgerEntry(source: source, id: id, type: type, time: time, subject: .none)
    entry.subject = try subject(type, &fields)
    entry.correlation = try fields.text(.correlation)
    try readOutcome(&fields, into: &entry)
    try readPeople(&fields, into: &entry)
    return entry
  }

  private static let types = Dictionary(
    uniqueKeysWithValues: LedgerEntryType.allCases.flatMap { [($0.name, $0), ("closeout." + $0.name, $0)] })

  /// The types by both of their names, with the prefix that CloudEvents need and without.
  static let typeNames =
    LedgerEntryType.allCases.map(\.name) + LedgerEntryType.allCases.map { "closeout." + $0.name }

  // MARK: what it is about

  private static func subject(
    _ type: LedgerEntryType, _ fields: inout some LedgerFields
  ) throws(Rejection) -> LedgerSubject {
    if let finding = try fields.text(.subject) {
      return .finding(id: finding, productArn: try fields.text(.productArn))
    }
    guard let control = try fields.text(.control) else { return .none }
    let resource = try text(.resource, else: type == .gateEvaluated ? .address : .resource, &fields)
    guard let resource else { return .none }
    return .resource(control: ControlID.canonical(control), resource: resource)
  }

  // MARK: what was done

  private static func readOutcome(
    _ fields: inout some LedgerFields, into entry: inout LedgerEntry
  ) throws(Rejection) {
    switch entry.type {
    case .decided:
      entry.lane = try word(.lane, LedgerWords.lanes, &fields)
      entry.decision = try requiredWord(.decision, LedgerWords.decisions, &fields)
      entry.reason = try reason(&fields)
    case .attempted:
      entry.attempt = try attempt(try required(.attempt, &fields), &fields)
      entry.actor = try fields.text(.executorID)
      entry.outcome = try outcome(&fields)
      entry.reason = try reason(&fields)
    case .verified:
      entry.attempt = try fields.text(.attempt).map { AttemptFacts(attempt: $0) }
      entry.outcome =
        try requiredWord(.result, LedgerWords.results, &fields) == "passed" ? .succeeded : .failed
      entry.actor = try fields.text(.by)
    case .rolledBack:
      entry.attempt = try fields.text(.attempt).map { AttemptFacts(attempt: $0) }
      entry.attempt?.ended = try fields.instant(.ended)
      entry.trigger = try fields.text(.trigger)
      entry.outcome =
        try requiredWord(.outcome, LedgerWords.rollbackOutcomes, &fields) == "succeeded"
        ? .succeeded : .failed
    case .gateEvaluated:
      entry.gateResult = try requiredWord(.result, LedgerWords.gateResults, &fields)
      entry.expires = try fields.instant(.waiverExpires)
    case .deadLettered, .replayed, .rejected: entry.reason = try fields.text(.error)
    case .escalated, .notified: entry.reason = try reason(&fields)
    default: break
    }
  }

  private static func attempt(
    _ id: String, _ fields: inout some LedgerFields
  ) throws(Rejection) -> AttemptFacts {
    var attempt = AttemptFacts(attempt: id)
    attempt.mode = try word(.mode, LedgerWords.modes, &fields).map { $0 == "enforce" ? .enforce : .dryRun }
    attempt.executor = try word(.executorKind, LedgerWords.executors, &fields)
      .map { $0 == "human" ? .human : .automation }
    attempt.workflow = try fields.text(.workflow)
    attempt.workflowVersion = try fields.text(.workflowVersion)
    attempt.started = try fields.instant(.started)
    attempt.ended = try fields.instant(.ended)
    return attempt
  }

  /// Absent while an attempt is running.
  private static func outcome(_ fields: inout some LedgerFields) throws(Rejection) -> AttemptOutcome? {
    try word(.outcome, LedgerWords.outcomes, &fields).flatMap(AttemptOutcome.init(name:))
  }

  /// A word, or `{code, text}`.
  private static func reason(_ fields: inout some LedgerFields) throws(Rejection) -> String? {
    try text(.reasonCode, else: .reason, &fields)
  }

  // MARK: who did it

  private static func readPeople(
    _ fields: inout some LedgerFields, into entry: inout LedgerEntry
  ) throws(Rejection) {
    switch entry.type {
    case .assigned:
      entry.actor = try fields.text(.owner)
      entry.team = try fields.text(.team)
      entry.ticket = try text(.ticketKey, else: .ticketURL, &fields)
      entry.due = try fields.instant(.due)
    case .triaged:
      entry.verdict =
        verdicts[
          try requiredWord(.verdict, LedgerWords.verdicts, &fields)]
      entry.actor = try fields.text(.claimedBy)
      entry.reviewedBy = try fields.text(.reviewedBy)
    case .escalated, .notified: entry.actor = try fields.text(.to)
    case .exceptionGranted, .exceptionRevoked:
      entry.actor = try fields.text(.approver)
      entry.expires = try fields.instant(.expires)
    case .approvalRequested, .approvalGranted, .approvalDenied: entry.actor = try fields.text(.by)
    default: break
    }
  }

  private static let verdicts: [String: Verdict] = [
    "true-positive": .truePositive, "false-positive": .falsePositive, "benign": .benign,
  ]

  // MARK: checks

  private static func text(
    _ field: LedgerField, else other: LedgerField, _ fields: inout some LedgerFields
  ) throws(Rejection) -> String? {
    if let text = try fields.text(field) { return text }
    return try fields.text(other)
  }

  private static func required(
    _ field: LedgerField, _ fields: inout some LedgerFields
  ) throws(Rejection) -> String {
    guard let text = try fields.text(field) else { throw missing(field, fields) }
    return text
  }

  private static func missing(_ field: LedgerField, _ fields: some LedgerFields) -> Rejection {
    Rejection(
      reason: .missingField, path: fields.path(field), explanation: "expected \(field.name), found none")
  }

  private static func requiredWord(
    _ field: LedgerField, _ words: [String], _ fields: inout some LedgerFields
  ) throws(Rejection) -> String {
    guard let word = try word(field, words, &fields) else { throw missing(field, fields) }
    return word
  }

  private static func word(
    _ field: LedgerField, _ words: [String], _ fields: inout some LedgerFields
  ) throws(Rejection) -> String? {
    guard let text = try fields.text(field) else { return nil }
    guard words.contains(text) else {
      throw Rejection(
        reason: .badValue, path: fields.path(field),
        explanation: "expected \(words.joined(separator: ", ")), found \(SafeText.shown(text))")
    }
    return text
  }
}

/// The closed sets of words of the open format.
enum LedgerWords {
  static let lanes = ["prevent", "repair", "drift-correct", "escalate"]
  static let decisions = ["auto", "approve", "review", "skip"]
  static let modes = ["dry-run", "enforce"]
  static let executors = ["automation", "human"]
  static let outcomes = AttemptOutcome.allCases.map(\.name)
  static let results = ["passed", "failed"]
  static let rollbackOutcomes = ["succeeded", "failed"]
  static let verdicts = ["true-positive", "false-positive", "benign"]
  static let gateResults = ["blocked", "passed", "waived"]
}

extension LedgerField {
  /// The closed set of the field; nil where any text may stand. A result's set depends on the entry's type.
  var words: [String]? {
    switch self {
    case .type: LedgerEntryBuilder.typeNames
    case .lane: LedgerWords.lanes
    case .decision: LedgerWords.decisions
    case .mode: LedgerWords.modes
    case .executorKind: LedgerWords.executors
    case .outcome: LedgerWords.outcomes
    case .result: LedgerWords.results + LedgerWords.gateResults
    case .verdict: LedgerWords.verdicts
    default: nil
    }
  }
}
