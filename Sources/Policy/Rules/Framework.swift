/// A framework of requirements, and which controls speak for each.
public struct Framework: Sendable, Hashable {
  public var name: String
  /// The requirements that each control speaks for.
  public var controls: [String: [String]]

  public init(name: String, controls: [String: [String]]) {
    self.name = name
    self.controls = controls
  }
}
