/// Writes the Swift function of a template.
///
/// Every expression is preceded by `#sourceLocation`, so that the Swift compiler names the line of the
/// template when a property is missing or has a type that cannot stand there.
struct TemplateCompiler {
  let template: Template
  /// Gives the text of a file below the target's folder.
  let embed: (_ path: String) -> String?

  private var context: HTMLContext
  private var variables: Set<String>
  private var hasContent = false
  private var lines: [String] = []
  private var depth = 2
  /// Static text that is not yet written.
  private var pending = ""

  init(_ template: Template, embed: @escaping (_ path: String) -> String?) {
    self.template = template
    self.embed = embed
    context = HTMLContext(file: template.file.location)
    variables = Set(template.header.parameters.map(\.name))
  }

  /// The whole generated file.
  ///
  /// - Throws: `SourceError` at the first place where data cannot stand, elements do not match, or a
  ///   variable is unknown.
  mutating func swift(extending type: String) throws(SourceError) -> String {
    try compile(template.nodes)
    guard context.place == .text, context.open.isEmpty else {
      throw SourceError(
        template.file.location,
        line: template.file.text.split(separator: "\n", omittingEmptySubsequences: false).count,
        "the template ends \(context.description)", hint: "close what is open")
    }
    flush()
    let name = template.header.name
    let parameters = template.header.parameters.map { "\($0.name): \($0.type)" }
    let arguments = template.header.parameters.map { "\($0.name): \($0.name)" }
    let content = hasContent ? [", content: (inout HTMLWriter) -> Void"] : []
    let page =
      hasContent
      ? []
      : [
        "  /// The page of `\(template.file.path)` in UTF-8.",
        "  public static func \(name)(\(parameters.joined(separator: ", "))) -> [UInt8] {",
        "    var html = HTMLWriter()",
        "    Self.\(name)(\((arguments + ["to: &html"]).joined(separator: ", ")))",
        "    return html.bytes",
        "  }",
        "",
      ]
    let function =
      (parameters + ["to html: inout HTMLWriter"]).joined(separator: ", ") + content.joined()
    let file =
      ["// Compiled from \(template.file.path) by the build. Do not edit.", "", "public import Markup", ""]
      + ["extension \(type) {"] + page
      + ["  /// Writes `\(template.file.path)`.", "  public static func \(name)(\(function)) {"] + lines
      + ["  }", "}", ""]
    return file.joined(separator: "\n")
  }
}

// MARK: - Nodes

extension TemplateCompiler {
  private mutating func compile(_ nodes: [TemplateNode]) throws(SourceError) {
    for node in nodes { try compile(node) }
  }

  private mutating func compile(_ node: TemplateNode) throws(SourceError) {
    switch node {
    case .markup(let markup): pending += try context.read(markup)
    case .value(let path, let position):
      try check(path, at: position)
      let slot = try context.slot(at: position)
      write("html.\(slot.rawValue)(\(path.swift))", from: position)
    case .condition(let path, let then, let otherwise, let position):
      try check(path, at: position)
      try choose("if", "if \(path.swift) {", [(then, []), (otherwise, [])], at: position)
    case .unwrapping(let path, let name, let then, let otherwise, let position):
      try check(path, at: position)
      try choose("with", "if let \(name) = \(path.swift) {", [(then, [name]), (otherwise, [])], at: position)
    case .loop(let path, let name, let body, let otherwise, let position):
      try check(path, at: position)
      try choose("each", "for \(name) in \(path.swift) {", [(body, [name])], at: position)
      if !otherwise.isEmpty {
        try choose("each", "if \(path.swift).isEmpty {", [(otherwise, [])], at: position)
      }
    case .call(let call, let position):
      try context.expectText(for: "{{> \(call.name)}}", at: position)
      write("Self.\(call.name)(\(try arguments(of: call, at: position)))", from: position)
    case .wrapping(let call, let content, let position):
      try context.expectText(for: "{{#wrap \(call.name)}}", at: position)
      let opening = "Self.\(call.name)(\(try arguments(of: call, at: position))) { html in"
      try choose("wrap", opening, [(content, [])], at: position)
    case .content(let position):
      try context.expectText(for: "{{content}}", at: position)
      hasContent = true
      write("content(&html)", from: position)
    case .embedding(let path, let position): try insert(path, at: position)
    }
  }

  /// Writes a block and its branches, which all end where they began.
  private mutating func choose(
    _ word: String, _ opening: String, _ branches: [(nodes: [TemplateNode], names: [String])],
    at position: Position
  ) throws(SourceError) {
    try context.expectBlockAllowed(word, at: position)
    let (outer, known) = (context, variables)
    var ends: [HTMLContext] = []
    write(opening, from: position)
    for (index, branch) in branches.enumerated() where index == 0 || !branch.nodes.isEmpty {
      if index > 0 { line("} else {") }
      context = outer
      variables.formUnion(branch.names)
      depth += 1
      try compile(branch.nodes)
      flush()
      depth -= 1
      variables = known
      guard context.isSamePlace(as: outer) else {
        throw SourceError(
          template.file.location, at: position,
          "{{#\(word)}} begins \(outer.description) and ends \(context.description)",
          hint: "a block opens and closes the same elements")
      }
      ends.append(context)
    }
    line("}")
    context = outer
    context.join(ends)
  }

  private mutating func insert(_ path: String, at position: Position) throws(SourceError) {
    let file = template.file.location
    guard let text = embed(path) else {
      throw SourceError(file, at: position, "there is no file \(path) in this target")
    }
    switch (context.place, path.split(separator: ".").last) {
    case (.style, "css"):
      let css = StyleText.compact(text)
      guard !css.contains("<") else { throw SourceError(file, at: position, "\(path) holds a <") }
      pending += css
    case (.text, "svg"):
      var inside = HTMLContext(file: path)
      pending += try inside.read(Markup(text))
      guard inside.place == .text, inside.open.isEmpty else {
        throw SourceError(path, "this drawing ends \(inside.description)")
      }
    default:
      throw SourceError(
        file, at: position, "\(path) cannot be embedded \(context.description)",
        hint: ".css goes into <style>, .svg between elements")
    }
  }

  private func check(_ path: Path, at position: Position) throws(SourceError) {
    guard let root = path.parts.first, !variables.contains(root) else { return }
    let known = variables.sorted().joined(separator: ", ")
    throw SourceError(
      template.file.location, at: position, "there is no variable \(root) here",
      hint: known.isEmpty ? "this template has no parameters" : "there are: \(known)")
  }

  private func arguments(of call: TemplateCall, at position: Position) throws(SourceError) -> String {
    var arguments: [String] = []
    for (label, value) in call.arguments {
      switch value {
      case .literal(let literal): arguments.append("\(label): \(literal)")
      case .path(let path):
        try check(path, at: position)
        arguments.append("\(label): \(path.swift)")
      }
    }
    return (arguments + ["to: &html"]).joined(separator: ", ")
  }
}

// MARK: - Lines

extension TemplateCompiler {
  private mutating func line(_ code: String) {
    lines.append(String(repeating: "  ", count: depth) + code)
  }

  /// Writes code whose mistakes are those of the template's line.
  private mutating func write(_ code: String, from position: Position) {
    flush()
    line("#sourceLocation(file: \"\(template.file.location)\", line: \(position.line))")
    line(code)
    line("#sourceLocation()")
  }

  private mutating func flush() {
    guard !pending.isEmpty else { return }
    line("html.markup(\(RawLiteral(pending, lines: .one)))")
    pending = ""
  }
}
