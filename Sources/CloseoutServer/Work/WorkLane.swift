import NIOPosix
import Synchronization

/// Why a piece of work gave no result.
enum WorkRefusal: Error, Sendable, Hashable {
  /// Too much was waiting already.
  case full
  /// It was not done in time.
  case late
}

/// A few threads for work that blocks (SQLite, bcrypt, compression), with a bound on what may wait for them.
///
/// Neither the event loops nor Swift's own few threads may block. Work that was begun always runs to its end,
/// and its place is taken until then, however many requests have given up on it: overload stays bounded.
final class WorkLane: Sendable {
  private let pool: NIOThreadPool
  private let outstanding = Mutex(0)
  private let most: Int
  private let limit: Duration?

  /// - Parameters:
  ///   - waiting: how much may wait beside what runs.
  ///   - limit: how long whoever asks waits for a result; nil is for ever.
  init(_ name: String, threads: Int, waiting: Int, limit: Duration?) {
    pool = NIOThreadPool(numberOfThreads: threads)
    pool.start()
    most = threads + waiting
    self.limit = limit
  }

  /// How much runs or waits.
  var count: Int { outstanding.withLock { $0 } }

  deinit {
    pool.shutdownGracefully { _ in }
  }

  /// Runs `work` on a thread of the lane.
  ///
  /// - Throws: ``WorkRefusal``, `CancellationError`, or what `work` throws.
  func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
    let mayEnter = outstanding.withLock { count in
      guard count < most else { return false }
      count += 1
      return true
    }
    guard mayEnter else { throw WorkRefusal.full }
    let answer = Answer<Result>()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        answer.expect(continuation)
        pool.submit { state in
          defer { self.outstanding.withLock { $0 -= 1 } }
          guard state == .active else { return answer.give(.failure(CancellationError())) }
          // Nobody waits any more for what stood in the line for too long.
          guard !answer.isGiven else { return }
          answer.give(Swift.Result { try work() })
        }
        if let limit { answer.giveUp(after: limit) }
      }
    } onCancel: {
      answer.give(.failure(CancellationError()))
    }
  }
}

/// A result that is given once; later ones are dropped.
private final class Answer<Value: Sendable>: Sendable {
  private enum State {
    case unexpected
    case expected(CheckedContinuation<Value, any Error>, timer: Task<Void, Never>?)
    case given(Result<Value, any Error>?)
  }

  private let state = Mutex<State>(.unexpected)

  var isGiven: Bool {
    state.withLock { if case .given = $0 { true } else { false } }
  }

  func expect(_ continuation: CheckedContinuation<Value, any Error>) {
    let early = state.withLock { state -> Result<Value, any Error>? in
      // A cancelled task gives its answer before anybody waits for it.
      if case .given(let early) = state { return early }
      state = .expected(continuation, timer: nil)
      return nil
    }
    if let early { continuation.resume(with: early) }
  }

  func give(_ result: Result<Value, any Error>) {
    let waiting = state.withLock { state -> (CheckedContinuation<Value, any Error>, Task<Void, Never>?)? in
      switch state {
      case .unexpected:
        state = .given(result)
        return nil
      case .expected(let continuation, let timer):
        state = .given(nil)
        return (continuation, timer)
      case .given: return nil
      }
    }
    waiting?.1?.cancel()
    waiting?.0.resume(with: result)
  }

  func giveUp(after limit: Duration) {
    let timer = Task {
      // Cancelled as soon as there is a result.
      guard (try? await Task.sleep(for: limit)) != nil else { return }
      self.give(.failure(WorkRefusal.late))
    }
    let isLate = state.withLock { state in
      guard case .expected(let continuation, _) = state else { return true }
      state = .expected(continuation, timer: timer)
      return false
    }
    if isLate { timer.cancel() }
  }
}
