import Remediation
import Testing

@Suite("Texts are the same when their bytes are")
struct TextBytesTests {
  @Test(
    "Of any length, and not when only their characters are",
    arguments: [
      "", "a", "1234567", "12345678", "123456789", "arn:aws:securityhub:eu-west-1:111122223333:finding/é",
    ])
  func same(text: String) {
    #expect(text.hasSameBytes(as: String(decoding: Array(text.utf8), as: UTF8.self)))
    #expect(!text.hasSameBytes(as: text + "x"))
    for index in text.utf8.indices {
      var bytes = Array(text.utf8)
      bytes[text.utf8.distance(from: text.utf8.startIndex, to: index)] = 0x7E
      #expect(!text.hasSameBytes(as: String(decoding: bytes, as: UTF8.self)))
    }
  }

  @Test("Two normal forms of one text are two texts")
  func normalForms() {
    let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
    #expect(composed == decomposed)
    #expect(!composed.hasSameBytes(as: decomposed))
    #expect(
      FindingIdentity(productArn: "p", id: composed) != FindingIdentity(productArn: "p", id: decomposed))
  }
}
