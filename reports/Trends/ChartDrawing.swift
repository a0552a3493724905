/// A chart as plain geometry, in units of its own view box; the place and the class of each mark.
///
/// Classes are those of `base.css` and `trends.css`: colours come from there, in light and dark.
public struct ChartDrawing: Hashable, Sendable {
  /// Unique on the page.
  public var id: String
  /// Where it is shown: `wide`, `narrow` or `any`.
  public var fit: String
  public var width: Double
  public var height: Double
  /// What a reader who cannot see it hears: a name, and what it shows in a sentence.
  public var title: String
  public var summary: String

  public var rules: [Segment] = []
  public var areas: [Outline] = []
  public var boxes: [Box] = []
  public var lines: [Outline] = []
  public var squares: [Box] = []
  public var dots: [Dot] = []
  public var labels: [Label] = []

  public struct Point: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  public struct Segment: Hashable, Sendable {
    public var start: Point
    public var end: Point
    public var style: String

    public init(from start: Point, to end: Point, _ style: String) {
      self.start = start
      self.end = end
      self.style = style
    }
  }

  public struct Outline: Hashable, Sendable {
    public var points: [Point]
    public var style: String

    public init(_ points: [Point], _ style: String) {
      self.points = points
      self.style = style
    }
  }

  public struct Box: Hashable, Sendable {
    public var origin: Point
    public var width: Double
    public var height: Double
    public var style: String

    public init(at origin: Point, width: Double, height: Double, _ style: String) {
      self.origin = origin
      self.width = width
      self.height = height
      self.style = style
    }
  }

  public struct Dot: Hashable, Sendable {
    public var centre: Point
    public var radius: Double
    public var style: String

    public init(at centre: Point, radius: Double, _ style: String) {
      self.centre = centre
      self.radius = radius
      self.style = style
    }
  }

  public struct Label: Hashable, Sendable {
    public var at: Point
    public var text: String
    /// `start`, `middle` or `end`, and more classes.
    public var style: String

    public init(_ text: String, at point: Point, _ style: String) {
      self.at = point
      self.text = text
      self.style = style
    }
  }

  public init(
    id: String, fit: String = "any", width: Double, height: Double, title: String, summary: String
  ) {
    self.id = id
    self.fit = fit
    self.width = width
    self.height = height
    self.title = title
    self.summary = summary
  }
}
