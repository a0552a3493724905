/// What stands around the content of every page of the portal.
public struct PortalFrame: Hashable, Sendable {
  /// What the page is about, for its heading and the browser's title.
  public var title: String
  /// The kind of page, above the heading: "Finding".
  public var kind: String
  /// One sentence below the heading.
  public var summary: String?
  public var links: [Link]
  /// What made the page and for which instant.
  public var footer: String

  /// A link of the site's navigation.
  public struct Link: Hashable, Sendable {
    public var name: String
    public var path: String
    public var isCurrent: Bool

    public init(_ name: String, _ path: String, isCurrent: Bool = false) {
      self.name = name
      self.path = path
      self.isCurrent = isCurrent
    }
  }

  public init(title: String, kind: String, summary: String? = nil, links: [Link], footer: String) {
    self.title = title
    self.kind = kind
    self.summary = summary
    self.links = links
    self.footer = footer
  }
}

/// A page that says one thing: that an address is unknown, or why a request was refused.
public struct MessagePage: Hashable, Sendable {
  public var frame: PortalFrame
  public var explanation: String

  public init(frame: PortalFrame, explanation: String) {
    self.frame = frame
    self.explanation = explanation
  }
}
