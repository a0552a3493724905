public import Foundation
import TransparencyLog

/// Checks a folder of packages against its `index.csv`.
public enum IndexVerifier {
  /// Every package that is listed is there with its digest, and no other.
  ///
  /// The index is not signed: it says which files belong together, each of which is checked by itself.
  public static func verify(folder: URL) throws -> VerificationReport {
    var report = VerificationReport()
    let index = try Data(contentsOf: folder.appending(path: "index.csv"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    report.check(.files) { () throws(CheckFailure) in
      let rows = CSVReader.rows(of: String(decoding: index, as: UTF8.self))
      guard let heading = rows.first, let name = heading.firstIndex(of: "package"),
        let digest = heading.firstIndex(of: "sha256")
      else { throw .notChecked("index.csv has no columns package and sha256") }
      var listed: Set<String> = []
      for row in rows.dropFirst() {
        guard row.count == heading.count else {
          throw .failed("index.csv has a row that is too short or long")
        }
        guard names.contains(row[name]), listed.insert(row[name]).inserted,
          let bytes = try? Data(contentsOf: folder.appending(path: row[name]))
        else { throw .failed("\(row[name]) is listed in index.csv and is not there, or is listed twice") }
        guard Hash256(sha256: Array(bytes)).hex == row[digest] else {
          throw .failed("\(row[name]) has another digest than index.csv says")
        }
      }
      let zips = names.filter { $0.hasPrefix("closeout-") && $0.hasSuffix(".zip") }
      if let stray = zips.sorted().first(where: {
        !listed.contains($0) && !$0.hasPrefix(PopulationBag.folderPrefix)
      }) {
        throw .failed("\(stray) is not listed in index.csv")
      }
      return "\(counted(listed.count, "package")), as index.csv lists them"
    }
    return report
  }
}
