import Remediation

/// The scanner looked at a finding of the violation and said PASSED or FAILED.
struct Evaluation: Hashable {
  var at: Instant
  var passed: Bool
  var record: Int
}

extension ViolationRecords {
  /// All evaluations in order of time, each once; PASSED is ignored where the same one is FAILED too.
  var evaluations: [Evaluation] {
    struct Key: Hashable {
      var finding: FindingIdentity
      var at: Instant
    }
    var first: [Key: Evaluation] = [:]
    for (number, record) in records.enumerated() {
      guard let observation = record.observation,
        observation.compliance == .passed || observation.compliance == .failed
      else { continue }
      let at = observation.times.changedAt ?? observation.times.updatedAt ?? record.order.eventTime
      let key = Key(finding: observation.finding, at: at)
      let passed = observation.compliance == .passed
      if let known = first[key], !known.passed || passed { continue }
      first[key] = Evaluation(at: at, passed: passed, record: number)
    }
    return first.values.sorted { ($0.at, $0.record) < ($1.at, $1.record) }
  }
}
