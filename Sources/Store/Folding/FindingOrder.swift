import GRDB
import Queries

/// The findings that belong to a violation, in the order in which they are folded, and how many observations each
/// has: what is to be known before all observations can be sorted.
struct FindingOrder: Sendable {
  struct Entry: Sendable {
    let violation: Int64
    let finding: Int64
    fileprivate(set) var observations = 0
  }

  /// By violation, then finding.
  private(set) var entries: [Entry] = []
  /// The findings by number, and the place of each among the entries.
  private var numbers: [Int64] = []
  private var places: [Int32] = []

  /// Looks at every finding and every observation.
  init(_ database: Database) throws {
    let joined = try Statement(Queries.Folding.joinedFindings, on: database)
    while try joined.step() {
      numbers.append(joined.int(0))
      entries.append(Entry(violation: joined.int(1), finding: joined.int(0)))
    }
    entries.sort { ($0.violation, $0.finding) < ($1.violation, $1.finding) }
    places = [Int32](repeating: 0, count: entries.count)
    for (place, entry) in entries.enumerated() {
      if let index = index(of: entry.finding) { places[index] = Int32(place) }
    }
    let observed = try Statement(Queries.Folding.observedFindings, on: database)
    while try observed.step() {
      if let place = place(of: observed.int(0)) { entries[place].observations += 1 }
    }
  }

  /// Where a finding stands among the entries; nil when it belongs to no violation.
  func place(of finding: Int64) -> Int? {
    index(of: finding).map { Int(places[$0]) }
  }

  /// Where a finding stands by its number: a store numbers them one by one, so that nearly always none is missing.
  private func index(of finding: Int64) -> Int? {
    guard let first = numbers.first, finding >= first else { return nil }
    let (distance, overflow) = finding.subtractingReportingOverflow(first)
    if !overflow, distance < numbers.count, numbers[Int(distance)] == finding { return Int(distance) }
    var range = 0..<numbers.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if numbers[middle] == finding { return middle }
      range = numbers[middle] < finding ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  /// Cuts the entries between the turns of violations into parts with about the same number of observations, as many
  /// for each of several readers.
  ///
  /// - Parameter limit: so many observations a part has at most, but for the rest of a turn.
  func parts(readers: Int, limit: Int) -> [Range<Int>] {
    let total = entries.reduce(0) { $0 + $1.observations }
    let rounds = max(1, (total + readers * limit - 1) / (readers * limit))
    let size = (total + rounds * readers - 1) / (rounds * readers)
    var parts: [Range<Int>] = []
    var (start, count) = (0, 0)
    var turn: Int64?
    for (place, entry) in entries.enumerated() {
      let next = FoldTurn.number(of: entry.violation)
      if next != turn, count >= size {
        parts.append(start..<place)
        (start, count) = (place, 0)
      }
      turn = next
      count += entry.observations
    }
    return start < entries.count ? parts + [start..<entries.count] : parts
  }
}
