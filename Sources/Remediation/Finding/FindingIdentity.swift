/// The name that a source gives a finding: (`ProductArn`, `Id`) in ASFF.
///
/// `Id` alone is not unique: two products may use the same one.
public struct FindingIdentity: Hashable, Sendable {
  public let productArn: String
  public let id: String

  public init(productArn: String, id: String) {
    self.productArn = productArn
    self.id = id
  }

  /// The bytes that are digested to name the finding in the log: ProductArn, LF, Id.
  public var canonicalBytes: [UInt8] {
    var bytes = Array(productArn.utf8)
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: id.utf8)
    return bytes
  }
}
