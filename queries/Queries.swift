/// Every SQL text of Closeout: one constant per file of this folder, written by the build.
///
/// `queries/metrics/violations_open.sql` is `Queries.Metrics.violationsOpen`, and
/// `Queries.Metrics.all` lists its folder.
public enum Queries {}

/// A text file that was compiled into the program.
public struct EmbeddedText: Sendable, Hashable {
  /// The file's name without its extension: `violations_open`.
  public let name: String
  /// The file's path below the folder of its target: `metrics/violations_open.sql`.
  public let path: String
  /// The text of the file, byte for byte.
  public let text: String

  public init(name: String, path: String, text: String) {
    self.name = name
    self.path = path
    self.text = text
  }
}
