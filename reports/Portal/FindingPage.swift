/// The page of one finding: how it stands, its episodes, its timeline, and the way to its proof.
public struct FindingPage: Hashable, Sendable {
  public var frame: PortalFrame
  /// The digest of the finding's name in hexadecimal.
  public var digest: String
  public var severity: SeverityMark
  public var state: StateMark
  /// How it stands, in a sentence.
  public var sentence: String
  public var warnings: [String]
  public var facts: [Fact]
  public var episodes: [EpisodeRow]
  public var timeline: [TimelineRow]
  /// That the timeline was cut; nil when it is whole.
  public var cut: String?
  public var related: [RelatedRow]
  public var resources: [String]
  public var standards: [String]
  public var requirements: [String]
  public var id: String
  public var product: String

  public struct Fact: Hashable, Sendable {
    public var name: String
    public var value: String
    /// An address of ours that shows more of the same.
    public var path: String?

    public init(_ name: String, _ value: String, path: String? = nil) {
      self.name = name
      self.value = value
      self.path = path
    }
  }

  public struct EpisodeRow: Hashable, Sendable {
    public var number: Int
    public var severity: SeverityMark
    public var state: StateMark
    public var opened: String
    public var closed: String?
    public var duration: String
    /// "2 claims contradicted", "opening estimated".
    public var remarks: [String]

    public init(
      number: Int, severity: SeverityMark, state: StateMark, opened: String, closed: String?,
      duration: String,
      remarks: [String]
    ) {
      self.number = number
      self.severity = severity
      self.state = state
      self.opened = opened
      self.closed = closed
      self.duration = duration
      self.remarks = remarks
    }
  }

  public struct TimelineRow: Hashable, Sendable {
    public var time: String
    public var sentence: String
    /// Name and value of what else was recorded.
    public var facts: [Fact]

    public init(time: String, sentence: String, facts: [Fact]) {
      self.time = time
      self.sentence = sentence
      self.facts = facts
    }
  }

  public struct RelatedRow: Hashable, Sendable {
    public var digest: String
    public var title: String
    public var standing: String

    public init(digest: String, title: String, standing: String) {
      self.digest = digest
      self.title = title
      self.standing = standing
    }
  }

  public init(
    frame: PortalFrame, digest: String, severity: SeverityMark, state: StateMark, sentence: String,
    warnings: [String], facts: [Fact], episodes: [EpisodeRow], timeline: [TimelineRow], cut: String?,
    related: [RelatedRow], resources: [String], standards: [String], requirements: [String], id: String,
    product: String
  ) {
    self.frame = frame
    self.digest = digest
    self.severity = severity
    self.state = state
    self.sentence = sentence
    self.warnings = warnings
    self.facts = facts
    self.episodes = episodes
    self.timeline = timeline
    self.cut = cut
    self.related = related
    self.resources = resources
    self.standards = standards
    self.requirements = requirements
    self.id = id
    self.product = product
  }
}

extension FindingPage {
  var hasRelated: Bool { !related.isEmpty }
  var hasStandards: Bool { !standards.isEmpty }
  var hasRequirements: Bool { !requirements.isEmpty }
}

extension FindingPage.EpisodeRow {
  var hasRemarks: Bool { !remarks.isEmpty }
}

extension FindingPage.TimelineRow {
  var hasFacts: Bool { !facts.isEmpty }
}
