import Queries
import Store

/// One reading of the rows of a subject, for some of its measures at once.
struct MeasurePass {
  let subject: MeasureSubject
  let measures: [MeasureDefinition]

  /// The passes that measures take: one for each subject that they have.
  static func all(for names: [MeasureName]) -> [MeasurePass] {
    let measures = names.map(MeasureDefinition.init)
    return MeasureSubject.allCases.compactMap { subject in
      let own = measures.filter { $0.subject == subject }
      return own.isEmpty ? nil : MeasurePass(subject: subject, measures: own)
    }
  }

  /// The statement of the file with the view of the subject and the columns of the measures put in, and after them
  /// those that are read beside.
  func statement(_ text: String, beside columns: [String] = []) -> String {
    text.replacing("{subject}", with: subject.view)
      .replacing("{measures}", with: (measures.map(\.columns) + columns).joined(separator: ",\n"))
  }
}

/// Where a case stands in the rows of a pass: in three columns, the first with the name of its measure.
struct CaseColumn {
  /// The number of the measure among those of the pass.
  let measure: Int
  let standing: Int
  var kind: Int { standing + 1 }
  var amount: Int { standing + 2 }

  static func all(in row: borrowing CurrentRow, _ measures: [MeasureName]) -> [CaseColumn] {
    row.names.enumerated().compactMap { place, name in
      measures.firstIndex { $0.rawValue == name }.map { CaseColumn(measure: $0, standing: place) }
    }
  }
}
