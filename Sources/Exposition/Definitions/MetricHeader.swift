/// The `key: value` lines of the comment that a file of metrics opens with.
struct MetricHeader {
  enum Key: String, CaseIterable {
    case family, type, unit, help, labels, cap, reduce, history, retracted
  }

  struct Entry {
    var line: Int
    var value: String
  }

  private(set) var entries: [Key: Entry] = [:]
  let file: String
  /// The line on which the comment ends.
  private(set) var end = 0

  init(_ sql: String, file: String) throws(MetricDefinitionError) {
    self.file = file
    var current: Key?
    // A file from Windows ends its lines with CR LF, which Swift takes for one character.
    for (index, line) in sql.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
    {
      guard line.hasPrefix("--") else { break }
      end = index + 1
      let text = line.dropFirst(2)
      let indent = text.prefix { $0 == " " }.count
      let content = text.trimmed
      if content.isEmpty {
        current = nil
      } else if indent > 1, let key = current {
        entries[key]?.value += " " + content
      } else if let key = try key(content, line: index + 1) {
        let value = content.drop { $0 != ":" }.dropFirst().trimmed
        guard entries[key] == nil else {
          throw error(.unexpected, index + 1, "\(key.rawValue) is there twice")
        }
        entries[key] = Entry(line: index + 1, value: String(value))
        current = key
      }
    }
  }

  /// The key of a line; before `family`, lines are prose.
  private func key(_ content: Substring, line: Int) throws(MetricDefinitionError) -> Key? {
    let word = String(content.prefix { $0 != ":" })
    guard content.contains(":"), let key = Key(rawValue: word) else {
      guard entries[.family] != nil else { return nil }
      let known = Key.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(
        .unexpected, line, "expected “key: value”, found “\(content.prefix(48))”",
        hint: "the keys are \(known); indent a line by two spaces more to continue the one above")
    }
    return entries[.family] != nil || key == .family ? key : nil
  }

  func error(
    _ code: MetricDefinitionError.Code, _ line: Int, _ reason: String, hint: String? = nil
  ) -> MetricDefinitionError {
    MetricDefinitionError(code, file: file, line: line, reason: reason, hint: hint)
  }

  /// The value of a key that has to be there.
  func required(_ key: Key) throws(MetricDefinitionError) -> Entry {
    guard let entry = entries[key], !entry.value.isEmpty else {
      throw error(
        .missing, entries[key]?.line ?? max(end, 1), "the header has no \(key.rawValue)",
        hint: "add a line “-- \(key.rawValue): …” to the comment that the file opens with")
    }
    return entry
  }
}

extension StringProtocol {
  /// Without blanks and tabs at both ends.
  var trimmed: SubSequence {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    guard let last = lastIndex(where: { !isBlank($0) }) else { return self[endIndex...] }
    return self[...last].drop(while: isBlank)
  }
}
