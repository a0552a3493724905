/// What is wrong, and where: the part of a violation that never changes.
struct Subject: Sendable {
  let account: DemoAccount
  let region: String
  let problem: Problem
  let severity: Severity
  let resourceID: String
  let resourceName: String
  let details: JSONTree?
  let tags: [(String, JSONTree)]
  /// Words that an attacker chose, in place of the source's own title and description.
  var title: String
  var description: String

  enum Problem: Sendable {
    case control(DemoControl)
    case detection(Detector)
  }

  var control: DemoControl? {
    if case .control(let control) = problem { control } else { nil }
  }

  var detector: Detector? {
    if case .detection(let detector) = problem { detector } else { nil }
  }

  var resource: ResourceShape {
    switch problem {
    case .control(let control): control.resource
    case .detection(let detector): detector.resource
    }
  }

  /// The control, or what stands in its place for a finding that is no check.
  var problemName: String {
    switch problem {
    case .control(let control): control.id
    case .detection(let detector): detector.vulnerability ?? detector.type
    }
  }

  /// True where the source itself can say that the problem is gone.
  var canBeVerified: Bool { detector.map { $0.service == .inspector } ?? true }

  var runbook: String { control?.runbook ?? "Patch-Package" }
}
