import Ingest
import Policy
import Remediation
import Reports
import TransparencyLog

extension EvidencePage {
  /// The page of a proof; the same proof and producer give the same page.
  init(_ proof: ProofOfFix, producer: String) {
    let cite = Citing(proof.records)
    self.init(
      title: proof.subject.title, verdict: Verdict(proof.verdict, cite), producer: producer,
      asOf: Time(proof.asOf), policy: proof.policy.description, digest: proof.subject.digest.hex)
    severity = SeverityMark(rawValue: proof.subject.severity.label.lowercased()) ?? .unknown
    subject = Self.facts(of: proof.subject)
    place = Self.place(of: proof.subject)
    if let episode = proof.current {
      sla = SLA(episode.sla, cite)
      chapters = Chapter.all(of: episode, cite)
      if proof.episodes.count > 1 {
        episodeLine =
          "This is episode \(episode.number), opened at \(episode.openedAt.shown). Earlier ones stand below."
      }
    }
    earlier = proof.episodes.dropLast().reversed().map { Episode($0, cite) }
    related = proof.related.map { finding in
      Related(
        id: shortened(finding.identity.id), product: shortened(finding.identity.productArn),
        state: (finding.isFailing ? "failing" : "not failing") + ", workflow \(finding.workflow.label)",
        citations: cite(finding.records))
    }
    records = proof.records.map { record in
      Record(
        number: "\(record.number)", at: record.eventTime.map(Time.init), kind: record.shownKind,
        size: record.size, leaf: record.leaf.hex, isWithheld: record.isWithheld)
    }
  }

  /// Where it is, in a line.
  private static func place(of subject: ProofSubject) -> String? {
    guard let violation = subject.violation else { return subject.product.map { shortened($0, to: 200) } }
    let account = [subject.accountName, violation.account].compactMap { $0 }.joined(separator: " ")
    return [violation.control, account, violation.region].filter { !$0.isEmpty }
      .map { shortened($0, to: 200) }.joined(separator: " · ")
  }

  private static func facts(of subject: ProofSubject) -> [Fact] {
    var facts: [Fact] = []
    func add(_ name: String, _ value: String?, _ style: Evidence.Statement.Fact.Style = .text) {
      guard let value, !value.isEmpty else { return }
      facts.append(Fact(name: name, value: Value(shortened(value), style)))
    }
    if let violation = subject.violation {
      add("Control", violation.control)
      add("Account", [subject.accountName, violation.account].compactMap { $0 }.joined(separator: ", "))
      add("Region", violation.region)
      for resource in violation.resources { add("Resource", resource, .code) }
    }
    add("Product", subject.product)
    add("Finding", subject.identity.id, .code)
    add("Product ARN", subject.identity.productArn, .code)
    add("What is wrong", subject.explanation)
    add("What the product advises", subject.remediationText)
    add("Advice in full", subject.remediationURL, .link)
    add("Standards", subject.standards.joined(separator: ", "))
    add("Requirements", subject.requirements.joined(separator: "; "))
    return facts
  }
}

/// Gives the citations of records by their numbers.
struct Citing {
  private let records: [(leaf: String, isWithheld: Bool)]
  /// More than this are cited by the first ones and the last.
  private static let most = 6

  init(_ records: [ListedRecord]) {
    self.records = records.map { (String($0.leaf.hex.prefix(12)), $0.isWithheld) }
  }

  func callAsFunction(_ numbers: [RecordNumber]) -> [EvidencePage.Citation] {
    let shown = numbers.count > Self.most ? Array(numbers.prefix(3)) + numbers.suffix(1) : numbers
    return shown.map { number in
      let record = records[number.value - 1]
      return EvidencePage.Citation(number: "\(number)", leaf: record.leaf, isWithheld: record.isWithheld)
    }
  }

  /// What to add to a text whose records are not all cited.
  func remainder(_ numbers: [RecordNumber]) -> String {
    numbers.count > Self.most ? " (\(numbers.count) records; evidence.xml names them all)" : ""
  }
}

