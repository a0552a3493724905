import Foundation
import Ingest
import Intake
import Measures
import Remediation
import Store
import Summary
import TestSupport
import TransparencyLog
import Testing

@Suite("Whatever the way records arrive, the numbers are the same")
struct ArrivalTests {
  @Test func `reading everything a second time finds nothing new and changes nothing`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.db").path
    let first = try Estate.ingest(Estate.inputs, into: path)
    let before = try Estate.summary(path)
    let second = try Estate.ingest(Estate.inputs, into: path)
    #expect(first.total.new > 1000)
    #expect(second.total.new == 0)
    #expect(second.total.duplicate == first.total.new + first.total.duplicate)
    #expect(second.total.rejected == first.total.rejected)
    #expect(try Estate.summary(path) == before)
  }

  @Test(arguments: [1, 2, 3])
  func `files in any order give the same numbers`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let folder = try TemporaryFolder()
    try Estate.ingest(Estate.inputs, into: folder.file("a.db").path)
    try Estate.ingest(Estate.inputs.shuffled(using: &generator), into: folder.file("b.db").path)
    #expect(try Estate.summary(folder.file("a.db").path) == Estate.summary(folder.file("b.db").path))
  }

  @Test func `a run for each file gives the same numbers as one run for all`() throws {
    let folder = try TemporaryFolder()
    try Estate.ingest(Estate.inputs, into: folder.file("a.db").path)
    for input in Estate.inputs.reversed() { try Estate.ingest([input], into: folder.file("b.db").path) }
    #expect(try Estate.summary(folder.file("a.db").path) == Estate.summary(folder.file("b.db").path))
  }

  @Test func `records torn out of their containers, shuffled and mixed give the same numbers`() throws {
    let plain = Estate.inputs.filter { !$0.name.contains("firehose") }
    let folder = try TemporaryFolder()
    try Estate.ingest(plain, into: folder.file("a.db").path)
    var generator = SeededGenerator(seed: 4)
    let records = try plain.flatMap(Estate.records).shuffled(using: &generator)
    let pieces = stride(from: 0, to: records.count, by: 700).map { start in
      let lines = [UInt8](records[start..<min(start + 700, records.count)].joined(separator: [0x0A]))
      return IngestInput.bytes(lines, name: "piece-\(start)")
    }
    try Estate.ingest(pieces, into: folder.file("b.db").path)
    #expect(try Estate.summary(folder.file("a.db").path) == Estate.summary(folder.file("b.db").path))
  }

  @Test func `the same files in the same order make the same log`() throws {
    let folder = try TemporaryFolder()
    var roots: [String] = []
    for name in ["a.db", "b.db"] {
      try Estate.ingest(Estate.inputs, into: folder.file(name).path)
      roots.append(
        try Store.open(at: folder.file(name).path, create: false).snapshot(asOf: Estate.end) { snapshot in
          var log = try snapshot.log()
          return try log.root().hex
        })
    }
    #expect(roots[0] == roots[1])
  }

  @Test func `a dry run reads the same records and leaves no store`() throws {
    let folder = try TemporaryFolder()
    let dry = try Estate.run.dryRun(Estate.inputs)
    let wet = try Estate.ingest(Estate.inputs, into: folder.file("store.db").path)
    #expect(dry.total.read == wet.total.read)
    #expect(dry.total.rejectedByReason == wet.total.rejectedByReason)
  }

  @Test func `an account has the name that its latest record gives it, in whatever order they come`() throws {
    func finding(_ name: String, _ day: Int) -> String {
      Self.finding("f-\(day)", accountName: name, day: day)
    }
    let records = [finding("first", 1), finding("first", 5), finding("between", 3)]
    let folder = try TemporaryFolder()
    for (number, order) in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]].enumerated() {
      let lines = order.map { records[$0] + "\n" }.joined()
      let path = folder.file("\(number).db").path
      #expect(try Estate.ingest([.bytes(Array(lines.utf8), name: "a.ndjson")], into: path).total.new == 3)
      let names = try Store.open(at: path, create: false).snapshot(asOf: Estate.end) { snapshot in
        try snapshot.rows("SELECT name FROM account").map { $0.text("name") }
      }
      #expect(names == ["first"], "\(order)")
    }
  }

  @Test func `a record that comes three times in one run is one, in a first run and later`() throws {
    let many = (0..<100).map { Self.finding("f-\($0)") }
    // Close to each other, far from each other, and as the very last.
    let lines = many.flatMap { [$0, $0] } + many.suffix(1) + many + many.prefix(1)
    let folder = try TemporaryFolder()
    for (number, earlier) in [[], [Self.finding("earlier")]].enumerated() {
      let path = folder.file("\(number).db").path
      if !earlier.isEmpty { try Estate.ingest([Self.input(earlier)], into: path) }
      let receipt = try Estate.ingest([Self.input(lines)], into: path)
      #expect(receipt.total.new == 100 && receipt.total.duplicate == 202)
      #expect(try Self.rows(path, "SELECT count(*) AS n FROM observation") == ["\(100 + earlier.count)"])
    }
  }

  @Test(arguments: [[], ["earlier"]])
  func `a finding is dated by its earliest envelope, in a first run and later`(earlier: [String]) throws {
    func delivery(_ id: String, hour: Int) -> String {
      #"{"version":"0","detail-type":"Security Hub Findings - Imported","source":"aws.securityhub","#
        + #""time":"2026-01-02T0\#(hour):00:00Z","detail":{"findings":[\#(Self.finding(id))]}}"#
    }
    let folder = try TemporaryFolder()
    let path = folder.file("store.db").path
    if !earlier.isEmpty { try Estate.ingest([Self.input(earlier.map { Self.finding($0) })], into: path) }
    let deliveries = [("a", 7), ("b", 5), ("a", 3), ("b", 6)].map { delivery($0, hour: $1) }
    #expect(try Estate.ingest([Self.input(deliveries)], into: path).total.duplicate == 2)
    let query = """
      SELECT strftime('%H', o.event_time / 1000, 'unixepoch') AS n FROM observation o
      JOIN finding f ON f.id = o.finding_id WHERE f.uid IN ('a', 'b') ORDER BY f.uid
      """
    #expect(try Self.rows(path, query) == ["03", "05"])
  }

  @Test func `texts that look the same and differ in their bytes are two, in any order`() throws {
    let texts = ["caf\u{E9}", "cafe\u{301}"]
    #expect(texts[0] == texts[1])
    let records = texts.map { Self.finding("f", region: $0, accountName: $0) }
    let folder = try TemporaryFolder()
    for (number, order) in [[0, 1], [1, 0]].enumerated() {
      let (one, two) = (folder.file("one\(number).db").path, folder.file("two\(number).db").path)
      try Estate.ingest([Self.input(order.map { records[$0] })], into: one)
      for place in order { try Estate.ingest([Self.input([records[place]])], into: two) }
      for path in [one, two] {
        let regions = try Self.rows(path, "SELECT hex(name) AS n FROM region ORDER BY name")
        #expect(regions == ["63616665CC81", "636166C3A9"])
        #expect(try Self.rows(path, "SELECT count(*) AS n FROM violation") == ["2"])
        #expect(try Self.rows(path, "SELECT hex(name) AS n FROM account") == ["636166C3A9"])
      }
    }
  }

  @Test func `findings of regions that look alike are counted under two names`() throws {
    let regions = ["caf\u{E9}", "cafe\u{301}", "cafe\u{301}"]
    let records = regions.enumerated().map { Self.finding("f-\($0)", region: $1, resource: "b-\($0)") }
    let folder = try TemporaryFolder()
    for (number, order) in [[0, 1, 2], [2, 1, 0]].enumerated() {
      let path = folder.file("\(number).db").path
      try Estate.ingest([Self.input(order.map { records[$0] })], into: path)
      let store = try Store.open(at: path, create: false)
      let report = try EstateReport(store, asOf: Estate.end, by: .region)
      #expect(report.whole.violations.open == 3)
      #expect(report.cells.map(\.violations.open) == [2, 1])
      #expect(report.cells.map { Self.hex($0.cell ?? "") } == ["63616665CC81", "636166C3A9"])
    }
  }

  @Test func `a finding keeps its product, whatever product that looks alike came before`() throws {
    let products = ["caf\u{E9}", "cafe\u{301}"].map {
      "arn:aws:securityhub:eu-west-1:111122223333:product/111122223333/\($0)"
    }
    let records = products.map { Self.finding("f", product: $0) }
    let folder = try TemporaryFolder()
    for (number, order) in [[0, 1], [1, 0]].enumerated() {
      let path = folder.file("\(number).db").path
      try Estate.ingest([Self.input(order.map { records[$0] })], into: path)
      let controls = try Self.rows(path, "SELECT hex(uid) AS n FROM control ORDER BY uid")
      #expect(controls == products.map { Self.hex("111122223333/" + $0.suffix(4) + "/S3.8") }.sorted())
    }
  }

  private static func hex(_ text: String) -> String {
    text.utf8.flatMap { [$0 >> 4, $0 & 15] }.map { String($0, radix: 16, uppercase: true) }.joined()
  }

  private static func finding(
    _ id: String, region: String = "eu-west-1", accountName: String = "prod", resource: String = "b",
    product: String = "arn:aws:securityhub:eu-west-1::product/aws/securityhub", day: Int = 1
  ) -> String {
    """
    {"SchemaVersion":"2018-10-08","Id":"\(id)","ProductArn":"\(product)",
    "AwsAccountId":"111122223333","AwsAccountName":"\(accountName)","Region":"\(region)",
    "GeneratorId":"security-control/S3.8","UpdatedAt":"2026-01-0\(day)T00:00:00Z",
    "Resources":[{"Type":"AwsS3Bucket","Id":"arn:aws:s3:::\(resource)"}],
    "Compliance":{"Status":"FAILED","SecurityControlId":"S3.8"}}
    """.replacingOccurrences(of: "\n", with: "")
  }

  private static func input(_ lines: [String]) -> IngestInput {
    .bytes(Array(lines.map { $0 + "\n" }.joined().utf8), name: "a.ndjson")
  }

  /// The column `n` of what a query finds.
  private static func rows(_ path: String, _ query: String) throws -> [String] {
    try Store.open(at: path, create: false).snapshot(asOf: Estate.end) { snapshot in
      try snapshot.rows(query).map { row in row.int("n").map { "\($0)" } ?? row.text("n") ?? "" }
    }
  }
}
