import Markup
import TestSupport
import Testing

@Suite("Small writers")
struct WriterTests {
  func html(_ write: (inout HTMLWriter) -> Void) -> String {
    var html = HTMLWriter()
    write(&html)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  @Test(
    "Numbers have at most three decimals and no exponent",
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (1.5, "1.5"), (-1.25, "-1.25"), (0.1 + 0.2, "0.3"), (2.0 / 3, "0.667"),
      (0.0004, "0"), (-0.0004, "0"), (0.9996, "1"), (12.034, "12.034"), (1e14, "100000000000000"),
      (1e15, "0"),
      (.nan, "0"), (.infinity, "0"), (1e-300, "0"),
    ])
  func numbers(value: Double, text: String) {
    #expect(html { $0.number(value) } == text)
  }

  @Test("Whole numbers are written in full", arguments: [0, 7, 10, -3, .max, .min])
  func integers(value: Int) {
    #expect(html { $0.text(value) } == "\(value)")
    #expect(html { $0.number(value) } == "\(value)")
  }

  @Test("Escaping a text is escaping its scalars one by one")
  func law() {
    var random = SeededGenerator(seed: 7)
    let alphabet: [Unicode.Scalar] = [
      "a", "<", ">", "&", "\"", "'", "\r", "\n", "\t", "\u{0}", "\u{7F}", "\u{85}", "é", "\u{301}", "\u{34F}",
      "\u{61C}", "\u{1160}", "€", "\u{202E}", "\u{3164}", "語", "\u{FEFF}", "😀", "\u{1FFFF}", "\u{E0001}",
    ]
    for _ in 0..<500 {
      let scalars = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      let whole = html { $0.text(String(text)) }
      let pieces = html { html in for scalar in scalars { html.text(String(Character(scalar))) } }
      // Only CR looks at what follows.
      #expect(whole.replacing("&#13;\n", with: "⟨U+000D⟩\n") == pieces)
      #expect(!whole.unicodeScalars.contains { "<>\"'\u{0}\u{202E}".unicodeScalars.contains($0) })
    }
  }

  @Test("CSV cells are quoted where needed, and formulas are texts")
  func csv() {
    var csv = CSVWriter()
    csv.row(["id", "a,b", "say \"x\"", "two\nlines", -5, .empty, .text("")])
    csv.row(["=1+1", "+1", "-1", "@x", "\tx", "\r=x", "＝x", "a=b", " x", "a;b", "\u{1B}[m"])
    csv.row([.empty])
    #expect(
      String(decoding: csv.bytes, as: UTF8.self)
        == "id,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",-5,,\r\n"
        + "'=1+1,'+1,'-1,'@x,\"'\tx\",\"'\r=x\",'＝x,a=b,\" x\",\"a;b\",⟨U+001B⟩[m\r\n\"\"\r\n")
  }

  @Test("Python's reader gives back every cell", .needs(python: "csv"))
  func csvPeer() async throws {
    let rows = [
      ["a", "b\r\nc", "\"", "\"\"", ",", ""], ["", "x", "é", ";", "\n", "'"],
      Attack.all.prefix(6).map(\.value),
    ]
    var csv = CSVWriter()
    for row in rows { csv.row(row.map { .text($0) }) }
    let read = try await PythonPeer("parse_csv.py", modules: ["csv"])
      .answer(to: String(decoding: csv.bytes, as: UTF8.self), as: [[String]].self)
    let neutral = rows.map { $0.map { ["\n"].contains($0) ? "'\n" : $0 } }
    #expect(read == neutral)
  }

  @Test("Text for terminals holds no control and no second line")
  func terminal() {
    #expect(terminalSafe("plain – text") == "plain – text")
    #expect(terminalSafe("\u{1B}[31mred\r\n\tx") == "⟨U+001B⟩[31mred⟨U+000D⟩⟨U+000A⟩⟨U+0009⟩x")
    #expect(terminalSafe("a\n\tb\r\n\u{9B}m", keepingLines: true) == "a\n\tb⟨U+000D⟩\n⟨U+009B⟩m")
    #expect(terminalSafe("\u{1B}]8;;http://x\u{1B}\\y\u{202E}") == "⟨U+001B⟩]8;;http://x⟨U+001B⟩\\y⟨U+202E⟩")
  }
}
