import Ingest
import Policy
import Remediation
import TransparencyLog
import XMLKit

/// Writes a proof as XML after `data/evidence-1.xsd`: the same facts as the page, for programs.
enum EvidenceXML {
  static let namespace = "urn:closeout:evidence:1"

  /// The same proof and producer give the same bytes.
  static func write(_ proof: ProofOfFix, producer: String) -> [UInt8] {
    let output = write(proof, producer: producer, replaced: [])
    guard !output.replaced.isEmpty else { return output.bytes }
    // What XML cannot hold is known only now; it is listed, and the records keep it.
    return write(proof, producer: producer, replaced: output.replaced).bytes
  }

  private static func write(_ proof: ProofOfFix, producer: String, replaced: [XMLReplacement]) -> XMLOutput {
    var xml = XMLWriter(capacity: 32 << 10)
    xml.element(
      "evidence",
      ["xmlns": namespace, "version": "1", "producer": producer, "as-of": proof.asOf.rfc3339]
    ) { xml in
      xml.write(proof.subject)
      xml.write(proof.verdict)
      xml.write(proof.policy)
      for episode in proof.episodes { xml.write(episode) }
      for finding in proof.related { xml.write(finding) }
      for record in proof.records { xml.write(record) }
      for item in replaced { xml.write(item) }
    }
    return xml.finish()
  }
}

extension [RecordNumber] {
  /// The numbers one behind the other, as an XML list has them.
  var list: String { map(\.description).joined(separator: " ") }
  var listIfAny: String? { isEmpty ? nil : list }
}

// MARK: - What it is about

extension XMLWriter {
  fileprivate mutating func write(_ subject: ProofSubject) {
    element("finding", ["digest": subject.digest.hex, "severity": subject.severity.label]) { xml in
      xml.element("id", text: shortened(subject.identity.id))
      xml.element("product-arn", text: shortened(subject.identity.productArn))
      xml.element("title", text: subject.title)
      xml.optional("explanation", subject.explanation)
      xml.optional("product", subject.product)
      xml.optional("remediation-text", subject.remediationText)
      xml.optional("remediation-url", subject.remediationURL)
      if let violation = subject.violation {
        xml.element(
          "violation",
          [
            "partition": violation.partition, "account": violation.account,
            "account-name": subject.accountName,
            "region": violation.region,
          ]
        ) { xml in
          xml.element("control", text: shortened(violation.control))
          for resource in violation.resources { xml.element("resource", text: shortened(resource)) }
        }
      }
      for standard in subject.standards { xml.element("standard", text: standard) }
      for requirement in subject.requirements { xml.element("requirement", text: requirement) }
    }
  }

  fileprivate mutating func write(_ verdict: ProofVerdict) {
    element("verdict", ["word": verdict.word.rawValue, "records": verdict.records.listIfAny]) { xml in
      xml.element("sentence", text: verdict.sentence)
      for link in verdict.links {
        xml.element(
          "link",
          ["name": link.name.rawValue, "answer": link.answer.xmlName, "records": link.records.listIfAny],
          text: link.reason)
      }
      if let missing = verdict.firstMissing {
        xml.element("first-missing", ["name": missing.name.rawValue], text: missing.reason)
      }
      for notice in verdict.notices {
        xml.element(
          "notice", ["weight": notice.weight.rawValue, "records": notice.records.listIfAny], text: notice.text
        )
      }
    }
  }

  fileprivate mutating func write(_ evidence: EvidencePolicy) {
    let policy = evidence.policy
    element(
      "policy",
      [
        "name": policy.id, "version": policy.version, "digest": policy.digest,
        "held-for": policy.windows.heldFor.description,
      ]
    ) { xml in
      for terms in policy.sla.terms {
        for target in terms.targets {
          xml.element(
            "target",
            [
              "effective": terms.effective?.rfc3339, "severity": target.severity.label,
              "environment": target.environment, "risk": target.risk, "within": target.within.description,
            ])
        }
      }
    }
  }

  private mutating func optional(_ name: StaticString, _ text: String?) {
    if let text { element(name, text: text) }
  }
}

extension ProofVerdict.Answer {
  var xmlName: String { self == .notRecorded ? "not-recorded" : rawValue }
}

// MARK: - Episodes

