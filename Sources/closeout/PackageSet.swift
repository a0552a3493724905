import Evidence
import Store

/// Makes a set of packages, and the index of them.
struct PackageSet {
  /// What was written.
  struct Written {
    var packages = 0
    /// How many packages got which verdict.
    var verdicts: [String: Int] = [:]
    /// How many records were left out, a record once for each package.
    var withheld = 0
  }

  let signer: PackageSigner?
  let policy: EvidencePolicy
  var withholding = Withholding.nothing

  /// Writes a package for each finding, then the index.
  ///
  /// - Parameter facts: what the index says on top beside as-of.
  func write(
    _ findings: [Int64], of snapshot: borrowing Snapshot, to output: inout PackageOutput,
    facts: KeyValuePairs<String, String> = [:]
  ) throws -> Written {
    let series = PackageSeries(
      policy: policy, producer: ProgramVersion.producer, signer: signer, withholding: withholding)
    var index = PackageIndex(asOf: snapshot.asOf, producer: ProgramVersion.producer, facts: facts)
    var written = Written()
    let line = ProgressLine()
    defer { line.clear() }
    try series.forEach(of: findings, in: snapshot) { package in
      try output.write(package.bytes, to: package.fileName, isCompressed: true)
      index.add(package)
      try output.append(index.takeRows(), to: "index.csv")
      if let page = index.takePage() { try output.write(page.html, to: page.name) }
      written.packages += 1
      written.verdicts[package.verdict.rawValue, default: 0] += 1
      written.withheld += package.withheld
      line.show("\(Quantities.count(written.packages)) of \(Quantities.count(findings.count)) packages")
    }
    try output.append(index.takeRows(), to: "index.csv")
    for page in index.finish() { try output.write(page.html, to: page.name) }
    return written
  }
}
