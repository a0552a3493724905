/// Of which ranges of leaves a proof gives the roots, in the order of the proof.
enum ProofRanges {
  /// PATH(m, D[n]) of RFC 6962 §2.1.1, for `index` within `size`.
  static func inclusion(of index: Int, in size: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var (start, end) = (0, size)
    while end - start > 1 {
      let middle = start + split(end - start)
      if index < middle {
        ranges.append(middle..<end)
        end = middle
      } else {
        ranges.append(start..<middle)
        start = middle
      }
    }
    return ranges.reversed()
  }

  /// PROOF(m, D[n]) of RFC 6962 §2.1.2, for `old` within `new`; nothing to prove from an empty tree.
  static func consistency(from old: Int, to new: Int) -> [Range<Int>] {
    guard old > 0 else { return [] }
    var ranges: [Range<Int>] = []
    var (start, end) = (0, new)
    while end > old {
      let middle = start + split(end - start)
      if old <= middle {
        ranges.append(middle..<end)
        end = middle
      } else {
        ranges.append(start..<middle)
        start = middle
      }
    }
    // The old root itself is known to the verifier; a part of the old tree is not.
    if start > 0 { ranges.append(start..<end) }
    return ranges.reversed()
  }

  /// The largest power of two that is less than `count`, for a count of at least 2.
  private static func split(_ count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}
