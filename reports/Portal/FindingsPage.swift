/// The list of findings: the search, one page of rows, and where it goes on.
public struct FindingsPage: Hashable, Sendable {
  public var frame: PortalFrame
  public var search: SearchForm
  /// "312 findings match."
  public var count: String
  public var rows: [FindingRow]
  /// The address of the next page.
  public var next: String?
  /// The address of the first page where this is another.
  public var first: String?

  public init(
    frame: PortalFrame, search: SearchForm, count: String, rows: [FindingRow], next: String?, first: String?
  ) {
    self.frame = frame
    self.search = search
    self.count = count
    self.rows = rows
    self.next = next
    self.first = first
  }
}

/// The fields of the search as they were sent.
public struct SearchForm: Hashable, Sendable {
  public var text: String
  public var account: String
  public var control: String
  public var severities: [Choice]
  public var states: [Choice]
  public var orders: [Choice]
  /// Whether anything restricts the list.
  public var isActive: Bool

  public struct Choice: Hashable, Sendable {
    public var value: String
    public var label: String
    public var isSelected: Bool

    public init(_ value: String, _ label: String, isSelected: Bool) {
      self.value = value
      self.label = label
      self.isSelected = isSelected
    }
  }

  public init(
    text: String, account: String, control: String, severities: [Choice], states: [Choice], orders: [Choice],
    isActive: Bool
  ) {
    self.text = text
    self.account = account
    self.control = control
    self.severities = severities
    self.states = states
    self.orders = orders
    self.isActive = isActive
  }
}

/// A finding in a list.
public struct FindingRow: Hashable, Sendable {
  /// The digest of the finding's name in hexadecimal.
  public var digest: String
  public var title: String
  public var severity: SeverityMark
  public var state: StateMark
  public var control: String?
  public var account: String?
  public var accountName: String?
  public var region: String?
  public var resource: String?
  /// "and 2 more"
  public var moreResources: String?
  /// "2026-03-04"
  public var opened: String?
  /// How long it has been open or was open: "12 d".
  public var age: String?

  public init(
    digest: String, title: String, severity: SeverityMark, state: StateMark, control: String?,
    account: String?, accountName: String?, region: String?, resource: String?, moreResources: String?,
    opened: String?, age: String?
  ) {
    self.digest = digest
    self.title = title
    self.severity = severity
    self.state = state
    self.control = control
    self.account = account
    self.accountName = accountName
    self.region = region
    self.resource = resource
    self.moreResources = moreResources
    self.opened = opened
    self.age = age
  }
}
