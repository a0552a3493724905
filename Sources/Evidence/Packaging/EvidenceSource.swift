import Ingest
import Queries
import Remediation
public import Store
import TransparencyLog

/// What packages of one snapshot share: the log's tree and the reader of records' bytes.
///
/// For use within the snapshot that it was made of, and by one thread.
public struct EvidenceSource: ~Copyable {
  var tree: TreeReader
  private var records: RecordBytes

  public init(_ snapshot: borrowing Snapshot) throws(StoreError) {
    let tree = try snapshot.log()
    let records = try snapshot.recordBytes()
    self.tree = tree
    self.records = records
  }

  /// What a finding is called.
  func identity(of finding: Int64, in snapshot: borrowing Snapshot) throws -> FindingIdentity {
    guard let name = try snapshot.first(Queries.Evidence.findingById, ["finding": .int(finding)]),
      let id = name.text("uid"), let product = name.text("arn")
    else { throw EvidenceError(.unknownFinding, "the store has no finding \(finding)") }
    return FindingIdentity(productArn: product, id: id)
  }

  /// The exact bytes of the record at a position of the log.
  mutating func bytes(at position: Int64) throws(StoreError) -> [UInt8] {
    try records.bytes(at: position)
  }

  /// The records that tell the story of a finding, with their places in the log.
  mutating func timeline(of finding: Int64, in snapshot: borrowing Snapshot) throws -> Timeline {
    var timeline = Timeline(identity: try identity(of: finding, in: snapshot))
    for row in try snapshot.rows(Queries.Evidence.timeline, ["finding": .int(finding)]) {
      guard let position = row.int("position"), let source: SourceKind = row.code("source") else { continue }
      let exact = try records.bytes(at: position)
      let leaf = LeafHash(record: exact)
      guard try tree.leaf(at: Int(position)) == leaf else {
        throw EvidenceError(
          .corruptStore, "the bytes of record \(position) are not those that the log has",
          hint: "closeout check-store")
      }
      timeline.records.append(
        EvidenceRecord(
          bytes: exact, leaf: leaf, source: source, envelopeTime: row.instant("envelope_time"),
          mapping: row.text("mapping")))
      timeline.positions[leaf] = Int(position)
    }
    return timeline
  }

  /// The chain of heads of one finding, as the log has it.
  mutating func heads(of finding: Int64, digest: Hash256, in snapshot: borrowing Snapshot) throws
    -> [PlacedHead]
  {
    var heads: [PlacedHead] = []
    var records: [LeafHash] = []
    for row in try snapshot.rows(Queries.Evidence.heads, ["finding": .int(finding)]) {
      guard let position = row.int("position") else { continue }
      guard let sequence = row.int("sequence") else {
        records.append(try tree.leaf(at: Int(position)))
        continue
      }
      let head = try HeadEntry(
        finding: digest, sequence: Int(sequence), previous: heads.last?.head.leafHash, records: records)
      guard try tree.leaf(at: Int(position)) == head.leafHash else {
        throw EvidenceError(
          .corruptStore, "head \(sequence) of the finding is not the one that the log has",
          hint: "closeout check-store")
      }
      heads.append(PlacedHead(head: head, position: Int(position)))
      records.removeAll()
    }
    return heads
  }

  /// The findings of the violation, by their names.
  func members(of finding: Int64, in snapshot: borrowing Snapshot) throws(StoreError) -> [FindingIdentity:
    Int64]
  {
    var members: [FindingIdentity: Int64] = [:]
    for row in try snapshot.rows(Queries.Evidence.members, ["finding": .int(finding)]) {
      guard let id = row.int("id"), let uid = row.text("uid"), let product = row.text("arn") else { continue }
      members[FindingIdentity(productArn: product, id: uid)] = id
    }
    return members
  }
}

/// A finding's records before anything is concluded from them.
struct Timeline {
  let identity: FindingIdentity
  var records: [EvidenceRecord] = []
  /// Where each record stands in the log.
  var positions: [LeafHash: Int] = [:]
}

/// A head and its place in the log.
struct PlacedHead {
  let head: HeadEntry
  let position: Int
}
