/// The generated code of this target's templates extends this type.
public enum ReportsTests {}

/// A page that shows one value in every place where data can stand.
public struct Probe: Sendable {
  public var value: String
  public var number = 1.5

  init(_ value: String) {
    self.value = value
  }
}
