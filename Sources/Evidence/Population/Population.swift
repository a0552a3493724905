import JSONKit
import Markup
import Remediation
import Store

/// Every violation in scope of a period, with what it was read from and the balance that has to reconcile.
public struct Population: Sendable {
  public let scope: PopulationScope
  /// In the order of their names.
  private(set) var items: [PopulationItem] = []
  private(set) var balance = PopulationBalance()
  private(set) var breakdown = PopulationBreakdown()
  var coverage: [Coverage] = []
  /// Spans within the period in which nothing was observed, of a whole day or more.
  var silences: [Silence] = []
  var receipts: [JSONValue] = []
  var files: [ImportedFile] = []
  var exclusions = Exclusions()
  var records = 0
  /// Of imports that were killed before they gave a receipt.
  var unreceiptedRecords = 0
  var rejected = 0
  /// How many entries the log had.
  var logSize = 0

  init(scope: PopulationScope) {
    self.scope = scope
  }

  public var count: Int { items.count }

  mutating func add(_ item: PopulationItem) {
    items.append(item)
    balance.add(item)
    breakdown.add(item)
  }

  /// What of one account, region and standard was seen.
  struct Coverage: Sendable, Hashable {
    var cell: CoverageCell
    var findings: Int
    var firstEvent: Instant?
    var lastEvent: Instant?
  }

  /// What was expected and not seen; nil when nobody said what to expect.
  var unseen: [CoverageCell]? {
    scope.expected.map { $0.subtracting(coverage.map(\.cell)).sorted() }
  }

  /// What was seen and not expected.
  var unexpected: [CoverageCell]? {
    scope.expected.map { expected in coverage.map(\.cell).filter { !expected.contains($0) } }
  }

  struct Silence: Sendable, Hashable {
    var from: Instant
    var to: Instant
  }

  /// A file that an import read.
  struct ImportedFile: Sendable, Hashable {
    var run: Int
    var name: String
    var sha256: String?
    var bytes: Int
    var newRecords: Int
    var accounts: Int
    var regions: Int
    var firstEvent: Instant?
    var lastEvent: Instant?
    var problem: String?
  }

  /// The violations of the store that are not in the population, each by one reason.
  struct Exclusions: Sendable, Hashable {
    var violations = 0
    /// Of no record up to as-of.
    var later = 0
    /// Their sender may not speak for the product that it names.
    var untrusted = 0
    /// Never seen failing.
    var neverFailing = 0
    /// Outside of the period or of the filters.
    var filtered = 0
    var findings = 0
    /// Findings that name no violation: known from their history alone.
    var unjoinedFindings = 0

    init() {}

    init(_ row: Row) {
      func count(_ name: String) -> Int { Int(row.int(name) ?? 0) }
      violations = count("violations")
      later = count("later")
      untrusted = count("untrusted")
      neverFailing = count("never_failing")
      filtered = count("filtered")
      findings = count("findings")
      unjoinedFindings = count("unjoined_findings")
    }

    var all: Int { later + untrusted + neverFailing + filtered }

    func isReconciled(with inScope: Int) -> Bool { violations == inScope + all }
  }
}
