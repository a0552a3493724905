/// A template as a tree.
indirect enum TemplateNode: Hashable {
  case markup(Markup)
  /// `{{page.title}}`
  case value(Path, Position)
  /// `{{#if page.flag}}…{{#else}}…{{/if}}`
  case condition(Path, then: [Self], otherwise: [Self], Position)
  /// `{{#with page.note as note}}…{{#else}}…{{/with}}`
  case unwrapping(Path, name: String, then: [Self], otherwise: [Self], Position)
  /// `{{#each page.events as event}}…{{#else}}…{{/each}}`
  case loop(Path, name: String, body: [Self], otherwise: [Self], Position)
  /// `{{> event(event: event)}}`
  case call(TemplateCall, Position)
  /// `{{#wrap frame(title: page.title)}}…{{/wrap}}`
  case wrapping(TemplateCall, content: [Self], Position)
  /// `{{content}}` in a template that others wrap around their own content.
  case content(Position)
  /// `{{embed: base.css}}`
  case embedding(path: String, Position)
}

/// A variable and its properties: `page.title`.
struct Path: Hashable {
  var parts: [String]

  var swift: String { parts.joined(separator: ".") }
}

/// A template named in another one, with its arguments.
struct TemplateCall: Hashable {
  enum Argument: Hashable {
    case path(Path)
    /// A string, a whole number, `true` or `false`, as it is written in Swift.
    case literal(String)
  }

  var name: String
  var arguments: [(label: String, value: Argument)]

  static func == (a: Self, b: Self) -> Bool {
    a.name == b.name && a.arguments.elementsEqual(b.arguments, by: ==)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    for argument in arguments { hasher.combine(argument.label) }
  }
}

/// The first line of a template: its name in Swift and what it needs.
struct TemplateHeader: Hashable {
  struct Parameter: Hashable {
    var name: String
    var type: String
  }

  var name: String
  var parameters: [Parameter]
}
