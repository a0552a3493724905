public import Remediation

/// One row that a query returned, read by the names of its columns.
public struct Row: Sendable, Equatable {
  let columns: RowColumns
  let values: [SQLValue]

  /// The names of the columns in the order of the query.
  public var names: [String] { columns.names }

  public subscript(_ name: String) -> SQLValue {
    guard let index = columns.index[name] else { return .null }
    return values[index]
  }

  /// The values in the order of ``names``.
  public var all: [SQLValue] { values }

  public func int(_ name: String) -> Int64? { self[name].int }
  public func double(_ name: String) -> Double? { self[name].double }
  public func text(_ name: String) -> String? { self[name].text }
  public func bytes(_ name: String) -> [UInt8]? { self[name].bytes }
  public func bool(_ name: String) -> Bool { self[name].int.map { $0 != 0 } ?? false }
  public func instant(_ name: String) -> Instant? { int(name).map(Instant.init(milliseconds:)) }

  /// An enum of the domain from the number that stands for it.
  public func code<Code: RawRepresentable<Int>>(_ name: String, as type: Code.Type = Code.self) -> Code? {
    int(name).flatMap { Code(rawValue: Int($0)) }
  }
}

/// The names of a result's columns, shared by its rows.
final class RowColumns: Sendable, Equatable {
  let names: [String]
  let index: [String: Int]

  init(_ names: [String]) {
    self.names = names
    index = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  static func == (left: RowColumns, right: RowColumns) -> Bool { left.names == right.names }
}

/// A value as SQLite knows it: a parameter of a query or a cell of its result.
public enum SQLValue: Sendable, Hashable {
  case null
  case int(Int64)
  case double(Double)
  case text(String)
  case bytes([UInt8])

  public var int: Int64? { if case .int(let value) = self { value } else { nil } }
  public var text: String? { if case .text(let value) = self { value } else { nil } }
  public var bytes: [UInt8]? { if case .bytes(let value) = self { value } else { nil } }

  /// A number of either kind.
  public var double: Double? {
    switch self {
    case .int(let value): Double(value)
    case .double(let value): value
    case .null, .text, .bytes: nil
    }
  }
}

extension SQLValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByNilLiteral {
  public init(integerLiteral value: Int64) { self = .int(value) }
  public init(stringLiteral value: String) { self = .text(value) }
  public init(nilLiteral: ()) { self = .null }
  public init(_ value: Int) { self = .int(Int64(value)) }
  public init(_ value: Int64?) { self = value.map(SQLValue.int) ?? .null }
  public init(_ instant: Instant) { self = .int(instant.milliseconds) }
  public init(_ instant: Instant?) { self = instant.map { .int($0.milliseconds) } ?? .null }
  public init(_ text: String?) { self = text.map(SQLValue.text) ?? .null }
}
