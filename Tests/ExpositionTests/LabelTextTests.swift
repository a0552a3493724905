import Testing

@testable import Exposition

@Suite("Hostile label values")
struct LabelTextTests {
  @Test("lose control characters and nothing else")
  func controls() {
    #expect(LabelText.clean("S3.1") == "S3.1")
    #expect(LabelText.clean("Überprüfung 検査 \\ \" \n") == "Überprüfung 検査 \\ \" \n")
    #expect(LabelText.clean("a\u{0}b\u{1B}[31m\r\t") == "a<U+0000>b<U+001B>[31m<U+000D><U+0009>")
    #expect(LabelText.clean("a\u{202E}b\u{9B}") == "a<U+202E>b<U+009B>")
  }

  @Test("that are too long are cut, and stay different from each other")
  func length() {
    let long = String(repeating: "é", count: 500)
    let cut = LabelText.clean(long)
    #expect(cut.unicodeScalars.count == LabelText.limit)
    #expect(cut != LabelText.clean(long + "x"))
    #expect(LabelText.clean(String(repeating: "é", count: 256)).hasSuffix("éé"))
  }
}
