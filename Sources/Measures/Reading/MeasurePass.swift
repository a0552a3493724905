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

  /// The columns of all measures, three a case, and after them those that are read beside.
  func columns(beside columns: [String] = []) -> String {
    (measures.map(\.columns) + columns).joined(separator: ",\n")
  }

  /// The statement of the file with the view of the subject and some columns put in.
  static func statement(_ text: String, _ columns: String, of view: String) -> String {
    text.replacing("{subject}", with: view).replacing("{columns}", with: columns)
  }
}

/// Where a case stands in the rows of a pass: in three columns, the first with the name of its measure.
struct CaseColumn: Equatable {
  /// The number of the measure among those of the pass.
  let measure: Int
  let standing: Int
  let kind: Int
  let amount: Int

  /// - Parameter places: where each column is found, in the order of the names.
  static func all(_ names: [String?], at places: [Int], _ measures: [MeasureName]) -> [CaseColumn] {
    names.enumerated().compactMap { column, name in
      measures.firstIndex { $0.rawValue == name }.map {
        CaseColumn(
          measure: $0, standing: places[column], kind: places[column + 1], amount: places[column + 2])
      }
    }
  }
}
