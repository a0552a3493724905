import Evidence
import Store

/// Makes a set of packages, and the index of them.
struct PackageSet {
  let signer: PackageSigner?
  let policy: EvidencePolicy

  /// Writes a package for each finding, then the index; returns how many got which verdict.
  ///
  /// - Parameter facts: what the index says on top beside as-of.
  func write(
    _ findings: [Int64], of snapshot: borrowing Snapshot, to output: inout PackageOutput,
    facts: KeyValuePairs<String, String> = [:]
  ) throws -> [String: Int] {
    var packager = try EvidencePackager(
      policy: policy, producer: ProgramVersion.producer, signer: signer)
    var source = try EvidenceSource(snapshot)
    var index = IndexPage(asOf: snapshot.asOf, producer: ProgramVersion.producer, facts: facts)
    var verdicts: [String: Int] = [:]
    let line = ProgressLine()
    defer { line.clear() }
    for (number, finding) in findings.enumerated() {
      let package = try packager.package(findingID: finding, in: snapshot, from: &source)
      try output.write(package.bytes, to: package.fileName)
      index.add(package)
      verdicts[package.verdict.rawValue, default: 0] += 1
      line.show("\(Quantities.count(number + 1)) of \(Quantities.count(findings.count)) packages")
    }
    try output.write(index.html, to: "index.html")
    try output.write(index.csvBytes, to: "index.csv")
    return verdicts
  }
}
