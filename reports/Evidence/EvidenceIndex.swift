/// The list of a set of packages, a part of it, or the list of its parts.
public struct EvidenceIndex: Hashable, Sendable {
  public var frame: PageFrame
  public var rows: [Row]
  /// The parts, where the list is too long for one page.
  public var pages: [Page]
  /// Whether this is one of the parts.
  public var isPart: Bool

  /// A part of the list.
  public struct Page: Hashable, Sendable {
    public var file: String
    /// Which packages it has: "1001 to 2000".
    public var text: String
    public var count: Int

    public init(file: String, text: String, count: Int) {
      self.file = file
      self.text = text
      self.count = count
    }
  }

  public struct Row: Hashable, Sendable {
    public var file: String
    public var title: String
    public var finding: String
    public var control: String
    public var account: String
    public var severity: SeverityMark
    public var verdict: VerdictMark
    public var sla: String
    public var sha256: String

    public init(
      file: String, title: String, finding: String, control: String, account: String, severity: SeverityMark,
      verdict: VerdictMark, sla: String, sha256: String
    ) {
      self.file = file
      self.title = title
      self.finding = finding
      self.control = control
      self.account = account
      self.severity = severity
      self.verdict = verdict
      self.sla = sla
      self.sha256 = sha256
    }
  }

  public init(frame: PageFrame, rows: [Row], pages: [Page], isPart: Bool) {
    self.frame = frame
    self.rows = rows
    self.pages = pages
    self.isPart = isPart
  }
}

extension EvidenceIndex {
  var hasPages: Bool { !pages.isEmpty }
}
