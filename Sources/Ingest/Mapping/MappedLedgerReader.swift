import JSONKit
import Remediation

/// Reads records of a foreign ledger through a mapping.
struct MappedLedgerReader: Sendable {
  private let mapping: LedgerMapping
  private let pointers: [String]
  let shape: JSONShape
  /// The slots of a field's sources, by field.
  private let slots: [LedgerField: [Int]]

  init(_ mapping: LedgerMapping) {
    self.mapping = mapping
    let base = Recognition.allCases.count
    var pointers: [String] = []
    var slots: [LedgerField: [Int]] = [:]
    for field in LedgerField.allCases {
      guard let rule = mapping.rules[field] else { continue }
      slots[field] = rule.sources.map { source in
        if let known = pointers.firstIndex(of: source) { return base + known }
        pointers.append(source)
        return base + pointers.count - 1
      }
    }
    self.pointers = pointers
    self.slots = slots
    let list = mapping.records.map { [$0] } ?? []
    shape = JSONShape(
      Recognition.pointers + pointers.map { JSONPointer($0) ?? JSONPointer(tokens: [$0]) } + list,
      depthLimit: RecordLimits.depth)
  }

  /// Whether the document has one of the values that make an entry: its id, its type or its time.
  func matches(_ fields: JSONFields) -> Bool {
    [LedgerField.id, .type, .time].contains { field in
      (slots[field] ?? []).contains { fields[$0].map { !$0.isNull } ?? false }
    }
  }

  /// The array in which the mapping finds the records of a document.
  func list(_ fields: JSONFields) -> JSONSlice? {
    guard mapping.records != nil, let slice = fields[Recognition.allCases.count + pointers.count],
      slice.kind == .array
    else { return nil }
    return slice
  }

  func read(_ record: RecordView) throws(Rejection) -> RecordContent {
    var fields = MappedFields(mapping: mapping) { field in
      for slot in slots[field] ?? [] {
        guard let slice = record.fields[slot], !slice.isNull else { continue }
        guard slice.kind != .object, slice.kind != .array else {
          return .nested(slice.shown(in: record.bytes))
        }
        let text = slice.string(in: record.bytes)
        if !text.isEmpty { return .text(text) }
      }
      return nil
    }
    return .entry(Shared(try LedgerEntryBuilder.entry(&fields)))
  }

  /// Reads a row of CSV by its column names.
  func read(row: [String], columns: [String]) throws(Rejection) -> RecordContent {
    guard row.count == columns.count else {
      throw Rejection(
        reason: .badValue, explanation: "expected \(columns.count) columns, found \(row.count)",
        hint: "a field with a comma or a line feed needs quotes")
    }
    var fields = MappedFields(mapping: mapping) { field in
      for source in mapping.rules[field]?.sources ?? [] {
        guard let column = columns.firstIndex(of: source), !row[column].isEmpty else { continue }
        return .text(row[column])
      }
      return nil
    }
    return .entry(Shared(try LedgerEntryBuilder.entry(&fields)))
  }
}

/// The fields of an entry where a mapping finds them.
private struct MappedFields: LedgerFields {
  enum Value {
    case text(String)
    /// An object or an array, as a message shows it.
    case nested(String)
  }

  let mapping: LedgerMapping
  /// What the record has at a field's sources.
  let value: (LedgerField) -> Value?

  func path(_ field: LedgerField) -> String {
    mapping.rules[field]?.sources.first ?? "/" + field.name.replacing(".", with: "/")
  }

  func text(_ field: LedgerField) throws(Rejection) -> String? {
    guard let rule = mapping.rules[field] else { return nil }
    if let constant = rule.constant { return constant }
    switch value(field) {
    case nil: return rule.defaultValue
    case .nested(let shown)?:
      throw Rejection(reason: .badType, path: path(field), explanation: "expected text, found \(shown)")
    case .text(let text)?:
      guard let values = rule.values else { return text }
      if let known = values[text] ?? rule.defaultValue { return known }
      throw Rejection(
        reason: .badValue, path: path(field),
        explanation:
          "expected \(values.keys.sorted().joined(separator: ", ")), found \(SafeText.shown(text))",
        hint: "add the word to \(field.name).values in the mapping\(rule.line.map { ", line \($0)" } ?? "")")
    }
  }

  func instant(_ field: LedgerField) throws(Rejection) -> Instant? {
    guard let rule = mapping.rules[field], let text = try text(field) else { return nil }
    if let instant = rule.format.instant(text) { return instant }
    throw Rejection(
      reason: .badTimestamp, path: path(field),
      explanation: "expected a time as \(rule.format.rawValue), found \(SafeText.shown(text))",
      hint: "the mapping's format for \(field.name) says how times are written")
  }
}

extension LedgerMapping.TimeFormat {
  func instant(_ text: String) -> Instant? {
    if self == .rfc3339 { return Instant(text) }
    guard let number = Double(text), number.isFinite, number.magnitude < 1e19 else { return nil }
    let milliseconds: Double =
      switch self {
      case .epochSeconds: number * 1000
      case .epochMilliseconds: number
      default: number * Self.millisecondsPerUnit(of: number)
      }
    return Int64(exactly: milliseconds.rounded()).map(Instant.init(milliseconds:))
  }

  /// Today's times have 10 digits in seconds, 13 in milliseconds, 16 in microseconds and 19 in nanoseconds.
  private static func millisecondsPerUnit(of number: Double) -> Double {
    switch number.magnitude {
    case ..<1e11: 1000
    case ..<1e14: 1
    case ..<1e17: 0.001
    default: 0.000_001
    }
  }
}
