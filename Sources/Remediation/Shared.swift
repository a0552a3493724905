/// A value that is handed on many times, or that many hold.
///
/// A reference: to copy an observation would count a dozen references each time, and thousands of findings
/// share one description.
public final class Shared<Value: Sendable & Equatable>: Equatable, Sendable {
  public let value: Value

  @inlinable
  public init(_ value: consuming Value) {
    self.value = value
  }

  /// Lends the value until the body returns: ``value`` hands out a copy, and counts every reference in it.
  @inlinable
  public func lend<Result, Failure: Error>(
    _ body: (borrowing Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(value)
  }

  public static func == (left: Shared, right: Shared) -> Bool {
    left === right || left.value == right.value
  }
}
