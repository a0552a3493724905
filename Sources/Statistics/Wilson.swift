/// The score interval for a proportion.
///
/// E. B. Wilson, *Probable Inference, the Law of Succession, and Statistical Inference* (1927), without
/// continuity correction. Unlike the textbook p ± z·s it stays within 0…1 and is honest for small counts.
public enum Wilson {
  /// The interval for `successes` out of `total`.
  ///
  /// - Parameter z: the normal quantile; ``Normal/z95`` gives 95 %.
  /// - Returns: nil when nothing was counted (`total` 0), or `successes` is not within 0…`total`.
  public static func interval(successes: Int, of total: Int, z: Double = Normal.z95) -> Bounds? {
    guard total > 0, (0...total).contains(successes) else { return nil }
    let n = Double(total)
    let share = Double(successes) / n
    let scale = 1 + z * z / n
    let centre = (share + z * z / (2 * n)) / scale
    let margin = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot() / scale
    // At both ends the bound is exact; rounding would leave it a hair beside 0 or 1.
    return Bounds(
      lower: successes == 0 ? 0 : max(0, centre - margin),
      upper: successes == total ? 1 : min(1, centre + margin))
  }
}
