/// The page of a population: tables, and what is missing in sentences.
public struct EvidencePopulation: Hashable, Sendable {
  public var frame: PageFrame
  public var balance: DataTable
  public var outside: DataTable
  public var breakdown: [DataTable]
  public var coverage: DataTable
  public var gaps: [String]
  public var files: DataTable

  public init(
    frame: PageFrame, balance: DataTable, outside: DataTable, breakdown: [DataTable], coverage: DataTable,
    gaps: [String], files: DataTable
  ) {
    self.frame = frame
    self.balance = balance
    self.outside = outside
    self.breakdown = breakdown
    self.coverage = coverage
    self.gaps = gaps
    self.files = files
  }
}
