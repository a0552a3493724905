import Foundation
import Remediation
import Store
import TestSupport

/// A script in the manner of DuckDB's sqllogictest: blocks that are parted by empty lines.
///
/// `setup` is followed by statements. `query NAME` is followed by `----` and the expected rows, their columns
/// parted by tabs, in any order; with `nonzero` rows whose value or count is 0 are not listed.
struct SQLScript {
  struct Question {
    var line: Int
    var collector: String
    var onlyNonzero: Bool
    var rows: [String]
  }

  var setup = ""
  var questions: [Question] = []

  init(_ text: String) throws {
    var block: [Substring] = []
    for (number, line) in (text + "\n\n").split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      if line.isEmpty {
        try add(block[...], endingAt: number)
        block = []
      } else if !line.hasPrefix("#") {
        block.append(line)
      }
    }
  }

  private mutating func add(_ block: ArraySlice<Substring>, endingAt line: Int) throws {
    guard let first = block.first else { return }
    let words = first.split(separator: " ")
    switch words.first {
    case "setup":
      setup += block.dropFirst().joined(separator: "\n") + "\n"
    case "query" where words.count >= 2 && block.dropFirst().first == "----":
      questions.append(
        Question(
          line: line - block.count + 1, collector: String(words[1]), onlyNonzero: words.contains("nonzero"),
          rows: block.dropFirst(2).map(String.init).sorted()))
    default:
      throw ScriptError(description: "line \(line - block.count + 1): neither setup nor query: \(first)")
    }
  }

  /// A row as scripts write it.
  static func text(_ row: Row) -> String {
    row.all.map(text).joined(separator: "\t")
  }

  private static func text(_ value: SQLValue) -> String {
    switch value {
    case .null: "NULL"
    case .int(let number): String(number)
    case .double(let number): number == number.rounded() ? String(Int64(number)) : number.description
    case .text(let text): text
    case .bytes(let bytes): "\(bytes.count) bytes"
    }
  }
}

struct ScriptError: Error, CustomStringConvertible {
  var description: String
}
