import Testing

@testable import TextEmbedding

/// A template that must not compile, and the complaint.
struct Mistake: CustomTestStringConvertible, Sendable {
  var body: String
  var line: Int
  var reason: String

  init(_ body: String, line: Int = 2, _ reason: String) {
    self.body = body
    self.line = line
    self.reason = reason
  }

  var testDescription: String { "\(reason): \(body)" }
}

@Suite("Mistakes in templates stop the build, with the line and the reason")
struct TemplateErrorTests {
  func check(_ mistake: Mistake, files: [String: String] = [:]) {
    let error = #expect(throws: SourceError.self) { try compile(mistake.body, files: files) }
    #expect(error?.reason.contains(mistake.reason) == true, "\(String(describing: error))")
    #expect(error?.line == mistake.line)
  }

  @Test(
    "Data where no escaping helps",
    arguments: [
      Mistake("{{{page.a}}}", "unescaped"),
      Mistake("<p>\n{{&page.a}}</p>", line: 3, "unescaped"),
      Mistake("<style>a { color: {{page.a}} }</style>", "in <style>"),
      Mistake("<p>\n<script>{{page.a}}</script></p>", line: 3, "<script> cannot stand in a page"),
      Mistake("<!-- {{page.a}} -->", "comment has no end"),
      Mistake("<p title={{page.a}}></p>", "not in double quotes"),
      Mistake("<p title='{{page.a}}'></p>", "not in double quotes"),
      Mistake("<p title=x></p>", "not in double quotes"),
      Mistake("<p {{page.a}}></p>", "inside the tag <p"),
      Mistake("<p {{page.a}}=\"x\"></p>", "inside the tag <p"),
      Mistake("<h{{page.a}}>", "inside the tag <h"),
      Mistake("<{{page.a}}>", "begins no tag"),
      Mistake("<p></{{page.a}}>", "not of the form </name>"),
      Mistake("<p onclick=\"{{page.a}}\"></p>", "onclick cannot stand in a page"),
      Mistake("<a href=\"java{{page.a}}\"></a>", "choose the scheme"),
      Mistake("<a href=\"javascript:{{page.a}}\"></a>", "javascript:"),
      Mistake("<a href=\"data:text/html,{{page.a}}\"></a>", "data: cannot stand before data"),
      Mistake("<a href=\"javascript:x\"></a>", "javascript:"),
      Mistake("<a href=\"{{page.a}}{{page.b}}\"></a>", "already complete"),
      Mistake("<a href=\"{{page.a}}/x\"></a>", "ends with it"),
      Mistake("<a href=\"/{{#if page.a}}b{{/if}}\"></a>", "cannot stand in a URL"),
      Mistake("<rect fill=\"{{page.a}}\"/>", "attribute fill"),
      Mistake("<img srcset=\"{{page.a}}\">", "attribute srcset"),
      Mistake("<meta http-equiv=\"refresh\" content=\"{{page.a}}\">", "attribute content"),
      Mistake("<p>&{{page.a}}</p>", "no character reference"),
      Mistake("<p title=\"&#{{page.a}};\"></p>", "no character reference"),
    ])
  func places(mistake: Mistake) { check(mistake) }

  @Test(
    "HTML that browsers would repair",
    arguments: [
      Mistake("<p>", line: 2, "ends inside <p>"),
      Mistake("<p>\n</div>", line: 3, "</div> closes <p>"),
      Mistake("</p>", "closes nothing"),
      Mistake("<div/>", "not closed by its slash"),
      Mistake("<P></P>", "not in lower case"),
      Mistake("<STYLE>{{page.a}}</STYLE>", "not in lower case"),
      Mistake("a < b", "begins no tag"),
      Mistake("a & b", "no character reference"),
      Mistake("<p class=\"a\" class=\"b\"></p>", "class twice"),
      Mistake("<p class=\"a\"id=\"b\"></p>", "white space is missing"),
      Mistake("<p =\"a\"></p>", "cannot stand between attributes"),
      Mistake("<title><b></b></title>", "holds text only"),
      Mistake("<style>a<b</style>", "cannot stand in <style>"),
      Mistake("<!ELEMENT x>", "only <!DOCTYPE html>"),
      Mistake("<iframe></iframe>", "<iframe> cannot stand"),
      Mistake("<svg><foreignObject></foreignObject></svg>", "<foreignObject> cannot stand"),
      Mistake("<p", "ends in the tag <p"),
    ])
  func markup(mistake: Mistake) { check(mistake) }

