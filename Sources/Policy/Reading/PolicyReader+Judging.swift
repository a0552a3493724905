import Remediation

extension PolicyReader {
  /// `windows`: the lengths of time that fixes are judged by.
  mutating func windows(_ node: PolicyNode?) -> PolicyWindows {
    var windows = PolicyWindows()
    guard let node,
      let fields = fields(node, ["verified_within", "held_for", "review_within", "loop"])
    else { return windows }
    if let span = span(fields["verified_within"]) { windows.verifiedWithin = span }
    if let span = span(fields["held_for"]) { windows.heldFor = span }
    if let span = span(fields["review_within"]) { windows.reviewWithin = span }
    if windows.heldFor < windows.verifiedWithin {
      report(
        .conflict, node,
        "held_for (\(windows.heldFor)) is shorter than verified_within "
          + "(\(windows.verifiedWithin))", hint: "a fix is verified first, and then has to hold")
    }
    guard let loop = fields["loop"], let limits = self.fields(loop, ["attempts", "within"]) else {
      return windows
    }
    if let attempts = whole(limits["attempts"], in: 1...1000) { windows.loopAttempts = attempts }
    if let span = span(limits["within"]) { windows.loopWithin = span }
    return windows
  }

  /// `notes`: verdicts that stand in the notes of findings.
  mutating func noteRules(_ node: PolicyNode?) -> [NoteRule] {
    let hint = "write - {contains: \"false positive\", verdict: false-positive}"
    let verdicts: [(name: String, value: Verdict)] = [
      ("true-positive", .truePositive), ("false-positive", .falsePositive), ("benign", .benign),
    ]
    return (list(node, hint: hint) ?? []).compactMap { element in
      guard let fields = fields(element, ["contains", "verdict"]),
        let contains = text(required(fields, "contains", of: element, hint: hint)),
        let verdict = word(required(fields, "verdict", of: element, hint: hint), verdicts)
      else { return nil }
      return NoteRule(contains: contains, verdict: verdict)
    }
  }

  /// `exposure`: what a day open counts, by severity; nil where the file says nothing.
  mutating func weights(_ node: PolicyNode?) -> [Severity: Int]? {
    guard let node, let fields = fields(node, Self.severities.map(\.name)) else { return nil }
    var weights: [Severity: Int] = [:]
    for (name, severity) in Self.severities {
      if let weight = whole(fields[name], in: 0...1000) { weights[severity] = weight }
    }
    return weights
  }
}
