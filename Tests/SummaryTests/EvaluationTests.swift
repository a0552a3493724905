@testable import Measures
import Queries
import Remediation
import Store
@testable import Summary
import TestSupport
import Testing

@Suite("Columns worked out by the program")
struct EvaluationTests {
  /// What SQLite makes of an expression, and what the program does, over the same rows.
  private static let expressions = [
    "a = b", "a <> b", "a < b", "a <= b", "a > b", "a >= b", "a IS b", "a IS NOT b", "a IS NULL",
    "a IS NOT NULL", "a + b - a * b", "a - b - c", "a - (b - c)", "a AND b", "a OR b", "NOT a",
    "NOT a AND b OR c", "NOT a = b", "a = b AND b = c OR NOT c", "a IN (1, 2, b)", "a NOT IN (1, b)",
    "t = 'open'", "t IN ('open', 'shut')", "t IS NOT 'open'", "coalesce(a, b, 7)", "coalesce(t, 'none')",
    "CASE WHEN a THEN b ELSE c END", "CASE WHEN a THEN b END",
    "CASE WHEN a > 1 THEN 'more' WHEN b THEN t END", "CASE a WHEN 1 THEN b WHEN c THEN 5 END",
    "CASE t WHEN 'open' THEN 1 WHEN 'shut' THEN 2 ELSE 3 END",
    "(a IS NULL OR b >= a) AND (c IS NULL OR b < c)",
    "CASE WHEN a IS NOT NULL THEN CASE WHEN b IS NULL THEN 3 ELSE 0 END END",
    "a > 30 * 86400000 OR b < c = 0",
  ]

  @Test func `are what SQLite makes of them, NULL and texts among their rows`() throws {
    let demo = try DemoStore(findings: 1, days: 1)
    let values = ["NULL", "0", "1", "2", "-3"]
    let texts = ["NULL", "'open'", "'shut'", "''"]
    let rows = values.flatMap { a in
      values.flatMap { b in values.flatMap { c in texts.map { "(\(a), \(b), \(c), \($0))" } } }
    }
    let source = "WITH source(a, b, c, t) AS (VALUES \(rows.joined(separator: ", "))) SELECT "
    try demo.store.snapshot(asOf: DemoStore.end) { snapshot in
      let told = try snapshot.rows(source + Self.expressions.joined(separator: ", ") + " FROM source")
      var program = Program()
      let registers = ColumnList(Self.expressions.joined(separator: ", ")).columns.map { column in
        program.register(of: column.expression)
      }
      #expect(Set(program.columns.map(\.sql)) == ["a", "b", "c", "t"])
      let statement = source + program.columns.map(\.sql).joined(separator: ", ") + " FROM source"
      var row = 0
      try snapshot.blocks(statement, program.texts) { reader in
        var block = Registers(program)
        while try block.fill(from: &reader) {
          for place in 0..<block.count {
            for (column, register) in registers.enumerated() {
              let word = block.words[register * Registers.rows + place]
              let value: SQLValue =
                word == Word.null ? .null : reader.texts.text(word).map(SQLValue.text) ?? .int(word)
              #expect(value == told[row].all[column], "\(Self.expressions[column]) of \(rows[row])")
            }
            row += 1
          }
        }
      }
      #expect(row == rows.count)
    }
  }

  @Test(arguments: ["a || b", "min(a, b)", "(SELECT a)", "a LIKE 'x'", "CASE a END", "a b", "a =", "'open"])
  func `are left to SQLite where it alone understands them`(text: String) {
    let columns = ColumnList(text + " AS told").columns
    #expect(columns.allSatisfy { !$0.isWorkedOut })
  }

  @Test func `are asked for once, and only from what is stored or looked up`() throws {
    for pass in MeasurePass.all(for: MeasureName.allCases) {
      let program = PassProgram(pass, isCut: false, common: ["as_of": .number(1)])
      #expect(Set(program.program.columns.map(\.sql)).count == program.program.columns.count)
      #expect(program.program.columns.allSatisfy { !$0.sql.contains(" ") }, "\(pass.subject)")
      #expect(Set(program.program.instructions).count == program.program.instructions.count)
    }
  }

  @Test func `count in a pass what is listed case by case`() throws {
    let demo = try DemoStore()
    let window = Window(from: DemoStore.end.advanced(byMilliseconds: -60 * .day), to: DemoStore.end)
    for window in [Window.allTime, window] {
      try demo.store.snapshot(asOf: DemoStore.end, window: window) { snapshot in
        try snapshot.prepareCases(demo.policy)
        for name in MeasureName.allCases {
          var listed: [MeasureCount.Part: Int] = [:]
          for part in try snapshot.cases(of: name) {
            let key = MeasureCount.Part(
              kind: part.kind, isNumerator: part.isNumerator, isDenominator: part.isDenominator, count: 0,
              total: 0)
            listed[key, default: 0] += 1
          }
          let counted = try snapshot.counts(of: name)[nil]?.parts ?? []
          #expect(counted.count == listed.count, "\(name)")
          for part in counted {
            var key = part
            (key.count, key.total) = (0, 0)
            #expect(listed[key] == part.count, "\(name) \(part)")
          }
        }
      }
    }
  }
}

@Suite("Texts as words")
struct TextNumberTests {
  @Test func `are given back byte by byte, however many there are`() {
    var texts = TextNumbers()
    // Two that are equal as Strings, and the empty one.
    let names = ["", "\u{e9}", "e\u{301}"] + (0..<1000).map { "name \($0)" }
    let words = names.map { texts.word($0) }
    #expect(Set(words).count == names.count)
    #expect(names.map { texts.word($0) } == words)
    for (name, word) in zip(names, words) {
      #expect(Word.isText(word))
      #expect(texts.text(word).map { Array($0.utf8) } == Array(name.utf8))
    }
    #expect(texts.text(Word.null) == nil)
    #expect(texts.text(Word.number(.min)) == nil)
  }
}
