import Exposition
import Ingest
import Policy

/// What the metric queries need to know beside the store.
enum MetricSettings {
  static func context(_ policy: Policy) -> MetricContext {
    var context = MetricContext(
      build: .init(
        version: ProgramVersion.text, revision: ProgramVersion.revision,
        swiftVersion: ProgramVersion.swift), policy: policy)
    for source in SourceKind.allCases { context.sources[source.rawValue] = source.name }
    context.rejectReasons = RejectReason.allCases.map(\.rawValue)
    return context
  }
}
