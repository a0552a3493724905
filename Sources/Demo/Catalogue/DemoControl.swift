/// One check of the scanner: its public name and severity, and how this estate deals with it.
struct DemoControl: Sendable {
  let id: String
  let title: String
  let severity: Severity
  let resource: ResourceShape
  let standards: [Standard]
  let requirements: [String]
  let rule: String
  let description: String
  let setting: Setting
  var lane = Lane.repair
  var evaluation = Evaluation.onChange
  var weight = 10
  /// Chance, in permille, that a verified violation of this control opens again.
  var recurrence = 25
  var isDisabledLater = false

  /// What a change of this control moves, for the before and after of an attempt.
  struct Setting: Sendable {
    let name: String
    let before: JSONTree
    let after: JSONTree

    init(_ name: String, _ before: JSONTree, _ after: JSONTree) {
      (self.name, self.before, self.after) = (name, before, after)
    }
  }

  enum Lane: String, Sendable {
    case prevent, repair
    case driftCorrect = "drift-correct"
    case escalate
  }

  /// Change-triggered checks answer within two hours, periodic ones within a day.
  enum Evaluation: Sendable { case onChange, periodic }

  /// The runbook's name, made of the control's.
  var runbook: String { "Remediate-" + id.replacing(".", with: "-") }
}

extension String {
  /// The text with every occurrence of one character replaced.
  fileprivate func replacing(_ old: Character, with new: Character) -> String {
    String(map { $0 == old ? new : $0 })
  }
}

/// A standard that a control belongs to.
enum Standard: String, Sendable {
  case foundational = "aws-foundational-security-best-practices/v/1.0.0"
  case nist = "nist-800-53/v/5.0.0"
  case cis = "cis-aws-foundations-benchmark/v/3.0.0"
  case pci = "pci-dss/v/4.0.1"

  var id: String { "standards/" + rawValue }
}
