import Remediation

/// Descriptions that were made before: thousands of findings share one.
///
/// A fixed number of places, each holding the description that came last: memory is bounded, and what is returned
/// never depends on what is held.
struct DescriptionCache: Sendable {
  private static let places = 1 << 12
  private var known = [Shared<FindingDescription>?](repeating: nil, count: places)

  mutating func shared(_ description: FindingDescription) -> Shared<FindingDescription> {
    let place = Self.place(of: description)
    if let known = known[place], known.value == description { return known }
    let shared = Shared(description)
    known[place] = shared
    return shared
  }

  /// Narrows the search only.
  private static func place(of description: FindingDescription) -> Int {
    var hash = hash(description.generator) ^ UInt64(truncatingIfNeeded: description.title.utf8.count)
    if let environment = description.environment { hash ^= Self.hash(environment) &* 31 }
    return Int(truncatingIfNeeded: hash) & (places - 1)
  }

  private static func hash(_ text: String) -> UInt64 {
    text.utf8.withContiguousStorageIfAvailable { UnsafeRawBufferPointer($0).contentHash } ?? 0
  }
}
