import Dispatch
import TransparencyLog

/// The newest head of a finding.
struct LastHead: Sendable {
  var leaf: LeafHash
  /// 0 before the finding's first head.
  var sequence: Int
}

/// Hashes the heads of a transaction, some at a time, on a thread of its own.
///
/// It has nothing else to do: while a transaction ends, nobody has work but the writer.
struct HeadHashing {
  /// Some of the touched findings, by their places, and the heads that theirs follow.
  struct Part: Sendable {
    var places: Range<Int>
    var before: [LastHead?]
  }

  private let parts = Handoff<Part>()
  private let hashed = Handoff<Result<[LeafHash], LogError>>()

  init(_ touched: TouchedFindings) {
    let (parts, hashed) = (parts, hashed)
    // Made here: what a thread takes for a moment stays with it.
    let (leaves, starts) = touched.leavesByFinding()
    DispatchQueue(label: "heads").async {
      while let part = parts.receive() {
        hashed.send(
          Result { () throws(LogError) in
            let heads = try zip(part.places, part.before).map { place, before throws(LogError) in
              try HeadEntry(
                finding: touched.findings[place].digest, sequence: (before?.sequence ?? 0) + 1,
                previous: before?.leaf, records: Array(leaves[starts[place]..<starts[place + 1]]))
            }
            return HeadEntry.leafHashes(of: heads)
          })
      }
      hashed.close()
    }
  }

  func begin(_ part: Part) {
    parts.send(part)
  }

  /// The leaves of the heads of the part that was begun first and not taken yet.
  func next() throws -> [LeafHash] {
    try hashed.receive()?.get() ?? []
  }

  /// No more parts come.
  func end() {
    parts.close()
  }
}
