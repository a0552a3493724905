public import Store

/// Runs the queries of a catalogue in one snapshot of the store.
public struct FamilyCollector: Sendable {
  public let catalogue: MetricCatalogue
  public let context: MetricContext
  private let seconds: @Sendable () -> Double

  /// - Parameter seconds: a clock that only goes forward, for the durations of the collectors.
  public init(
    _ catalogue: MetricCatalogue, context: MetricContext,
    seconds: @escaping @Sendable () -> Double = FamilyCollector.uptime
  ) {
    self.catalogue = catalogue
    self.context = context
    self.seconds = seconds
  }

  /// Collects every family, sorted by name, and the collectors' own.
  ///
  /// A query that fails gives no family and a `closeout_collector_success` of 0; the others go on.
  ///
  /// - Throws: only when the store itself cannot be read.
  public func collect(
    _ snapshot: borrowing Snapshot
  ) throws(StoreError) -> (families: [MetricFamily], report: CollectionReport) {
    var report = CollectionReport()
    let families = try collect(snapshot, catalogue.definitions, &report)
    return (sorted(families + report.families), report)
  }

  /// Collects the families that mean something for an instant of the past, without the exporter's own.
  func collectHistory(_ snapshot: borrowing Snapshot) throws(StoreError) -> [MetricFamily] {
    var report = CollectionReport()
    return sorted(try collect(snapshot, catalogue.definitions.filter(\.hasHistory), &report))
  }

  private func collect(
    _ snapshot: borrowing Snapshot, _ definitions: [MetricDefinition], _ report: inout CollectionReport
  ) throws(StoreError) -> [MetricFamily] {
    let start = seconds()
    try context.prepare(snapshot)
    report.entries.append(.init(collector: "preparation", duration: seconds() - start))
    var families: [MetricFamily] = []
    for definition in definitions {
      let start = seconds()
      var failure: String?
      do {
        var builder = FamilyBuilder(definition)
        try snapshot.forEach(definition.sql, context.parameters) { row in try builder.add(row) }
        families.append(builder.family())
        if definition.cap != nil { report.dropped.append((definition.family, builder.droppedCount)) }
      } catch {
        failure = error.reason
      }
      report.entries.append(
        .init(collector: definition.collector, duration: seconds() - start, failure: failure))
    }
    return families
  }

  private func sorted(_ families: [MetricFamily]) -> [MetricFamily] {
    families.sorted { $0.name < $1.name }
  }

  /// Seconds since some moment, unmoved by changes of the time of day.
  public static let uptime: @Sendable () -> Double = {
    let elapsed = ContinuousClock.now - start
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
  }

  private static let start = ContinuousClock.now
}
