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

  private static let shape = DetailShape(
    [
      "/Id", "/ProductArn", "/ProductName", "/CompanyName", "/GeneratorId", "/AwsAccountId",
      "/AwsAccountName",
      "/Region", "/Types", "/Title", "/Description", "/Remediation/Recommendation/Text",
      "/Remediation/Recommendation/Url", "/SourceUrl", "/Severity/Label", "/Severity/Normalized",
      "/Severity/Original", "/FindingProviderFields/Severity/Label",
      "/FindingProviderFields/Severity/Normalized", "/FindingProviderFields/Severity/Original",
      "/Compliance/Status", "/Compliance/SecurityControlId", "/Compliance/AssociatedStandards",
      "/Compliance/RelatedRequirements", "/Compliance/StatusReasons", "/Compliance/SecurityControlParameters",
      "/Workflow/Status", "/RecordState", "/VerificationState", "/Note", "/Note/Text", "/Note/UpdatedBy",
      "/Note/UpdatedAt", "/UserDefinedFields", "/Vulnerabilities", "/Resources", "/ProductFields",
    ] + timeNames.map { "/" + $0 })

  /// Nil when the bytes are no JSON document.
  init?(_ bytes: [UInt8]) {
    guard let view = DetailView(bytes, Self.shape) else { return nil }
    severity = SeverityDetails(
      label: view.text("/Severity/Label"), normalized: view.text("/Severity/Normalized"),
      original: view.text("/Severity/Original"))
    providerSeverity = SeverityDetails(
      label: view.text("/FindingProviderFields/Severity/Label"),
      normalized: view.text("/FindingProviderFields/Severity/Normalized"),
      original: view.text("/FindingProviderFields/Severity/Original"))
    readWhatAndWhere(view)
    readCheck(view)
    readState(view)
    resources = view.elements("/Resources").map { Resource($0, in: bytes) }
    times = Self.timeNames.compactMap { name in
      view.text("/" + name).map { DetailPair(name: name, value: $0) }
    }
  }

  private mutating func readWhatAndWhere(_ view: DetailView) {
    id = view.text("/Id")
    productArn = view.text("/ProductArn")
    productName = view.text("/ProductName")
    companyName = view.text("/CompanyName")
    generator = view.text("/GeneratorId")
    account = view.text("/AwsAccountId")
    accountName = view.text("/AwsAccountName")
    region = view.text("/Region")
    types = view.texts("/Types")
    title = view.text("/Title")
    description = view.text("/Description")
    remediationText = view.text("/Remediation/Recommendation/Text")
    remediationURL = view.text("/Remediation/Recommendation/Url")
    sourceURL = view.text("/SourceUrl")
    productFields = view.pairs("/ProductFields")
  }

  private mutating func readCheck(_ view: DetailView) {
    complianceStatus = view.text("/Compliance/Status")
    securityControl = view.text("/Compliance/SecurityControlId")
    requirements = view.texts("/Compliance/RelatedRequirements")
    standards = view.elements("/Compliance/AssociatedStandards").compactMap {
      $0.member("StandardsId", in: view.bytes)?.scalarText(in: view.bytes)
    }
    statusReasons = view.elements("/Compliance/StatusReasons").compactMap { reason in
      guard let code = reason.member("ReasonCode", in: view.bytes)?.scalarText(in: view.bytes) else {
        return nil
      }
      return StatusReason(
        code: code, description: reason.member("Description", in: view.bytes)?.scalarText(in: view.bytes))
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
    workflowStatus = view.text("/Workflow/Status")
    recordState = view.text("/RecordState")
    verificationState = view.text("/VerificationState")
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
    func text(_ name: StaticString) -> String? { slice.member(name, in: bytes)?.scalarText(in: bytes) }
    type = text("Type")
    id = text("Id")
    partition = text("Partition")
    region = text("Region")
    tags = slice.member("Tags", in: bytes)?.pairs(in: bytes) ?? []
    settings = slice.member("Details", in: bytes).flatMap { $0.isNull ? nil : $0.string(in: bytes) }
  }
}
