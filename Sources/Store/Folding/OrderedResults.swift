import Dispatch
import Synchronization

/// Results of parallel work, taken in the order of the work and not of its completion.
public final class OrderedResults<Element: Sendable>: Sendable {
  private let waiting = Mutex<[Int: Element]>([:])
  private let arrived = DispatchSemaphore(value: 0)

  public init() {}

  public func put(_ element: Element, number: Int) {
    waiting.withLock { $0[number] = element }
    arrived.signal()
  }

  /// Waits for the result of that number.
  public func take(_ number: Int) -> Element {
    while true {
      if let element = waiting.withLock({ $0.removeValue(forKey: number) }) { return element }
      arrived.wait()
    }
  }
}
