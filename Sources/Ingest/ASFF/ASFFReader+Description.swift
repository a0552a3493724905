import JSONKit
import Remediation

extension ASFFReader {
  /// What the snapshot says besides its state.
  mutating func description(
    _ record: RecordView, _ listed: ASFFResources.Listed, _ product: ASFFProduct
  ) -> Shared<FindingDescription> {
    let bytes = record.bytes
    var description = FindingDescription()
    description.product = product.name
    if let title = record[.title]?.ifText { description.title = cache.text(title, in: bytes) }
    if let generator = record.value(.generatorID)?.ifText {
      description.generator = cache.text(generator, in: bytes)
    }
    description.resourceTypes = listed.types
    description.environment = listed.environment
    description.standards = standards(record)
    if let requirements = record[.relatedRequirements] {
      description.requirements = cache.list(requirements, in: bytes) { $0.texts(in: $1) }
    }
    description.isTrusted = isTrusted(record, product, description.generator)
    return descriptions.shared(description)
  }

  /// The standards' names without the ARN around them, such as `standards/pci-dss/v/3.2.1`.
  private mutating func standards(_ record: RecordView) -> [String] {
    let bytes = record.bytes
    if let associated = record[.associatedStandards] {
      let list = cache.list(associated, in: bytes, kind: 1) { associated, bytes in
        associated.elements(in: bytes).compactMap {
          $0.member("StandardsId", in: bytes)?.ifText.map { Standard.name($0.string(in: bytes)) }
        }
      }
      if !list.isEmpty { return list }
    }
    if let arn = (record[.standardsArn] ?? record[.standardsGuideArn])?.ifText {
      return cache.list(arn, in: bytes, kind: 2) { [Standard.name($0.string(in: $1))] }
    }
    guard let generator = record.value(.generatorID)?.ifText else { return [] }
    return cache.list(generator, in: bytes, kind: 3) { generator, bytes in
      Standard.name(ofGenerator: generator.string(in: bytes)).map { [$0] } ?? []
    }
  }

  /// False for a finding that claims to be AWS's, by a control id or a product name, and was not sent by AWS.
  private func isTrusted(_ record: RecordView, _ product: ASFFProduct, _ generator: String) -> Bool {
    if product.isAWS { return true }
    let bytes = record.bytes
    if record[.securityControlID]?.ifText != nil || generator.hasPrefix("security-control/") { return false }
    for field in [ASFFField.productName, .hubProductName] {
      guard let name = record[field]?.ifText?.string(in: bytes) else { continue }
      if ASFFProduct.awsNames.contains(name) || ASFFProduct.awsNames.contains(name.withoutVendor) {
        return false
      }
    }
    return true
  }
}

extension JSONSlice {
  /// The texts of an array; elements of other kinds are left out.
  func texts(in bytes: [UInt8]) -> [String] {
    elements(in: bytes).compactMap { $0.ifText?.string(in: bytes) }
  }
}

extension String {
  fileprivate var withoutVendor: String {
    for vendor in ["AWS ", "Amazon "] where hasPrefix(vendor) { return String(dropFirst(vendor.count)) }
    return self
  }
}

/// The names of compliance standards.
enum Standard {
  /// What follows the empty parts of `arn:aws:securityhub:::standards/pci-dss/v/3.2.1`; else the text itself.
  static func name(_ text: String) -> String {
    guard let arn = ARN(text), !arn.resource.isEmpty else { return text }
    return arn.resource
  }

  /// The standard in a generator of the unconsolidated kind: `pci-dss/v/3.2.1/PCI.S3.1`, or a rule's ARN.
  static func name(ofGenerator text: String) -> String? {
    let name = name(text)
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard let mark = parts.firstIndex(of: "v"), mark > 0, mark + 2 < parts.count else { return nil }
    let standard = parts[...(mark + 1)].joined(separator: "/")
    return standard.hasPrefix("ruleset/") || standard.hasPrefix("standards/")
      ? standard : "standards/" + standard
  }

  /// The name without the folder that says of which kind it is: `cis-aws-foundations-benchmark/v/1.2.0`.
  static func bareName(_ name: String) -> String {
    for folder in ["ruleset/", "standards/"] where name.hasPrefix(folder) {
      return String(name.dropFirst(folder.count))
    }
    return name
  }
}
