import Foundation
import TestSupport
import Testing

/// Which modules each module may import: arrows point downward only.
///
/// SwiftPM lets a module import what its dependencies depend on; this table does not.
private let arrows: [String: Set<String>] = [
  // Pure: no file, no clock, no database.
  "Remediation": [],
  "Statistics": ["Foundation"],
  "TransparencyLog": ["CSHA256", "Crypto", "Foundation"],
  "JSONKit": ["CByteMasks"],
  "Markup": [],

  // One safe wrapper for each C library.
  "Compression": ["CIsal", "CZstd", "CDeflate"],
  "XMLKit": ["CLibXML2", "Markup", "Glibc"],

  // The build tool.
  "TextEmbedding": ["Foundation"],
  "embed-text": ["TextEmbedding", "Foundation"],

  // What an organisation decided.
  "Policy": ["Remediation", "Crypto", "Yams", "Foundation"],

  // From bytes to episodes.
  "Ingest": ["Remediation", "JSONKit", "Compression", "Yams", "Crypto", "Glibc", "Foundation"],
  "Store": [
    "Remediation", "TransparencyLog", "Compression", "JSONKit", "Queries", "GRDB", "GRDBSQLite", "CSQLite",
    "CMalloc", "Dispatch", "Glibc", "Synchronization",
  ],
  "Intake": [
    "Ingest", "Store", "Policy", "Remediation", "TransparencyLog", "Compression", "JSONKit", "Crypto",
    "Dispatch", "Foundation", "Synchronization",
  ],

  // From episodes to people.
  "Measures": ["Store", "Queries", "Policy", "Remediation", "JSONKit"],
  "Summary": ["Measures", "Store", "Queries", "Policy", "Statistics", "Remediation", "JSONKit"],
  "Exposition": [
    "Measures", "Store", "Queries", "Policy", "Statistics", "Remediation", "Glibc", "Foundation",
  ],
  "Evidence": [
    "Store", "Ingest", "Policy", "Remediation", "TransparencyLog", "Compression", "JSONKit", "XMLKit",
    "Markup", "Reports", "Queries", "Crypto", "Dispatch", "Glibc", "Foundation",
  ],
  "Trends": [
    "Store", "Queries", "Reports", "Markup", "Statistics", "Remediation", "JSONKit", "Foundation",
  ],
  "Demo": [],
]

/// Modules that only the named ones may import, wherever else they are on the path.
private let confined: [String: Set<String>] = [
  "GRDB": ["Store"], "GRDBSQLite": ["Store"], "Hummingbird": ["CloseoutServer"], "CLibXML2": ["XMLKit"],
  "CIsal": ["Compression"], "CZstd": ["Compression"], "CDeflate": ["Compression"],
  "CCrypt": ["CloseoutServer"], "CSQLite": ["Store"], "CMalloc": ["Store"], "CSHA256": ["TransparencyLog"],
  "CByteMasks": ["JSONKit"],
  "Yams": ["Ingest", "Intake", "Policy", "CloseoutServer"], "ArgumentParser": ["closeout"],
]

@Suite("The house stands as it is drawn")
struct ImportTests {
  @Test(arguments: arrows.keys.sorted())
  func `a module imports only what lies below it`(module: String) throws {
    for file in try Self.sources(of: module) {
      let strange = try Self.imports(in: file).subtracting(arrows[module] ?? [])
      #expect(
        strange.isEmpty, "\(file.lastPathComponent) imports \(strange.sorted().joined(separator: ", "))")
    }
  }

  @Test func `every module of Sources has its arrows or is at the top`() throws {
    let top: Set = ["closeout", "CloseoutServer"]
    for module in try Self.modules() where !module.hasPrefix("C") || module == "Compression" {
      #expect(arrows[module] != nil || top.contains(module), "\(module) is in no table")
    }
  }

  @Test func `a wrapped library is imported by its wrapper alone`() throws {
    for module in try Self.modules() {
      for file in try Self.sources(of: module) {
        for name in try Self.imports(in: file) {
          guard let owners = confined[name] else { continue }
          #expect(owners.contains(module), "\(module)/\(file.lastPathComponent) imports \(name)")
        }
      }
    }
  }

  private static let folder = Repository.root.appending(path: "Sources")

  private static func modules() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
  }

  private static func sources(of module: String) throws -> [URL] {
    let root = folder.appending(path: module)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    let files = paths.filter { $0.hasSuffix(".swift") }.map { root.appending(path: $0) }
    try #require(!files.isEmpty || module.hasPrefix("C"), "\(module) has no source")
    return files
  }

  private static func imports(in file: URL) throws -> Set<String> {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return Set(
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 2, words.count > place + 1,
          words[..<place].allSatisfy({
            ["public", "package", "internal", "@testable", "@preconcurrency"].contains($0)
          })
        else { return nil }
        return words.last.map { String($0.prefix { $0 != "." }) }
      })
  }
}
