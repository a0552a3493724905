import Testing
import TransparencyLog

@Suite("Log entries")
struct EntryTests {
  @Test(
    "every type of entry reads back what was written, also a body without bytes",
    arguments: EntryType.allCases)
  func roundTrip(type: EntryType) throws {
    for body in [[], Array("{}\n\n".utf8), [0, 0xff, 0x0a]] as [[UInt8]] {
      let entry = LogEntry(type, body: body)
      #expect(entry.bytes == Array("\(type.rawValue)\n".utf8) + body)
      #expect(try LogEntry(parsing: entry.bytes) == entry)
      #expect(entry.leafHash == LeafHash(leaf: entry.bytes))
    }
  }

  @Test(
    "an entry whose first line is no type is refused",
    arguments: ["", "record", "Record\n", "record\r\n", "\nx", "xrecord\n"])
  func refused(text: String) {
    #expect(throws: LogError.self) { try LogEntry(parsing: Array(text.utf8)) }
  }

  static let finding = Hash256(sha256: Array("finding".utf8))
  static func record(_ number: UInt8) -> LeafHash { LeafHash(record: [number]) }

  @Test("a head's body is its lines, and reads back")
  func head() throws {
    let first = try HeadEntry(finding: Self.finding, sequence: 1, previous: nil, records: [Self.record(1)])
    #expect(
      String(decoding: first.body, as: UTF8.self) == "\(Self.finding.hex)\n1\n\n\(Self.record(1).hex)\n")
    let second = try first.next(records: [Self.record(3), Self.record(2)])
    #expect(second.previous == first.leafHash && second.sequence == 2)
    #expect(try HeadEntry(parsing: second.body) == second)
    #expect(second.entry.leafHash == second.leafHash)
  }

  @Test("a head that is not written to the letter is refused")
  func malformedHeads() throws {
    let (finding, record) = (Self.finding.hex, Self.record(1).hex)
    let good = "\(finding)\n1\n\n\(record)\n"
    #expect(throws: Never.self) { try HeadEntry(parsing: Array(good.utf8)) }
    let wrong = [
      String(good.dropLast()), "\(finding)\n1\n\n", "\(finding)\n01\n\n\(record)\n",
      "\(finding)\n0\n\n\(record)\n",
      "\(finding)\n2\n\n\(record)\n", "\(finding)\n1\n\(record)\n\(record)\n",
      "\(finding)\n1\n\n\(record)\n\(record)\n",
      "\(finding.uppercased())\n1\n\n\(record)\n", "\(finding)\n+1\n\n\(record)\n", good + "\n",
      "\(finding)\n1\n\n\(record)\r\n",
      "\(finding)\n1\u{301}\n\n\(record)\n",
    ]
    for text in wrong {
      #expect(throws: LogError.self, "\(text)") { try HeadEntry(parsing: Array(text.utf8)) }
    }
  }

  @Test("a chain of heads gives all records, and each link that is wrong is named")
  func chain() throws {
    let one = try HeadEntry(finding: Self.finding, sequence: 1, previous: nil, records: [Self.record(1)])
    let two = try one.next(records: [Self.record(2), Self.record(3)])
    let three = try two.next(records: [Self.record(4)])
    #expect(try HeadChain([one, two, three]).records == (1...4).map(Self.record))
    let forged = try HeadEntry(
      finding: Self.finding, sequence: 2, previous: one.leafHash, records: [Self.record(2)])
    let repeated = try two.next(records: [Self.record(1)])
    let other = try HeadEntry(
      finding: Self.record(9), sequence: 2, previous: one.leafHash, records: [Self.record(2)])
    let wrong = [
      [], [two, three], [one, three], [one, forged, three], [one, two, repeated], [one, other], [one, one],
    ]
    for heads in wrong {
      let error = #expect(throws: LogError.self) { try HeadChain(heads) }
      #expect(error?.code == .brokenChain)
    }
  }
}
