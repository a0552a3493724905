import Evidence
import Foundation
import Store

/// A folder of packages with its index.
struct PackageFolder {
  let path: String
  let signer: PackageSigner?

  /// Writes a package for each finding, then the index; returns how many got which verdict.
  ///
  /// - Parameter facts: what the index says on top beside as-of.
  func write(
    _ findings: [Int64], of snapshot: borrowing Snapshot, facts: KeyValuePairs<String, String> = [:]
  ) throws -> [String: Int] {
    let folder = URL(filePath: path, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var packager = try EvidencePackager(producer: ProgramVersion.producer, signer: signer)
    var source = try EvidenceSource(snapshot)
    var index = IndexPage(asOf: snapshot.asOf, producer: ProgramVersion.producer, facts: facts)
    var verdicts: [String: Int] = [:]
    let line = ProgressLine()
    defer { line.clear() }
    for (number, finding) in findings.enumerated() {
      let package = try packager.package(findingID: finding, in: snapshot, from: &source)
      try Data(package.bytes).write(to: folder.appending(path: package.fileName), options: .atomic)
      index.add(package)
      verdicts[package.verdict.rawValue, default: 0] += 1
      line.show("\(Quantities.count(number + 1)) of \(Quantities.count(findings.count)) packages")
    }
    try Data(index.html).write(to: folder.appending(path: "index.html"), options: .atomic)
    try Data(index.csvBytes).write(to: folder.appending(path: "index.csv"), options: .atomic)
    return verdicts
  }
}
