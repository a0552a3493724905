import Ingest
import Remediation
import Reports
import TransparencyLog
import XMLKit

/// Whether page and XML follow from the records, by deriving both again.
struct DerivationChecks {
  let files: PackageFiles
  private var root: XMLElement?
  /// The leaves that evidence.xml lists, by the numbers of their records.
  private(set) var listed: [String: LeafHash] = [:]
  /// How many of them are withheld.
  private var withheld = 0
  private(set) var proof: ProofOfFix?
  private(set) var warnings: [String] = []

  init(files: PackageFiles) {
    self.files = files
  }

  /// Nil when the package was not made with this version's schema or tool.
  private var producer: String? { root?["producer"] }

  mutating func schema(_ validator: borrowing XMLSchemaValidator) throws(CheckFailure) -> String {
    guard let bytes = files[BagNames.xml] else { throw .failed("\(BagNames.xml) is missing") }
    do {
      let document = try XMLDocument(parsing: bytes)
      if let problem = try validator.problems(in: document).first {
        throw CheckFailure.failed("\(BagNames.xml) does not follow the schema: \(problem)")
      }
      root = document.root
    } catch let failure as CheckFailure {
      throw failure
    } catch {
      throw .failed("\(BagNames.xml) does not parse: \(error)")
    }
    if files.text(BagNames.schema) != Reports.Evidence.evidence1 {
      warnings.append("the schema that the package carries is not the one that this version knows")
    }
    return "valid against evidence-1.xsd of this version"
  }

  mutating func records() throws(CheckFailure) -> String {
    guard let root else {
      throw .notChecked("without a valid evidence.xml it is not known which records belong here")
    }
    var listed: [String: LeafHash] = [:]
    var paths: Set<String> = []
    for record in root.all("record") {
      guard let number = record["number"], let leaf = record["leaf"].flatMap({ Hash256(hex: $0) })
      else { continue }
      let isWithheld = record["withheld"] == "true"
      let path = isWithheld ? BagNames.withheld(number) : BagNames.record(number)
      guard let bytes = files[path] else { throw .failed("\(path) is missing") }
      let isSame =
        isWithheld ? bytes.elementsEqual("\(leaf.base64)\n".utf8) : LeafHash(record: bytes) == leaf
      guard isSame else { throw .failed("\(path) has another hash than evidence.xml says") }
      listed[number] = leaf
      paths.insert(path)
      if isWithheld { withheld += 1 }
    }
    if let extra = files.paths(below: BagNames.records).first(where: { !paths.contains($0) }) {
      throw .failed("\(extra) is not listed in evidence.xml")
    }
    self.listed = listed
    let rest = withheld > 0 ? "; of \(withheld) only the leaf is here: the bytes are withheld" : ""
    return "\(counted(listed.count, "record")), each with the leaf that is listed\(rest)"
  }

  /// Makes the proof from the records again and compares its XML, byte for byte, else fact by fact.
  mutating func xml(
    _ reader: inout RecordRereader, identifier: Hash256?
  ) throws(CheckFailure) -> String {
    guard let root, !listed.isEmpty else { throw .notChecked("the records could not be read") }
    guard let asOf = root["as-of"].flatMap({ Instant($0) }), let producer else {
      throw .failed("evidence.xml does not say as of when it was made")
    }
    guard root.first("finding")?["digest"] == identifier?.hex else {
      throw .failed("evidence.xml is about another finding than bag-info.txt")
    }
    guard withheld == 0 else {
      throw .notChecked(
        "\(withheld) of \(counted(listed.count, "record")) are withheld, and what is said follows from all")
    }
    let records = try recordsToRead(root)
    let name = try finding(identifier, records, &reader)
    let judgedBy = try policy(root)
    let proof: ProofOfFix
    do throws(EvidenceError) {
      proof = try ProofOfFix(of: name, records: records, policy: judgedBy, asOf: asOf, reader: &reader)
    } catch {
      throw .failed("the records do not make a proof: \(error.cause)")
    }
    self.proof = proof
    let derived = EvidenceXML.write(proof, producer: producer)
    if derived == files[BagNames.xml] { return "the XML derived from the records is the same, byte for byte" }
    let again = try? XMLDocument(parsing: derived).root
    if let difference = again.flatMap({ XMLDifference.first(between: root, and: $0) }) {
      throw .failed("evidence.xml says \(difference.stated); the records say \(difference.derived)")
    }
    return "the XML derived from the records says the same"
  }

  func page(verifiedBy ours: String?) throws(CheckFailure) -> String {
    guard withheld == 0 else { throw .notChecked("not all records are here: some are withheld") }
    guard let proof, let producer else { throw .notChecked("no proof could be derived from the records") }
    guard let page = files[BagNames.page] else { throw .failed("\(BagNames.page) is missing") }
    let derived = Reports.evidencePage(page: EvidencePage(proof, producer: producer))
    if page == derived { return "the page derived from the records is the same, byte for byte" }
    if let ours, ours != producer {
      throw .notChecked("the page was made by \(producer), and \(ours) makes another one of the same records")
    }
    throw .failed("the page is not the one that follows from the records")
  }

  // MARK: what the proof is made from

  private func recordsToRead(_ root: XMLElement) throws(CheckFailure) -> [EvidenceRecord] {
    var records: [EvidenceRecord] = []
    for record in root.all("record") {
      guard let number = record["number"], let bytes = files[BagNames.record(number)] else {
        continue
      }
      guard let source = SourceKind.allCases.first(where: { $0.name == record["source"] }) else {
        throw .notChecked("record \(number) is of a source that this version does not know")
      }
      var mapping: String?
      if let digest = record["mapping"].flatMap({ Hash256(hex: $0) }) {
        guard let text = files.text(BagNames.mapping(digest)), Hash256(sha256: Array(text.utf8)) == digest
        else {
          throw .failed("the mapping of record \(number) is missing or another")
        }
        mapping = text
      }
      records.append(
        EvidenceRecord(
          bytes: bytes, leaf: LeafHash(record: bytes), source: source,
          envelopeTime: record["envelope-time"].flatMap { Instant($0) }, mapping: mapping))
    }
    return records
  }

  /// The finding whose name has the digest, as one of the records spells it.
  private func finding(
    _ digest: Hash256?, _ records: [EvidenceRecord], _ reader: inout RecordRereader
  ) throws(CheckFailure) -> FindingIdentity {
    for record in records {
      if let name = reader.read(record).finding, name.digest == digest { return name }
    }
    throw .failed("no record is about the finding that bag-info.txt names")
  }

  /// The policy whose digest evidence.xml states, out of the package; the built-in one where it states none.
  private func policy(_ root: XMLElement) throws(CheckFailure) -> EvidencePolicy {
    let element = root.first("policy")
    guard let digest = element?["digest"] else { return .builtIn }
    guard let text = files[BagNames.policy], Hash256(sha256: text).hex == digest else {
      throw .failed("\(BagNames.policy) is missing, or not the policy that evidence.xml names")
    }
    do {
      return try EvidencePolicy(text: text, name: element?["name"] ?? "")
    } catch {
      throw .notChecked("this version does not read the policy: \(error)")
    }
  }
}
