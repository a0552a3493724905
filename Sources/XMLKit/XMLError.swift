import CLibXML2

/// Why bytes were not taken as XML, or as a schema.
public struct XMLError: Error, Hashable, Sendable {
  public enum Code: String, Hashable, Sendable {
    /// Not well-formed.
    case malformed
    /// A document type declaration: it could name other files, or make a small text large.
    case documentType
    /// More bytes than the caller allows, or deeper or longer than libxml2 does.
    case tooLarge
    /// Not an XSD 1.0 schema, or one that needs other files.
    case schema
    /// libxml2 could not go on, for want of memory.
    case failed
  }

  public let code: Code
  /// Counted from 1; 0 when no line is known.
  public let line: Int
  public let message: String

  init(_ code: Code, line: Int = 0, _ message: String) {
    self.code = code
    self.line = line
    self.message = message
  }
}

extension XMLError: CustomStringConvertible {
  public var description: String { line > 0 ? "line \(line): \(message)" : message }
}

/// One way in which a document departs from its schema.
public struct XMLProblem: Hashable, Sendable, CustomStringConvertible {
  /// Counted from 1; 0 when no line is known.
  public let line: Int
  /// The words of libxml2, which quote the document: make them safe before they reach a terminal.
  public let message: String

  public var description: String { line > 0 ? "line \(line): \(message)" : message }
}

/// libxml2 is ready for use by several threads.
let libraryIsReady: Void = xmlInitParser()

/// What libxml2 reports while it works, for one context at a time.
final class ProblemList {
  /// A broken document can break at every line.
  static let longest = 100

  private(set) var problems: [XMLProblem] = []

  func note(_ error: borrowing xmlError) {
    guard problems.count < Self.longest else { return }
    let message = unsafe error.message.map { unsafe String(cString: $0) } ?? "unknown error"
    unsafe problems.append(XMLProblem(line: Int(error.line), message: message.trimmingEnd))
  }

  /// Lets `body` use a pointer that `receiver` understands.
  func collecting<Result>(_ body: (UnsafeMutableRawPointer) -> Result) -> Result {
    withExtendedLifetime(self) { unsafe body(Unmanaged.passUnretained(self).toOpaque()) }
  }

  static let receiver: xmlStructuredErrorFunc = { list, error in
    guard let list = unsafe list, let error = unsafe error else { return }
    unsafe Unmanaged<ProblemList>.fromOpaque(list).takeUnretainedValue().note(error.pointee)
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.unicodeScalars.last.map({ $0 == "\n" || $0 == " " }) == true {
      text.unicodeScalars.removeLast()
    }
    return text
  }
}
