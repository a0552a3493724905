/// Constants of the standard normal distribution.
public enum Normal {
  /// The 0.975 quantile: the half-width, in standard errors, of a two-sided 95 % interval.
  public static let z95 = 1.959963984540054
}
