import Remediation
import Store
import TestSupport
import Testing

@testable import Exposition

@Suite("Whatever a query returns, the body is one that strict readers accept")
struct HostileTests {
  /// A text for each class of fault, so that the reader which the bodies pass is known to see it.
  static let faulty: [(StrictReader.Fault, String)] = [
    (.notUTF8, "# TYPE a gauge\na{b=\"\u{FF}\"} 1\n# EOF\n"),
    (.noEnd, "# TYPE a gauge\na 1\n"),
    (.noEnd, "# TYPE a gauge\na 1\n# EOF"),
    (.textAfterEnd, "# TYPE a gauge\na 1\n# EOF\n\n"),
    (.blankLine, "# TYPE a gauge\n\na 1\n# EOF\n"),
    (.badMetadata, "# KIND a gauge\n# EOF\n"),
    (.badMetadata, "#TYPE a gauge\n# EOF\n"),
    (.unknownType, "# TYPE a number\n# EOF\n"),
    (.metadataTwice, "# TYPE a gauge\n# TYPE a gauge\n# EOF\n"),
    (.metadataAfterSamples, "# TYPE a gauge\na 1\n# HELP a x\n# EOF\n"),
    (.familyTwice, "# TYPE a gauge\n# TYPE b gauge\n# HELP a x\n# EOF\n"),
    (.clashingName, "# TYPE a counter\na_total 1\n# TYPE a_total gauge\na_total 1\n# EOF\n"),
    (.badUnit, "# TYPE a gauge\n# UNIT a seconds\n# EOF\n"),
    (.unitNotAllowed, "# TYPE a_s info\n# UNIT a_s s\n# EOF\n"),
    (.foreignSample, "# TYPE a counter\na 1\n# EOF\n"),
    (.foreignSample, "a 1\n# EOF\n"),
    (.badLabelSyntax, "# TYPE a gauge\na{b=1} 1\n# EOF\n"),
    (.badLabelSyntax, "# TYPE a gauge\na{b=\"1\" 1\n# EOF\n"),
    (.badLabelName, "# TYPE a gauge\na{1b=\"1\"} 1\n# EOF\n"),
    (.labelTwice, "# TYPE a gauge\na{b=\"1\",b=\"1\"} 1\n# EOF\n"),
    (.badEscape, "# TYPE a gauge\na{b=\"\\x\"} 1\n# EOF\n"),
    (.badNumber, "# TYPE a gauge\na 0x1\n# EOF\n"),
    (.badNumber, "# TYPE a gauge\na  1\n# EOF\n"),
    (.badTimestamp, "# TYPE a gauge\na 1 now\n# EOF\n"),
    (.badTimestamp, "# TYPE a gauge\na 1 NaN\n# EOF\n"),
    (.negativeCounter, "# TYPE a counter\na_total -1\n# EOF\n"),
    (.counterNotANumber, "# TYPE a counter\na_total NaN\n# EOF\n"),
    (.infoNotOne, "# TYPE a info\na_info 2\n# EOF\n"),
    (.badEdge, "# TYPE a histogram\na_bucket{le=\"1\"} 1\n# EOF\n"),
    (.badEdge, "# TYPE a histogram\na_bucket 1\n# EOF\n"),
    (.badEdge, "# TYPE a histogram\na_bucket{le=\"-1.0\"} 1\n# EOF\n"),
    (.edgesOutOfOrder, "# TYPE a histogram\na_bucket{le=\"2.0\"} 1\na_bucket{le=\"1.0\"} 1\n# EOF\n"),
    (.bucketsFall, "# TYPE a histogram\na_bucket{le=\"1.0\"} 2\na_bucket{le=\"+Inf\"} 1\n# EOF\n"),
    (.notAWholeCount, "# TYPE a histogram\na_bucket{le=\"+Inf\"} 0.5\n# EOF\n"),
    (.noInfiniteBucket, "# TYPE a histogram\na_bucket{le=\"1.0\"} 1\na_count 1\na_sum 1\n# EOF\n"),
    (.countIsNotLastBucket, "# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_count 2\na_sum 1\n# EOF\n"),
    (.partMissing, "# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_count 1\n# EOF\n"),
    (.sumBelowZero, "# TYPE a gaugehistogram\na_bucket{le=\"+Inf\"} 1\na_gcount 1\na_gsum -1\n# EOF\n"),
    (.groupsInterleaved, "# TYPE a gauge\na{b=\"1\"} 1 1\na{b=\"2\"} 1 1\na{b=\"1\"} 1 2\n# EOF\n"),
    (.seriesTwice, "# TYPE a gauge\na{b=\"1\"} 1\na{b=\"1\"} 2\n# EOF\n"),
    (.timeNotRising, "# TYPE a gauge\na 1 2\na 1 1\n# EOF\n"),
  ]

  @Test("the strict reader sees every class of fault")
  func reader() {
    for (fault, text) in Self.faulty {
      // The one fault that no String can hold.
      let bytes = fault == .notUTF8 ? text.unicodeScalars.map { UInt8($0.value) } : Array(text.utf8)
      #expect(throws: fault, "\(text)") { try StrictReader(bytes) }
    }
    #expect(Set(Self.faulty.map(\.0)) == Set(StrictReader.Fault.allCases))
  }

