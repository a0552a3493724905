/// What the compiler of templates knows of the elements and attributes of HTML and SVG.
enum HTMLRules {
  /// What data an attribute can take.
  enum Attribute: Hashable {
    case text, number, url
    /// None; with a hint what to do instead.
    case literal(hint: String)
  }

  /// - Parameters: Names as they are written in the template.
  static func attribute(_ name: String, of element: String) -> Attribute {
    let name = name.lowercased()
    if urls.contains(name) { return .url }
    if numbers.contains(name) || meters.contains(element) && meterNumbers.contains(name) { return .number }
    if paints.contains(name) { return .literal(hint: "choose a class instead") }
    if element == "meta" || element == "html" && name == "xmlns" || literals.contains(name) {
      return .literal(hint: "write it out in the template")
    }
    return .text
  }

  static let voidElements: Set = [
    "area", "br", "col", "hr", "img", "input", "meta", "source", "track", "wbr",
  ]

  /// Elements of SVG that may be written `<path/>`.
  static let emptyGraphics: Set = [
    "circle", "ellipse", "image", "line", "path", "polygon", "polyline", "rect", "stop", "use",
  ]

  /// Elements of SVG with a capital; all other names are written in lower case.
  static let camelCaseGraphics: Set = ["clipPath", "linearGradient", "radialGradient", "textPath"]

  /// Elements that no page holds, and why.
  static let forbiddenElements: [String: String] = {
    let scripts = ["script", "noscript", "template", "object", "embed", "applet", "portal"]
    let frames = ["iframe", "frame", "frameset", "base", "link"]
    let moving = ["animate", "animatetransform", "animatemotion", "set"]
    let odd = ["plaintext", "xmp", "listing", "noembed", "noframes", "foreignobject", "math", "marquee"]
    let reasons = [
      (scripts, "pages hold no scripts and no programs"), (frames, "pages stand for themselves"),
      (moving, "pages do not move"), (odd, "browsers read its content by other rules"),
    ]
    var elements: [String: String] = [:]
    for (names, reason) in reasons { for name in names { elements[name] = reason } }
    return elements
  }()

  private static let urls: Set = [
    "href", "xlink:href", "src", "action", "formaction", "cite", "poster", "data", "background", "longdesc",
    "manifest", "codebase", "classid", "profile", "usemap",
  ]

  /// `style` is here because numbers are the only data that cannot change what a declaration means.
  private static let numbers: Set = [
    "style", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "dx", "dy", "d",
    "points", "width", "height", "viewbox", "transform", "rotate", "offset", "opacity", "fill-opacity",
    "stroke-opacity", "stop-opacity", "stroke-width", "stroke-dasharray", "stroke-dashoffset", "font-size",
    "textlength", "pathlength", "colspan", "rowspan", "cols", "rows", "size", "span", "maxlength",
    "minlength", "tabindex", "start",
  ]

  private static let meters: Set = ["meter", "progress"]
  private static let meterNumbers: Set = ["value", "min", "max", "low", "high", "optimum"]

  /// Attributes of SVG whose value can name another resource: `url(…)`.
  private static let paints: Set = [
    "fill", "stroke", "filter", "mask", "clip-path", "marker", "marker-start", "marker-mid", "marker-end",
    "cursor", "color-profile",
  ]

  private static let literals: Set = [
    "srcset", "imagesrcset", "http-equiv", "attributename", "xmlns", "xml:base", "target", "rel", "type",
    "is", "sandbox",
    "allow", "referrerpolicy", "integrity", "charset", "method", "enctype",
  ]
}
