/// The list of a set of packages.
public struct EvidenceIndex: Hashable, Sendable {
  public var frame: PageFrame
  public var rows: [Row]

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

  public init(frame: PageFrame, rows: [Row]) {
    self.frame = frame
    self.rows = rows
  }
}
