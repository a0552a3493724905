public import Foundation

/// The checkout that these tests were built from.
///
/// Symbolic links are resolved, so that a package elsewhere that links to `Tests` finds the same folder.
public enum Repository {
  /// The folder that holds `Package.swift`.
  public static let root: URL = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent()  // Support
    .deletingLastPathComponent()  // Tests
    .deletingLastPathComponent()

  /// The folder of the test target that a source file belongs to: `Tests/<X>`.
  public static func testFolder(of filePath: String) -> URL {
    let tests = root.appending(path: "Tests", directoryHint: .isDirectory).pathComponents
    let file = URL(filePath: filePath).resolvingSymlinksInPath()
    guard file.pathComponents.starts(with: tests), file.pathComponents.count > tests.count + 1 else {
      return file.deletingLastPathComponent()
    }
    return root.appending(path: "Tests/\(file.pathComponents[tests.count])", directoryHint: .isDirectory)
  }

  /// Whether this run is the one that decides: then a missing peer is a failure and not a skip.
  public static let isContinuousIntegration = ProcessInfo.processInfo.environment["CI"] == "true"
}
