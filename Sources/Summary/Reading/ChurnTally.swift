import Measures
import Queries
import Remediation
import Store

/// Adds up which controls come back after which change, episode by episode: the columns of
/// `queries/summary/churn.sql` and the measure recurrence_30d.
struct ChurnTally {
  /// Where the columns are found.
  private struct Places {
    let recurrence, control, workflow, version: Int

    init?(_ rows: PassRows) {
      guard let recurrence = rows.place(of: MeasureName.recurrence30d.rawValue),
        let control = rows.place(of: "churn_control"), let workflow = rows.place(of: "churn_workflow"),
        let version = rows.place(of: "churn_version")
      else { return nil }
      (self.recurrence, self.control, self.workflow, self.version) = (recurrence, control, workflow, version)
    }
  }

  /// Texts by their bytes: as Strings two that differ in Unicode normalisation would be one.
  private struct Key: Hashable {
    var control: Int64
    var workflow: [UInt8]?
    var version: [UInt8]?
  }

  /// The same as the words of one reading.
  private struct Words: Hashable {
    let control, workflow, version: Int64
  }

  private struct Count {
    var followed = 0
    var recurred = 0
  }

  /// How many rows of the list are told.
  private static let limit = 20

  private var counts: [Key: Count] = [:]
  /// What the controls are called.
  private var names: [Int64: String] = [:]

  init() {}

  init(_ snapshot: borrowing Snapshot) throws(StoreError) {
    for row in try snapshot.rows(Queries.Summary.controls) {
      if let id = row.int("id") { names[id] = row.text("uid") }
    }
  }

  /// Adds some rows, all of one reading.
  mutating func add(_ rows: PassRows) {
    guard let places = Places(rows) else { return }
    var followed: [Words: Count] = [:]
    for row in 0..<rows.count {
      let (control, word) = (rows.word(places.control, row), rows.word(places.recurrence, row))
      guard control != Word.null, word != Word.null else { continue }
      let standing = Standing(rawValue: word)
      guard standing.contains(.denominator) else { continue }
      let words = Words(
        control: control, workflow: rows.word(places.workflow, row), version: rows.word(places.version, row))
      followed[words, default: Count()].followed += 1
      if standing.contains(.numerator) { followed[words, default: Count()].recurred += 1 }
    }
    for (words, count) in followed {
      let key = Key(
        control: words.control, workflow: rows.texts.bytes(words.workflow),
        version: rows.texts.bytes(words.version))
      counts[key, default: Count()].followed += count.followed
      counts[key, default: Count()].recurred += count.recurred
    }
  }

  /// Adds what was followed of other episodes.
  mutating func add(_ other: ChurnTally) {
    names.merge(other.names) { own, _ in own }
    counts.merge(other.counts) {
      Count(followed: $0.followed + $1.followed, recurred: $0.recurred + $1.recurred)
    }
  }

  /// The most recurrences first, then by control and workflow.
  var list: [EstateSummary.Churn] {
    counts.filter { $0.value.recurred > 0 }
      .map { key, count in
        EstateSummary.Churn(
          control: names[key.control] ?? "",
          workflow: key.workflow.map { String(decoding: $0, as: UTF8.self) },
          version: key.version.map { String(decoding: $0, as: UTF8.self) },
          recurred: count.recurred, followed: count.followed)
      }
      .sorted(by: Self.isListedBefore).prefix(Self.limit).map(\.self)
  }

  /// In the order of their bytes, what is nil first.
  private static func isListedBefore(_ left: EstateSummary.Churn, _ right: EstateSummary.Churn) -> Bool {
    guard left.recurred == right.recurred else { return left.recurred > right.recurred }
    for (left, right) in [
      (left.control, right.control), (left.workflow, right.workflow), (left.version, right.version),
    ] as [(String?, String?)] {
      guard let left, let right else {
        if left == nil && right == nil { continue }
        return left == nil
      }
      if !left.hasSameBytes(as: right) { return left.utf8.lexicographicallyPrecedes(right.utf8) }
    }
    return false
  }
}
