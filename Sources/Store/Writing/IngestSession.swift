import CMalloc
import GRDB
import Queries
public import Remediation
public import TransparencyLog

/// Writes prepared batches: the one place where records enter the store.
///
/// A transaction is committed whenever ``recordsPerTransaction`` new records came together and at the end
/// of a run; the number is fixed, so that the same files in the same order make the same log.
public struct IngestSession: ~Copyable {
  static let recordsPerTransaction = 200_000
  /// A first load holds so many records and findings in memory at most; then the indexes are made.
  private static let firstLoadRecords = 3_000_000
  private static let firstLoadFindings = FindingDirectory.capacity

  /// What became of the records of a batch.
  public struct Counts: Sendable, Equatable {
    public var new = 0
    public var duplicate = 0
    public var conflicting = 0
  }

  let database: Database
  private let path: String
  private let run: Int64
  /// Where the log ended when the run began.
  let start: Int64
  private var log: LogAppender
  private var records: RecordTable
  private var observations: ObservationTable
  private var entries: EntryTable
  private var rejections: RejectionTable
  private var sources: SourceTable
  private var heads: HeadWriter
  private let insertLogNote: Statement
  private var file: Int64 = 0
  /// The file whose columns were named last.
  private var columnsFile: Int64 = 0
  private var uncommitted = 0
  private var isFirstLoad: Bool
  /// Set during a store's first load.
  private var checkpoint: BackgroundCheckpoint?

  init(_ database: Database, path: String, startedAt: Instant) throws {
    let log = try LogAppender(database)
    let anyRecord = try Statement(Queries.Ingest.anyRecord, on: database)
    let isFirstLoad = try !anyRecord.step()
    anyRecord.reset()
    let records = try RecordTable(database)
    let observations = try ObservationTable(database, isFirstLoad: isFirstLoad)
    let entries = try EntryTable(database, isFirstLoad: isFirstLoad)
    let rejections = try RejectionTable(database)
    let sources = try SourceTable(database)
    let heads = try HeadWriter(database, isFirstLoad: isFirstLoad)
    let insertLogNote = try Statement(Queries.Ingest.insertLogNote, on: database)
    try database.beginTransaction(.immediate)
    let insertRun = try Statement(Queries.Ingest.insertRun, on: database)
    insertRun.bind(startedAt.milliseconds, at: 1)
    try insertRun.run()
    if isFirstLoad {
      try database.execute(sql: Queries.Connection.smallCache)
      if FileSystem.hasTemporaryFolder { try database.execute(sql: Queries.Connection.sortInFile) }
      try database.execute(sql: Queries.Connection.checkpointLater)
      try database.execute(sql: Queries.Ingest.dropIndexes)
    } else {
      // Of a first load that was broken off the rows are there and the indexes are not.
      try Store.createIndexes(database)
    }
    let run = insertRun.lastInsertedRow
    self.database = database
    self.path = path
    self.run = run
    start = Int64(log.size)
    self.log = log
    self.records = records
    self.observations = observations
    self.entries = entries
    self.rejections = rejections
    self.sources = sources
    self.heads = heads
    self.insertLogNote = insertLogNote
    self.isFirstLoad = isFirstLoad
    checkpoint = isFirstLoad ? BackgroundCheckpoint(path: path) : nil
  }

  // MARK: Files

  /// Begins a file; the records that follow come from it.
  public mutating func beginFile(_ name: String) throws {
    try sources.write(file: file)
    let insert = try Statement(Queries.Ingest.insertFile, on: database)
    insert.bind(run, at: 1)
    insert.bind(name, at: 2)
    try insert.run()
    file = insert.lastInsertedRow
  }

  /// Ends the file: its digest and size as it lay on disk, and why it could not be read to its end.
  public func endFile(sha256: [UInt8]?, bytes: Int64, problem: String?) throws {
    let finish = try Statement(Queries.Ingest.finishFile, on: database)
    finish.bind(file, at: 1)
    if let sha256 { finish.bind(sha256, at: 2) }
    finish.bind(bytes, at: 3)
    finish.bind(problem, at: 4)
    try finish.run()
  }

  /// The number of the mapping that the records of the files to come are read with.
  public mutating func useMapping(_ text: String?) throws {
    try records.useMapping(text, database)
  }

  // MARK: Records

