import JSONKit
import Remediation
public import Store
import TransparencyLog

/// A population as an OSCAL document, in XML after NIST's schema 1.0.6 or in JSON.
public struct OSCALDocument {
  public enum Kind: String, Sendable, CaseIterable {
    case assessmentResults = "assessment-results"
    case planOfAction = "poam"
  }

  public enum Format: String, Sendable, CaseIterable {
    case xml, json
  }

  private let kind: Kind
  private let node: OSCALNode
  private let uuid: String

  /// Reads the population and the proof of each of its violations.
  ///
  /// - Parameters:
  ///   - packages: where the packages lie that observations refer to: a folder or an address with its slash.
  ///   - system: what the system is called.
  /// - Throws: `noRecords` when a plan would have no item: the format wants one.
  public init(
    _ kind: Kind, of scope: PopulationScope, in snapshot: borrowing Snapshot, packages: String = "",
    system: String, producer: String, policy: EvidencePolicy = .builtIn
  ) throws {
    let population = try Population(scope, of: snapshot)
    var packager = try EvidencePackager(policy: policy, producer: producer)
    var source = try EvidenceSource(snapshot)
    var items: [OSCALItem] = []
    for item in population.items where kind == .assessmentResults || item.ending.isUnsettled {
      guard let first = item.findings.first else { continue }
      let finding = try FindingLookup.finding(
        id: first.identity.id, product: first.identity.productArn, in: snapshot)
      items.append(
        OSCALItem(
          id: item.id, ending: item.ending,
          proof: try packager.proof(of: source.timeline(of: finding, in: snapshot), asOf: snapshot.asOf),
          findings: item.findings.map(\.identity), resources: item.key.resources,
          requirements: item.requirements))
    }
    let document = OSCALParts(
      items: items, scope: scope, packages: packages, system: system, producer: producer)
    self.kind = kind
    switch kind {
    case .assessmentResults: node = document.assessmentResults
    case .planOfAction:
      guard !items.isEmpty else {
        throw EvidenceError(.noRecords, "nothing is open or claimed: a plan of action needs an item")
      }
      node = document.planOfAction
    }
    uuid = document.uuid(kind.rawValue)
  }

  public func bytes(_ format: Format) -> [UInt8] {
    let root: StaticString =
      kind == .assessmentResults ? "assessment-results" : "plan-of-action-and-milestones"
    switch format {
    case .xml: return node.xml(root: root, uuid: uuid)
    case .json: return node.json(root: root, uuid: uuid).serialised(pretty: true) + [0x0A]
    }
  }
}

extension PopulationItem.Ending {
  /// Whether something is still to be done.
  fileprivate var isUnsettled: Bool { self == .open || self == .claimed || self == .timeDefect }
}

/// The parts that both kinds of document are made of.
private struct OSCALParts {
  let items: [OSCALItem]
  let scope: PopulationScope
  let packages: String
  let system: String
  let producer: String

  static let version = "1.0.6"

  func uuid(_ part: String) -> String {
    OSCALText.uuid(part, [system, scope.asOf.rfc3339, "\(scope.window)"].joined(separator: " "))
  }

  private func metadata(_ title: String) -> OSCALNode.Part {
    .object(
      "metadata",
      OSCALNode(parts: [
        .line("title", title), .field("last-modified", scope.asOf.rfc3339),
        .field("version", scope.asOf.rfc3339), .field("oscal-version", Self.version),
        .list(
          "prop", json: "props",
          [
            OSCALNode(flags: [
              "name": "producer", "ns": "urn:closeout:oscal:1", "value": OSCALText.string(producer),
            ])
          ]),
      ]))
  }

  /// Each resource once, in the order of their first violations.
  private var localDefinitions: OSCALNode.Part {
    var seen: Set<String> = []
    let nodes = items.flatMap(\.inventory).filter { seen.insert($0.uuid).inserted }.map(\.node)
    return .object(
      "local-definitions", OSCALNode(parts: [.list("inventory-item", json: "inventory-items", nodes)]))
  }

  private var observations: OSCALNode.Part {
    .list("observation", json: "observations", items.map { $0.observation(packages: packages) })
  }

  private var risks: OSCALNode.Part {
    .list("risk", json: "risks", items.filter(\.isUnsettled).map(\.risk))
  }

  var planOfAction: OSCALNode {
    OSCALNode(parts: [
      metadata("Plan of action for \(system)"),
      .object("import-ssp", OSCALNode(flags: ["href": "#" + uuid("plan")])),
      localDefinitions, observations, risks,
      .list("poam-item", json: "poam-items", items.map(\.poamItem)), backMatter("The system's security plan"),
    ])
  }

  var assessmentResults: OSCALNode {
    let start =
      scope.window.from ?? items.compactMap { $0.proof.episodes.first?.openedAt }.min() ?? scope.asOf
    let result = OSCALNode(
      flags: ["uuid": uuid("result")],
      parts: [
        .line("title", "Security violations of \(system)"),
        .prose(
          "description",
          "Every violation that was open for some time in the period, as scanners and remediation pipelines "
            + "recorded it. A control without an open violation is not thereby satisfied, and is not called so."
        ),
        .field("start", start.rfc3339), .field("end", (scope.window.to ?? scope.asOf).rfc3339),
        localDefinitions,
        .object(
          "reviewed-controls",
          OSCALNode(parts: [.list("control-selection", json: "control-selections", [selection])])),
        observations, risks, .list("finding", json: "findings", findings),
      ])
    return OSCALNode(parts: [
      metadata("Assessment results for \(system)"),
      .object("import-ap", OSCALNode(flags: ["href": "#" + uuid("plan")])),
      .list("result", json: "results", [result]), backMatter("The assessment plan"),
    ])
  }

  /// What the document imports stands elsewhere; the format wants a reference that resolves.
  private func backMatter(_ title: String) -> OSCALNode.Part {
    .object(
      "back-matter",
      OSCALNode(parts: [
        .list(
          "resource", json: "resources",
          [
            OSCALNode(
              flags: ["uuid": uuid("plan")],
              parts: [
                .line("title", title),
                .prose("description", "It is not part of what Closeout records; put its address here."),
              ])
          ])
      ]))
  }

  /// The controls of NIST SP 800-53 that the violations are of; all, where none is named.
  private var selection: OSCALNode {
    let controls = Set(items.flatMap(\.controls)).sorted()
    guard !controls.isEmpty else { return OSCALNode(parts: [.object("include-all", OSCALNode())]) }
    return OSCALNode(parts: [
      .list(
        "include-control", json: "include-controls", controls.map { OSCALNode(flags: ["control-id": $0]) })
    ])
  }

  /// One for each control with violations that are not settled.
  private var findings: [OSCALNode] {
    let unsettled = items.filter(\.isUnsettled)
    return Set(unsettled.flatMap(\.controls)).sorted().map { control in
      let about = unsettled.filter { $0.controls.contains(control) }
      let text = "\(counted(about.count, "violation")) of \(control) open or claimed."
      return OSCALNode(
        flags: ["uuid": uuid("finding " + control)],
        parts: [
          .line("title", text), .prose("description", text),
          .object(
            "target",
            OSCALNode(
              flags: ["type": "objective-id", "target-id": control + "_obj"],
              parts: [.object("status", OSCALNode(flags: ["state": "not-satisfied"]))])),
          .list("related-observation", json: "related-observations", about.map(\.related)),
          .list("associated-risk", json: "related-risks", about.map(\.relatedRisk)),
        ])
    }
  }
}
