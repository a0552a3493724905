import Foundation

/// The definitions folded once more, simply and slowly, from what the reader read.
struct Recount: Sendable {
  struct Span: Sendable {
    let severity: String
    let opened: Int64
    var closed: Int64?
    var reason: String?
    var shift: Int64 = 0
    var isClaimed = false
  }

  private enum Event {
    case snapshot(Reader.Object)
    case ledger(String, Reader.Object)
  }

  /// What a finding was like after its latest snapshot.
  private struct Finding {
    var hasFailed = false
    var closed: (reason: String, at: Int64)?
    var claimedAt: Int64?
    var workflow = "NEW"
    var status: String?
    var verdict: String?
  }

  var violations: [String: [Span]] = [:]
  /// What is needed to judge attempts, by violation.
  var traces: [String: Trace] = [:]

  struct Trace: Sendable {
    var fixes: [Int64] = []
    var failureEnds: [Int64] = []
    var rollbacks: [Int64] = []
    var evaluations: Set<Evaluation> = []
    var people: [Int64] = []
    struct Evaluation: Hashable { let at: Int64, failed: Bool }
  }
  var findingIDs: Set<String> = []
  var distinct = 0
  var untrusted = 0
  var samples = 0
  var rejected = 0

  init(_ reader: Reader) {
    var events: [String: [(at: Int64, event: Event)]] = [:]
    var violationOf: [String: String] = [:]
    var seen: Set<[UInt8]> = []
    for (finding, bytes) in reader.findings where seen.insert(bytes).inserted {
      guard let id = finding["Id"] as? String, let product = finding["ProductArn"] as? String,
        let resources = finding["Resources"] as? [Reader.Object],
        let resource = resources.first?["Id"] as? String
      else {
        rejected += 1
        continue
      }
      if finding["Sample"] as? Bool == true {
        samples += 1
        continue
      }
      guard product.contains("::product/aws/") else {
        untrusted += 1
        continue
      }
      distinct += 1
      findingIDs.insert(product + "/" + id)
      let compliance = finding["Compliance"] as? Reader.Object
      let problem =
        compliance?["SecurityControlId"] as? String ?? "\(finding["Types"] ?? "")\(finding["Title"] ?? "")"
      let key = "\(finding["AwsAccountId"] ?? "")|\(finding["Region"] ?? "")|\(problem)|\(resource)"
      violationOf[id] = key
      let note = finding["Note"] as? Reader.Object
      let times = [
        finding["ProcessedAt"], finding["UpdatedAt"], finding["LastObservedAt"], note?["UpdatedAt"],
      ]
      events[key, default: []].append((times.compactMap(instant).max() ?? 0, .snapshot(finding)))
    }
    for entry in reader.ledger {
      guard let subject = entry["subject"] as? String, let key = violationOf[subject],
        let type = entry["type"] as? String, let data = entry["data"] as? Reader.Object
      else { continue }
      events[key, default: []].append((instant(entry["time"]) ?? 0, .ledger(type, data)))
    }
    for (key, list) in events {
      violations[key] = Self.fold(list.sorted { $0.at < $1.at })
      traces[key] = Self.trace(list)
    }
  }

  private static func trace(_ events: [(at: Int64, event: Event)]) -> Trace {
    var trace = Trace()
    let personal = [
      "finding.assigned", "finding.triaged", "approval.granted", "approval.denied",
      "exception.granted", "exception.revoked",
    ].map { "closeout." + $0 }
    for (at, event) in events {
      switch event {
      case .snapshot(let snapshot):
        let status = (snapshot["Compliance"] as? Reader.Object)?["Status"] as? String ?? "FAILED"
        let isArchived = snapshot["RecordState"] as? String == "ARCHIVED"
        if status == "PASSED" || !isArchived, let updated = instant(snapshot["UpdatedAt"]) {
          trace.evaluations.insert(.init(at: updated, failed: status == "FAILED"))
        }
      case .ledger("closeout.remediation.attempted", let data):
        let isAutomatic = (data["executor"] as? Reader.Object)?["kind"] as? String == "automation"
        if !isAutomatic { trace.people.append(at) }
        guard isAutomatic, data["mode"] as? String == "enforce", let end = instant(data["ended"]) else {
          break
        }
        if data["outcome"] as? String == "succeeded" { trace.fixes.append(end) }
        if ["failed", "timed-out", "cancelled"].contains(data["outcome"] as? String) {
          trace.failureEnds.append(end)
        }
      case .ledger("closeout.remediation.rolled-back", let data):
        if data["outcome"] as? String == "succeeded" { trace.rollbacks.append(at) }
      case .ledger(let type, _): if personal.contains(type) { trace.people.append(at) }
      }
    }
    return trace
  }

