/// The portal's first page: how the estate stands, and where everything is.
public struct LandingPage: Hashable, Sendable {
  public var frame: PortalFrame
  public var figures: [Figure]
  public var runs: [Run]
  public var places: [Place]
  /// Where the hash chain of a ledger does not hold, each in a sentence.
  public var chainBreaks: [String]

  public struct Figure: Hashable, Sendable {
    public var value: String
    public var label: String
    public var path: String
    /// Colours the value; nil for the colour of text.
    public var severity: SeverityMark?

    public init(_ value: String, _ label: String, path: String, severity: SeverityMark? = nil) {
      self.value = value
      self.label = label
      self.path = path
      self.severity = severity
    }
  }

  /// A run of ingest.
  public struct Run: Hashable, Sendable {
    public var started: String
    public var files: String
    public var bytes: String
    public var remark: String?

    public init(started: String, files: String, bytes: String, remark: String?) {
      self.started = started
      self.files = files
      self.bytes = bytes
      self.remark = remark
    }
  }

  /// A part of the portal and whom it is for.
  public struct Place: Hashable, Sendable {
    public var name: String
    public var path: String
    public var purpose: String

    public init(_ name: String, _ path: String, _ purpose: String) {
      self.name = name
      self.path = path
      self.purpose = purpose
    }
  }

  public init(
    frame: PortalFrame, figures: [Figure], runs: [Run], places: [Place], chainBreaks: [String] = []
  ) {
    self.chainBreaks = chainBreaks
    self.frame = frame
    self.figures = figures
    self.runs = runs
    self.places = places
  }
}
