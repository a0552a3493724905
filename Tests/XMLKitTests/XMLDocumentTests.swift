import TestSupport
import Testing
import XMLKit

@Suite("XML is read without trust in it")
struct XMLDocumentTests {
  func failure(_ text: String) -> XMLError? {
    do throws(XMLError) {
      let document = try XMLDocument(parsing: Array(text.utf8))
      _ = document.root
      return nil
    } catch {
      return error
    }
  }

  @Test("Elements, attributes, namespaces, text and lines")
  func reading() throws {
    let text = """
      <?xml version="1.0"?><!-- c -->
      <e xmlns="urn:a" xmlns:o="urn:o" id="1" o:id="2">
        <list><item n="1">a<!-- c -->b<![CDATA[<c>]]></item><o:item n="2"/><item n="3">&lt;&#233;</item></list>
      </e>
      """
    let root = try XMLDocument(parsing: Array(text.utf8)).root
    #expect(root.name == "e" && root.namespace == "urn:a" && root.line == 2)
    #expect(root["id"] == "1" && root["n"] == nil)
    #expect(root.attributes.last?.namespace == "urn:o" && root.attributes.last?.value == "2")
    #expect(root.all("list/item").map { $0["n"] } == ["1", "3"])
    #expect(root.first("list/item")?.nodes == [.text("ab<c>")])
    #expect(root.first("list/item")?.line == 3)
    #expect(root.all("list/item").last?.text == "<é" && root.first("list/nothing") == nil)
    #expect(root.children.first?.children.map(\.namespace) == ["urn:a", "urn:o", "urn:a"])
    #expect(root.all("") == [root])
  }

  @Test(
    "A document type declaration is refused before anything in it is read",
    arguments: [
      "<!DOCTYPE a><a/>",
      "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
      "<!DOCTYPE a PUBLIC \"-//X\" \"http://127.0.0.1:1/x.dtd\"><a/>",
      "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
      "<!DOCTYPE a [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x\"> %x;]><a/>",
      "<?xml version=\"1.0\"?><!-- c --><!DOCTYPE a [<!ENTITY x \"y\">]><a b=\"&x;\"/>",
      "<!DOCTYPE a [not even legal",
    ])
  func documentTypes(text: String) {
    #expect(failure(text)?.code == .documentType)
    #expect(failure(text)?.message == "a document type declaration is not accepted")
  }

  @Test("An entity bomb costs no time")
  func bomb() {
    let entities = (1...30).map {
      "<!ENTITY e\($0) \"" + String(repeating: "&e\($0 - 1);", count: 20) + "\">"
    }
    let text = "<!DOCTYPE a [<!ENTITY e0 \"x\">" + entities.joined() + "]><a b=\"&e30;\">&e30;</a>"
    let start = ContinuousClock.now
    #expect(failure(text)?.code == .documentType)
    #expect(ContinuousClock.now - start < .seconds(1))
  }

  @Test(
    "Broken documents are told with their line",
    arguments: [
      ("", 1), ("x", 1), ("<a>\n</b>", 2), ("<a>\n\n&x;</a>", 3), ("<a b='1' b='2'/>", 1),
      ("<a>\u{1B}</a>", 1),
      ("<a>]]></a>", 1), ("<a/>\n<b/>", 2), ("<a>&#x1B;</a>", 1), ("<a", 1),
    ])
  func malformed(text: String, line: Int) {
    let error = failure(text)
    #expect(error?.code == .malformed && error?.message.isEmpty == false)
    #expect(error?.line == line, "\(String(describing: error))")
  }

  @Test("Bytes that are no UTF-8 are refused")
  func encoding() {
    #expect(throws: XMLError.self) {
      _ = try XMLDocument(parsing: Array("<a>".utf8) + [0xFF, 0xFE] + Array("</a>".utf8)).root
    }
  }

  @Test("Depth and size have limits")
  func limits() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(failure(nested(250)) == nil)
    #expect(failure(nested(100_000))?.code == .tooLarge)
    let long = "<a b=\"" + String(repeating: "x", count: XMLWriter.longestText + 1) + "\"/>"
    #expect(failure(long)?.code == .tooLarge)
    let whole = Array("<a/>".utf8)
    #expect(throws: XMLError.self) { _ = try XMLDocument(parsing: whole, limit: 3).root }
    #expect(try XMLDocument(parsing: whole, limit: 4).root.name == "a")
  }
}
