import Remediation

extension PolicyReader {
  /// `sla`: a list of terms, the oldest first; nil where the file has none.
  mutating func terms(_ node: PolicyNode?, _ risks: [RiskLevel]) -> [SLATerms]? {
    let hint = "write a list: - targets: …, and another with effective: DATE for each later change"
    guard let elements = list(node, hint: hint) else { return nil }
    var all: [SLATerms] = []
    for element in elements {
      guard let terms = terms(element, risks) else { continue }
      check(terms, after: all.last, isFirst: all.isEmpty, element)
      all.append(terms)
    }
    return all
  }

  private mutating func terms(_ node: PolicyNode, _ risks: [RiskLevel]) -> SLATerms? {
    guard let fields = fields(node, ["effective", "objective", "targets"]) else { return nil }
    let hint = "write targets: with lines such as - {severity: critical, within: 15d}"
    guard let listed = required(fields, "targets", of: node, hint: hint) else { return nil }
    var terms = SLATerms(effective: instant(fields["effective"]), targets: [])
    if let objective = number(fields["objective"], in: 0...1) { terms.objective = objective }
    for element in list(listed, hint: hint) ?? [] {
      for target in targets(element, risks) {
        let isTaken = terms.targets.contains { other in
          other.severity == target.severity && other.environment == target.environment
            && other.risk == target.risk
        }
        if isTaken {
          report(
            .conflict, element, "\(target.severity.label.lowercased()) has a target of the same tier above",
            hint: "keep one of the two")
        } else {
          terms.targets.append(target)
        }
      }
    }
    return terms
  }

  /// One target for each severity of the line.
  private mutating func targets(_ node: PolicyNode, _ risks: [RiskLevel]) -> [SLATarget] {
    guard let fields = fields(node, ["severity", "environment", "risk", "within"]) else { return [] }
    let hint = "write {severity: critical, within: 15d}"
    guard let severity = required(fields, "severity", of: node, hint: hint),
      let within = span(required(fields, "within", of: node, hint: hint))
    else { return [] }
    let environment = text(fields["environment"])
    let risk = word(fields["risk"], risks.map { (name: $0.name, value: $0.name) })
    return (severity.elements ?? [severity]).compactMap { element in
      self.severity(element).map {
        SLATarget(severity: $0, environment: environment, risk: risk, within: within)
      }
    }
  }

  /// Later terms say since when they hold, and come after those that held before.
  private mutating func check(
    _ terms: SLATerms, after previous: SLATerms?, isFirst: Bool, _ node: PolicyNode
  ) {
    guard !isFirst else { return }
    guard let effective = terms.effective else {
      return report(
        .missing, node, "effective is missing",
        hint: "say since when these targets hold: they never judge episodes that opened before")
    }
    if let before = previous?.effective, effective <= before {
      report(
        .conflict, node, "these terms do not begin after those above",
        hint: "list terms by their effective date, the oldest first")
    }
  }

  /// `risk`: levels by name, in the order in which they are tried.
  mutating func risks(_ node: PolicyNode?) -> [RiskLevel] {
    guard let node, let members = members(node, hint: "write exposed: {internet_reachable: true}") else {
      return []
    }
    return members.compactMap { name, value in
      let known = ["score", "internet_reachable", "sensitive_data", "attack_path"]
      guard let fields = fields(value, known) else { return nil }
      let level = RiskLevel(
        name: name, score: number(fields["score"], in: 0...1_000_000),
        internetReachable: truth(fields["internet_reachable"]),
        sensitiveData: truth(fields["sensitive_data"]), attackPath: truth(fields["attack_path"]))
      if fields.isEmpty {
        report(
          .missing, value, "the level has no condition", hint: "write one of \(known.joined(separator: ", "))"
        )
      }
      return level
    }
  }
}
