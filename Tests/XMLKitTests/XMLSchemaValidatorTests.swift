import Foundation
import TestSupport
import Testing
import XMLKit

@Suite("Documents are compared with their schema")
struct XMLSchemaValidatorTests {
  let schema = """
    <?xml version="1.0"?>
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:x" xmlns="urn:x"
        elementFormDefault="qualified">
      <xs:element name="list">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="n" type="xs:int" maxOccurs="unbounded"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    </xs:schema>
    """

  @Test("A valid document has no problems, and the schema is used again and again")
  func valid() throws {
    let validator = try XMLSchemaValidator(parsing: Array(schema.utf8))
    for count in 1...50 {
      let text = "<list xmlns=\"urn:x\">" + String(repeating: "<n>1</n>", count: count) + "</list>"
      #expect(try validator.problems(in: Array(text.utf8)) == [])
    }
  }

  @Test("Every departure is told with its line")
  func invalid() throws {
    let validator = try XMLSchemaValidator(parsing: Array(schema.utf8))
    let text = "<list xmlns=\"urn:x\">\n<n>one</n>\n<n>2</n>\n<m/></list>"
    let problems = try validator.problems(in: Array(text.utf8))
    #expect(Set(problems.map(\.line)) == [2, 4])
    #expect(problems.first?.message.contains("'one' is not a valid value") == true)
    #expect(try validator.problems(in: Array("<other/>".utf8)).count == 1)
  }

  @Test("At most a hundred departures are told")
  func many() throws {
    let validator = try XMLSchemaValidator(parsing: Array(schema.utf8))
    let text = "<list xmlns=\"urn:x\">" + String(repeating: "<n>x</n>", count: 500) + "</list>"
    #expect(try validator.problems(in: Array(text.utf8)).count == 100)
  }

  @Test("A document that is none is an error and not a list of problems")
  func malformed() throws {
    let validator = try XMLSchemaValidator(parsing: Array(schema.utf8))
    let error = #expect(throws: XMLError.self) { try validator.problems(in: Array("<!DOCTYPE a><a/>".utf8)) }
    #expect(error?.code == .documentType)
    for text in [
      "", "<list", "<list xmlns=\"urn:x\"><n>1</n></wrong>", "<!DOCTYPE list [<!ENTITY e \"1\">]><list/>",
    ] {
      #expect(throws: XMLError.self, "\(text)") { try validator.problems(in: Array(text.utf8)) }
    }
    #expect(try validator.problems(in: Array("<list xmlns=\"urn:x\"><n>1</n></list>".utf8)) == [])
  }

  @Test("A document that is checked while it is parsed has the problems of one that was parsed before")
  func bothWays() throws {
    let validator = try XMLSchemaValidator(parsing: Array(schema.utf8))
    for text in [
      "<list xmlns=\"urn:x\">\n<n>1</n><n>\n x</n></list>", "<list xmlns=\"urn:x\"/>", "<other/>",
      "<list xmlns=\"urn:x\">words<n>1</n></list>",
      "<list xmlns=\"urn:x\"><n a=\"1\"><![CDATA[2]]></n></list>",
      "<list xmlns=\"urn:x\"><n><![CDATA[2]]></n><!-- c --></list>",
    ] {
      let bytes = Array(text.utf8)
      let problems = try validator.problems(in: bytes)
      #expect(try problems == validator.problems(in: XMLDocument(parsing: bytes)), "\(text)")
    }
  }

  @Test(
    "A schema that is none, or that needs other files, is refused",
    arguments: [
      "<a/>", "<xs:schema XS><xs:element name=\"a\" type=\"gone\"/></xs:schema>",
      "<xs:schema XS><xs:include schemaLocation=\"/etc/passwd\"/></xs:schema>",
      "<xs:schema XS><xs:import namespace=\"u\" schemaLocation=\"http://127.0.0.1:1/\"/></xs:schema>",
    ])
  func schemas(short: String) {
    let text = short.replacing("XS", with: "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"")
    let error = #expect(throws: XMLError.self) {
      _ = try XMLSchemaValidator(parsing: Array(text.utf8)).problems(in: [])
    }
    #expect(error?.code == .schema && error?.message.isEmpty == false)
  }

  @Test(
    "xmllint is of the same mind", .needs(.xmllint),
    arguments: [
      "<list xmlns=\"urn:x\"><n>1</n></list>", "<list xmlns=\"urn:x\"><n>a</n></list>",
      "<list><n>1</n></list>",
      "<list xmlns=\"urn:x\"/>", "<list xmlns=\"urn:x\"><n>99999999999</n></list>",
      "<list xmlns=\"urn:x\"><n> 1 </n></list>", "<list xmlns=\"urn:x\" a=\"b\"><n>1</n></list>",
    ])
  func peer(text: String) async throws {
    let folder = try TemporaryFolder()
    let xsd = try folder.write(Array(schema.utf8), to: "a.xsd")
    let file = try folder.write(Array(text.utf8), to: "a.xml")
    let output = try await PeerTool.xmllint.run(["--nonet", "--noout", "--schema", xsd.path, file.path])
    let validator = try XMLSchemaValidator(parsing: Array(schema.utf8))
    #expect(try validator.problems(in: Array(text.utf8)).isEmpty == output.succeeded)
  }
}
