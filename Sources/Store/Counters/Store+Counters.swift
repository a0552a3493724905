import GRDB
import JSONKit
import Queries

extension Snapshot {
  /// What counters have shown so far, as every exporter of this store has kept it.
  public func counted() throws(StoreError) -> [CountedName: Counted] {
    var found: [CountedName: Counted] = [:]
    for row in try rows(Queries.Counters.counted) {
      guard let family = row.text("family"), let text = row.text("labels"), let part = row.text("part"),
        let labels = (try? JSONValue.parse(text))?.array?.compactMap(\.string)
      else { throw StoreError(.corrupt, path: path, reason: "a counter has no name") }
      found[CountedName(family, labels, part: part)] = Counted(
        total: row.double("total") ?? 0, retracted: row.double("retracted") ?? 0)
    }
    return found
  }
}

extension Store {
  /// Keeps what counters have shown, so that no later exporter shows less.
  ///
  /// - Returns: false when another process is writing: whoever shows them has to remember and try again.
  public func keep(_ counts: [CountedName: Counted]) throws(StoreError) -> Bool {
    guard !counts.isEmpty else { return true }
    do {
      try writeWithoutWaiting { database in
        let keep = try Statement(Queries.Counters.keep, on: database)
        try database.inTransaction(.immediate) {
          for (name, counted) in counts {
            keep.bind(name.family, at: 1)
            keep.bind(JSONValue.array(name.labels.map(JSONValue.string)).text(), at: 2)
            keep.bind(name.part, at: 3)
            keep.bind(counted.total, at: 4)
            keep.bind(counted.retracted, at: 5)
            try keep.run()
          }
          return .commit
        }
      }
      return true
    } catch  where error.code == .busy {
      return false
    }
  }

  /// Counts what stands in no record.
  ///
  /// - Parameter waiting: whether another process that writes is waited for.
  /// - Returns: false when nothing was counted, because another process is writing.
  @discardableResult
  public func count(_ occurrences: [Occurrence: Int], waiting: Bool = true) throws(StoreError) -> Bool {
    guard !occurrences.isEmpty else { return true }
    func add(_ database: Database) throws {
      let add = try Statement(Queries.Counters.add, on: database)
      try database.inTransaction(.immediate) {
        for (occurrence, count) in occurrences {
          add.bind(occurrence.rawValue, at: 1)
          add.bind(Double(count), at: 2)
          try add.run()
        }
        return .commit
      }
    }
    guard !waiting else {
      try write(add)
      return true
    }
    do {
      try writeWithoutWaiting(add)
      return true
    } catch  where error.code == .busy {
      return false
    }
  }

  /// Runs `body` on the writing connection; where another process writes, that is an error at once.
  private func writeWithoutWaiting(_ body: (Database) throws -> Void) throws(StoreError) {
    try write { database in
      try database.execute(sql: Queries.Connection.noWait)
      defer { try? database.execute(sql: Queries.Connection.wait) }
      try body(database)
    }
  }
}
