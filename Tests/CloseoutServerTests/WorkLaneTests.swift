import Foundation
import Synchronization
import Testing

@testable import CloseoutServer

@Suite("Bounded work")
struct WorkLaneTests {
  @Test("results and errors come back")
  func results() async throws {
    let lane = WorkLane("test", threads: 2, waiting: 100, limit: .seconds(60))
    let sum = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<50 { group.addTask { try await lane.run { number } } }
      return try await group.reduce(0, +)
    }
    #expect(sum == 1225)
    await #expect(throws: Refusal.notFound) { try await lane.run { throw Refusal.notFound } }
  }

  @Test("what is too much is refused at once, and there is room again afterwards")
  func full() async throws {
    let lane = WorkLane("test", threads: 1, waiting: 1, limit: .seconds(60))
    let gate = Gate()
    async let first: Void = lane.run { gate.wait() }
    async let second: Void = lane.run { gate.wait() }
    while lane.count < 2 { await Task.yield() }
    await #expect(throws: WorkRefusal.full) { try await lane.run {} }
    gate.open()
    _ = try await (first, second)
    while lane.count > 0 { await Task.yield() }
    #expect(try await lane.run { 1 } == 1)
  }

  @Test("whoever waits too long is told so; the work keeps its place until its end")
  func late() async throws {
    let lane = WorkLane("test", threads: 1, waiting: 0, limit: .milliseconds(50))
    let gate = Gate()
    await #expect(throws: WorkRefusal.late) { try await lane.run { gate.wait() } }
    await #expect(throws: WorkRefusal.full) { try await lane.run {} }
    gate.open()
    while lane.count > 0 { await Task.yield() }
  }

  @Test("work that nobody waits for any more is not begun")
  func abandoned() async throws {
    let lane = WorkLane("test", threads: 1, waiting: 5, limit: .milliseconds(50))
    let gate = Gate()
    let ran = Mutex(false)
    async let first: Void = lane.run { gate.wait() }
    while lane.count < 1 { await Task.yield() }
    await #expect(throws: WorkRefusal.late) { try await lane.run { ran.withLock { $0 = true } } }
    gate.open()
    try? await first
    while lane.count > 0 { await Task.yield() }
    let hasRun = ran.withLock { $0 }
    #expect(!hasRun)
  }

  @Test("a cancelled task is answered at once")
  func cancelled() async throws {
    let lane = WorkLane("test", threads: 1, waiting: 1, limit: nil)
    let gate = Gate()
    let task = Task { try await lane.run { gate.wait() } }
    while lane.count < 1 { await Task.yield() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    gate.open()
  }
}

/// Holds threads back until it is opened.
private final class Gate: Sendable {
  private let isOpen = Mutex(false)

  func open() { isOpen.withLock { $0 = true } }

  func wait() {
    while !isOpen.withLock({ $0 }) { usleep(1000) }
  }
}
