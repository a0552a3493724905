import JSONKit

extension LedgerDetails {
  /// The members with their names in the open format; those of lists are apart.
  static let members: [(name: String, path: any WritableKeyPath<LedgerDetails, String?> & Sendable)] = [
    ("source", \.source), ("id", \.id), ("type", \.type), ("subject", \.subject), ("time", \.time),
    ("correlationid", \.correlation), ("data.control", \.control), ("data.resource", \.resource),
    ("data.lane", \.lane), ("data.decision", \.decision), ("data.policy.id", \.policy.id),
    ("data.policy.version", \.policy.version), ("data.policy.digest", \.policy.digest),
    ("data.reason", \.reason), ("data.reason.code", \.reason), ("data.reason.text", \.reasonText),
    ("data.attempt", \.attempt), ("data.mode", \.mode), ("data.phase", \.phase),
    ("data.executor.kind", \.executor.kind), ("data.executor.id", \.executor.id),
    ("data.executor.session", \.executor.session), ("data.executor.role", \.executor.role),
    ("data.workflow.id", \.workflow.id), ("data.workflow.version", \.workflow.version),
    ("data.change.summary", \.change.summary), ("data.change.reference", \.change.reference),
    ("data.change.before", \.change.before), ("data.change.after", \.change.after),
    ("data.started", \.started), ("data.ended", \.ended), ("data.outcome", \.outcome),
    ("data.result", \.result), ("data.method", \.method), ("data.by", \.by), ("data.evidence", \.evidence),
    ("data.trigger", \.trigger), ("data.restored", \.restored), ("data.owner", \.owner),
    ("data.team", \.team),
    ("data.ticket.system", \.ticket.system), ("data.ticket.key", \.ticket.key),
    ("data.ticket.url", \.ticket.url),
    ("data.due", \.due), ("data.verdict", \.verdict), ("data.claimedBy", \.claimedBy),
    ("data.reviewedBy", \.reviewedBy), ("data.score", \.score),
    ("data.internetReachable", \.internetReachable), ("data.sensitiveData", \.sensitiveData),
    ("data.attackPath", \.attackPath), ("data.to", \.to), ("data.channel", \.channel),
    ("data.approver", \.approver), ("data.justification", \.justification), ("data.expires", \.expires),
    ("data.address", \.address), ("data.commit", \.commit), ("data.pullRequest", \.pullRequest),
    ("data.waiverExpires", \.waiverExpires), ("data.queue", \.queue), ("data.attempts", \.attempts),
    ("data.error", \.error),
  ]

  /// Members whose value may be any JSON and is then shown as JSON text.
  private static let anyValue: Set<String> = [
    "data.change.reference", "data.change.before", "data.change.after", "data.evidence", "data.restored",
    "data.attackPath",
  ]

  /// Where each member stands in an event. None of the names has a character that a pointer escapes.
  private static let places = members.map { name, path in
    (pointer: "/" + name.replacing(".", with: "/"), isAnyValue: anyValue.contains(name), path: path)
  }

  private static let shape = DetailShape(places.map(\.pointer) + ["/data/checks"])

  /// Reads an event of the open format; nil when the bytes are no JSON document.
  init?(event bytes: [UInt8]) {
    guard let view = DetailView(bytes, Self.shape) else { return nil }
    for (slot, place) in Self.places.enumerated() {
      guard let slice = view.slice(slot) else { continue }
      let text = place.isAnyValue ? slice.string(in: bytes) : slice.scalarText(in: bytes)
      if let text { self[keyPath: place.path] = text }
    }
    checks = view.elements("/data/checks").compactMap { Check($0, in: bytes) }
  }

  /// Reads a record of a foreign ledger through its mapping; nil when the bytes are not what it describes.
  init?(_ bytes: [UInt8], mapping: LedgerMapping, columns: [String]) {
    let names = Self.members.filter { mapping.rule($0.name) != nil }
    if mapping.container == .csv {
      let row = CSVRow.fields(bytes, 0..<bytes.count)
      guard row.count == columns.count else { return nil }
      for (name, path) in names {
        self[keyPath: path] = mapping.rule(name)?.shown { source in
          columns.firstIndex(of: source).map { row[$0] }.flatMap { $0.isEmpty ? nil : $0 }
        }
      }
      return
    }
    let sources = names.flatMap { mapping.rule($0.name)?.sources ?? [] }
    guard let view = DetailView(bytes, DetailShape(sources.isEmpty ? [""] : sources)) else { return nil }
    for (name, path) in names {
      self[keyPath: path] = mapping.rule(name)?.shown(view.anyText)
    }
  }
}

extension LedgerMapping.Rule {
  /// The value as people are shown it: a word outside the table stands as it is.
  fileprivate func shown(_ value: (String) -> String?) -> String? {
    if let constant { return constant }
    guard let text = sources.lazy.compactMap(value).first else { return defaultValue }
    return values?[text] ?? text
  }
}

extension LedgerDetails.Check {
  fileprivate init?(_ slice: JSONSlice, in bytes: [UInt8]) {
    let members = slice.memberList(in: bytes)
    func text(_ name: StaticString) -> String? {
      members[name].flatMap { $0.isNull ? nil : $0.string(in: bytes) }
    }
    guard let name = text("name") else { return nil }
    self.name = name
    expected = text("expected")
    actual = text("actual")
    passed = members["passed"]?.bool
  }
}
