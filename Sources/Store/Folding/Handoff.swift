import Dispatch
import Synchronization

/// Hands values from threads that make them to threads that take them, first in, first out.
public final class Handoff<Element: Sendable>: Sendable {
  private struct State {
    var elements: [Element] = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let filled = DispatchSemaphore(value: 0)

  public init() {}

  /// Never waits: who bounds the number of elements under way does so outside.
  public func send(_ element: Element) {
    state.withLock { $0.elements.append(element) }
    filled.signal()
  }

  /// No more elements come; everyone who waits gets nil.
  public func close() {
    state.withLock { $0.isClosed = true }
    filled.signal()
  }

  /// Waits for the next element; nil when it is closed and empty.
  public func receive() -> Element? {
    filled.wait()
    let element = state.withLock { state -> Element? in
      state.elements.isEmpty ? nil : state.elements.removeFirst()
    }
    // Pass the news of the end on to the next who waits.
    if element == nil { filled.signal() }
    return element
  }
}
