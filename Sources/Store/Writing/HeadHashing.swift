import Dispatch
import TransparencyLog

/// Hashes the heads of a transaction, some at a time, on a thread of its own.
///
/// It has nothing else to do: while a transaction ends, nobody has work but the writer. It is handed heads and keeps
/// nothing: what the writer gathers for the next transaction stays the writer's alone, and is not copied.
struct HeadHashing {
  private let parts = Handoff<[HeadEntry]>()
  private let hashed = Handoff<[LeafHash]>()

  init() {
    let (parts, hashed) = (parts, hashed)
    DispatchQueue(label: "heads").async {
      while let heads = parts.receive() { hashed.send(HeadEntry.leafHashes(of: heads)) }
      hashed.close()
    }
  }

  func begin(_ heads: [HeadEntry]) {
    parts.send(heads)
  }

  /// The leaves of the heads that were begun first and not taken yet.
  func next() -> [LeafHash] {
    hashed.receive() ?? []
  }

  /// No more heads come.
  func end() {
    parts.close()
  }
}
