import Remediation
import Testing

@Suite("What a violation and a finding are named by")
struct IdentityTests {
  private func key(
    _ control: String = "S3.8", account: String = "111122223333", resources: [String] = ["arn:aws:s3:::a"]
  ) -> ViolationKey {
    ViolationKey(
      partition: "aws", account: account, region: "eu-west-1", control: control, resources: resources)
  }

  @Test("the canonical bytes of a violation are its parts, each with its length")
  func canonicalBytes() {
    let bytes = key(resources: ["é", "arn:aws:s3:::a"]).canonicalBytes
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "3:aws\n12:111122223333\n9:eu-west-1\n4:S3.8\n14:arn:aws:s3:::a\n2:é\n")
  }

  @Test("resources count as a set: neither their order nor repeats matter")
  func resourceSet() {
    let one = key(resources: ["b", "a", "b"])
    #expect(one.resources == ["a", "b"])
    #expect(one == key(resources: ["a", "b"]))
    #expect(one.hashValue == key(resources: ["a", "b"]).hashValue)
    #expect(one.canonicalBytes == key(resources: ["b", "a"]).canonicalBytes)
    #expect(key(resources: []) != key(resources: [""]))
  }

  @Test("no content moves a border between parts")
  func borders() {
    let tricky = [
      key("a", resources: ["b\n1:c"]), key("a", resources: ["b", "c"]), key("a\n1:b", resources: ["c"]),
      key("a", resources: ["b\n", "1:c"]), key("", account: "11112222333312:", resources: ["b"]),
    ]
    #expect(Set(tricky.map(\.canonicalBytes)).count == tricky.count)
    #expect(Set(tricky).count == tricky.count)
  }

  @Test("two spellings of one character are two names, in every run")
  func normalisation() {
    let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
    #expect(composed == decomposed)
    #expect(key(resources: [composed]) != key(resources: [decomposed]))
    #expect(key(resources: [composed, decomposed]).resources.count == 2)
    let identities: Set = [
      FindingIdentity(productArn: "p", id: composed), FindingIdentity(productArn: "p", id: decomposed),
      FindingIdentity(productArn: composed, id: "p"), FindingIdentity(productArn: "p", id: composed),
    ]
    #expect(identities.count == 3)
  }

  @Test("a finding's canonical bytes are ProductArn, line feed, Id")
  func finding() {
    let identity = FindingIdentity(productArn: "arn:p", id: "f/1")
    #expect(String(decoding: identity.canonicalBytes, as: UTF8.self) == "arn:p\nf/1")
  }
}

@Suite("A severity")
struct SeverityTests {
  @Test("has ASFF's labels, in their order")
  func labels() {
    #expect(
      Severity.allCases.map(\.label) == [
        "UNKNOWN", "INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL",
      ])
    #expect(Severity.allCases == Severity.allCases.sorted())
    for severity in Severity.allCases { #expect(Severity(label: severity.label) == severity) }
    #expect(Severity(label: "high") == nil)
  }

  @Test(
    "follows from Normalized by AWS's table",
    arguments: [
      (0, Severity.informational), (0.5, .low), (1, .low), (39, .low), (39.9, .low), (40, .medium),
      (69, .medium), (70, .high), (89.5, .high), (90, .critical), (100, .critical), (-1, nil), (100.1, nil),
      (.nan, nil), (.infinity, nil),
    ] as [(Double, Severity?)])
  func normalized(value: Double, severity: Severity?) {
    #expect(Severity(normalized: value) == severity)
  }
}
