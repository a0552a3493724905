import TestSupport
import Testing

@testable import TextEmbedding

/// Compiles a template whose header is already there.
func compile(
  _ body: String, header: String = "{{! template probe(page: Page) }}\n", files: [String: String] = [:]
) throws -> String {
  let template = try Template(TextFile(path: "probe.html", text: header + body))
  var compiler = TemplateCompiler(template) { files[$0] }
  return try compiler.swift(extending: "Reports")
}

@Suite("Templates become Swift functions")
struct TemplateCompilerTests {
  /// The statements of the function, without the lines that name the template.
  func statements(_ body: String, files: [String: String] = [:]) throws -> [String] {
    let lines = try compile(body, files: files).split(separator: "\n").map(String.init)
    let start = try #require(lines.lastIndex { $0.contains("func probe") })
    return lines[(start + 1)...].dropLast(2).map { $0.trimmingPrefix(while: { $0 == " " }) }
      .map(String.init).filter { !$0.hasPrefix("#sourceLocation") }
  }

  @Test("The code of a template with every kind of tag is as recorded")
  func golden() throws {
    let template = """
      <article class="event {{page.kind}}"{{#if page.isOpen}} data-open{{/if}}>
        <!-- not in the page -->
        {{! nor this }}
        <h2>{{page.title}}</h2>
        {{#with page.note as note}}
        <p>{{note.text}}</p>
        {{#else}}
        <p>No note.</p>
        {{/with}}
        {{#each page.events as event}}
        {{> eventRow(event: event, isLast: false, label: "Event: ", depth: -1)}}
        {{#else}}
        <p>None.</p>
        {{/each}}
        {{#wrap frame(title: page.title)}}
        <a href="{{page.url}}">source</a> <a href="records/{{page.record}}.json">record</a>
        {{/wrap}}
        <svg viewBox="0 0 10 10"><path d="{{#each page.points as p}}L{{p.x}} {{p.y}}{{/each}}"/></svg>
        <style>{{embed: base.css}}</style>
        {{content}}
      </article>

      """
    try GoldenFile("probe.swift.txt").check(
      compile(template, files: ["base.css": "/* all */\n\n  p { margin: 0; }\n"]))
  }

  @Test("The place of the data chooses its escaping")
  func slots() throws {
    #expect(try statements("<p>{{page.a}}</p>").contains("html.text(page.a)"))
    #expect(try statements("<p title=\"a {{page.a}}\"></p>").contains("html.text(page.a)"))
    #expect(try statements("<title>{{page.a}}</title>").contains("html.text(page.a)"))
    #expect(try statements("<a href=\"{{page.a}}\"></a>").contains("html.url(page.a)"))
    #expect(try statements("<img src=\"{{page.a}}\">").contains("html.url(page.a)"))
    #expect(try statements("<a href=\"#{{page.a}}\"></a>").contains("html.urlComponent(page.a)"))
    #expect(
      try statements("<a href=\"/x?q={{page.a}}&amp;b={{page.b}}\"></a>").contains(
        "html.urlComponent(page.b)"))
    #expect(try statements("<rect x=\"{{page.a}}\"/>").contains("html.number(page.a)"))
    #expect(try statements("<i style=\"width:{{page.a}}%\"></i>").contains("html.number(page.a)"))
    #expect(try statements("<progress value=\"{{page.a}}\"></progress>").contains("html.number(page.a)"))
  }

  @Test("A tag alone in its line takes the line with it, others leave all white space")
  func lines() throws {
    #expect(
      try statements("a\n  {{#if page.a}}\n  b\n  {{/if}}  \nc {{#if page.b}} d {{/if}}\n") == [
        "html.markup(#\"a\\#n\"#)", "if page.a {", "html.markup(#\"  b\\#n\"#)", "}", "html.markup(#\"c \"#)",
        "if page.b {", "html.markup(#\" d \"#)", "}", "html.markup(#\"\\#n\"#)",
      ])
  }

  @Test("Data after <pre> or <textarea> gets a line end of our own, because browsers drop the first")
  func firstLineEnd() throws {
    #expect(try statements("<pre>{{page.a}}</pre>").first == "html.markup(#\"<pre>\\#n\"#)")
    #expect(try statements("<pre>\n{{page.a}}</pre>").first == "html.markup(#\"<pre>\\#n\"#)")
    #expect(try statements("<textarea>{{page.a}}</textarea>").first == "html.markup(#\"<textarea>\\#n\"#)")
  }

  @Test("An SVG file is embedded between elements, without comments")
  func drawing() throws {
    let svg = "<!-- c --><svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/></svg>"
    #expect(
      try statements("{{embed: a/b.svg}}", files: ["a/b.svg": svg])
        == ["html.markup(#\"<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/></svg>\"#)"])
  }

  @Test("CSS loses comments and indentation, and nothing in strings")
  func styles() {
    #expect(
      StyleText.compact("a {\n  b: c; /* d\n e */\n}\n\n a::before { content: \" /* x */  \"; }\n")
        == "a {\nb: c; \n}\na::before { content: \" /* x */  \"; }")
  }
}
