import Queries
import Store

/// What is asked of SQLite in a pass, and what is worked out from that: SQLite reads the rows of the subject, and the
/// program works the columns of the measures out of them, for many rows at a time.
struct PassProgram {
  let program: Program
  let statement: String
  /// The registers of the cases.
  let cases: [CaseColumn]
  /// The register of the cell; nil where nothing is cut.
  let cell: Int?
  /// The register of each column that has a name.
  let named: [String: Int]

  /// - Parameter common: columns that are the same in all rows.
  init(
    _ pass: MeasurePass, isCut: Bool, beside columns: [String] = [], common: [String: Expression] = [:]
  ) {
    let columns = ColumnList(pass.columns(beside: columns)).columns
    var program = Program(pass.subject.definitions.merging(common) { $1 })
    // The first column of the statement.
    cell = isCut ? program.register(of: .column("c.cell")) : nil
    let registers = columns.map { program.register(of: $0.expression) }
    cases = CaseColumn.all(columns.map(\.name), at: registers, pass.measures.map(\.name))
    named = Dictionary(
      zip(columns, registers).compactMap { column, register in column.name.map { ($0, register) } },
      uniquingKeysWith: { first, _ in first })
    // A subject whose measures only count its rows is asked for nothing.
    let read = program.columns.dropFirst(isCut ? 1 : 0).map(\.sql)
    statement = MeasurePass.statement(
      isCut ? Queries.Measures.Reading.passCut : Queries.Measures.Reading.pass,
      read.isEmpty ? "NULL" : read.joined(separator: ",\n"), of: pass.subject.rows)
    self.program = program
  }
}
