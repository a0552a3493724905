import JSONKit
import Markup
import Remediation
import TransparencyLog

/// One violation of a population: the unit that is sampled.
struct PopulationItem: Sendable, Hashable {
  struct Finding: Sendable, Hashable {
    var identity: FindingIdentity
    var workflow: WorkflowStatus
    var isFailing: Bool
    var lastEvent: Instant
    /// Where its newest head stands in the log, and that head's leaf.
    var head: Int
    var headLeaf: LeafHash
  }

  struct Episode: Sendable, Hashable {
    var number: Int
    var openedAt: Instant
    var closedAt: Instant?
    var severity: Severity
    var contradictions: Int
    var isCarriedIn: Bool
    var ending: Ending
  }

  var key: ViolationKey
  var accountName: String?
  var severity: Severity
  var standards: [String]
  var requirements: [String]
  var findings: [Finding]
  /// Those of the period.
  var episodes: [Episode]

  /// SHA-256 of the violation's name: the identity that is sampled.
  var id: Hash256 { Hash256(sha256: key.canonicalBytes) }
  /// How the last of its episodes stands at the end of the period.
  var ending: Ending { episodes.last?.ending ?? .open }

  /// How an episode stands at the end of a period: each in exactly one way.
  enum Ending: Sendable, Hashable, CaseIterable {
    case closed(CloseReason)
    case claimed
    /// Its times are impossible.
    case timeDefect
    case open

    static let allCases: [Ending] =
      CloseReason.allCases.map(Ending.closed) + [.claimed, .timeDefect, .open]

    var name: String {
      switch self {
      case .closed(let reason): reason.name
      case .claimed: "claimed"
      case .timeDefect: "time_defect"
      case .open: "open"
      }
    }
  }
}

// MARK: - As rows

extension PopulationItem {
  static let columns: [CSVWriter.Field] = [
    "id", "partition", "account", "account_name", "region", "control", "resources", "severity", "status",
    "episodes", "opened", "closed", "contradictions", "findings", "finding_ids", "heads", "log_indexes",
  ]

  /// One row a violation; lists within a cell are parted by line ends.
  var row: [CSVWriter.Field] {
    func list(_ texts: [String]) -> CSVWriter.Field { .text(texts.joined(separator: "\n")) }
    return [
      .text(id.hex), .text(key.partition), .text(key.account),
      accountName.map(CSVWriter.Field.text) ?? .empty,
      .text(key.region), .text(key.control), list(key.resources), .text(severity.label), .text(ending.name),
      .number(episodes.count), list(episodes.map(\.openedAt.rfc3339)),
      list(episodes.map { $0.closedAt?.rfc3339 ?? "-" }),
      .number(episodes.reduce(0) { $0 + $1.contradictions }), .number(findings.count),
      list(findings.map(\.identity.id)), list(findings.map(\.headLeaf.hex)),
      list(findings.map { String($0.head) }),
    ]
  }

  var json: JSONValue {
    [
      "schema": 1,
      "id": .string(id.hex),
      "partition": .string(key.partition),
      "account": .string(key.account),
      "account_name": accountName.map(JSONValue.string) ?? .null,
      "region": .string(key.region),
      "control": .string(key.control),
      "resources": .array(key.resources.map(JSONValue.string)),
      "severity": .string(severity.label),
      "status": .string(ending.name),
      "standards": .array(standards.map(JSONValue.string)),
      "requirements": .array(requirements.map(JSONValue.string)),
      "episodes": .array(episodes.map(\.json)),
      "findings": .array(findings.map(\.json)),
    ]
  }
}

extension PopulationItem.Episode {
  var json: JSONValue {
    [
      "number": .int(Int64(number)),
      "opened": .string(openedAt.rfc3339),
      "closed": closedAt.map { .string($0.rfc3339) } ?? .null,
      "severity": .string(severity.label),
      "contradictions": .int(Int64(contradictions)),
      "carried_in": .bool(isCarriedIn),
      "ending": .string(ending.name),
    ]
  }
}

extension PopulationItem.Finding {
  var json: JSONValue {
    [
      "id": .string(identity.id),
      "product_arn": .string(identity.productArn),
      "digest": .string(identity.digest.hex),
      "workflow": .string(workflow.label),
      "failing": .bool(isFailing),
      "last_event": .string(lastEvent.rfc3339),
      "head": .string(headLeaf.hex),
      "log_index": .int(Int64(head)),
    ]
  }
}
