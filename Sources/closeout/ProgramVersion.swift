/// The version that the program says it is.
enum ProgramVersion {
  static let text = "0.1.0"

  /// What built packages and pages name as their maker.
  static let producer = "closeout " + text

  /// The commit that the program was built from; a packager may set it.
  static let revision = "unknown"

  /// The compiler that built it.
  static var swift: String {
    #if compiler(>=6.4)
      "6.4"
    #else
      "6.3"
    #endif
  }
}
