import Foundation
import TestSupport
import Testing
import XMLKit

/// The document that `write` writes, without its first line.
func xml(_ write: (inout XMLWriter) -> Void) -> String {
  var writer = XMLWriter()
  write(&writer)
  let text = String(decoding: writer.finish().bytes, as: UTF8.self)
  return String(text.drop(while: { $0 != "\n" }).dropFirst())
}

@Suite("XML is written well-formed whatever the text")
struct XMLWriterTests {
  @Test("Elements are indented, text is not touched")
  func layout() {
    let text = xml { xml in
      xml.element("evidence", ["xmlns": "urn:x", "absent": nil, "id": "1"]) { xml in
        xml.element("empty", text: "")
        xml.element("title", text: "a <b> & \"c\" ]]>")
        xml.element("list") { xml in xml.element("item", ["n": "1"]) }
        xml.element("mixed") { xml in
          xml.text("one ")
          xml.element("b", text: "two")
          xml.text(" three")
        }
      }
    }
    #expect(
      text == """
        <evidence xmlns="urn:x" id="1">
          <empty/>
          <title>a &lt;b&gt; &amp; "c" ]]&gt;</title>
          <list>
            <item n="1"/>
          </list>
          <mixed>one <b>two</b> three</mixed>
        </evidence>

        """)
  }

  @Test("Line ends in attributes, carriage returns and unseen characters are references")
  func references() {
    let text = xml { xml in
      xml.element("a", ["b": "\"1\"\n2\t3\r\u{202E}"]) { xml in xml.text("1\n2\t3\r\n\u{9B}\u{200B}\u{7F}") }
    }
    #expect(
      text == "<a b=\"&quot;1&quot;&#xA;2&#x9;3&#xD;&#x202E;\">1\n2\t3&#xD;\n&#x9B;&#x200B;&#x7F;</a>\n")
  }

  @Test("What XML cannot hold becomes U+FFFD and is reported")
  func replacements() throws {
    var writer = XMLWriter()
    writer.element("a", ["b": "\u{0}x\u{0}"]) { xml in
      xml.text("\u{1B}[m\u{FFFE}")
      xml.element("c", text: "\u{1B}")
      xml.text("\u{1B}")
    }
    let output = writer.finish()
    #expect(
      output.replaced.map { "\($0.element) \($0.attribute ?? "-") \($0.scalar.value) \($0.count)" }
        == ["a b 0 2", "a - 27 2", "a - 65534 1", "c - 27 1"])
    let root = try XMLDocument(parsing: output.bytes).root
    #expect(root["b"] == "\u{FFFD}x\u{FFFD}" && root.text == "\u{FFFD}[m\u{FFFD}\u{FFFD}\u{FFFD}")
  }

  @Test("Parsed back, every text is the same text")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        let range: ClosedRange<UInt32> = Bool.random(using: &random) ? 0x20...0x7E : 0x9...0x11000
        if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { text.append(scalar) }
        text.append(
          contentsOf: ["<\u{301}", "]]>", "\r\n", "&amp;", "\t", "\u{2028}"].randomElement(using: &random)!
            .unicodeScalars)
      }
      var writer = XMLWriter()
      writer.element("a", ["b": String(text)], text: String(text))
      let output = writer.finish()
      let root = try XMLDocument(parsing: output.bytes).root
      let lost = Set(output.replaced.map(\.scalar))
      let expected = text.map { lost.contains($0) ? "\u{FFFD}" : $0 }
      #expect(Array(root.text.unicodeScalars) == expected)
      #expect(root["b"].map { Array($0.unicodeScalars) } == expected)
      #expect(lost.allSatisfy { $0.value < 0x20 || $0.value >= 0xFFFE })
    }
  }

  @Test("The bytes taken on the way and the rest are the whole")
  func streaming() {
    func write(_ xml: inout XMLWriter, _ pause: (inout XMLWriter) -> Void) {
      xml.element("a") { xml in
        xml.element("b")
        pause(&xml)
        xml.element("c") { xml in
          pause(&xml)
          xml.text("d")
        }
      }
    }
    var whole = XMLWriter()
    write(&whole) { _ in }
    let (expected, reference) = (whole.finish(), "<a>\n  <b/>\n  <c>d</c>\n</a>")
    #expect(String(decoding: expected.bytes, as: UTF8.self).contains(reference))
    var pieces: [UInt8] = []
    var streamed = XMLWriter()
    write(&streamed) { pieces += $0.takeBytes() }
    #expect(pieces.count > 40)
    #expect(pieces + streamed.finish().bytes == expected.bytes)
  }

  @Test("xmllint takes what the writer writes", .needs(.xmllint))
  func peer() async throws {
    var writer = XMLWriter()
    writer.element("a", ["xmlns:x": "urn:x", "x:b": "<\"&'>\n\u{1B}"]) { xml in
      xml.element("x:c", text: "]]>\u{FFFE}\u{202E}<\u{301}<!DOCTYPE a [<!ENTITY b \"c\">]>&b;")
    }
    let folder = try TemporaryFolder()
    let file = try folder.write(writer.finish().bytes, to: "a.xml")
    let output = try await PeerTool.xmllint.run(["--nonet", "--noout", file.path])
    #expect(output.succeeded, "\(output.errorText)")
  }
}
