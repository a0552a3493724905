import Remediation

/// Descriptions that were made before: thousands of findings share one.
///
/// A fixed number of places, each holding the description that came last: memory is bounded, and what is returned
/// never depends on what is held.
struct DescriptionCache: Sendable {
  private static let places = 1 << 12
  private var known = [SharedDescription?](repeating: nil, count: places)

  mutating func shared(_ description: FindingDescription) -> SharedDescription {
    let place = Self.place(of: description)
    if let known = known[place], known.value == description { return known }
    let shared = SharedDescription(description)
    known[place] = shared
    return shared
  }

  /// Narrows the search only.
  private static func place(of description: FindingDescription) -> Int {
    var hash = UInt64(truncatingIfNeeded: description.title.utf8.count)
    for byte in description.generator.utf8 { hash = (hash ^ UInt64(byte)) &* 0x1000_0000_01B3 }
    for byte in (description.environment ?? "").utf8 { hash = (hash ^ UInt64(byte)) &* 0x1000_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (places - 1)
  }
}
