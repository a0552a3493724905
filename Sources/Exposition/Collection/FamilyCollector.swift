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

  /// Collects every family as the records up to the snapshot's instant have it, sorted by name, and the
  /// collectors' own.
  ///
  /// A query that fails gives no family and a `closeout_collector_success` of 0; the others go on.
  ///
  /// - Throws: only when the store itself cannot be read.
  public func collect(
    _ snapshot: borrowing Snapshot
  ) throws(StoreError) -> (families: [MetricFamily], report: CollectionReport) {
    var base = CounterBase()
    return try collect(snapshot, catalogue.definitions, &base)
  }

  /// Collects every family as it may be scraped: counters never show less than they have shown.
  ///
  /// - Parameter base: what this exporter has shown; what others have, and the store kept, is added.
  public func collect(
    _ snapshot: borrowing Snapshot, counting base: inout CounterBase
  ) throws(StoreError) -> (families: [MetricFamily], report: CollectionReport) {
    base.merge(try snapshot.counted())
    return try collect(snapshot, catalogue.definitions, &base)
  }

  /// Collects the families that mean something for an instant of the past, without the exporter's own.
  func collectHistory(_ snapshot: borrowing Snapshot) throws(StoreError) -> [MetricFamily] {
    var base = CounterBase()
    let (families, _) = try collect(snapshot, catalogue.definitions.filter(\.hasHistory), &base)
    let own = Set(CollectionReport.families.map(\.name))
    return families.filter { !own.contains($0.name) }
  }

  private func collect(
    _ snapshot: borrowing Snapshot, _ definitions: [MetricDefinition], _ base: inout CounterBase
  ) throws(StoreError) -> (families: [MetricFamily], report: CollectionReport) {
    var report = CollectionReport()
    let start = seconds()
    try context.prepare(snapshot)
    report.entries.append(.init(collector: "preparation", duration: seconds() - start))
    var families: [MetricFamily] = []
    for definition in definitions {
      let start = seconds()
      var failure: String?
      do {
        var builder = FamilyBuilder(definition, after: base)
        try snapshot.forEach(definition.sql, context.parameters) { row in try builder.add(row) }
        let folded = builder.family()
        families += definition.type.isCumulative ? base.show(folded, definition) : [folded]
        if definition.cap != nil { report.dropped.append((definition.family, builder.droppedCount)) }
      } catch {
        failure = error.reason
      }
      report.entries.append(
        .init(collector: definition.collector, duration: seconds() - start, failure: failure))
    }
    return (sorted(families + report.families), report)
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
