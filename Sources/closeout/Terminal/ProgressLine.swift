import Foundation
import Synchronization

/// One line on the terminal that is rewritten as work goes on; silent where nobody looks.
final class ProgressLine: Sendable {
  private struct State {
    var shownAt = Date.distantPast
    var isShown = false
  }

  private let state = Mutex(State())
  private let isEnabled = Output.hasTerminal

  /// Shows a text, at most ten times a second.
  func show(_ text: @autoclosure () -> String) {
    guard isEnabled else { return }
    state.withLock { state in
      let now = Date()
      guard now.timeIntervalSince(state.shownAt) >= 0.1 else { return }
      state.shownAt = now
      state.isShown = true
      Output.send(Array("\r\u{1B}[K\(text())".utf8), to: 2)
    }
  }

  /// Takes the line away, so that what follows stands on a clean one.
  func clear() {
    state.withLock { state in
      if state.isShown { Output.send(Array("\r\u{1B}[K".utf8), to: 2) }
      state.isShown = false
    }
  }
}
