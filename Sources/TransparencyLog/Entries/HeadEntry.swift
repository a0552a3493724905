/// A link of the chain of one finding's records.
///
/// Each import that touches a finding adds one. It names the records that came and the head before it, so
/// that the newest head authenticates all records of the finding that were ever ingested: one left out of a
/// package shows. The body is ASCII, each line ending with a newline:
///
///     <digest of the finding's identity, 64 hexadecimal digits>
///     <sequence, from 1>
///     <leaf hash of the head before; empty in the first>
///     <leaf hash of a record>        one line for each, at least one, none twice
public struct HeadEntry: Sendable, Hashable {
  public let finding: Hash256
  /// 1 for a finding's first head.
  public let sequence: Int
  /// The leaf hash of the head before; nil in the first.
  public let previous: LeafHash?
  /// In the order of their log indices.
  public let records: [LeafHash]

  /// - Throws: `malformed` when the parts do not make a head.
  public init(
    finding: Hash256, sequence: Int, previous: LeafHash?, records: [LeafHash]
  ) throws(LogError) {
    guard sequence >= 1 else {
      throw LogError(.malformed, in: "head", line: 2, "the sequence starts at 1")
    }
    guard (sequence == 1) == (previous == nil) else {
      throw LogError(.malformed, in: "head", line: 3, "all heads but the first name the one before")
    }
    guard !records.isEmpty, Self.areDistinct(records) else {
      throw LogError(.malformed, in: "head", line: 4, "the records are none, or one stands there twice")
    }
    self.finding = finding
    self.sequence = sequence
    self.previous = previous
    self.records = records
  }

  private static func areDistinct(_ records: [LeafHash]) -> Bool {
    // Most heads are of a few records: they are compared, and no set is made.
    guard records.count <= 8 else { return Set(records).count == records.count }
    return records.indices.allSatisfy { !records[..<$0].contains(records[$0]) }
  }

  /// The head that comes after this one, with records that are new.
  public func next(records: [LeafHash]) throws(LogError) -> HeadEntry {
    try HeadEntry(finding: finding, sequence: sequence + 1, previous: leafHash, records: records)
  }

  /// Reads the body of an entry of type `head`.
  public init(parsing body: some Collection<UInt8>) throws(LogError) {
    // Hashing must see the same bytes again: anything not ASCII fails one of the lines below.
    guard let lines = StrictText.lines(String(decoding: body, as: UTF8.self)), lines.count >= 4 else {
      throw LogError(.malformed, in: "head", "a head has four lines or more, each ending with a newline")
    }
    guard let sequence = StrictText.number(lines[1]) else {
      throw LogError(.malformed, in: "head", line: 2, "the sequence is no plain number")
    }
    var records: [LeafHash] = []
    for (offset, line) in lines[3...].enumerated() {
      records.append(try Self.hash(line, line: offset + 4))
    }
    try self.init(
      finding: try Self.hash(lines[0], line: 1), sequence: sequence,
      previous: lines[2].isEmpty ? nil : try Self.hash(lines[2], line: 3), records: records)
  }

  private static func hash(_ text: String, line: Int) throws(LogError) -> Hash256 {
    guard let hash = Hash256(hex: text) else {
      throw LogError(.malformed, in: "head", line: line, "not 64 lower-case hexadecimal digits")
    }
    return hash
  }

  /// The body of the entry.
  public var body: [UInt8] {
    var body: [UInt8] = []
    body.reserveCapacity((2 * Hash256.byteCount + 1) * (records.count + 2) + 20)
    appendBody(to: &body)
    return body
  }

  /// The same at the end of others.
  public func appendBody(to body: inout [UInt8]) {
    finding.appendHex(to: &body)
    body.append(0x0A)
    body.append(contentsOf: String(sequence).utf8)
    body.append(0x0A)
    previous?.appendHex(to: &body)
    body.append(0x0A)
    for record in records {
      record.appendHex(to: &body)
      body.append(0x0A)
    }
  }

  public var entry: LogEntry { LogEntry(.head, body: body) }

  public var leafHash: LeafHash { LeafHash(.head, body: body) }

  /// The leaf hashes of many heads, in their order.
  public static func leafHashes(of heads: [HeadEntry]) -> [LeafHash] {
    var (bodies, parts): ([UInt8], [Range<Int>]) = ([], [])
    for head in heads {
      let start = bodies.count
      head.appendBody(to: &bodies)
      parts.append(start..<bodies.count)
    }
    return LeafHash.leaves(.head, of: parts, in: bodies.span)
  }
}
