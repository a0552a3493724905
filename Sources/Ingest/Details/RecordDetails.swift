import JSONKit

/// Everything that a stored record's bytes say, read again for people: nothing here is computed with.
///
/// Tolerant: what is absent or of another type is nil or left out, and what is there is shown.
public enum RecordDetails: Sendable, Equatable {
  case finding(FindingDetails)
  case change(FindingChangeDetails)
  case entry(LedgerDetails)

  /// Reads a record's exact bytes.
  ///
  /// - Parameters:
  ///   - source: the reader that the record was accepted by.
  ///   - mapping: for a mapped record, the mapping that it was read with; without it nothing is known.
  ///   - columns: the column names of the CSV input that a mapped row stood in; by default the mapping's.
  /// - Returns: nil when the bytes are no JSON object, or no mapping says what they mean.
  public static func read(
    _ bytes: [UInt8], source: SourceKind, mapping: LedgerMapping? = nil, columns: [String] = []
  ) -> RecordDetails? {
    switch source {
    case .asff: FindingDetails(bytes).map(RecordDetails.finding)
    case .findingHistory: FindingChangeDetails(bytes).map(RecordDetails.change)
    case .cloudEvents: LedgerDetails(event: bytes).map(RecordDetails.entry)
    case .mapped:
      mapping.flatMap {
        LedgerDetails(bytes, mapping: $0, columns: columns.isEmpty ? $0.columns ?? [] : columns)
      }.map(RecordDetails.entry)
    }
  }
}

/// Which values of a document are looked into: compiled once for every kind of record.
struct DetailShape: Sendable {
  fileprivate let shape: JSONShape
  /// By the text of the pointer.
  fileprivate let slots: [String: Int]

  /// - Parameter pointers: RFC 6901; what is no pointer is left out.
  init(_ pointers: [String]) {
    let known = pointers.compactMap { text in JSONPointer(text).map { (text, $0) } }
    shape = JSONShape(known.map(\.1), depthLimit: RecordLimits.depth)
    slots = Dictionary(
      known.enumerated().map { ($1.0, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// One JSON document, looked into by pointer for its texts.
struct DetailView {
  let bytes: [UInt8]
  private let slots: [String: Int]
  private var fields = JSONFields()

  /// Nil when the bytes are no JSON document.
  init?(_ bytes: [UInt8], _ shape: DetailShape) {
    self.bytes = bytes
    slots = shape.slots
    do {
      try shape.shape.read(bytes, 0..<bytes.count, into: &fields)
    } catch {
      return nil
    }
  }

  func slice(_ pointer: String) -> JSONSlice? {
    slots[pointer].flatMap(slice)
  }

  /// - Parameter slot: the place of the pointer in the list that the shape was made of.
  func slice(_ slot: Int) -> JSONSlice? {
    fields[slot].flatMap { $0.isNull ? nil : $0 }
  }

  /// A text, or a number or boolean as it is written.
  func text(_ pointer: String) -> String? { slice(pointer)?.scalarText(in: bytes) }

  /// Any value: text as it is, others as JSON text.
  func anyText(_ pointer: String) -> String? {
    guard let slice = slice(pointer) else { return nil }
    return slice.string(in: bytes)
  }

  func texts(_ pointer: String) -> [String] { slice(pointer)?.texts(in: bytes) ?? [] }

  /// The members of an object whose values are no lists or objects.
  func pairs(_ pointer: String) -> [DetailPair] { slice(pointer)?.pairs(in: bytes) ?? [] }

  func elements(_ pointer: String) -> [JSONSlice] {
    slice(pointer).map { Array($0.elements(in: bytes)) } ?? []
  }
}

/// A name and its value, as a record lists them.
public struct DetailPair: Sendable, Equatable {
  public let name: String
  public let value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// The members of an object that several are wanted of: found in one walk, as each may be long.
struct MemberList {
  fileprivate let members: [JSONSlice.Member]
  fileprivate let bytes: [UInt8]

  /// The value of the first member with that name.
  subscript(_ name: StaticString) -> JSONSlice? {
    members.first { $0.name.equals(name, in: bytes) }?.value
  }

  func text(_ name: StaticString) -> String? { self[name]?.scalarText(in: bytes) }
}

extension JSONSlice {
  func memberList(in bytes: [UInt8]) -> MemberList {
    MemberList(members: Array(members(in: bytes)), bytes: bytes)
  }

  func scalarText(in bytes: [UInt8]) -> String? {
    switch kind {
    case .string: ifText?.string(in: bytes)
    case .number, .true, .false: string(in: bytes)
    case .object, .array, .null: nil
    }
  }

  func pairs(in bytes: [UInt8]) -> [DetailPair] {
    members(in: bytes).compactMap { member in
      member.value.scalarText(in: bytes).map { DetailPair(name: member.name.string(in: bytes), value: $0) }
    }
  }
}
