/// What the cases of measures are: each is a view of `queries/measures/subjects`, and the measures of one are read
/// in one pass over its rows.
enum MeasureSubject: String, Sendable, CaseIterable {
  // The episodes last: they are read in portions, by whoever has nothing else to read.
  case violation, finding
  case openedFinding = "opened_finding"
  case attempt, outcome, change, loop, decision, exception, gate, review, episode

  /// The name of the view.
  var view: String { "measured_" + rawValue }
}