  @Test(
    "in both formats, read back with the labels and values that were asked for",
    .needs(python: "prometheus_client"))
  func bodies() async throws {
    var given = 0
    for seed in 1...6 as ClosedRange<UInt64> {
      var hostile = HostileQueries(seed: seed)
      let catalogue = try MetricCatalogue((0..<25).map { try hostile.definition($0) })
      let sample = try SampleStore()
      let (families, report) = try sample.collect(SampleStore.collector(catalogue))
      // Rows that are no series are refused with their family; enough of the others must be left.
      #expect(report.entries.contains { $0.failure != nil } && report.entries.contains { $0.failure == nil })
      let open = ExpositionWriter.body(families, .openMetrics)
      let classic = ExpositionWriter.body(families, .prometheus)
      let read = try StrictReader(open).samples
      let answer: BodyTests.Answer = try await BodyTests.peer.answer(
        to: BodyTests.Question(
          openmetrics: String(decoding: open, as: UTF8.self),
          prometheus: String(decoding: classic, as: UTF8.self)))
      #expect(answer.openmetrics == answer.prometheus)
      #expect(answer.openmetrics.count == read.count)
      #expect(Set(answer.openmetrics.map(\.labels)) == Set(read.map(\.labels)))
      for family in families where !family.type.isDistribution {
        for series in family.series {
          let labels = Dictionary(uniqueKeysWithValues: zip(family.labels, series.labels))
          guard case .number(let number) = series.value else { continue }
          let name = family.name + family.type.sampleSuffixes[0]
          let found = read.filter { $0.name == name && $0.labels == labels }
          // As text, for one of the values may be no number: infinity less infinity.
          #expect(found.map(\.value.description) == [number.description], "\(family.name) \(series.labels)")
          given += 1
        }
      }
    }
    #expect(given > 300)
  }

  @Test("the built-in families of a store with hostile names hold too, at one instant and over time")
  func builtIn() throws {
    let sample = try SampleStore(SampleStore.script("body.sql"))
    let samples = try StrictReader(ExpositionWriter.body(sample.collect().families, .openMetrics)).samples
    #expect(samples.count > 700 && samples.allSatisfy { $0.time == nil })
    var history = MetricHistory()
    let instants = MetricHistory.instants(
      from: SampleStore.asOf, to: SampleStore.asOf.advanced(byMilliseconds: .day), step: .day / 2)
    try history.collect(sample.store, at: instants, with: SampleStore.collector())
    var bytes: [UInt8] = []
    history.write { bytes += $0 }
    // Three samples of each part stand one after the other, which is no group that the reader knows: time is
    // checked here, and the rest instant by instant.
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    for instant in instants {
      let end = " \(instant.milliseconds / 1000)"
      let text = lines.filter { $0.hasPrefix("#") || $0.hasSuffix(end) }.joined(separator: "\n") + "\n"
      #expect(try StrictReader(Array(text.utf8)).samples.allSatisfy { $0.time != nil })
    }
  }
}

/// Queries as a careless or malicious user would add them.
struct HostileQueries {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  private static let texts = [
    "", "other", "+Inf", "NaN", "1e3", "le", "a\"b", "back\\slash", "\\", "\\n", "new\nline", "\r\n", "# EOF",
    "\n# EOF\n", "}", "{", ",", "a=\"b\"", " ", "\t", "\u{0}", "\u{1B}[31m", "\u{85}", "\u{202E}txt",
    "\u{2028}", "\u{FEFF}", "é", "e\u{301}", "🧯", "日本", String(repeating: "x", count: 300),
    String(repeating: "é", count: 257),
  ]
  private static let honest = ["0", "1", "2", "7", "1e21", "3.5", "9e999"]
  private static let odd = [
    "-1", "-9e999", "NULL", "'many'", "0.1", "5e-324", "1.7976931348623157e308", "x'00'",
  ]

  mutating func definition(_ number: Int) throws -> MetricDefinition {
    let type = MetricType.allCases[number % MetricType.allCases.count]
    let isHonest = Bool.random(using: &generator)
    let columns =
      switch type {
      case .info: ["animal", "place"]
      case .gauge, .counter: ["animal", "place", "value"]
      case .histogram, .gaugehistogram: ["animal", "place", "le", "count", "sum"]
      }
    let rows = (0..<20).map { _ in
      "SELECT " + columns.map { "\(cell($0, isHonest)) AS \"\($0)\"" }.joined(separator: ", ")
    }
    let sql = """
      -- family: zoo_\(number)_ratio
      -- type: \(type.rawValue)
      -- help: \(Self.texts.filter { !$0.contains(where: \.isNewline) }.joined(separator: " "))
      -- labels: animal, place
      \(number % 3 == 0 ? "-- cap: animal 5 \(type == .info ? "drop" : "other")" : "--")
      \(rows.joined(separator: " UNION "));
      """
    return try MetricDefinition(parsing: sql, path: "zoo/\(number).sql")
  }

  private mutating func cell(_ column: String, _ isHonest: Bool) -> String {
    switch column {
    case "animal", "place": label()
    case "le": ["NULL", "300", "0.5", isHonest ? "1e6" : "-5"].randomElement(using: &generator) ?? "NULL"
    default: (isHonest ? Self.honest : Self.honest + Self.odd).randomElement(using: &generator) ?? "0"
    }
  }

  private mutating func label() -> String {
    if Int.random(in: 0..<20, using: &generator) == 0 {
      return ["NULL", "42"].randomElement(using: &generator) ?? ""
    }
    var bytes = Array((Self.texts.randomElement(using: &generator) ?? "").utf8)
    // Text that is no UTF-8 at all.
    if Int.random(in: 0..<8, using: &generator) == 0 { bytes += generator.bytes(3) }
    let hexadecimal = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return "CAST(x'\(hexadecimal)' AS TEXT)"
  }
}