extension XMLWriter {
  fileprivate mutating func write(_ episode: EpisodeStory) {
    element(
      "episode",
      [
        "number": "\(episode.number)", "state": episode.state.name, "severity": episode.severity.label,
        "opened": episode.openedAt.rfc3339, "opened-by": "\(episode.openedBy)",
        "opening-estimated": episode.isOpeningEstimated ? "true" : nil,
        "closed": episode.closedAt?.rfc3339, "closed-by": episode.closedBy.map { "\($0)" },
        "closing-estimated": episode.isClosingEstimated ? "true" : nil,
        "reason": episode.reason?.name, "time-defect": episode.timeDefect?.name,
      ]
    ) { xml in
      for claim in episode.claims {
        xml.element(
          "claim",
          [
            "origin": claim.origin, "at": claim.at.rfc3339, "outcome": claim.outcome,
            "settled": claim.settledAt?.rfc3339, "record": "\(claim.record)",
          ])
      }
      for span in episode.suppressions {
        xml.element(
          "suppression", ["from": span.from.rfc3339, "to": span.to?.rfc3339, "reason": span.reason.name])
      }
      xml.write(episode.sla)
      for chapter in Chapter.allCases {
        guard let statements = episode.chapters[chapter], !statements.isEmpty else { continue }
        xml.element("chapter", ["name": chapter.rawValue]) { xml in
          for statement in statements { xml.write(statement) }
        }
      }
    }
  }

  private mutating func write(_ sla: SLAStanding) {
    element(
      "sla",
      [
        "standing": sla.word.rawValue, "target": sla.target?.description, "tier": sla.tier,
        "deadline": sla.deadline?.rfc3339,
      ]
    ) { xml in
      xml.element("sentence", text: sla.sentence)
      for exception in sla.exceptions {
        xml.element(
          "exception",
          ["from": exception.from.rfc3339, "to": exception.to.rfc3339, "records": exception.records.list])
      }
    }
  }

  private mutating func write(_ statement: Statement) {
    element(
      "statement",
      ["records": statement.records.list, "at": statement.at.rfc3339, "until": statement.until?.rfc3339]
    ) { xml in
      xml.element("summary", text: statement.summary)
      for fact in statement.facts { xml.element("fact", ["name": fact.name], text: fact.value) }
      for check in statement.checks {
        xml.element(
          "check",
          [
            "name": check.name, "expected": check.expected, "actual": check.actual,
            "passed": check.passed.map { $0 ? "true" : "false" },
          ])
      }
      if let difference = statement.difference { xml.write(difference) }
    }
  }

  private mutating func write(_ difference: StructuredDiff) {
    element(
      "difference",
      [
        "planned": difference.isPlanned ? "true" : nil, "unchanged": "\(difference.unchanged)",
        "omitted": difference.omitted > 0 ? "\(difference.omitted)" : nil,
      ]
    ) { xml in
      for line in difference.lines {
        xml.element("value", ["path": line.path]) { xml in
          xml.optional("before", line.before)
          xml.optional("after", line.after)
        }
      }
    }
  }
}

// MARK: - Lists

extension XMLWriter {
  fileprivate mutating func write(_ finding: RelatedFinding) {
    element(
      "related-finding",
      [
        "digest": finding.digest.hex, "failing": finding.isFailing ? "true" : "false",
        "workflow": finding.workflow.label, "records": finding.records.listIfAny,
      ]
    ) { xml in
      xml.element("id", text: shortened(finding.identity.id))
      xml.element("product-arn", text: shortened(finding.identity.productArn))
    }
  }

  fileprivate mutating func write(_ record: ListedRecord) {
    element(
      "record",
      [
        "number": "\(record.number)", "leaf": record.leaf.hex, "kind": record.kind.rawValue,
        "source": record.source.name, "size": "\(record.size)", "event-time": record.eventTime?.rfc3339,
        "envelope-time": record.envelopeTime?.rfc3339, "mapping": record.mapping?.hex,
        "related": record.isRelated ? "true" : nil, "withheld": record.isWithheld ? "true" : nil,
      ])
  }

  fileprivate mutating func write(_ item: XMLReplacement) {
    let digits = String(item.scalar.value, radix: 16, uppercase: true)
    element(
      "replaced",
      [
        "scalar": "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits,
        "element": item.element, "attribute": item.attribute, "count": "\(item.count)",
      ])
  }
}
