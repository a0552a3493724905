/// The name that a source gives a finding: (`ProductArn`, `Id`) in ASFF.
///
/// `Id` alone is not unique: two products may use the same one. Two identities are equal when their bytes
/// are: Swift's own comparison of text would join what differs in Unicode normalisation.
public struct FindingIdentity: Hashable, Sendable {
  public let productArn: String
  public let id: String

  public init(productArn: String, id: String) {
    self.productArn = productArn
    self.id = id
  }

  /// The bytes that are digested to name the finding in the log: ProductArn, LF, Id.
  public var canonicalBytes: [UInt8] {
    var bytes: [UInt8] = []
    appendCanonicalBytes(to: &bytes)
    return bytes
  }

  /// The same at the end of others.
  public func appendCanonicalBytes(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: productArn.utf8)
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: id.utf8)
  }

  public static func == (left: FindingIdentity, right: FindingIdentity) -> Bool {
    left.id.hasSameBytes(as: right.id) && left.productArn.hasSameBytes(as: right.productArn)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(utf8Of: productArn)
    hasher.combine(utf8Of: id)
  }
}

extension Hasher {
  /// Feeds the bytes of a text and where it ends.
  mutating func combine(utf8Of text: String) {
    var text = text
    text.withUTF8 { combine(bytes: UnsafeRawBufferPointer($0)) }
    combine(0xFF as UInt8)
  }
}
