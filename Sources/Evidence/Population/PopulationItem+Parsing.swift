import JSONKit
import Remediation
import TransparencyLog

extension PopulationItem {
  /// Reads a line of `population.jsonl`; nil when it is none, or its id is not that of its parts.
  init?(line: some Collection<UInt8>) {
    guard let json = try? JSONValue.parse(Array(line)) else { return nil }
    func texts(_ name: String) -> [String]? { json[name]?.elements?.compactMap(\.string) }
    guard let partition = json["partition"]?.string, let account = json["account"]?.string,
      let region = json["region"]?.string, let control = json["control"]?.string,
      let resources = texts("resources"), let standards = texts("standards"),
      let requirements = texts("requirements"),
      let severity = json["severity"]?.string.flatMap(Severity.init(label:)),
      let episodes = json["episodes"]?.elements?.compactMap(Episode.init),
      let findings = json["findings"]?.elements?.compactMap(Finding.init),
      episodes.count == json["episodes"]?.elements?.count, findings.count == json["findings"]?.elements?.count
    else { return nil }
    self.init(
      key: ViolationKey(
        partition: partition, account: account, region: region, control: control, resources: resources),
      accountName: json["account_name"]?.string, severity: severity, standards: standards,
      requirements: requirements, findings: findings, episodes: episodes)
    guard json["id"]?.string == id.hex, json["status"]?.string == ending.name else { return nil }
  }

  /// Reads all lines of `population.jsonl`; nil when one of them is no item.
  static func all(_ bytes: [UInt8]) -> [PopulationItem]? {
    let lines = bytes.split(separator: 0x0A)
    let items = lines.compactMap { PopulationItem(line: $0) }
    return items.count == lines.count ? items : nil
  }
}

extension PopulationItem.Episode {
  fileprivate init?(_ json: JSONValue) {
    guard let number = json["number"]?.integer, let contradictions = json["contradictions"]?.integer,
      let opened = json["opened"]?.string.flatMap({ Instant($0) }),
      let severity = json["severity"]?.string.flatMap(Severity.init(label:)),
      case .bool(let isCarriedIn)? = json["carried_in"],
      let ending = PopulationItem.Ending.allCases.first(where: { $0.name == json["ending"]?.string })
    else { return nil }
    self.init(
      number: number, openedAt: opened, closedAt: json["closed"]?.string.flatMap { Instant($0) },
      severity: severity, contradictions: contradictions, isCarriedIn: isCarriedIn, ending: ending)
  }
}

extension PopulationItem.Finding {
  fileprivate init?(_ json: JSONValue) {
    guard let id = json["id"]?.string, let product = json["product_arn"]?.string,
      let workflow = WorkflowStatus.allCases.first(where: { $0.label == json["workflow"]?.string }),
      case .bool(let isFailing)? = json["failing"],
      let lastEvent = json["last_event"]?.string.flatMap({ Instant($0) }),
      let head = json["log_index"]?.integer, let leaf = json["head"]?.string.flatMap({ Hash256(hex: $0) })
    else { return nil }
    self.init(
      identity: FindingIdentity(productArn: product, id: id), workflow: workflow, isFailing: isFailing,
      lastEvent: lastEvent, head: head, headLeaf: leaf)
    guard json["digest"]?.string == identity.digest.hex else { return nil }
  }
}

extension JSONValue {
  fileprivate var elements: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
  fileprivate var integer: Int? { if case .int(let value) = self { Int(value) } else { nil } }
}
