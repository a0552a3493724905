/// What stands around the content of every page.
public struct PageFrame: Hashable, Sendable {
  /// What the page is about, for its heading and the browser's title.
  public var title: String
  /// The kind of page, above the heading: "Remediation evidence".
  public var kind: String
  /// One sentence below the heading.
  public var summary: String?
  /// Facts on the page itself, such as as-of, policy and store, in the order given.
  public var facts: [Fact]
  /// What made the page: the tool's name and version.
  public var producer: String

  public struct Fact: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  public init(
    title: String, kind: String, summary: String? = nil, facts: [Fact] = [], producer: String
  ) {
    self.title = title
    self.kind = kind
    self.summary = summary
    self.facts = facts
    self.producer = producer
  }
}

extension PageFrame {
  var hasFacts: Bool { !facts.isEmpty }
}
