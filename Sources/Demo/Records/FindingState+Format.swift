extension FindingState {
  /// The finding in the security finding format (ASFF), as its product writes it.
  func tree(of subject: Subject) -> JSONTree {
    let style: CivilTime.Style =
      switch quirk {
      case .microseconds: .microsecondsWithOffset
      case .offset: .fourHoursBehind
      case .none, .sparse: .milliseconds
      }
    func time(_ instant: Int64) -> JSONTree { .text(CivilTime.text(instant, style)) }
    let product = Self.productArn(of: subject)
    let label = (compliance ?? "FAILED") == "FAILED" ? subject.severity : .informational
    var out: [(String, JSONTree)] = [
      ("SchemaVersion", "2018-10-08"), ("Id", .text(id)), ("ProductArn", .text(product)),
      ("ProductName", .text(subject.detector?.service.productName ?? "Security Hub")),
      ("CompanyName", "AWS"), ("Region", .text(subject.region)),
      ("GeneratorId", .text(generator(of: subject))), ("AwsAccountId", .text(subject.account.id)),
      ("Types", .list([.text(types(of: subject))])),
      ("FirstObservedAt", time(firstObservedAt)), ("LastObservedAt", time(lastObservedAt)),
      ("CreatedAt", time(createdAt)), ("UpdatedAt", time(updatedAt)),
      (
        "Severity",
        [
          "Label": .text(label.rawValue), "Normalized": .number(label.normalized),
          "Original": .text(label.rawValue),
        ]
      ),
      ("Title", .text(title(of: subject))), ("Description", .text(subject.description)),
    ]
    if let control = subject.control {
      out.append(
        (
          "Remediation",
          [
            "Recommendation": [
              "Text": "The documentation of the control says how to change the resource.",
              "Url": "https://docs.aws.amazon.com/console/securityhub/\(control.id)/remediation",
            ]
          ]
        ))
    }
    out.append(("ProductFields", .members(productFields(of: subject, product: product))))
    var resource: [(String, JSONTree)] = [
      ("Type", .text(subject.resource.rawValue)), ("Id", .text(subject.resourceID)), ("Partition", "aws"),
      ("Region", .text(subject.region)), ("Tags", .members(subject.tags)),
    ]
    if let details = subject.details { resource.append(("Details", details)) }
    out.append(("Resources", .list([.members(resource)])))
    if let control = subject.control, let compliance {
      out.append(("Compliance", .members(complianceFields(compliance, control))))
    }
    out.append(("WorkflowState", "NEW"))
    if quirk != .sparse { out.append(("Workflow", ["Status": .text(workflow)])) }
    out.append(("RecordState", isArchived ? "ARCHIVED" : "ACTIVE"))
    if let verdict { out.append(("VerificationState", .text(verdict))) }
    if let note {
      out.append(
        (
          "Note",
          [
            "Text": .text(note.text), "UpdatedBy": .text(note.author),
            "UpdatedAt": time(note.at),
          ]
        ))
    }
    out.append(
      (
        "FindingProviderFields",
        [
          "Severity": [
            "Label": .text(label.rawValue),
            "Original": .text(label.rawValue),
          ], "Types": .list([.text(types(of: subject))]),
        ]
      ))
    if quirk != .sparse { out.append(("ProcessedAt", time(processedAt))) }
    out.append(("AwsAccountName", .text(subject.account.name)))
    return .members(out)
  }

  static func productArn(of subject: Subject) -> String {
    let service = subject.detector?.service.rawValue ?? "securityhub"
    return "arn:aws:securityhub:\(subject.region)::product/aws/\(service)"
  }

  /// A new finding id in the shape that the product gives it.
  static func newID(_ form: Form, of subject: Subject, random: inout SplitMix64) -> String {
    let place = "\(subject.region):\(subject.account.id)"
    guard let detector = subject.detector else {
      let control = subject.control?.id ?? ""
      return switch form {
      case .standard(let standard):
        "arn:aws:securityhub:\(place):subscription/\(standard.rawValue)/\(control)/finding/\(random.uuid())"
      default: "arn:aws:securityhub:\(place):security-control/\(control)/finding/\(random.uuid())"
      }
    }
    return switch detector.service {
    case .guardDuty: "arn:aws:guardduty:\(place):detector/\(random.hex(32))/finding/\(random.hex(32))"
    case .inspector: "arn:aws:inspector2:\(place):finding/\(random.hex(32))"
    case .accessAnalyzer: "arn:aws:access-analyzer:\(place):analyzer/organization/\(subject.resourceID)"
    }
  }

  private func generator(of subject: Subject) -> String {
    if let detector = subject.detector {
      return switch detector.service {
      case .guardDuty: String(id.prefix { $0 != "/" }) + "/" + detector.type
      case .inspector: "AWSInspector"
      case .accessAnalyzer: "aws/access-analyzer"
      }
    }
    let control = subject.control?.id ?? ""
    if case .standard(let standard) = form { return standard.rawValue + "/" + control }
    return "security-control/" + control
  }

  private func types(of subject: Subject) -> String {
    subject.detector?.type ?? "Software and Configuration Checks/Industry and Regulatory Standards"
  }

  private func title(of subject: Subject) -> String {
    if case .standard = form, let control = subject.control { return control.id + " " + subject.title }
    return subject.title
  }

  private func productFields(of subject: Subject, product: String) -> [(String, JSONTree)] {
    var out: [(String, JSONTree)] = []
    if let control = subject.control {
      if case .standard(let standard) = form {
        out.append(("StandardsArn", .text("arn:aws:securityhub:::" + standard.id)))
        out.append(("ControlId", .text(control.id)))
      }
      out.append(("RelatedAWSResources:0/name", .text("securityhub-\(control.rule)-\(id.suffix(8))")))
      out.append(("RelatedAWSResources:0/type", "AWS::Config::ConfigRule"))
    }
    if let detector = subject.detector, detector.service == .inspector {
      out.append(("aws/inspector/FindingStatus", isArchived ? "CLOSED" : "ACTIVE"))
      out.append(("aws/inspector/ProductVersion", "2"))
    }
    if subject.detector?.service == .accessAnalyzer {
      out.append(("ResourceOwnerAccount", .text(subject.account.id)))
    }
    switch archival {
    case .consolidation:
      out.append(
        (
          "ArchivalReasons:0/Description",
          "This finding is archived because consolidated control findings was turned on."
        ))
      out.append(("ArchivalReasons:0/ReasonCode", "CONSOLIDATED_CONTROL_FINDINGS_UPDATE"))
    case .controlDisabled:
      out.append(
        ("ArchivalReasons:0/Description", "This finding is archived because the control was disabled."))
      out.append(("ArchivalReasons:0/ReasonCode", "CONTROL_DISABLED"))
    case .resourceGone, nil: break
    }
    out.append(("aws/securityhub/FindingId", .text("\(product)/\(id)")))
    return out
  }

  private func complianceFields(_ status: String, _ control: DemoControl) -> [(String, JSONTree)] {
    var out: [(String, JSONTree)] = [("Status", .text(status))]
    if status == "NOT_AVAILABLE" {
      out.append(
        (
          "StatusReasons",
          [
            [
              "ReasonCode": "CONFIG_RETURNS_NOT_APPLICABLE",
              "Description": "The rule answered that the resource is not applicable; it was deleted.",
            ]
          ]
        ))
    }
    out.append(("RelatedRequirements", .list(control.requirements.map { .text("NIST.800-53.r5 " + $0) })))
    out.append(("SecurityControlId", .text(control.id)))
    var standards = control.standards
    if case .standard(let standard) = form { standards = [standard] }
    out.append(("AssociatedStandards", .list(standards.map { ["StandardsId": .text($0.id)] })))
    return out
  }
}
