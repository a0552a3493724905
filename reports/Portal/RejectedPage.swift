/// The records that could not be read, with their places and reasons.
public struct RejectedPage: Hashable, Sendable {
  public var frame: PortalFrame
  public var count: String
  public var rows: [Record]
  public var next: String?
  public var first: String?

  public struct Record: Hashable, Sendable {
    public var id: Int
    /// The file and the line: "export.json:12".
    public var place: String
    /// The path within the record.
    public var path: String?
    public var reason: String
    public var explanation: String
    public var hint: String?
    public var size: String

    public init(
      id: Int, place: String, path: String?, reason: String, explanation: String, hint: String?, size: String
    ) {
      self.id = id
      self.place = place
      self.path = path
      self.reason = reason
      self.explanation = explanation
      self.hint = hint
      self.size = size
    }
  }

  public init(frame: PortalFrame, count: String, rows: [Record], next: String?, first: String?) {
    self.frame = frame
    self.count = count
    self.rows = rows
    self.next = next
    self.first = first
  }
}
