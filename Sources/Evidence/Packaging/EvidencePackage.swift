public import Remediation
public import TransparencyLog

/// A finished package: one zip for one finding.
public struct EvidencePackage: Sendable, Hashable {
  /// The top folder, and the file's name without `.zip`.
  public var name: String
  public var bytes: [UInt8]
  public var sha256: Hash256
  public var finding: FindingIdentity
  public var title: String
  public var control: String?
  public var account: String?
  public var severity: Severity
  public var verdict: ProofVerdict.Word
  public var sentence: String
  public var sla: SLAStanding.Word?
  /// How many of its records are left out of it.
  public var withheld: Int

  public var fileName: String { name + ".zip" }

  init(name: String, bytes: [UInt8], proof: ProofOfFix) {
    self.name = name
    self.bytes = bytes
    sha256 = Hash256(sha256: bytes)
    finding = proof.subject.identity
    title = proof.subject.title
    control = proof.subject.violation?.control
    account = proof.subject.violation?.account
    severity = proof.subject.severity
    verdict = proof.verdict.word
    sentence = proof.verdict.sentence
    sla = proof.current?.sla.word
    withheld = proof.records.count(where: \.isWithheld)
  }

  /// The name of a finding's package: of our own making, whatever the finding is called.
  public static func name(of finding: FindingIdentity) -> String {
    "closeout-\(finding.digest.hex.prefix(12))"
  }
}