  @Test(
    "Blocks that end in another place than they begin",
    arguments: [
      Mistake("<p>\n{{#if page.a}}</p>{{/if}}", line: 3, "begins inside <p> and ends"),
      Mistake("{{#if page.a}}<p>{{#else}}<p></p>{{/if}}", "ends inside <p>"),
      Mistake("{{#each page.a as b}}<li>{{/each}}", "ends inside <li>"),
      Mistake("<p{{#if page.a}} title=\"{{/if}}\"></p>", "ends in the value of title"),
      Mistake("<p {{#if page.a}}hid{{/if}}{{#if page.b}}den{{/if}}></p>", "white space is missing"),
      Mistake("<p{{#if page.a}}x{{/if}}></p>", "white space is missing"),
      Mistake("<p {{#if page.a}}id=\"a\"{{/if}} id=\"b\"></p>", "id twice"),
      Mistake("<p{{#each page.a as b}} id=\"a\"{{/each}}></p>", "would repeat attributes"),
      Mistake("<style>{{#if page.a}}b{{/if}}</style>", "cannot stand in <style>"),
      Mistake("<p title=\"{{> other}}\"></p>", "between elements"),
      Mistake("<title>{{content}}</title>", "between elements"),
      Mistake("<p title=\"{{#wrap other}}{{/wrap}}\"></p>", "between elements"),
    ])
  func blocks(mistake: Mistake) { check(mistake) }

  @Test(
    "Tags that are not of the language",
    arguments: [
      Mistake("{{page.a", "has no }}"),
      Mistake("{{}}", "a name is missing"),
      Mistake("{{page.a.}}", "a name is missing"),
      Mistake("{{page.a + 1}}", "cannot stand here"),
      Mistake("{{page.a()}}", "cannot stand here"),
      Mistake("{{else}}", "is a word of Swift"),
      Mistake("{{other.a}}", "no variable other"),
      Mistake("{{#each page.a as b}}{{/each}}{{b}}", "no variable b"),
      Mistake("{{#with page.a as b}}{{#else}}{{b}}{{/with}}", "no variable b"),
      Mistake("{{> x(a: other)}}", "no variable other"),
      Mistake("{{> x(a: \"b)}}", "no end"),
      Mistake("{{> x(a \"b\")}}", "\":\" is missing"),
      Mistake("{{#if page.a}}", "has no {{/if}}"),
      Mistake("\n{{/if}}", line: 3, "closes nothing"),
      Mistake("{{#if page.a}}{{/each}}", "closes {{#if}} of line 2"),
      Mistake("{{#if page.a}}{{#else}}{{#else}}{{/if}}", "more than one"),
      Mistake("{{#else}}", "belongs into"),
      Mistake("{{#each page.a}}{{/each}}", "\"as \" is missing"),
      Mistake("{{#each page.a as html}}{{/each}}", "meaning of its own"),
      Mistake("{{#unless page.a}}{{/unless}}", "no block {{#unless}}"),
      Mistake("{{embed: }}", "path of a file"),
      Mistake("{{embed: ../x.css}}", "path of a file"),
      Mistake("<style>{{embed: gone.css}}</style>", "no file gone.css"),
    ])
  func tags(mistake: Mistake) { check(mistake) }

  @Test("Embedded files in the wrong place")
  func embedding() {
    let files = [
      "a.css": "p {}", "b.css": "</style>", "c.svg": "<svg>", "d.svg": "<svg><script></script></svg>",
    ]
    check(Mistake("{{embed: a.css}}", "cannot be embedded"), files: files)
    check(Mistake("<style>{{embed: c.svg}}</style>", "cannot be embedded"), files: files)
    check(Mistake("<style>{{embed: b.css}}</style>", "holds a <"), files: files)
    check(Mistake("{{embed: c.svg}}", line: 1, "ends inside <svg>"), files: files)
    check(Mistake("{{embed: d.svg}}", line: 1, "<script> cannot stand"), files: files)
  }

  @Test(
    "A header that is missing or unusable",
    arguments: [
      ("", "no header"), ("<p></p>", "no header"), ("{{page.a}}", "no header"),
      ("{{! template x }}", "\"(\" is missing"), ("{{! template x(html: A) }}", "the page itself"),
      ("{{! template x(a: ) }}", "a type is missing"), ("{{! template x(a: [B) }}", "a type is missing"),
      ("{{! template if(a: B) }}", "is a word of Swift"), ("{{! template x(a: B) b }}", "cannot stand here"),
    ])
  func headers(header: String, reason: String) {
    let error = #expect(throws: SourceError.self) { try compile("", header: header) }
    #expect(error?.reason.contains(reason) == true, "\(String(describing: error))")
    #expect(error?.line == 1)
  }
}