extension EvidencePage.Time {
  init(_ instant: Instant) {
    self.init(machine: instant.rfc3339, shown: instant.shown)
  }
}

extension EvidencePage.Value {
  /// Values longer than this are folded.
  private static let longest = 400
  private static let beginning = 160

  init(_ value: String, _ style: Evidence.Statement.Fact.Style) {
    if Self.isFolded(value, style) {
      let scalars = value.unicodeScalars
      let start = String(scalars.prefix(Self.beginning)).replacing("\n", with: " ")
      self.init(folded: Folded(beginning: start, size: "\(scalars.count) characters", all: value))
      return
    }
    switch style {
    case .text: self.init(text: value)
    case .code: self.init(code: value)
    case .link: self.init(link: value)
    }
  }

  private static func isFolded(_ value: String, _ style: Evidence.Statement.Fact.Style) -> Bool {
    // The number of bytes is known at once; that of scalars is no more.
    if value.utf8.count > longest, value.unicodeScalars.count > longest { return true }
    return style != .link && value.utf8.count > 6 && value.utf8.count { $0 == 0x0A } > 6
  }
}

extension EvidencePage.Verdict {
  init(_ verdict: ProofVerdict, _ cite: Citing) {
    self.init(
      mark: VerdictMark(rawValue: verdict.word.rawValue) ?? .indeterminate, sentence: verdict.sentence,
      citations: cite(verdict.records), links: verdict.links.map { EvidencePage.Link($0, cite) },
      missing: verdict.firstMissing.map {
        "\($0.name.rawValue.capitalisedFirst): \($0.answer.rawValue). \($0.reason)"
      },
      notices: Self.notices(verdict, .contradiction, cite) + Self.notices(verdict, .withheld, cite),
      doubts: Self.notices(verdict, .doubt, cite))
  }
}

extension EvidencePage.Verdict {
  private static func notices(
    _ verdict: ProofVerdict, _ weight: ProofVerdict.Notice.Weight, _ cite: Citing
  ) -> [EvidencePage.Notice] {
    verdict.notices.filter { $0.weight == weight }.map {
      EvidencePage.Notice(text: $0.text + cite.remainder($0.records), citations: cite($0.records))
    }
  }
}

extension EvidencePage.Link {
  init(_ link: ProofVerdict.Link, _ cite: Citing) {
    let (sign, support) =
      switch link.answer {
      case .yes: ("✓", "supported")
      case .no: ("✕", "against")
      case .notRecorded: ("○", "neutral")
      }
    self.init(
      name: link.name.rawValue.capitalisedFirst, answer: link.answer.rawValue, sign: sign, support: support,
      reason: link.reason, citations: cite(link.records))
  }
}

extension EvidencePage.SLA {
  init(_ sla: SLAStanding, _ cite: Citing) {
    let support =
      switch sla.word {
      case .met: "supported"
      case .missed: "against"
      case .running, .leftOut, .noTarget: "neutral"
      }
    self.init(
      word: sla.word.rawValue.replacing("-", with: " "), support: support, sentence: sla.sentence,
      exceptions: sla.exceptions.map { exception in
        let length = shownDuration(exception.to.milliseconds(since: exception.from))
        return EvidencePage.Notice(
          text:
            "An exception from \(exception.from.shown) to \(exception.to.shown) "
            + "moved the deadline by up to \(length).",
          citations: cite(exception.records))
      })
  }
}

extension EvidencePolicy {
  /// The policy in a line: what it is called, its digest, its windows. The deadlines stand with the episodes.
  var description: String {
    let name = [
      policy.id, policy.version.map { "version \($0)" }, policy.digest.map { "SHA-256 \($0)" },
    ].compactMap { $0 }.joined(separator: ", ")
    return name + ". Held after \(shownDuration(policy.windows.heldFor.milliseconds))."
  }
}

extension ListedRecord {
  var shownKind: String {
    "\(kind.rawValue) (\(source.name))" + (isRelated ? ", other finding" : "")
      + (isWithheld ? ", withheld" : "")
  }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
