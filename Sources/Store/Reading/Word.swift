/// A value of a column in one machine word, so that a million of them can be compared where they lie: a whole
/// number is itself, NULL and the texts of a ``TextNumbers`` are the smallest numbers there are.
public enum Word {
  public static let null = Int64.min

  /// Below it lie NULL and the texts; no instant and no count comes near it.
  @usableFromInline static let firstNumber = Int64.min + 1 << 40

  /// A whole number as it stands in a row.
  @inlinable
  public static func number(_ value: Int64) -> Int64 { max(value, firstNumber) }

  @usableFromInline
  static func text(_ number: Int) -> Int64 { Int64.min + 1 + Int64(number) }

  /// Whether the word is a text: NULL is none.
  @inlinable
  public static func isText(_ word: Int64) -> Bool { word > null && word < firstNumber }
}
