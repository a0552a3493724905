import Compression
import Ingest
import Reports
public import Store
import TransparencyLog
import XMLKit

/// Makes packages, one after the other. For one thread at a time: it keeps the parsed schema and readers.
public struct EvidencePackager: ~Copyable {
  private let policy: EvidencePolicy
  private let producer: String
  private let signer: PackageSigner?
  private let validator: XMLSchemaValidator
  private var reader = RecordRereader()
  private var signed: (root: NodeHash, checkpoint: SignedCheckpoint)?

  /// - Parameters:
  ///   - producer: the tool's name and version: `closeout 1.0`.
  ///   - signer: nil makes packages without signature and without proofs.
  public init(
    policy: EvidencePolicy = .builtIn, producer: String, signer: PackageSigner? = nil
  ) throws(EvidenceError) {
    self.policy = policy
    self.producer = producer
    self.signer = signer
    do {
      validator = try XMLSchemaValidator(parsing: Array(Reports.Evidence.evidence1.utf8))
    } catch {
      throw EvidenceError(.invalidXML, "the schema of evidence does not parse: \(error)")
    }
  }

  /// The package of one finding as of the snapshot's instant.
  public mutating func package(
    findingID: Int64, in snapshot: borrowing Snapshot
  ) throws -> EvidencePackage {
    var source = try EvidenceSource(snapshot)
    return try package(findingID: findingID, in: snapshot, from: &source)
  }

  /// The package of one finding; `source` is shared by the packages of one snapshot.
  public mutating func package(
    findingID: Int64, in snapshot: borrowing Snapshot, from source: inout EvidenceSource
  ) throws -> EvidencePackage {
    let timeline = try source.timeline(of: findingID, in: snapshot)
    let proof = try ProofOfFix(
      of: timeline.identity, records: timeline.records, policy: policy, asOf: snapshot.asOf, reader: &reader)
    var payload = try documents(proof)
    let byLeaf = Dictionary(timeline.records.map { ($0.leaf, $0) }, uniquingKeysWith: { first, _ in first })
    var mappings: Set<Hash256> = []
    for record in proof.records {
      guard let source = byLeaf[record.leaf] else { continue }
      payload.append(BagFile(BagNames.record(record.number), source.bytes))
      if let digest = record.mapping, let text = source.mapping, mappings.insert(digest).inserted {
        payload.append(BagFile(BagNames.mapping(digest), text))
      }
    }
    if let text = policy.text { payload.append(BagFile(BagNames.policy, text)) }
    let checkpoint = try checkpoint(&source)
    var ledger = LedgerFiles(checkpoint: checkpoint, signer: signer)
    try ledger.add(proof.records, timeline.positions, &source)
    try ledger.addHeads(of: proof, findingID, snapshot, &source)
    if let text = policy.text { try ledger.add(policy: text, snapshot, &source) }
    payload += ledger.files
    let bytes = try zip(proof, payload, checkpoint)
    return EvidencePackage(name: EvidencePackage.name(of: timeline.identity), bytes: bytes, proof: proof)
  }

  /// The proof alone, without a package around it.
  mutating func proof(
    of findingID: Int64, in snapshot: borrowing Snapshot, from source: inout EvidenceSource
  ) throws -> ProofOfFix {
    let timeline = try source.timeline(of: findingID, in: snapshot)
    return try ProofOfFix(
      of: timeline.identity, records: timeline.records, policy: policy, asOf: snapshot.asOf, reader: &reader)
  }

  /// The page, the XML and its schema.
  ///
  /// - Throws: `invalidXML` when the XML does not follow the schema.
  private func documents(_ proof: ProofOfFix) throws(EvidenceError) -> [BagFile] {
    let xml = EvidenceXML.write(proof, producer: producer)
    let problems: [XMLProblem]
    do {
      problems = try validator.problems(in: xml)
    } catch {
      throw EvidenceError(.invalidXML, "the XML that was made does not parse: \(error)")
    }
    if let first = problems.first {
      throw EvidenceError(.invalidXML, "the XML that was made does not follow its schema: \(first)")
    }
    return [
      BagFile(BagNames.page, Reports.evidencePage(page: EvidencePage(proof, producer: producer))),
      BagFile(BagNames.xml, xml), BagFile(BagNames.schema, Reports.Evidence.evidence1),
    ]
  }

  /// The checkpoint of the snapshot's log, signed once for all packages of one size of the log.
  private mutating func checkpoint(_ source: inout EvidenceSource) throws -> SignedCheckpoint? {
    guard let signer else { return nil }
    let root = try source.tree.root()
    if let signed, signed.root == root { return signed.checkpoint }
    let checkpoint = try signer.checkpoint(size: source.tree.size, root: root)
    signed = (root, checkpoint)
    return checkpoint
  }

  private func zip(
    _ proof: ProofOfFix, _ payload: [BagFile], _ checkpoint: SignedCheckpoint?
  ) throws -> [UInt8] {
    let bag = Bag(
      folder: EvidencePackage.name(of: proof.subject.identity),
      identifier: "sha256:" + proof.subject.digest.hex,
      description: "Evidence about the remediation of one security finding", asOf: proof.asOf,
      producer: producer, payload: payload)
    let sign = signer.map { signer in { (bytes: [UInt8]) in try signer.package.sign(bytes) } }
    let signatures = checkpoint.map { [BagFile(BagNames.checkpointSignature, $0.detached)] } ?? []
    return try bag.zip(bag.files(sign: sign, signatures: signatures))
  }
}
