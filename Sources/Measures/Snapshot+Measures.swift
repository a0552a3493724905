public import Policy
import Queries
public import Store

extension Snapshot {
  /// Makes the temporary tables and views that every number is made from: the policy as rows, what became of
  /// attempts, deadlines, exceptions, lanes and loops.
  ///
  /// Once in a snapshot; `queries/measures` says what each holds.
  public func prepareMeasures(_ policy: Policy) throws(StoreError) {
    try prepareEpisodes(policy)
    try prepareOthers()
  }

  /// Of ``prepareMeasures(_:)`` what the measures of episodes are made from.
  func prepareEpisodes(_ policy: Policy) throws(StoreError) {
    for table in Queries.Measures.Tables.all { try run(table.text) }
    try add(CodeLabel.domain)
    for row in PolicyRows(policy).all { try run(row.statement, row.values) }
    for view in Queries.Measures.Shared.all { try run(view.text) }
  }

  /// The rest of it: what came of automatic attempts, lanes and loops.
  func prepareOthers() throws(StoreError) {
    for view in Queries.Measures.Others.all { try run(view.text) }
  }

  /// Runs a statement that makes or fills a temporary table; the file itself is open for reading only.
  public func run(_ sql: String, _ parameters: [String: SQLValue] = [:]) throws(StoreError) {
    _ = try rows(sql, parameters)
  }
}