  /// Writes a batch; returns what was new and what the store had already.
  public mutating func append(_ batch: PreparedBatch) throws -> Counts {
    var counts = Counts()
    if let columns = batch.columns, columnsFile != file { try name(columns: columns) }
    for index in batch.records.indices {
      try append(batch.records[index], of: batch, &counts)
      guard uncommitted >= Self.recordsPerTransaction else { continue }
      try commit()
      try database.beginTransaction(.immediate)
      if isFirstLoad,
        observations.loadedCount + entries.loadedCount >= Self.firstLoadRecords
          || observations.findingCount >= Self.firstLoadFindings
      {
        letMemoryGo()
        try Store.createIndexes(database)
      }
    }
    for rejection in batch.rejected { try rejections.insert(rejection, file: file) }
    return counts
  }

  private mutating func append(
    _ record: PreparedRecord, of batch: PreparedBatch, _ counts: inout Counts
  ) throws {
    if let position = try position(of: record) {
      counts.duplicate += 1
      sources.countAgain(record)
      try deliverAgain(record, position)
      return
    }
    counts.new += 1
    uncommitted += 1
    sources.count(record)
    let position = log.append(record.leaf)
    try records.insert(record, at: position, file: file, compressed: batch.compressed)
    switch record.content {
    case .observation(let observation, let keys):
      let finding = try observation.lend {
        try observations.insert($0, keys, at: position, leaf: record.leaf, envelope: record.envelopeTime)
      }
      heads.add(record.leaf, finding: finding, digest: keys.finding)
    case .entry(let entry, let keys):
      let isConflicting = try entry.lend { entry in
        var product: Int64?
        if case .finding(_, let arn?) = entry.subject { product = try observations.product(arn) }
        return try entries.insert(entry, keys, at: position, leaf: record.leaf, product: product)
      }
      if isConflicting { counts.conflicting += 1 }
    }
  }

  /// Where the store has the bytes of a record already, read as the same kind; nil when it does not.
  private mutating func position(of record: PreparedRecord) throws -> Int64? {
    switch record.content {
    case .observation(let observation, let keys):
      try observation.lend { try observations.position(of: record.leaf, $0, keys, &log) }
    case .entry: try entries.position(of: record.leaf, &log)
    }
  }

  private mutating func name(columns: String) throws {
    let name = try Statement(Queries.Ingest.nameColumns, on: database)
    name.bind(file, at: 1)
    name.bind(columns, at: 2)
    try name.run()
    columnsFile = file
  }

  private mutating func deliverAgain(_ record: PreparedRecord, _ position: Int64) throws {
    try records.deliver(record, again: position, file: file)
    guard let envelope = record.envelopeTime else { return }
    try records.flushRows()
    try observations.flush()
    try observations.date(position, envelope: envelope)
  }

  // MARK: The end

  /// Appends an entry that is neither record nor head.
  public mutating func note(_ type: EntryType, _ body: [UInt8]) throws {
    let position = log.append(LogEntry(type, body: body).leafHash)
    insertLogNote.bind(position, at: 1)
    insertLogNote.bind(type.rawValue, at: 2)
    insertLogNote.bind(body, at: 3)
    try insertLogNote.run()
  }

  /// Folds what the run brought, and returns how many violations that were.
  public mutating func fold() throws -> Int {
    try commit()
    letMemoryGo()
    let count = try Store.fold(database, path: path)
    checkpoint?.finish()
    checkpoint = nil
    try database.execute(sql: Queries.Connection.pragmas)
    try database.beginTransaction(.immediate)
    return count
  }

  /// Keeps the run's receipt.
  ///
  /// - Parameters:
  ///   - receipt: as the store keeps it.
  ///   - logged: as the log has it.
  public mutating func finish(receipt: String, logged: String, at instant: Instant) throws {
    let finish = try Statement(Queries.Ingest.finishRun, on: database)
    finish.bind(run, at: 1)
    finish.bind(instant.milliseconds, at: 2)
    finish.bind(receipt, at: 3)
    try finish.run()
    try note(.receipt, Array(logged.utf8))
    try commit()
  }

  /// From here on the indexes are asked; what the memory of a first load held is let go before they are made
  /// and everything is folded, which takes memory too. Right after a commit: nothing is gathered.
  private mutating func letMemoryGo() {
    observations.askIndex()
    entries.askIndex()
    heads.askIndex()
    guard isFirstLoad else { return }
    isFirstLoad = false
    // The C library keeps what was let go for the threads that had it, and others take more beside it.
    malloc_trim(0)
  }

  private mutating func commit() throws {
    try records.flush()
    try observations.flush()
    try heads.write(to: &log)
    try log.write(database)
    try sources.write(file: file)
    try database.commit()
    uncommitted = 0
    checkpoint?.committed()
  }
}
