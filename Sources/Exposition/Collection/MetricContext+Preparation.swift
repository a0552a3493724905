import Measures
import Queries
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
    try snapshot.prepareMeasures(policy)
    try snapshot.add(labels)
    for table in Queries.Metrics.Temporary.Tables.all { try snapshot.run(table.text) }
    var above: Int64 = -1
    for edge in edges {
      try snapshot.run(
        Queries.Metrics.Temporary.insertEdge,
        ["above": .int(above), "upto": .int(edge), "le": .double(Double(edge) / 1000)])
      above = edge
    }
    try snapshot.run(
      Queries.Metrics.Temporary.insertEdge, ["above": .int(above), "upto": .int(.max), "le": .null])
    for view in Queries.Metrics.Temporary.Views.all { try snapshot.run(view.text, parameters) }
  }

  /// The words that other modules own.
  private var labels: [CodeLabel] {
    sources.sorted { $0.key < $1.key }.map { CodeLabel("source", $0.key, $0.value) }
      + rejectReasons.enumerated().map { CodeLabel("reject_reason", $0, $1) }
  }
}
