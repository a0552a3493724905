/// One event of a remediation ledger, in CloudEvents 1.0 without its chain members.
struct LedgerLine: Sendable {
  let at: Int64
  let pipeline: Pipeline
  let id: String
  let type: String
  let subject: String?
  let correlation: String?
  let data: [(String, JSONTree)]

  enum Pipeline: String, Sendable {
    case central = "https://pipelines.example.com/remediation/central"
    case payments = "https://pipelines.example.com/remediation/payments"
    case gate = "https://ci.example.com/iac-gate"
  }

  /// The members before any chain members.
  var members: [(String, JSONTree)] {
    var out: [(String, JSONTree)] = [
      ("specversion", "1.0"), ("id", .text(id)), ("source", .text(pipeline.rawValue)),
      ("type", .text("closeout." + type)),
    ]
    if let subject { out.append(("subject", .text(subject))) }
    out.append(("time", .text(CivilTime.text(at))))
    out.append(("datacontenttype", "application/json"))
    if let correlation { out.append(("correlationid", .text(correlation))) }
    out.append(("data", .members(data)))
    return out
  }
}
