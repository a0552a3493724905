/// All heads of one finding, from its first to its newest, checked link by link.
public struct HeadChain: Sendable, Hashable {
  public let heads: [HeadEntry]

  /// Every record of the finding, in the order of the log.
  public var records: [LeafHash] { heads.flatMap(\.records) }

  /// Checks that the heads are of one finding, complete, and each names the one before.
  ///
  /// What this proves rests on the last head: its inclusion in the log is to be proved too.
  ///
  /// - Throws: `brokenChain` at the first head that does not follow.
  public init(_ heads: [HeadEntry]) throws(LogError) {
    guard let first = heads.first else {
      throw LogError(.brokenChain, in: "heads", "there is none")
    }
    var previous: LeafHash?
    var seen: Set<LeafHash> = []
    for (offset, head) in heads.enumerated() {
      let place = "head \(offset + 1)"
      guard head.finding == first.finding else {
        throw LogError(.brokenChain, in: place, "it is of another finding")
      }
      guard head.sequence == offset + 1 else {
        throw LogError(.brokenChain, in: place, "its sequence is \(head.sequence)")
      }
      guard head.previous == previous else {
        throw LogError(.brokenChain, in: place, "it names another head before it")
      }
      guard head.records.allSatisfy({ seen.insert($0).inserted }) else {
        throw LogError(.brokenChain, in: place, "it names a record that an earlier one has")
      }
      previous = head.leafHash
    }
    self.heads = heads
  }
}
