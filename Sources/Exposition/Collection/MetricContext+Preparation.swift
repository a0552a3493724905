import Measures
import Queries
import Remediation
import Store

extension MetricContext {
  /// The parameters that every query may name.
  var parameters: [String: SQLValue] {
    [
      "version": .text(build.version), "revision": .text(build.revision),
      "swift_version": .text(build.swiftVersion),
    ]
  }

  /// Makes the temporary tables that the queries share, in the snapshot's own connection.
  func prepare(_ snapshot: borrowing Snapshot) throws(StoreError) {
    for table in Queries.Metrics.Temporary.Tables.all { try snapshot.run(table.text) }
    for row in codes { try snapshot.run(Queries.Metrics.Temporary.insertCode, row) }
    var above: Int64 = -1
    for edge in edges {
      try snapshot.run(
        Queries.Metrics.Temporary.insertEdge,
        ["above": .int(above), "upto": .int(edge), "le": .double(Double(edge) / 1000)])
      above = edge
    }
    try snapshot.run(
      Queries.Metrics.Temporary.insertEdge, ["above": .int(above), "upto": .int(.max), "le": .null])
    try snapshot.prepareMeasures(policy)
    for view in Queries.Metrics.Temporary.Views.all { try snapshot.run(view.text, parameters) }
  }

  /// The words that stand for the numbers in the store.
  private var codes: [[String: SQLValue]] {
    let severities = Severity.allCases.map { ("severity", $0.rawValue, $0.label) }
    let workflows = WorkflowStatus.allCases.map { ("workflow", $0.rawValue, $0.label) }
    let sources = sources.sorted { $0.key < $1.key }.map { ("source", $0.key, $0.value) }
    let reasons = rejectReasons.enumerated().map { ("reject_reason", $0, $1) }
    return (severities + workflows + sources + reasons).map { kind, code, label in
      ["kind": .text(kind), "code": SQLValue(code), "label": .text(label)]
    }
  }
}

extension Snapshot {
  /// Runs a statement that makes or fills a temporary table; the file itself is open for reading only.
  fileprivate func run(_ sql: String, _ parameters: [String: SQLValue] = [:]) throws(StoreError) {
    _ = try rows(sql, parameters)
  }
}
