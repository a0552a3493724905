import Remediation
import Reports

/// What all pages of one server share: the navigation and the footer.
struct Site: Sendable {
  enum Section: String, CaseIterable {
    case home = "/"
    case findings = "/findings"
    case trends = "/trends"
    case rejected = "/rejected"
    case metrics = "/metrics"

    var name: String {
      switch self {
      case .home: "Closeout"
      case .findings: "Findings"
      case .trends: "Trends"
      case .rejected: "Rejected records"
      case .metrics: "Metrics"
      }
    }
  }

  let version: String

  func frame(
    title: String, kind: String, summary: String? = nil, section: Section? = nil, asOf: Instant? = nil
  ) -> PortalFrame {
    let producer = "Closeout \(version). Times are UTC."
    return PortalFrame(
      title: title, kind: kind, summary: summary,
      links: Section.allCases.map { .init($0.name, $0.rawValue, isCurrent: $0 == section) },
      footer: asOf.map { "As of \(Shown.time($0)). \(producer)" } ?? producer)
  }
}
