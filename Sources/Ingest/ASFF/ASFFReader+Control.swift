import JSONKit
import Remediation

extension ASFFReader {
  /// What the finding is about: the control's id, or for a finding that is no check its generator, types and
  /// CVE, joined.
  ///
  /// The id stands in five places; the first that has one counts: `Compliance.SecurityControlId`,
  /// `ProductFields.ControlId`, `ProductFields.RuleId` with the standard, the end of `GeneratorId`, the
  /// beginning of `Title`.
  mutating func control(_ record: RecordView, _ product: ASFFProduct) -> String {
    let bytes = record.bytes
    for field in [ASFFField.securityControlID, .controlID] {
      guard let id = record[field]?.ifText else { continue }
      return cache.list(id, in: bytes, kind: 4) { [ControlID.canonical($0.string(in: $1))] }[0]
    }
    let generator = record.value(.generatorID)?.ifText
    if let rule = record[.ruleID]?.ifText {
      let arn = (record[.standardsGuideArn] ?? record[.standardsArn])?.ifText
      let standard =
        arn.map { Standard.name($0.string(in: bytes)) }
        ?? generator.flatMap { Standard.name(ofGenerator: $0.string(in: bytes)) }
      return ControlID.rule(rule.string(in: bytes), of: standard)
    }
    if let generator {
      let found = cache.list(generator, in: bytes, kind: 5) { generator, bytes in
        ControlID.inGenerator(generator.string(in: bytes)).map { [$0] } ?? []
      }
      if let id = found.first { return id }
    }
    guard record[.compliance]?.ifText != nil else { return nonCheck(record) }
    // A check of a product without ids of its own, such as `prowler-s3_bucket_public_access`.
    if let generator { return cache.text(generator, in: bytes) }
    if let title = record[.title]?.ifText, let id = ControlID.inTitle(title.string(in: bytes)) { return id }
    return nonCheck(record)
  }

  private mutating func nonCheck(_ record: RecordView) -> String {
    let bytes = record.bytes
    var parts: [String] = []
    if let generator = record.value(.generatorID)?.ifText { parts.append(cache.text(generator, in: bytes)) }
    if let types = record[.types] {
      parts += cache.list(types, in: bytes, kind: 6) { types, bytes in
        // Longer than any type there is: some tools store whole documents here.
        types.texts(in: bytes).filter { $0.utf8.count <= 256 }.sorted()
      }
    }
    if let vulnerabilities = record[.vulnerabilities] {
      let ids = vulnerabilities.elements(in: bytes).compactMap {
        $0.member("Id", in: bytes)?.ifText?.string(in: bytes)
      }
      parts += Set(ids).sorted()
    }
    if parts.isEmpty, let title = record[.title]?.ifText { parts.append(cache.text(title, in: bytes)) }
    return parts.isEmpty ? "unknown" : parts.joined(separator: " | ")
  }
}
