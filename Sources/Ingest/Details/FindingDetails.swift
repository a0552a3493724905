import JSONKit

/// What a finding's snapshot says, for people.
public struct FindingDetails: Sendable, Equatable {
  public var id: String?
  public var productArn: String?
  public var productName: String?
  public var companyName: String?
  public var generator: String?
  public var account: String?
  public var accountName: String?
  public var region: String?
  public var types: [String] = []

  public var title: String?
  public var description: String?
  public var remediationText: String?
  public var remediationURL: String?
  /// A page about the finding in its product.
  public var sourceURL: String?

  public var severity = SeverityDetails()
  /// What the finding's provider said before anybody changed it.
  public var providerSeverity = SeverityDetails()

  public var complianceStatus: String?
  public var securityControl: String?
  public var standards: [String] = []
  public var requirements: [String] = []
  public var statusReasons: [StatusReason] = []
  public var controlParameters: [DetailPair] = []

  public var workflowStatus: String?
  public var recordState: String?
  public var verificationState: String?
  public var note: Note?
  public var userDefinedFields: [DetailPair] = []
  public var vulnerabilities: [String] = []
  public var resources: [Resource] = []
  /// `ProductFields`, in the order of the record.
  public var productFields: [DetailPair] = []

  /// The times of the record as it writes them.
  public var times: [DetailPair] = []

  public init() {}

  public struct SeverityDetails: Sendable, Equatable {
    public var label: String?
    public var normalized: String?
    public var original: String?

    public init(label: String? = nil, normalized: String? = nil, original: String? = nil) {
      self.label = label
      self.normalized = normalized
      self.original = original
    }
  }

  public struct StatusReason: Sendable, Equatable {
    public var code: String
    public var description: String?

    public init(code: String, description: String? = nil) {
      self.code = code
      self.description = description
    }
  }

  public struct Note: Sendable, Equatable {
    public var text: String?
    public var updatedBy: String?
    public var updatedAt: String?

    public init(text: String? = nil, updatedBy: String? = nil, updatedAt: String? = nil) {
      self.text = text
      self.updatedBy = updatedBy
      self.updatedAt = updatedAt
    }
  }

  public struct Resource: Sendable, Equatable {
    public var type: String?
    public var id: String?
    public var partition: String?
    public var region: String?
    public var tags: [DetailPair] = []
    /// `Details` as JSON text: the resource's settings as the scanner saw them.
    public var settings: String?

    public init(
      type: String? = nil, id: String? = nil, partition: String? = nil, region: String? = nil,
      tags: [DetailPair] = [], settings: String? = nil
    ) {
      self.type = type
      self.id = id
      self.partition = partition
      self.region = region
      self.tags = tags
      self.settings = settings
    }
  }
}

extension FindingDetails {
  private static let timeNames = [
    "FirstObservedAt", "CreatedAt", "UpdatedAt", "LastObservedAt", "ProcessedAt",
  ]

  /// The members that are one text each, by their places.
  private static let texts:
    [(pointer: String, path: any WritableKeyPath<FindingDetails, String?> & Sendable)] = [
      ("/Id", \.id), ("/ProductArn", \.productArn), ("/ProductName", \.productName),
      ("/CompanyName", \.companyName), ("/GeneratorId", \.generator), ("/AwsAccountId", \.account),
      ("/AwsAccountName", \.accountName), ("/Region", \.region), ("/Title", \.title),
      ("/Description", \.description), ("/Remediation/Recommendation/Text", \.remediationText),
      ("/Remediation/Recommendation/Url", \.remediationURL), ("/SourceUrl", \.sourceURL),
      ("/Severity/Label", \.severity.label), ("/Severity/Normalized", \.severity.normalized),
      ("/Severity/Original", \.severity.original),
      ("/FindingProviderFields/Severity/Label", \.providerSeverity.label),
      ("/FindingProviderFields/Severity/Normalized", \.providerSeverity.normalized),
      ("/FindingProviderFields/Severity/Original", \.providerSeverity.original),
      ("/Compliance/Status", \.complianceStatus), ("/Compliance/SecurityControlId", \.securityControl),
      ("/Workflow/Status", \.workflowStatus), ("/RecordState", \.recordState),
      ("/VerificationState", \.verificationState),
    ]

  private static let shape = DetailShape(
    texts.map(\.pointer) + [
      "/Types", "/Compliance/AssociatedStandards", "/Compliance/RelatedRequirements",
      "/Compliance/StatusReasons", "/Compliance/SecurityControlParameters", "/Note", "/Note/Text",
      "/Note/UpdatedBy", "/Note/UpdatedAt", "/UserDefinedFields", "/Vulnerabilities", "/Resources",
      "/ProductFields",
    ] + timeNames.map { "/" + $0 })

  /// Nil when the bytes are no JSON document.
  init?(_ bytes: [UInt8]) {
    guard let view = DetailView(bytes, Self.shape) else { return nil }
    for (slot, text) in Self.texts.enumerated() {
      if let value = view.slice(slot)?.scalarText(in: bytes) { self[keyPath: text.path] = value }
    }
    types = view.texts("/Types")
    productFields = view.pairs("/ProductFields")
    readCheck(view)
    readState(view)
    resources = view.elements("/Resources").map { Resource($0, in: bytes) }
    times = Self.timeNames.compactMap { name in
      view.text("/" + name).map { DetailPair(name: name, value: $0) }
    }
  }

  private mutating func readCheck(_ view: DetailView) {
    requirements = view.texts("/Compliance/RelatedRequirements")
    standards = view.elements("/Compliance/AssociatedStandards").compactMap {
      $0.member("StandardsId", in: view.bytes)?.scalarText(in: view.bytes)
    }
    statusReasons = view.elements("/Compliance/StatusReasons").compactMap { reason in
      let members = reason.memberList(in: view.bytes)
      return members.text("ReasonCode").map {
        StatusReason(code: $0, description: members.text("Description"))
      }
    }
    controlParameters = view.elements("/Compliance/SecurityControlParameters").compactMap { parameter in
      guard let name = parameter.member("Name", in: view.bytes)?.scalarText(in: view.bytes) else {
        return nil
      }
      let values = parameter.member("Value", in: view.bytes)?.texts(in: view.bytes) ?? []
      return DetailPair(name: name, value: values.joined(separator: ", "))
    }
  }

  private mutating func readState(_ view: DetailView) {
    userDefinedFields = view.pairs("/UserDefinedFields")
    vulnerabilities = view.elements("/Vulnerabilities").compactMap {
      $0.member("Id", in: view.bytes)?.scalarText(in: view.bytes)
    }
    if view.slice("/Note") != nil {
      note = Note(
        text: view.text("/Note/Text"), updatedBy: view.text("/Note/UpdatedBy"),
        updatedAt: view.text("/Note/UpdatedAt"))
    }
  }
}

extension FindingDetails.Resource {
  fileprivate init(_ slice: JSONSlice, in bytes: [UInt8]) {
    let members = slice.memberList(in: bytes)
    type = members.text("Type")
    id = members.text("Id")
    partition = members.text("Partition")
    region = members.text("Region")
    tags = members["Tags"]?.pairs(in: bytes) ?? []
    settings = members["Details"].flatMap { $0.isNull ? nil : $0.string(in: bytes) }
  }
}
