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
  /// Places for elements that nobody has taken; nil for any number.
  private let room: DispatchSemaphore?

  /// - Parameter capacity: how many elements may wait to be taken; nil where something else bounds them.
  public init(capacity: Int? = nil) {
    room = capacity.map { DispatchSemaphore(value: $0) }
  }

  /// Waits while there is no room.
  public func send(_ element: Element) {
    room?.wait()
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
    if element == nil {
      // Pass the news of the end on to the next who waits.
      filled.signal()
    } else {
      room?.signal()
    }
    return element
  }
}
