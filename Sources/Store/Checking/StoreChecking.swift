import GRDB
import Queries
import Remediation
import TransparencyLog

/// Reads a whole store, record by record, and notes what does not agree.
///
/// Memory does not grow with the store: one record, one finding's chain or one tile is held at a time.
struct StoreChecking: ~Copyable {
  private(set) var report = StoreCheck()
  private let database: Database
  private let path: String
  private var tree: TreeReader

  init(_ database: Database, path: String) throws {
    self.database = database
    self.path = path
    let size = Int(try Setting.logSize.read(database) ?? 0)
    tree = TreeReader(size: size) { coordinate in try LogAppender.tile(coordinate, database).hashes }
    report.size = size
  }

  // MARK: The log

  mutating func checkLog(_ read: (StoredRecord) throws -> PreparedRecord.Content?) throws {
    try checkCounts()
    try checkTree()
    try checkRecords(read)
    try checkNotes()
    try checkHeads()
  }

  /// Every position has one entry: with the leaves compared below, none can stand twice.
  private mutating func checkCounts() throws {
    let counts = try Statement(Queries.Checking.counts, on: database)
    guard try counts.step() else { return }
    report.records = Int(counts.int(0))
    report.heads = Int(counts.int(1))
    report.notes = Int(counts.int(2))
    let entries = report.records + report.heads + report.notes
    let last = counts.optionalInt(4).map { Int($0) } ?? -1
    if entries != report.size || last != report.size - 1 {
      report.note(
        .tree, "log", "it has \(report.size) leaves, and the store \(entries) entries up to position \(last)")
    }
    if counts.int(3) != counts.int(0) {
      report.note(.records, "log", "\(counts.int(0)) records have the bytes of \(counts.int(3))")
    }
  }

  /// Each record's bytes are hashed, and read again.
  private mutating func checkRecords(_ read: (StoredRecord) throws -> PreparedRecord.Content?) throws {
    var bytes = try RecordBytes(database, path: path)
    let columns = try StoredColumns(database)
    let records = try Statement(Queries.Checking.records, on: database)
    while try records.step() {
      let position = records.int(0)
      do {
        let exact = try bytes.bytes(at: position)
        let leaf = LeafHash(record: exact)
        if try tree.leaf(at: Int(position)) != leaf {
          report.note(.records, "record \(position)", "its bytes have another hash than the log")
        } else if Int64(bitPattern: leaf.prefix) != records.int(1) {
          report.note(.records, "record \(position)", "it is indexed under another hash than its own")
        } else {
          let record = StoredRecord(
            bytes: exact, source: Int(records.int(2)), mapping: records.optionalText(3),
            columns: records.optionalText(5))
          let envelope = records.optionalInt(4).map(Instant.init(milliseconds:))
          try compare(columns, try read(record), at: position, envelope)
        }
      } catch {
        report.note(.records, "record \(position)", "it cannot be read: \(error)")
      }
    }
  }

  private mutating func compare(
    _ columns: borrowing StoredColumns, _ content: PreparedRecord.Content?, at position: Int64,
    _ envelope: Instant?
  ) throws {
    let place = "record \(position)"
    guard let content else {
      report.note(.columns, place, "its reader makes nothing of its bytes")
      return
    }
    guard let differing = try columns.differences(from: content, at: position, envelope: envelope) else {
      report.note(.columns, place, "what was read in it is not there")
      return
    }
    guard !differing.isEmpty else { return }
    report.note(
      .columns, place, "what is stored as its \(differing.joined(separator: ", ")) is not what its bytes say")
  }

  private mutating func checkNotes() throws {
    let notes = try Statement(Queries.Checking.notes, on: database)
    while try notes.step() {
      let place = "entry \(notes.int(0))"
      guard let type = EntryType(rawValue: notes.text(1)) else {
        report.note(.notes, place, "it is of no known type")
        continue
      }
      compare(LogEntry(type, body: notes.blob(2)).leafHash, at: notes.int(0), .notes, place)
    }
  }

