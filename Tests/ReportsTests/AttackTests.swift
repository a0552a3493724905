import Markup
import TestSupport
import Testing

/// A value that tries to break out of its place, and how a reader should see it.
struct Attack: Sendable, CustomTestStringConvertible {
  var value: String
  var shown: String

  init(_ value: String, shown: String? = nil) {
    self.value = value
    self.shown = shown ?? value
  }

  var testDescription: String { shown }

  static let all: [Self] = [
    Self("harmless"), Self(""), Self(" "), Self("größer – 日本語 🚒"),
    Self("</title></textarea></pre><script>alert(1)</script>"),
    Self("<img src=x onerror=alert(1)>"), Self("\" onmouseover=\"alert(1)"), Self("' onmouseover='alert(1)"),
    Self("--><script>alert(1)</script><!--"), Self("<!-- x"), Self("]]>"), Self("<![CDATA[x]]>"),
    Self("</style><style>*{display:none}"), Self("&lt;script&gt; &amp; &#60; &notanentity"),
    Self("{{{page}}}"),
    Self("<\u{301}script>alert(1)</script>"), Self("\"\u{301} onmouseover=\"\u{600}alert(1)"),
    Self("\u{301}<\u{FE0F}b>\u{600}\"\u{FE0F}>"), Self("<!DOCTYPE x [<!ENTITY a \"b\">]>"),
    Self("\n\nfirst lines\n\tand tabs"), Self("a\r\nb"), Self("a\rb", shown: "a⟨U+000D⟩b"),
    Self("\u{1B}[2J\u{1B}]8;;http://x\u{7}", shown: "⟨U+001B⟩[2J⟨U+001B⟩]8;;http://x⟨U+0007⟩"),
    Self("\u{0}\u{8}\u{7F}\u{9B}", shown: "⟨U+0000⟩⟨U+0008⟩⟨U+007F⟩⟨U+009B⟩"),
    Self("a\u{2028}b\u{2029}c", shown: "a⟨U+2028⟩b⟨U+2029⟩c"),
    Self("txt\u{202E}exe.\u{2066}\u{200F}", shown: "txt⟨U+202E⟩exe.⟨U+2066⟩⟨U+200F⟩"),
    Self("a\u{200B}b\u{FEFF}c\u{AD}d\u{200D}", shown: "a⟨U+200B⟩b⟨U+FEFF⟩c⟨U+00AD⟩d⟨U+200D⟩"),
    Self(
      "\u{FFFE}\u{FFFF}\u{1FFFE}" + (Unicode.Scalar(0xFDD0 as UInt32).map { String($0) } ?? ""),
      shown: "⟨U+FFFE⟩⟨U+FFFF⟩⟨U+1FFFE⟩⟨U+FDD0⟩"),
    Self("\u{E0041}\u{10FFFF}", shown: "⟨U+E0041⟩⟨U+10FFFF⟩"), Self("\u{FFFD}"),
    Self("javascript:alert(1)"), Self("JaVaScRiPt:alert(1)"), Self(" javascript:alert(1)"),
    Self("java\tscript:alert(1)"), Self("data:text/html,<script>x</script>"), Self("//host/share"),
    Self("\\\\host\\share"), Self("../../etc/passwd"), Self(".."),
  ]
}

@Suite("Values of findings cannot leave their place on a page")
struct AttackTests {
  struct Reading: Decodable {
    var shape: [String]
    var comments: Int
    var texts: [String]
    var whole: String
    var part: String
  }

  @Test("html5lib reads the same elements and the same text whatever the value", .needs(python: "html5lib"))
  func attacks() async throws {
    let pages = Attack.all.map { String(decoding: ReportsTests.probe(page: Probe($0.value)), as: UTF8.self) }
    let readings = try await PythonPeer("parse_html.py", modules: ["html5lib"])
      .answer(to: pages, as: [Reading].self)
    let harmless = try #require(readings.first)
    #expect(harmless.shape.count > 15 && harmless.part == "records/harmless.json")
    #expect(readings.count == Attack.all.count)
    for (attack, reading) in zip(Attack.all, readings) {
      #expect(reading.shape == harmless.shape && reading.comments == 0, "\(attack)")
      #expect(
        reading.texts.allSatisfy { $0.unicodeScalars.elementsEqual(attack.shown.unicodeScalars) },
        "\(reading)")
      #expect(
        reading.part.dropFirst("records/".count).allSatisfy { $0.isASCII && !"/:?#\\\"<> ".contains($0) })
    }
  }

  @Test(
    "Only http, https, mailto, fragments and relative names are links",
    arguments: [
      "https://docs.aws.amazon.com/x?a=b&c#d", "http://x", "HTTPS://x", "mailto:a@b.c", "#x",
      "records/0001.json",
      "/findings/1", "?page=2", "a b", "./javascript:x", "x?javascript:y",
    ])
  func allowed(url: String) {
    #expect(written(url) == url.replacing(" ", with: "%20").replacing("&", with: "&amp;"))
  }

  @Test(
    "All other links become #",
    arguments: [
      "", " ", "javascript:x", "JAVASCRIPT:x", " javascript:x", "java\nscript:x", "\u{1}javascript:x",
      "vbscript:x",
      "data:text/html,x", "file:///etc/passwd", "//host", "\\\\host", "/\\host", "https:x", "https:///x",
      "http:",
      "https://", "mailto:", "a:b", "ht\u{301}tps://x", "https\u{200B}://x", "blob:x", "x\u{0}",
    ])
  func refused(url: String) {
    #expect(written(url) == "#")
  }

  @Test("A part of a URL stays a part")
  func parts() {
    var html = HTMLWriter()
    for part in ["a/b", "..", ".", "ä?#&\"", "a.b-c_d~"] {
      html.urlComponent(part)
      html.markup("|")
    }
    #expect(String(decoding: html.bytes, as: UTF8.self) == "a%2Fb|_|_|%C3%A4%3F%23%26%22|a.b-c_d~|")
  }

  func written(_ url: String) -> String {
    var html = HTMLWriter()
    html.url(url)
    return String(decoding: html.bytes, as: UTF8.self)
  }
}
