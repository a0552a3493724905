import Dispatch
import Synchronization

/// Hands values from threads that make them to threads that take them, first in, first out.
final class Channel<Element: Sendable>: Sendable {
  private struct State {
    var elements: [Element] = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let filled = DispatchSemaphore(value: 0)

  /// Never waits: who bounds the number of elements under way does so outside.
  func send(_ element: Element) {
    state.withLock { $0.elements.append(element) }
    filled.signal()
  }

  /// No more elements come; everyone who waits gets nil.
  func close() {
    state.withLock { $0.isClosed = true }
    filled.signal()
  }

  /// Waits for the next element; nil when the channel is closed and empty.
  func receive() -> Element? {
    filled.wait()
    let element = state.withLock { state -> Element? in
      state.elements.isEmpty ? nil : state.elements.removeFirst()
    }
    // Pass the news of the end on to the next who waits.
    if element == nil { filled.signal() }
    return element
  }
}
