import Foundation
import Ingest
import Intake
import Logging
import Remediation
import ServiceLifecycle
import Store
import TestSupport
import Testing

@testable import CloseoutServer

@Suite("--watch")
struct WatchTests {
  @Test("a file is taken when two looks find it the same, once, and again when it changed")
  func looks() {
    var files = WatchedFiles()
    let one = FileMark(number: 1, size: 10, changed: 100)
    let grown = FileMark(number: 1, size: 20, changed: 200)
    #expect(files.look(["a": one]).isEmpty)
    #expect(files.look(["a": grown, "b": one]).isEmpty)
    #expect(files.look(["a": grown, "b": one]) == ["a", "b"])
    // Not taken yet: a run that failed is tried again.
    #expect(files.look(["a": grown, "b": one]) == ["a", "b"])
    files.took(["a"])
    #expect(files.look(["a": grown, "b": one]) == ["b"])
    files.took(["b"])
    #expect(files.look(["a": grown, "b": one]).isEmpty)
    #expect(files.look(["b": grown]).isEmpty)
    #expect(files.look(["b": grown]) == ["b"])
    // A file that went and came back is new.
    #expect(files.look(["a": grown, "b": grown]) == ["b"])
    #expect(files.look(["a": grown, "b": grown]) == ["a", "b"])
  }

  @Test("files are read as they arrive while pages are served, and nothing in them ends the server")
  func arrivals() async throws {
    let folder = try TemporaryFolder()
    let store = try SampleStore.store(in: folder, [])
    let incoming = folder.file("incoming")
    try FileManager.default.createDirectory(at: incoming, withIntermediateDirectories: true)
    let lines = LogKeeper.Lines()
    var watch = ServerConfiguration.Watch(folder: incoming.path, run: IngestRun(now: { SampleStore.now }))
    watch.interval = .milliseconds(50)
    let service = FolderWatch(
      watch, storePath: store.path, logger: Logger(label: "test", factory: { _ in LogKeeper(lines: lines) }))
    let group = ServiceGroup(
      configuration: .init(
        services: [service], logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })))
    let portal = try TestPortal(store)
    func count() async throws -> Int { try await portal.page("/findings").findings.count }
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      guard case .bytes(let bytes, _) = try SampleStore.findings(titled: ["one", "two"]) else { return }
      try folder.write(bytes, to: "incoming/a.json")
      try await Self.eventually { try await count() == 2 }
      // A file of lines that is still being written: its last line waits until it is whole.
      let lineOne = try Self.line("three"), lineTwo = try Self.line("four")
      try folder.write(lineOne + [0x0A] + lineTwo.prefix(40), to: "incoming/b.jsonl")
      try await Self.eventually { try await count() == 3 }
      try folder.write(lineOne + [0x0A] + lineTwo + [0x0A], to: "incoming/b.jsonl")
      try await Self.eventually { try await count() == 4 }
      // Noise of every kind.
      try folder.write([0xFF, 0x00, 0x13], to: "incoming/noise")
      try folder.write("{\"Findings\": [{]}", to: "incoming/sub/broken.json")
      try folder.write([0x1F, 0x8B, 8], to: "incoming/cut.gz")
      try folder.write([], to: "incoming/empty")
      try folder.write(try Self.line("five") + [0x0A], to: "incoming/c.jsonl")
      try await Self.eventually { try await count() == 5 }
      // Taken away, and brought again: nothing new.
      try FileManager.default.removeItem(at: incoming.appending(path: "a.json"))
      try await Task.sleep(for: .milliseconds(200))
      try folder.write(bytes, to: "incoming/a.json")
      try await Self.eventually { lines.all.contains { $0.contains("0 new records, 2 known") } }
      #expect(try await count() == 5)
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
    // What cannot be read was said, once for each file.
    let warnings = lines.all.filter { $0.hasPrefix("warning") || $0.hasPrefix("error") }
    #expect(Set(warnings).count == warnings.count, "\(warnings)")
  }

  @Test("the store may lie in the watched folder")
  func ownStore() async throws {
    let folder = try TemporaryFolder()
    let store = try SampleStore.store(in: folder, [])
    let found = try FolderWatch.files(in: folder.url.path, storePath: store.path)
    #expect(found.isEmpty)
    try folder.write("x", to: "other")
    #expect(try FolderWatch.files(in: folder.url.path, storePath: store.path).count == 1)
    #expect(throws: ServerError.self) {
      try FolderWatch.files(in: folder.file("absent").path, storePath: store.path)
    }
  }

  private static func line(_ title: String) throws -> [UInt8] {
    guard case .bytes(let bytes, _) = try SampleStore.findings(titled: [title]) else { return [] }
    // `{"Findings":[…]}` without its wrapper.
    return Array(bytes.dropFirst(13).dropLast(2))
  }

  private static func eventually(_ condition: () async throws -> Bool) async throws {
    for _ in 0..<600 {
      if try await condition() { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("it did not come about in 30 seconds")
  }
}
