import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// What `transform` makes of each element, in their order; made on two threads, the caller's one of them.
  func mapInParallel<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
    guard count > 64 else { return map(transform) }
    let middle = count / 2
    let halves = Mutex<[Int: [Result]]>([:])
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      let made = (half == 0 ? self[..<middle] : self[middle...]).map(transform)
      halves.withLock { $0[half] = made }
    }
    return halves.withLock { ($0[0] ?? []) + ($0[1] ?? []) }
  }
}
