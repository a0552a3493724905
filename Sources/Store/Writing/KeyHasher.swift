public import Remediation
import TransparencyLog

/// Makes the hashes by which what records name is found again.
///
/// One for each thread, used for record after record: the memory that texts are put together in is kept, and so are
/// the hashes of the latest descriptions, because thousands of findings share one.
public struct KeyHasher: Sendable {
  private struct Known {
    var description: FindingDescription
    var key: DescriptionKey
  }

  /// A fixed number of places, each for the description that came last: memory is bounded.
  private static let places = 1 << 10
  private var known = [Known?](repeating: nil, count: places)
  private var scratch: [UInt8] = []

  public init() {}

  /// The SHA-256 of the bytes that `write` appends.
  mutating func hash(_ write: (inout [UInt8]) -> Void) -> Hash256 {
    scratch.removeAll(keepingCapacity: true)
    write(&scratch)
    return Hash256(sha256: scratch.span)
  }

  /// The key of a description, made of its SHA-256.
  public mutating func key(of description: FindingDescription) -> DescriptionKey {
    let place = Self.place(of: description)
    if let known = known[place], known.description.isSame(as: description) { return known.key }
    let hash = SubjectHash.hash(
      [
        description.title, description.product, description.generator,
        description.environment ?? "", description.isTrusted ? "1" : "0",
      ] + description.resourceTypes + ["\n"] + description.standards + ["\n"] + description.requirements)
    let key = DescriptionKey(digest: Int64(bitPattern: hash.prefix), hash: hash.short)
    known[place] = Known(description: description, key: key)
    return key
  }

  /// Narrows the search only.
  private static func place(of description: FindingDescription) -> Int {
    var hash: UInt64 = UInt64(truncatingIfNeeded: description.title.utf8.count)
    for byte in description.generator.utf8 { hash = (hash ^ UInt64(byte)) &* 0x1000_0000_01B3 }
    for byte in (description.environment ?? "").utf8 { hash = (hash ^ UInt64(byte)) &* 0x1000_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (places - 1)
  }
}

extension FindingDescription {
  /// Whether the two are alike but for the account's name.
  ///
  /// Bytes are compared: Swift's own comparison of text would join what differs in Unicode normalisation.
  fileprivate func isSame(as other: FindingDescription) -> Bool {
    title.hasSameBytes(as: other.title) && generator.hasSameBytes(as: other.generator)
      && product.hasSameBytes(as: other.product) && isTrusted == other.isTrusted
      && (environment == nil) == (other.environment == nil)
      && (environment ?? "").hasSameBytes(as: other.environment ?? "")
      && resourceTypes.hasBytes(of: other.resourceTypes) && standards.hasBytes(of: other.standards)
      && requirements.hasBytes(of: other.requirements)
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
