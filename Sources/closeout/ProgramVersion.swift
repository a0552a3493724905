/// The version that the program says it is.
enum ProgramVersion {
  static let text = "0.1.0"
}
