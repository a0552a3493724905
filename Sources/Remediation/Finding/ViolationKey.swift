/// What is really wrong: one control broken by one set of resources in one place.
///
/// Several findings may show the same violation: the same check in several standards, or a new
/// finding Id after the resource broke again. Metrics count violations.
public struct ViolationKey: Hashable, Sendable {
  /// `aws`, `aws-us-gov`, `aws-cn`.
  public let partition: String
  /// Twelve digits as a rule; masked and short ones occur and are kept as text.
  public let account: String
  public let region: String
  /// The control's id; for findings that are no check: generator, types and CVE joined.
  public let control: String
  /// Resource ids, sorted, without repeats.
  public let resources: [String]

  public init(partition: String, account: String, region: String, control: String, resources: [String]) {
    self.partition = partition
    self.account = account
    self.region = region
    self.control = control
    self.resources = resources.count < 2 ? resources : Self.sortedWithoutRepeats(resources)
  }

  /// In the order of their bytes, and equal only where all bytes are.
  private static func sortedWithoutRepeats(_ texts: [String]) -> [String] {
    var kept: [String] = []
    for text in texts.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      if let last = kept.last, last.utf8.elementsEqual(text.utf8) { continue }
      kept.append(text)
    }
    return kept
  }

  /// The bytes that are digested to find the violation again: five parts, each preceded by its length,
  /// so that no part's content can move a border.
  public var canonicalBytes: [UInt8] {
    var bytes: [UInt8] = []
    appendCanonicalBytes(to: &bytes)
    return bytes
  }

  /// The same at the end of others.
  public func appendCanonicalBytes(to bytes: inout [UInt8]) {
    bytes.append(lengthPrefixed: partition)
    bytes.append(lengthPrefixed: account)
    bytes.append(lengthPrefixed: region)
    bytes.append(lengthPrefixed: control)
    for resource in resources { bytes.append(lengthPrefixed: resource) }
  }

  public static func == (left: ViolationKey, right: ViolationKey) -> Bool {
    left.control.hasSameBytes(as: right.control) && left.account.hasSameBytes(as: right.account)
      && left.region.hasSameBytes(as: right.region) && left.partition.hasSameBytes(as: right.partition)
      && left.resources.elementsEqual(right.resources) { $0.hasSameBytes(as: $1) }
  }

  public func hash(into hasher: inout Hasher) {
    for part in parts { hasher.combine(utf8Of: part) }
  }

  private var parts: [String] { [partition, account, region, control] + resources }
}

extension [UInt8] {
  fileprivate mutating func append(lengthPrefixed text: String) {
    append(decimal: text.utf8.count)
    append(UInt8(ascii: ":"))
    append(contentsOf: text.utf8)
    append(UInt8(ascii: "\n"))
  }

  private mutating func append(decimal number: Int) {
    if number > 9 { append(decimal: number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
