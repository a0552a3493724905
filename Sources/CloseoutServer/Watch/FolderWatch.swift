import Foundation
import Ingest
import Intake
import Logging
import Markup
import ServiceLifecycle
import Store

/// Reads the files of a folder into the store as they arrive, while the server answers.
///
/// It looks again every few seconds: that works on every file system, network shares included. It has a
/// connection to the store of its own, so that pages never wait for it. What it cannot read it says once;
/// what fails for another reason than the files (a full disk, another writer) it tries again.
struct FolderWatch: Service {
  private let watch: ServerConfiguration.Watch
  private let storePath: String
  private let logger: Logger
  private let lane = WorkLane("watch", threads: 1, waiting: 1, limit: nil)
  /// So many files come in one transaction: what arrived early is seen while the rest is read.
  private static let mostFilesAtOnce = 200

  init(_ watch: ServerConfiguration.Watch, storePath: String, logger: Logger) {
    self.watch = watch
    self.storePath = storePath
    self.logger = logger
  }

  func run() async throws {
    await cancelWhenGracefulShutdown { await loop() }
  }

  private func loop() async {
    var files = WatchedFiles()
    var said: String?
    while !Task.isCancelled {
      do {
        let ready = Array(files.look(try await look()).prefix(Self.mostFilesAtOnce))
        if !ready.isEmpty {
          let receipt = try await take(ready)
          files.took(ready)
          report(receipt)
        }
        said = nil
        // More may be waiting than one run takes.
        if ready.count == Self.mostFilesAtOnce { continue }
      } catch is CancellationError {
        return
      } catch {
        let line = terminalSafe("watching \(watch.folder): \(error)")
        if said != line { logger.error("\(line)") }
        said = line
      }
      guard (try? await Task.sleep(for: watch.interval)) != nil else { return }
    }
  }

  private func look() async throws -> [String: FileMark] {
    try await lane.run { [folder = watch.folder, storePath] in
      try Self.files(in: folder, storePath: storePath)
    }
  }

  /// The regular files below a folder, but for hidden ones and the store's own.
  static func files(in folder: String, storePath: String) throws -> [String: FileMark] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw ServerError(.watching, place: folder, "there is no such folder to watch", hint: "make it first")
    }
    // A store that was read as an input would grow by it, and be read again.
    let own = Set(["", "-wal", "-shm", "-journal"].compactMap { FileMark(path: storePath + $0)?.number })
    var found: [String: FileMark] = [:]
    for path in try InputFiles.expand([folder]) {
      if let mark = FileMark(path: path), !own.contains(mark.number) { found[path] = mark }
    }
    return found
  }

  private func take(_ paths: [String]) async throws -> Receipt {
    try await lane.run { [watch, storePath] in
      let store = try Store.open(at: storePath, create: false)
      return try watch.run.run(paths.map { .file(path: $0) }, into: store)
    }
  }

  private func report(_ receipt: Receipt) {
    let total = receipt.total
    let line =
      "read \(receipt.files.count) files: \(total.new) new records, \(total.duplicate) known, "
      + "\(total.rejected) rejected"
    logger.info("\(line)")
    for file in receipt.files {
      if let problem = file.problem {
        let line = terminalSafe("\(file.name): \(problem)")
        logger.warning("\(line)")
      } else if let end = file.heldBack {
        let line = terminalSafe(
          "\(file.name):\(end.line): the last \(end.bytes) bytes are no whole record yet")
        logger.info("\(line)")
      }
    }
  }
}