  private mutating func checkHeads() throws {
    let findings = try Statement(Queries.Checking.findings, on: database)
    let links = try Statement(Queries.Checking.links, on: database)
    while try findings.step() {
      let finding = FindingIdentity(productArn: findings.text(2), id: findings.text(1))
      let digest = Hash256(sha256: finding.canonicalBytes)
      links.bind(findings.int(0), at: 1)
      var records: [LeafHash] = []
      var previous: LeafHash?
      do {
        while try links.step() {
          guard let sequence = links.optionalInt(1) else {
            records.append(try tree.leaf(at: Int(links.int(0))))
            continue
          }
          let head = try HeadEntry(
            finding: digest, sequence: Int(sequence), previous: previous, records: records)
          let leaf = head.leafHash
          let place = "head \(sequence) of finding \(digest.hex)"
          compare(leaf, at: links.int(0), .heads, place)
          if Hash256(bytes: links.blob(2)) != leaf {
            report.note(.heads, place, "another hash is stored with it than that of what it says")
          }
          previous = leaf
          records.removeAll(keepingCapacity: true)
        }
        if !records.isEmpty {
          report.note(.heads, "finding \(digest.hex)", "\(records.count) of its records are in no head")
        }
      } catch {
        report.note(.heads, "finding \(digest.hex)", "its chain cannot be followed: \(error)")
      }
      links.reset()
    }
  }

  private mutating func compare(
    _ leaf: LeafHash, at position: Int64, _ area: StoreCheck.Area, _ place: String
  ) {
    do {
      if try tree.leaf(at: Int(position)) != leaf {
        report.note(area, place, "it has another hash than the log at \(position)")
      }
    } catch {
      report.note(area, place, "the log has no leaf \(position): \(error)")
    }
  }

  /// Builds the tree anew from its leaves and compares each tile above them.
  private mutating func checkTree() throws {
    var rebuilt = TiledTree()
    do {
      for number in 0..<(report.size + TileCoordinate.width - 1) / TileCoordinate.width {
        let coordinate = TileCoordinate(level: 0, index: number)
        let width = coordinate.width(inTreeOf: report.size)
        rebuilt.append(contentsOf: try LogAppender.tile(coordinate, database).hashes.prefix(width))
        let isLast = rebuilt.size == report.size
        for tile in rebuilt.takeChangedTiles() where tile.coordinate.level > 0 && (tile.isFull || isLast) {
          if try !LogAppender.tile(tile.coordinate, database).hashes.starts(with: tile.hashes) {
            report.note(.tree, "\(tile.coordinate)", "its hashes are not those of the leaves below")
          }
        }
      }
    } catch {
      report.note(.tree, "log", "\(error)")
    }
    report.root = rebuilt.root
  }

  mutating func check(against checkpoints: [Checkpoint]) throws {
    for checkpoint in checkpoints.sorted(by: { $0.size < $1.size }) {
      let place = "checkpoint of \(checkpoint.size) entries"
      report.checkpoints.append(checkpoint.size)
      guard checkpoint.size <= report.size else {
        report.note(.checkpoints, place, "the log has only \(report.size): entries are gone")
        continue
      }
      let database = database
      var then = TreeReader(size: checkpoint.size) { coordinate in
        try LogAppender.tile(coordinate, database).hashes
      }
      do {
        if try then.root() != checkpoint.root {
          report.note(.checkpoints, place, "the log's beginning has another root: it was rewritten")
        }
      } catch {
        report.note(.checkpoints, place, "\(error)")
      }
    }
  }

  // MARK: What follows from the records

  /// Folds everything again beside the tables and compares.
  mutating func checkDerived() throws {
    try database.execute(sql: Queries.Folding.createTouched)
    try database.execute(sql: Queries.Checking.touchAll)
    try database.execute(sql: Queries.AsOf.createTables)
    report.violations = try Store.foldTouched(database, asOf: Instant(milliseconds: .max))
    let differences = try Statement(Queries.Checking.derivedDifferences, on: database)
    while try differences.step() {
      let table = differences.text(0)
      let place = table == "finding_state" ? "finding" : "violation"
      report.note(
        .derived, "\(place) \(differences.int(1))",
        "what is stored as its \(table) is not what its records give")
    }
    try checkMembership()
  }

  /// Each finding belongs to the violation that its latest snapshot names.
  private mutating func checkMembership() throws {
    let findings = try Statement(Queries.Checking.findings, on: database)
    let named = try Statement(Queries.Folding.namedViolations, on: database)
    while try findings.step() {
      let latest = try Store.latestViolation(
        named, finding: findings.int(0), asOf: Instant(milliseconds: .max))
      if let latest, latest != findings.optionalInt(3) {
        report.note(.derived, "finding \(findings.int(0))", "it is joined to another violation than it names")
      }
    }
  }
}
