import JSONKit

/// What a record of a finding's history says, for people: who changed what.
public struct FindingChangeDetails: Sendable, Equatable {
  public var findingID: String?
  public var productArn: String?
  public var updateTime: String?
  public var isCreation = false
  /// `BATCH_IMPORT_FINDINGS` for the provider, `BATCH_UPDATE_FINDINGS` for people and automations.
  public var updateType: String?
  /// Who made the change: a role session or a product.
  public var updatedBy: String?
  public var changes: [Change] = []

  public init() {}

  public struct Change: Sendable, Equatable {
    /// Dotted path of the member that changed.
    public var field: String
    public var before: String?
    public var after: String?

    public init(field: String, before: String? = nil, after: String? = nil) {
      self.field = field
      self.before = before
      self.after = after
    }
  }

  private static let shape = DetailShape([
    "/FindingIdentifier/Id", "/FindingIdentifier/ProductArn", "/UpdateTime", "/FindingCreated",
    "/UpdateSource/Type", "/UpdateSource/Identity", "/Updates",
  ])

  /// Nil when the bytes are no JSON document.
  init?(_ bytes: [UInt8]) {
    guard let view = DetailView(bytes, Self.shape) else { return nil }
    findingID = view.text("/FindingIdentifier/Id")
    productArn = view.text("/FindingIdentifier/ProductArn")
    updateTime = view.text("/UpdateTime")
    isCreation = view.text("/FindingCreated") == "true"
    updateType = view.text("/UpdateSource/Type")
    updatedBy = view.text("/UpdateSource/Identity")
    changes = view.elements("/Updates").compactMap { update in
      let members = update.memberList(in: bytes)
      guard let field = members.text("UpdatedField") else { return nil }
      return Change(field: field, before: members.text("OldValue"), after: members.text("NewValue"))
    }
  }
}
