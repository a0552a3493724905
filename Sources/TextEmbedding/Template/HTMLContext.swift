/// Where in a page one stands, after the static text read so far.
///
/// It reads HTML more strictly than a browser: every element is closed, every attribute value stands
/// in double quotes. So the place of each piece of data is known for certain, and with it the escaping
/// it needs. Static text that leaves this subset is an error.
struct HTMLContext {
  /// How data is written at a place: the function of `HTMLWriter`.
  enum Slot: String {
    case text, url, urlComponent, number
  }

  enum Place: Hashable {
    case text
    /// In `<title>` or `<textarea>`, which hold text and no elements.
    case plainText(String)
    case style
    /// Between the attributes of a start tag.
    case tag(String)
    /// In the value of an attribute, after its static beginning.
    case value(element: String, attribute: String, text: String)
    /// In the value of a URL attribute that data has filled completely.
    case filledURL(element: String)
  }

  let file: String
  private(set) var place = Place.text
  /// The elements that are open, outermost first.
  private(set) var open: [String] = []
  /// The attributes seen in the current start tag.
  private(set) var attributes: Set<String> = []
  private var isAfterSpace = false

  init(file: String) {
    self.file = file
  }

  // MARK: Changes

  mutating func enter(_ place: Place) {
    self.place = place
    isAfterSpace = false
  }

  mutating func beginTag(_ element: String) {
    attributes = []
    enter(.tag(element))
  }

  mutating func push(_ element: String) { open.append(element) }

  mutating func pop() { open.removeLast() }

  mutating func returnToText() { enter(.text) }

  mutating func noteSpace(_ space: String) { isAfterSpace = isAfterSpace || !space.isEmpty }

  var hasSpaceBefore: Bool { isAfterSpace }

  mutating func add(_ attribute: String, at position: Position) throws(SourceError) {
    guard attributes.insert(attribute.lowercased()).inserted else {
      throw SourceError(file, at: position, "this tag has \(attribute) twice")
    }
    isAfterSpace = false
  }

  /// Whether both stand at the same place within the same elements.
  func isSamePlace(as other: Self) -> Bool { shape == other.shape && open == other.open }

  /// The place without what was already written of an attribute's value.
  private var shape: Place {
    if case .value(let element, let attribute, _) = place {
      return .value(element: element, attribute: attribute, text: "")
    }
    return place
  }

  /// What the outer place has to know after a block whose branches ended in `branches`.
  mutating func join(_ branches: [Self]) {
    for branch in branches { attributes.formUnion(branch.attributes) }
    isAfterSpace = false
  }

  /// In words, for messages.
  var description: String {
    let inside = open.last.map { "inside <\($0)>" } ?? "outside of all elements"
    return switch place {
    case .text, .plainText, .style: inside
    case .tag(let element): "in the tag <\(element)"
    case .value(_, let attribute, _): "in the value of \(attribute)"
    case .filledURL: "in the value of a URL"
    }
  }
}
