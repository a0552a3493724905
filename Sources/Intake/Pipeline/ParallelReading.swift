import Compression
import Dispatch
import Ingest
import Store

/// Reads one input on all cores: one thread cuts it into batches, workers read, hash and compress them,
/// and the caller takes the results in the order of the input.
///
/// At most ``inFlight`` batches exist at a time, few of them still as they lie in the file, so memory does not grow
/// with the input.
struct ParallelReading {
  static let workers = 2
  /// So many that the workers have something to do for most of the time in which a transaction ends and the writer
  /// takes none.
  static let inFlight = 48
  private static let rawAhead = 3

  /// What comes out of the pipeline, in order.
  enum Product: Sendable {
    case batch(Result<PreparedBatch, ZstdError>, bytesRead: Int)
    case end(Result<SplitOutcome, InputError>)
  }

  private let results = OrderedResults<Product>()
  private let slots = DispatchSemaphore(value: inFlight)

  /// Starts reading; the results are taken with ``forEach(_:)``.
  init(_ input: IngestInput, mapping: LedgerMapping?, dictionaries: [SourceKind: ZstdDictionary]) {
    let (results, slots) = (results, slots)
    let raw = Handoff<RawBatch>(capacity: Self.rawAhead)
    // Queues of their own, not the global one: that has a thread for each core, and is a second late with
    // another when all of them wait for each other.
    for number in 0..<Self.workers {
      DispatchQueue(label: "ingest.read.\(number)").async {
        var preparation = Result { () throws(ZstdError) in
          try BatchPreparation(mapping: mapping, dictionaries: dictionaries)
        }
        while let batch = raw.receive() {
          let (number, size) = (batch.number, batch.bytes.count)
          results.put(.batch(preparation.prepare(batch), bytesRead: size), number: number)
        }
      }
    }
    DispatchQueue(label: "ingest.split").async {
      var count = 0
      do throws(InputError) {
        var splitter = try RecordSplitter(input, layout: mapping?.layout ?? .json)
        while let batch = try splitter.next() {
          slots.wait()
          count = batch.number + 1
          raw.send(batch)
        }
        results.put(.end(.success(splitter.outcome)), number: count)
      } catch {
        results.put(.end(.failure(error)), number: count)
      }
      raw.close()
    }
  }

  /// Takes every batch in the order of the input, and returns what became of the input.
  ///
  /// When `body` throws, what is still under way is waited for and thrown away, so that no thread is left.
  func forEach(_ body: (PreparedBatch, _ bytesRead: Int) throws -> Void) throws -> Result<
    SplitOutcome, InputError
  > {
    var failure: (any Error)?
    var number = 0
    while true {
      switch results.take(number) {
      case .batch(let batch, let bytesRead):
        if failure == nil {
          do { try body(batch.get(), bytesRead) } catch { failure = error }
        }
        slots.signal()
        number += 1
      case .end(let outcome):
        if let failure { throw failure }
        return outcome
      }
    }
  }
}

extension Result<BatchPreparation, ZstdError> {
  /// Prepares a batch, or says why this worker never could.
  fileprivate mutating func prepare(_ raw: consuming RawBatch) -> Result<PreparedBatch, ZstdError> {
    switch self {
    case .success(var preparation):
      let prepared: Result<PreparedBatch, ZstdError>
      do throws(ZstdError) {
        prepared = .success(try preparation.prepare(raw))
      } catch {
        prepared = .failure(error)
      }
      self = .success(preparation)
      return prepared
    case .failure(let error):
      return .failure(error)
    }
  }
}
