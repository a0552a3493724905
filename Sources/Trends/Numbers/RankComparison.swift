/// Whether one sample tends to lie above another, whatever the shape of both.
///
/// H. B. Mann and D. R. Whitney, *On a Test of Whether One of Two Random Variables Is Stochastically Larger
/// than the Other* (1947), with the normal approximation, equal values at the mean of their ranks, and the
/// variance corrected for them.
enum RankComparison {
  /// How many standard errors the ranks of `later` lie above those that chance would give.
  ///
  /// - Parameters: ascending values.
  /// - Returns: nil when a sample is empty or all values are equal.
  static func shift(of later: [Int64], over earlier: [Int64]) -> Double? {
    guard !later.isEmpty, !earlier.isEmpty else { return nil }
    let (n, m) = (Double(later.count), Double(earlier.count))
    var (i, j, rank) = (0, 0, 0.0)
    var (rankSum, ties) = (0.0, 0.0)
    while i < later.count || j < earlier.count {
      let value =
        i < later.count && (j == earlier.count || later[i] <= earlier[j]) ? later[i] : earlier[j]
      let (i0, j0) = (i, j)
      while i < later.count, later[i] == value { i += 1 }
      while j < earlier.count, earlier[j] == value { j += 1 }
      let equal = Double(i - i0 + j - j0)
      rankSum += Double(i - i0) * (rank + (equal + 1) / 2)
      ties += equal * (equal * equal - 1)
      rank += equal
    }
    let all = n + m
    guard all > 1 else { return nil }
    let variance = n * m / 12 * (all + 1 - ties / (all * (all - 1)))
    guard variance > 0 else { return nil }
    return (rankSum - n * (all + 1) / 2) / variance.squareRoot()
  }
}
