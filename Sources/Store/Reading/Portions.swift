import Synchronization

/// The parts of a work that several threads take one after the other, so that all of them end at about the same time.
public final class Portions: Sendable {
  /// Enough that the last one is short beside the whole.
  public static let count = 32
  private let taken = Atomic(0)

  public init() {}

  /// The number of a part that nobody has taken, from 0; nil where none is left.
  public func next() -> Int? {
    let number = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    return number < Self.count ? number : nil
  }
}
