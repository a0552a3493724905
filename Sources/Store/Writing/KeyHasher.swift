public import Remediation
import TransparencyLog

/// Makes the hashes by which what records name is found again.
///
/// One for each thread: it gathers what many records name and hashes all of it at once. The memory that texts are put
/// together in is kept, and so are the hashes of the latest descriptions, because thousands of findings share one.
public struct KeyHasher: Sendable {
  /// What was gathered, in the order in which it was gathered.
  public struct Keys {
    public var observations: [ObservationKeys] = []
    public var entries: [EntryKeys] = []
  }

  private struct Known {
    var description: Shared<FindingDescription>
    var key: DescriptionKey
  }

  private struct GatheredObservation {
    var finding: Int
    var violation: Int?
    var description: DescriptionKey?
  }

  private struct GatheredEntry {
    var uid: Int
    var subject: Int?
  }

  /// A fixed number of places, each for the description that came last: memory is bounded.
  private static let places = 1 << 12
  private var known = [Known?](repeating: nil, count: places)
  private var texts: [UInt8] = []
  private var parts: [Range<Int>] = []
  private var observations: [GatheredObservation] = []
  private var entries: [GatheredEntry] = []

  public init() {}

  /// Gathers what an observation names.
  public mutating func gather(_ observation: borrowing Observation) {
    let finding = part { observation.finding.appendCanonicalBytes(to: &$0) }
    let violation = observation.violation.map { key in part { key.appendCanonicalBytes(to: &$0) } }
    let description = observation.description.map { key(of: $0) }
    observations.append(
      GatheredObservation(finding: finding, violation: violation, description: description))
  }

  /// Gathers what a ledger entry names.
  public mutating func gather(_ entry: borrowing LedgerEntry) {
    let uid = part { SubjectHash.append([entry.source, entry.id], to: &$0) }
    let subject: Int? =
      switch entry.subject {
      case .finding(let id, _): part { SubjectHash.append([id], to: &$0) }
      case .resource(let control, let resource):
        part { SubjectHash.append([control, resource], to: &$0) }
      case .none: nil
      }
    entries.append(GatheredEntry(uid: uid, subject: subject))
  }

  /// The keys of all that was gathered since this was last called.
  public mutating func keys() -> Keys {
    let hashes = Hash256.hashes(of: parts, in: texts.span)
    defer {
      texts.removeAll(keepingCapacity: true)
      parts.removeAll(keepingCapacity: true)
      observations.removeAll(keepingCapacity: true)
      entries.removeAll(keepingCapacity: true)
    }
    return Keys(
      observations: observations.map { gathered in
        ObservationKeys(
          finding: hashes[gathered.finding], violation: gathered.violation.map { hashes[$0] },
          description: gathered.description)
      },
      entries: entries.map { gathered in
        EntryKeys(
          uid: Int64(bitPattern: hashes[gathered.uid].prefix),
          subject: gathered.subject.map { Int64(bitPattern: hashes[$0].prefix) })
      })
  }

  /// The number of a part to be hashed: the bytes that `write` appends.
  private mutating func part(_ write: (inout [UInt8]) -> Void) -> Int {
    let start = texts.count
    write(&texts)
    parts.append(start..<texts.count)
    return parts.count - 1
  }

  /// The key of a description, made of its SHA-256.
  private mutating func key(of shared: Shared<FindingDescription>) -> DescriptionKey {
    let place = Int(truncatingIfNeeded: UInt(bitPattern: ObjectIdentifier(shared)) >> 4) & (Self.places - 1)
    if let known = known[place], known.description === shared { return known.key }
    let description = shared.value
    let hash = SubjectHash.hash(
      [
        description.title, description.product, description.generator,
        description.environment ?? "", description.isTrusted ? "1" : "0",
      ] + description.resourceTypes + ["\n"] + description.standards + ["\n"] + description.requirements)
    let key = DescriptionKey(digest: Int64(bitPattern: hash.prefix), hash: hash.short)
    known[place] = Known(description: shared, key: key)
    return key
  }
}
