/// What a snapshot says about a finding besides its state; the latest snapshot's is shown.
public struct FindingDescription: Equatable, Sendable {
  public var title = ""
  public var product = ""
  public var generator = ""
  public var resourceTypes: [String] = []
  /// Standards that the control belongs to, as the source names them.
  public var standards: [String] = []
  public var requirements: [String] = []
  public var environment: String?
  /// False when the sender may not speak for the product that it names (`product/<account>/default`
  /// claiming to be a Security Hub control): kept out of control metrics.
  public var isTrusted = true

  public init() {}

  /// Bytes are compared: Swift's own comparison of text would join what differs in Unicode normalisation.
  public static func == (left: FindingDescription, right: FindingDescription) -> Bool {
    left.title.hasSameBytes(as: right.title) && left.generator.hasSameBytes(as: right.generator)
      && left.product.hasSameBytes(as: right.product) && left.isTrusted == right.isTrusted
      && (left.environment == nil) == (right.environment == nil)
      && (left.environment ?? "").hasSameBytes(as: right.environment ?? "")
      && left.resourceTypes.hasBytes(of: right.resourceTypes) && left.standards.hasBytes(of: right.standards)
      && left.requirements.hasBytes(of: right.requirements)
  }
}

extension [String] {
  fileprivate func hasBytes(of other: [String]) -> Bool {
    // Lists that were read from equal bytes are mostly the same object.
    let isOne = withUnsafeBufferPointer { mine in
      other.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress && mine.count == $0.count }
    }
    return isOne || elementsEqual(other) { $0.hasSameBytes(as: $1) }
  }
}