  private static func fold(_ events: [(at: Int64, event: Event)]) -> [Span] {
    var spans: [Span] = []
    var findings: [String: Finding] = [:]
    var exception: Int64?
    var exceptionEnd: Int64?
    func shiftBack() {
      guard let from = exception, let end = exceptionEnd else { return }
      if let index = spans.lastIndex(where: { $0.opened <= from }) { spans[index].shift += end - from }
    }
    for (at, event) in events {
      switch event {
      case .snapshot(let snapshot): apply(snapshot, &findings, &spans)
      case .ledger("closeout.remediation.attempted", let data):
        guard data["mode"] as? String == "enforce", data["outcome"] as? String == "succeeded" else { break }
        for id in Array(findings.keys) where findings[id]?.closed == nil {
          let claim = findings[id]?.claimedAt ?? instant(data["ended"])
          findings[id]?.claimedAt = claim
        }
      case .ledger("closeout.remediation.rolled-back", let data):
        guard data["outcome"] as? String == "succeeded" else { break }
        for id in Array(findings.keys) { findings[id]?.claimedAt = nil }
      case .ledger("closeout.finding.triaged", let data):
        guard data["reviewedBy"] != nil, let verdict = data["verdict"] as? String, verdict != "true-positive"
        else { break }
        let reason = verdict == "benign" ? "benign" : "false_positive"
        for id in Array(findings.keys) where findings[id]?.closed == nil {
          findings[id]?.closed = (reason, at)
        }
      case .ledger("closeout.exception.granted", let data):
        (exception, exceptionEnd) = (at, instant(data["expires"]))
      case .ledger("closeout.exception.revoked", _): exceptionEnd = at
      case .ledger: break
      }
      settle(findings, &spans)
    }
    shiftBack()
    return spans
  }

  private static func apply(
    _ snapshot: Reader.Object, _ findings: inout [String: Finding], _ spans: inout [Span]
  ) {
    let id = snapshot["Id"] as? String ?? ""
    var finding = findings[id] ?? Finding()
    let updated = instant(snapshot["UpdatedAt"]) ?? 0
    let noteAt = instant((snapshot["Note"] as? Reader.Object)?["UpdatedAt"]) ?? updated
    let status = (snapshot["Compliance"] as? Reader.Object)?["Status"] as? String
    if status == "FAILED" || status == "PASSED" { finding.status = status }
    finding.verdict = snapshot["VerificationState"] as? String ?? finding.verdict
    let before = finding.workflow
    finding.workflow = (snapshot["Workflow"] as? Reader.Object)?["Status"] as? String ?? before
    let fields = snapshot["ProductFields"] as? Reader.Object ?? [:]
    var reason: (String, Int64)?
    if finding.verdict == "FALSE_POSITIVE" {
      reason = ("false_positive", noteAt)
    } else if finding.verdict == "BENIGN_POSITIVE" {
      reason = ("benign", noteAt)
    } else if snapshot["RecordState"] as? String == "ARCHIVED" {
      let code = fields["ArchivalReasons:0/ReasonCode"] as? String
      let isWeakFix = fields["aws/inspector/FindingStatus"] as? String == "CLOSED"
      let names = [
        "CONSOLIDATED_CONTROL_FINDINGS_UPDATE": "superseded", "CONTROL_DISABLED": "control_disabled",
      ]
      let rest = status == "NOT_AVAILABLE" ? "resource_gone" : isWeakFix ? "verified" : "archived"
      reason = (code.flatMap { names[$0] } ?? rest, updated)
    } else if finding.status == "PASSED" {
      reason = ("verified", updated)
    } else if finding.workflow == "SUPPRESSED" {
      reason = ("suppressed", noteAt)
    }

    if let reason {
      if finding.hasFailed, finding.closed == nil { finding.closed = reason }
      // A finding that is archived after it passed stays as it was closed.
    } else if finding.status != "PASSED" {
      if !finding.hasFailed || finding.closed != nil { open(snapshot, updated, &spans) }
      if let claim = finding.claimedAt, updated > claim { finding.claimedAt = nil }
      finding.hasFailed = true
      finding.closed = nil
      if finding.workflow == "RESOLVED", before != "RESOLVED" {
        finding.claimedAt = finding.claimedAt ?? noteAt
      }
      if before == "RESOLVED", finding.workflow == "NEW" { finding.claimedAt = nil }
    }
    findings[id] = finding
  }

  private static func open(_ snapshot: Reader.Object, _ updated: Int64, _ spans: inout [Span]) {
    let severity = (snapshot["Severity"] as? Reader.Object)?["Label"] as? String ?? ""
    guard let last = spans.last else {
      let times = [snapshot["FirstObservedAt"], snapshot["CreatedAt"]].compactMap(instant) + [updated]
      spans.append(Span(severity: severity, opened: times.min() ?? updated))
      return
    }
    guard last.closed != nil else { return }
    if ["verified", "archived", "resource_gone"].contains(last.reason ?? "") {
      spans.append(Span(severity: severity, opened: updated))
    } else {
      spans[spans.count - 1].closed = nil
      spans[spans.count - 1].reason = nil
    }
  }

  /// Closes the span when no finding fails any more, and says whether all that fail are claimed.
  private static func settle(_ findings: [String: Finding], _ spans: inout [Span]) {
    guard let last = spans.last, last.closed == nil else { return }
    let failed = findings.values.filter(\.hasFailed)
    let open = failed.filter { $0.closed == nil }
    spans[spans.count - 1].isClaimed = !open.isEmpty && open.allSatisfy { $0.claimedAt != nil }
    guard open.isEmpty, let latest = failed.compactMap(\.closed).max(by: { $0.at < $1.at }) else { return }
    spans[spans.count - 1].closed = latest.at
    spans[spans.count - 1].reason = latest.reason
    spans[spans.count - 1].isClaimed = false
  }
}
