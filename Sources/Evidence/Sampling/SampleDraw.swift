public import Remediation
public import TransparencyLog

/// A sample that anybody can draw again: the violations with the lowest SHA-256 of `seed:id`.
public struct SampleDraw: Sendable {
  /// One violation that was drawn.
  public struct Drawn: Sendable, Hashable {
    /// SHA-256 of the seed, a colon and the id, in hexadecimal.
    public var ticket: Hash256
    /// The violation's id.
    public var id: Hash256
    public var findings: [FindingIdentity]
  }

  public let seed: String
  /// In the order of their tickets.
  public let drawn: [Drawn]
  /// How many there were to draw from.
  public let populationCount: Int
  /// The instant that the population stands for.
  public let asOf: Instant
  /// The leaf of the population's entry, and where it stands in the log.
  public let populationLeaf: LeafHash
  public let populationIndex: Int

  /// Draws from a population, which is checked first.
  ///
  /// - Parameters:
  ///   - bytes: the zip of the population.
  ///   - seed: the auditor's; any text of one line.
  ///   - verifier: with the keys of the log that the population has to be in.
  /// - Throws: `badProof` when the population does not hold.
  public init(
    from bytes: [UInt8], seed: String, size: Int, checkedBy verifier: inout PackageVerifier
  ) throws(EvidenceError) {
    let report = verifier.verify(zip: bytes)
    if let failed = report.checks.first(where: { $0.result != .passed }) {
      throw EvidenceError(.badProof, "\(failed.name.title): \(failed.detail)", hint: "closeout verify")
    }
    guard let files = try? PackageFiles(zip: bytes),
      let items = PopulationItem.all(files[PopulationNames.lines] ?? []),
      let entry = try? LogEntry(parsing: files[PopulationNames.entry] ?? []),
      let proof = try? TLogProof(parsing: files[PopulationNames.proof] ?? []),
      let asOf = PopulationProvenance.asOf(files[PopulationNames.provenance] ?? [])
    else { throw EvidenceError(.badProof, "the zip is no population") }
    let tickets = items.map { item in
      Drawn(
        ticket: Self.ticket(seed, item.id), id: item.id, findings: item.findings.map(\.identity))
    }
    self.seed = seed
    drawn = Array(tickets.sorted { ($0.ticket, $0.id) < ($1.ticket, $1.id) }.prefix(size))
    populationCount = items.count
    self.asOf = asOf
    populationLeaf = entry.leafHash
    populationIndex = proof.index
  }

  static func ticket(_ seed: String, _ id: Hash256) -> Hash256 {
    Hash256(sha256: Array("\(seed):\(id.hex)".utf8))
  }

  /// `drawn.txt`: ticket, two spaces, id; what `sha256sum | sort | head` gives.
  public var text: String { drawn.map { "\($0.ticket.hex)  \($0.id.hex)\n" }.joined() }
}
