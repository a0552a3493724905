import Remediation
import TransparencyLog

/// A violation as OSCAL tells it: what was observed, and the risk where it is not settled.
struct OSCALItem {
  let id: Hash256
  let ending: PopulationItem.Ending
  /// Of the first of its findings.
  let proof: ProofOfFix
  let findings: [FindingIdentity]
  let resources: [String]
  let requirements: [String]

  var observationUUID: String { OSCALText.uuid("observation", id.hex) }
  var riskUUID: String { OSCALText.uuid("risk", id.hex) }
  var itemUUID: String { OSCALText.uuid("poam-item", id.hex) }
  var controls: [String] { Set(requirements.compactMap(OSCALText.control)).sorted() }

  /// Whether something is still to be done: open or claimed at the end of the period.
  var isUnsettled: Bool { ending == .open || ending == .claimed || ending == .timeDefect }

  /// The words that OSCAL has for how a risk stands.
  private var riskStatus: String {
    switch ending {
    case .open, .timeDefect: "open"
    case .claimed: "remediating"
    case .closed(.suppressed), .closed(.benign), .closed(.falsePositive): "deviation-approved"
    case .closed: "closed"
    }
  }

  private func properties(_ pairs: KeyValuePairs<String, String?>) -> [OSCALNode] {
    pairs.compactMap { name, value in
      value.map { value in
        OSCALNode(flags: ["name": name, "ns": "urn:closeout:oscal:1", "value": OSCALText.string(value)])
      }
    }
  }

  /// What was seen, with the package that proves it.
  ///
  /// - Parameter packages: where packages lie: a folder or an address, with its slash.
  func observation(packages: String) -> OSCALNode {
    let subject = proof.subject
    let collected = proof.records.compactMap(\.eventTime).max() ?? proof.asOf
    return OSCALNode(
      flags: ["uuid": observationUUID],
      parts: [
        .line("title", subject.title), .prose("description", proof.verdict.sentence),
        .list(
          "prop", json: "props",
          properties([
            "verdict": proof.verdict.word.rawValue, "severity": subject.severity.label,
            "control": subject.violation?.control, "status": ending.name, "violation": id.hex,
          ])), .texts("method", json: "methods", ["TEST"]), .texts("type", json: "types", ["finding"]),
        .list(
          "subject", json: "subjects",
          inventory.map { OSCALNode(flags: ["subject-uuid": $0.uuid, "type": "inventory-item"]) }),
        .list(
          "relevant-evidence", json: "relevant-evidence",
          findings.map { finding in
            OSCALNode(
              flags: ["href": packages + EvidencePackage.name(of: finding) + ".zip"],
              parts: [.prose("description", "Proof-of-fix package of the finding \(finding.id)")])
          }), .field("collected", collected.rfc3339),
      ])
  }

  /// The resources, as items of an inventory.
  var inventory: [(uuid: String, node: OSCALNode)] {
    let violation = proof.subject.violation
    return resources.map { resource in
      let uuid = OSCALText.uuid(
        "resource", [violation?.account ?? "", violation?.region ?? "", resource].joined(separator: " "))
      return (
        uuid,
        OSCALNode(
          flags: ["uuid": uuid],
          parts: [
            .prose("description", resource),
            .list(
              "prop", json: "props", properties(["account": violation?.account, "region": violation?.region])),
          ])
      )
    }
  }

  var risk: OSCALNode {
    let subject = proof.subject
    var parts: [OSCALNode.Part] = [
      .line("title", subject.title), .prose("description", subject.explanation ?? subject.title),
      .prose("statement", proof.current?.sla.sentence ?? proof.verdict.sentence),
      .list("prop", json: "props", properties(["severity": subject.severity.label])),
      .field("status", riskStatus),
    ]
    if let deadline = proof.current?.sla.deadline { parts.append(.field("deadline", deadline.rfc3339)) }
    parts.append(.list("related-observation", json: "related-observations", [related]))
    return OSCALNode(flags: ["uuid": riskUUID], parts: parts)
  }

  /// A reference to the observation.
  var related: OSCALNode { OSCALNode(flags: ["observation-uuid": observationUUID]) }
  var relatedRisk: OSCALNode { OSCALNode(flags: ["risk-uuid": riskUUID]) }

  var poamItem: OSCALNode {
    OSCALNode(
      flags: ["uuid": itemUUID],
      parts: [
        .line("title", proof.subject.title), .prose("description", proof.verdict.sentence),
        .list(
          "prop", json: "props",
          properties([
            "control": proof.subject.violation?.control, "account": proof.subject.violation?.account,
          ])),
        .list("related-observation", json: "related-observations", [related]),
        .list("associated-risk", json: "related-risks", [relatedRisk]),
      ])
  }
}
