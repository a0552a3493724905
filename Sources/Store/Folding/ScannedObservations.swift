import GRDB
import Queries
import Remediation

/// The observations of whole parts of the violations, sorted out of the table as it stands.
///
/// Where everything is folded, an index would find each of them at another place of the file. The table is read from
/// its beginning to its end instead, once for each part.
struct ScannedObservations: ~Copyable, ObservationSource {
  private let scan: Statement
  private let order: FindingOrder
  /// The parts of the order that are not begun, the last of them first.
  private var parts: [Range<Int>]
  /// The part that was read last, and the next of its entries.
  private var part = 0..<0
  private var place = 0
  /// The part's observations in the order of its findings, and the next of them.
  private var held: [LoadedObservation?] = []
  private var nextHeld = 0

  /// - Parameters:
  ///   - parts: places among the entries of the order, ascending; none of them divides a violation.
  ///   - order: as it stands in the transaction that the table is read in.
  init(_ database: Database, _ parts: [Range<Int>], of order: FindingOrder) throws {
    scan = try Statement(Queries.Folding.scannedObservations, on: database)
    self.parts = parts.reversed()
    self.order = order
  }

  var upcoming: Int64? {
    let next = place < part.upperBound ? place : parts.last?.lowerBound
    return next.map { order.entries[$0].violation }
  }

  mutating func next() throws -> LoadedViolation? {
    while try place < part.upperBound || readPart() {
      var loaded = LoadedViolation(id: order.entries[place].violation)
      while place < part.upperBound, order.entries[place].violation == loaded.id {
        take(order.entries[place].observations, into: &loaded)
        place += 1
      }
      if !loaded.records.isEmpty { return loaded }
    }
    return nil
  }

  private mutating func take(_ count: Int, into loaded: inout LoadedViolation) {
    loaded.records.reserveCapacity(loaded.records.count + count)
    for index in nextHeld..<nextHeld + count {
      if let observation = held[index] { loaded.add(observation) }
    }
    nextHeld += count
  }

  /// Reads the observations of the next part; false when there is none.
  private mutating func readPart() throws -> Bool {
    guard let part = parts.popLast() else { return false }
    self.part = part
    place = part.lowerBound
    nextHeld = 0
    let entries = order.entries[part]
    // Where the next observation of each finding goes.
    var ends: [Int] = []
    var count = 0
    for entry in entries {
      ends.append(count)
      count += entry.observations
    }
    // Parts are of about the same size: the room of the one before is used again.
    held.removeAll(keepingCapacity: true)
    held.append(contentsOf: repeatElement(nil, count: count))
    // Findings are numbered about as their violations are: this passes over most of the others.
    scan.bind(entries.lazy.map(\.finding).min(), at: 1)
    scan.bind(entries.lazy.map(\.finding).max(), at: 2)
    while try scan.step() {
      guard let place = order.place(of: scan.int(1)), part.contains(place) else { continue }
      let index = place - part.lowerBound
      held[ends[index]] = LoadedObservation(scan)
      ends[index] += 1
    }
    scan.reset()
    return true
  }
}

extension ViolationLoader where Observations == ScannedObservations {
  /// A part has so many observations at most, some 17 MB: as long as it is folded they are in memory.
  static var heldTogether: Int { 100_000 }

  /// Reads what there is of every part that falls to one of several readers.
  init(
    _ database: Database, every readers: Int, from index: Int, of order: FindingOrder,
    limit: Int = heldTogether
  ) throws {
    let all = order.parts(readers: readers, limit: limit)
    let parts = stride(from: index, to: all.count, by: readers).map { all[$0] }
    var entries: LedgerEntries?
    if try Store.has(Queries.Folding.anyEntry, database) {
      try database.execute(sql: Queries.Folding.createTouched)
      let touch = try Statement(Queries.Folding.touchRange, on: database)
      for part in parts {
        touch.bind(order.entries[part.lowerBound].violation, at: 1)
        touch.bind(order.entries[part.upperBound - 1].violation, at: 2)
        try touch.run()
      }
      entries = try LedgerEntries(database, asOf: Instant(milliseconds: .max), before: .max)
    }
    self.init(try ScannedObservations(database, parts, of: order), entries: entries)
  }
}
