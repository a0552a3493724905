/// What is wrong in a text file, and where, in the form that compilers and editors understand.
package struct SourceError: Error, Hashable {
  var file: String
  /// Counted from 1.
  var line: Int
  /// Counted from 1, in Unicode scalars.
  var column: Int
  var reason: String
  var hint: String?

  init(_ file: String, line: Int = 1, column: Int = 1, _ reason: String, hint: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
    self.hint = hint
  }
}

extension SourceError: CustomStringConvertible {
  package var description: String {
    let error = "\(file):\(line):\(column): error: \(reason)"
    guard let hint else { return error }
    return error + "\n\(file):\(line):\(column): note: hint: \(hint)"
  }
}
