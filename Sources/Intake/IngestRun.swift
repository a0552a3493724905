import Compression
import Foundation
public import Ingest
import JSONKit
public import Remediation
public import Store
import TransparencyLog

/// One run of ingest: reads files into a store and gives the receipt.
public struct IngestRun: Sendable {
  /// How far a run is, for a progress bar.
  public struct Progress: Sendable {
    public var file: String
    public var bytes: Int
    public var records: Int
  }

  public var mapping: LedgerMapping?
  /// The text of the mapping file, kept in the store so that its records can be read again.
  public var mappingText: String?
  /// The clock: only receipts and ingestion times depend on it.
  public var now: @Sendable () -> Instant
  /// The policy's rules, which read the new records before the run ends; nil leaves that to the next reader.
  public var rules: PolicyRules?
  public var progress: (@Sendable (Progress) -> Void)?

  public init(
    mapping: LedgerMapping? = nil, mappingText: String? = nil, now: @escaping @Sendable () -> Instant,
    progress: (@Sendable (Progress) -> Void)? = nil
  ) {
    self.mapping = mapping
    self.mappingText = mappingText
    self.now = now
    self.progress = progress
  }

  /// Reads the inputs into the store, folds what they touched, and keeps the receipt.
  public func run(_ inputs: [IngestInput], into store: Store) throws(StoreError) -> Receipt {
    var receipt = Receipt(startedAt: now())
    _ = try store.ingest(startedAt: receipt.startedAt) { session in
      try session.useMapping(mappingText)
      for input in inputs {
        receipt.files.append(try read(input, records: receipt.total.read, into: &session))
      }
      receipt.violationsFolded = try session.fold()
      receipt.chainBreaks = try session.chainBreaks()
      receipt.finishedAt = now()
      try session.finish(
        receipt: receipt.json.text(sortedKeys: true), logged: receipt.logged.text(sortedKeys: true),
        at: receipt.finishedAt)
    }
    try rules?.apply(to: store)
    return receipt
  }

  /// Reads the inputs without a store: the receipt says what would be read and rejected.
  public func dryRun(_ inputs: [IngestInput]) throws -> Receipt {
    var receipt = Receipt(startedAt: now())
    receipt.isDryRun = true
    for input in inputs {
      var file = FileReceipt(name: input.name)
      let reading = ParallelReading(input, mapping: mapping, dictionaries: [:])
      let outcome = try reading.forEach { batch, bytesRead in
        file.note(batch, bytesRead)
        file.counts.new += batch.records.count
      }
      file.note(outcome)
      receipt.files.append(file)
    }
    receipt.finishedAt = now()
    return receipt
  }

  private func read(
    _ input: IngestInput, records: Int, into session: inout IngestSession
  ) throws -> FileReceipt {
    var file = FileReceipt(name: input.name)
    let dictionaries = try learn(from: input, &session)
    try session.beginFile(input.name)
    let reading = ParallelReading(input, mapping: mapping, dictionaries: dictionaries)
    let outcome = try reading.forEach { batch, bytesRead in
      let counts = try session.append(batch)
      file.note(batch, bytesRead)
      file.counts.new += counts.new
      file.counts.duplicate += counts.duplicate
      file.counts.conflicting += counts.conflicting
      progress?(Progress(file: input.name, bytes: file.bytes, records: records + file.counts.read))
    }
    file.note(outcome)
    if case .success(let ended) = outcome, let rejected = ended.rejected {
      _ = try session.append(.rejecting(rejected, of: input))
    }
    let sha256 = try? outcome.get().sha256
    try session.endFile(sha256: sha256, bytes: Int64(file.bytes), problem: file.problem)
    return file
  }

  /// The dictionaries to compress with; the first large input of a kind of source teaches one.
  private func learn(
    from input: IngestInput, _ session: inout IngestSession
  ) throws -> [SourceKind: ZstdDictionary] {
    var known: [SourceKind: ZstdDictionary] = [:]
    for (source, bytes) in try session.dictionaries() {
      if let kind = SourceKind(rawValue: source) { known[kind] = try ZstdDictionary(bytes: bytes) }
    }
    // Standard input cannot be read twice.
    guard known.count < SourceKind.allCases.count, input != .standardInput,
      var splitter = try? RecordSplitter(input, layout: mapping?.layout ?? .json),
      let first = try? splitter.next()
    else { return known }
    var reader = RecordReader(mapping: mapping)
    for (source, dictionary) in DictionaryTraining.train(on: reader.read(first), known: known) {
      try session.addDictionary(dictionary.bytes, id: dictionary.id, source: source.rawValue)
      known[source] = dictionary
    }
    return known
  }
}

extension FileReceipt {
  /// How many rejected records of a file are shown; all are kept in the store.
  private static let mostExamples = 5

  fileprivate mutating func note(_ batch: PreparedBatch, _ bytesRead: Int) {
    bytes += bytesRead
    for rejected in batch.rejected {
      counts.rejectedByReason[rejected.reason, default: 0] += 1
      guard examples.count < Self.mostExamples else { continue }
      examples.append(
        RejectedExample(
          line: rejected.line, path: rejected.path, reason: rejected.reason,
          explanation: rejected.explanation, hint: rejected.hint))
    }
  }

  fileprivate mutating func note(_ outcome: Result<SplitOutcome, InputError>) {
    switch outcome {
    case .success(let outcome):
      bytes = outcome.bytes
      sha256 = Hash256(bytes: outcome.sha256)?.hex
      heldBack = outcome.heldBack.map { HeldBackEnd(line: $0.line, bytes: $0.length) }
      if let rejected = outcome.rejected {
        problem = rejected.explanation
        hint = rejected.hint
        counts.rejectedByReason[rejected.reason.rawValue, default: 0] += 1
      }
    case .failure(let error):
      problem = error.description
    }
  }
}

extension PreparedBatch {
  /// How much of an input that cannot be read is kept to show it.
  private static let shownBytes = 64 << 10

  /// An input that was rejected as one: its beginning, as it lies on disk, is kept.
  fileprivate static func rejecting(_ rejected: RejectedInput, of input: IngestInput) -> PreparedBatch {
    var batch = PreparedBatch()
    var beginning: [UInt8] = []
    switch input {
    case .file(let path):
      if let file = FileHandle(forReadingAtPath: path), let data = try? file.read(upToCount: shownBytes) {
        beginning = Array(data)
      }
    case .bytes(let bytes, _):
      beginning = Array(bytes.prefix(shownBytes))
    case .standardInput:
      break
    }
    batch.rejected.append(
      PreparedRejection(
        bytes: beginning, line: 1, byteOffset: rejected.offset, path: nil, reason: rejected.reason.rawValue,
        explanation: rejected.explanation, hint: rejected.hint))
    return batch
  }
}
