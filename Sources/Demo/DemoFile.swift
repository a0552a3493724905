/// One file of a demo estate.
public struct DemoFile: Sendable {
  /// Path below the estate's folder, with `/` between its parts.
  public let name: String
  public let bytes: [UInt8]
}
