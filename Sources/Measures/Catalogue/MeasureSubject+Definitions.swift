import Queries

extension MeasureSubject {
  /// The view that a pass reads: what is stored and looked up, where the other columns of ``view`` are worked out by
  /// the program.
  var rows: String { self == .episode ? "episode_row" : view }

  /// What columns of ``view`` that are not in ``rows``, or cheaper to name than to look up, are worked out from.
  var definitions: [String: Expression] {
    switch self {
    case .episode:
      var definitions = ColumnList(view: Queries.Measures.Subjects.episode).workedOut
      for list in Self.episodeColumns.values { definitions.merge(list.workedOut) { $1 } }
      definitions["severity_name"] = CodeLabel.word("severity", for: "severity")
      definitions["reason_name"] = CodeLabel.word("close_reason", for: "reason")
      definitions["defect_name"] = CodeLabel.word("time_defect", for: "defect")
      return definitions
    case .violation: return ["severity_name": CodeLabel.word("severity", for: "severity")]
    case .attempt: return ["outcome_name": CodeLabel.word("attempt_outcome", for: "outcome")]
    default: return [:]
    }
  }

  /// What the views of the episodes work out, by what stands for it in the view of the subject.
  private static let episodeColumns = [
    "{counted_episode}": ColumnList(view: Queries.Views.countedEpisode),
    "{episode_due}": ColumnList(view: Queries.Measures.Shared.d4EpisodeDue),
    "{episode_deadline}": ColumnList(view: Queries.Measures.Shared.d5EpisodeDeadline),
  ]

  /// The statement that makes the view of a subject, with what other views work out put in.
  static func statement(_ text: String) -> String {
    episodeColumns.reduce(text) { $0.replacing($1.key, with: $1.value.workedOutText) }
  }
}

extension CodeLabel {
  /// The word for the number in a column.
  fileprivate static func word(_ kind: String, for column: String) -> Expression {
    domain.filter { $0.kind == kind }.reduce(.null) { otherwise, label in
      .choice(.comparison(.equal, .column(column), .number(Int64(label.code))), .text(label.label), otherwise)
    }
  }
}
