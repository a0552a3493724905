import Exposition
import Ingest

/// What the metric queries need to know beside the store.
enum MetricSettings {
  static var context: MetricContext {
    var context = MetricContext(
      build: .init(
        version: ProgramVersion.text, revision: ProgramVersion.revision,
        swiftVersion: ProgramVersion.swift))
    for source in SourceKind.allCases { context.sources[source.rawValue] = source.name }
    context.rejectReasons = RejectReason.allCases.map(\.rawValue)
    return context
  }
}
