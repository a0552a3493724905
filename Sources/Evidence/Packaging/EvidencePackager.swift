import Compression
import Remediation
import Reports
public import Store
import TransparencyLog
import XMLKit

/// Makes packages, one after the other. For one thread at a time: it keeps the parsed schema and readers.
public struct EvidencePackager: ~Copyable {
  private let policy: EvidencePolicy
  private let producer: String
  private let signer: PackageSigner?
  private let withholding: Withholding
  private let validator: XMLSchemaValidator
  /// The schema, and the policy's text where it has one.
  private let shared: (schema: BagFile, policy: BagFile?)
  private var writer: BagWriter
  private var reader = RecordRereader()

  /// - Parameters:
  ///   - producer: the tool's name and version: `closeout 1.0`.
  ///   - signer: nil makes packages without signature and without proofs.
  ///   - withholding: the records whose bytes are left out.
  public init(
    policy: EvidencePolicy = .builtIn, producer: String, signer: PackageSigner? = nil,
    withholding: Withholding = .nothing
  ) throws(EvidenceError) {
    let schema = BagFile(BagNames.schema, Reports.Evidence.evidence1)
    let validator = try Self.validator(of: schema)
    do {
      // What a higher level saves of one package is not worth its time: docs/decisions/0015.
      let writer = try BagWriter(level: 1)
      var deflater = try Deflater(level: BagFile.sharedLevel)
      let text = policy.text.map { BagFile(BagNames.policy, $0).packed(by: &deflater) }
      shared = (schema.packed(by: &deflater), text)
      self.writer = writer
    } catch {
      throw EvidenceError(.failed, "no memory for a compressor: \(error)")
    }
    self.validator = validator
    self.policy = policy
    self.producer = producer
    self.signer = signer
    self.withholding = withholding
  }

  private static func validator(of schema: BagFile) throws(EvidenceError) -> XMLSchemaValidator {
    do {
      return try XMLSchemaValidator(parsing: schema.bytes)
    } catch {
      throw EvidenceError(.invalidXML, "the schema of evidence does not parse: \(error)")
    }
  }

  /// The package of one finding as of the snapshot's instant; of many findings, ``PackageSeries`` makes them.
  public mutating func package(
    findingID: Int64, in snapshot: borrowing Snapshot
  ) throws -> EvidencePackage {
    var source = try EvidenceSource(snapshot, signer: signer, policy: policy)
    return try package(of: source.material(of: findingID, in: snapshot), asOf: snapshot.asOf)
  }

  /// The package that follows from what was read of a finding.
  mutating func package(of material: EvidenceMaterial, asOf: Instant) throws -> EvidencePackage {
    let proof = try proof(of: material, asOf: asOf)
    var payload = try documents(proof)
    payload += records(of: proof, material)
    if let policy = shared.policy { payload.append(policy) }
    payload += LedgerFiles(of: proof, material).files
    let bytes = try zip(proof, payload, material.seal?.signature)
    return EvidencePackage(name: EvidencePackage.name(of: material.identity), bytes: bytes, proof: proof)
  }

  /// The proof alone, without a package around it.
  mutating func proof(of material: EvidenceMaterial, asOf: Instant) throws(EvidenceError) -> ProofOfFix {
    try ProofOfFix(
      of: material.identity, records: material.records, policy: policy, asOf: asOf,
      withholding: withholding, reader: &reader)
  }

  /// The bytes of the records, or their leaves where they are withheld, and the mappings of those that are here.
  private func records(of proof: ProofOfFix, _ material: EvidenceMaterial) -> [BagFile] {
    let byLeaf = Dictionary(material.records.map { ($0.leaf, $0) }, uniquingKeysWith: { first, _ in first })
    var files: [BagFile] = []
    var mappings: Set<Hash256> = []
    for record in proof.records {
      guard let source = byLeaf[record.leaf] else { continue }
      if record.isWithheld {
        files.append(BagFile(BagNames.withheld("\(record.number)"), record.leaf.base64 + "\n"))
        continue
      }
      files.append(BagFile(BagNames.record("\(record.number)"), source.bytes))
      if let digest = record.mapping, let text = source.mapping, mappings.insert(digest).inserted {
        files.append(BagFile(BagNames.mapping(digest), text))
      }
    }
    return files
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
      BagFile(BagNames.xml, xml), shared.schema,
    ]
  }

  private mutating func zip(
    _ proof: ProofOfFix, _ payload: [BagFile], _ checkpointSignature: BagFile?
  ) throws -> [UInt8] {
    let bag = Bag(
      folder: EvidencePackage.name(of: proof.subject.identity),
      identifier: "sha256:" + proof.subject.digest.hex,
      description: "Evidence about the remediation of one security finding", asOf: proof.asOf,
      producer: producer, payload: payload)
    let sign = signer.map { signer in { (bytes: [UInt8]) in try signer.package.sign(bytes) } }
    return try writer.write(bag, sign: sign, signatures: checkpointSignature.map { [$0] } ?? [])
  }
}
