import Foundation

/// Reads OpenMetrics 1.0 and stops at the first thing that it forbids.
///
/// ``RejectClassTests`` holds it against the classes of the public reject cases. A line of a type that the writer
/// has not (summary, stateset), or with an exemplar, is a fault as well; so are duplicate series, which no public
/// tool finds.
struct StrictReader {
  enum Fault: String, Error, CaseIterable {
    case notUTF8, noEnd, textAfterEnd, blankLine, badMetadata, unknownType, metadataTwice,
      metadataAfterSamples
    case familyTwice, clashingName, badUnit, unitNotAllowed, foreignSample, badLabelSyntax, badLabelName
    case labelTwice, badEscape, badNumber, badTimestamp, negativeCounter, counterNotANumber, infoNotOne
    case badEdge, edgesOutOfOrder, bucketsFall, notAWholeCount, noInfiniteBucket, countIsNotLastBucket
    case partMissing, sumBelowZero, groupsInterleaved, seriesTwice, timeNotRising
  }

  struct Sample: Hashable {
    var name: String
    var labels: [String: String]
    var value: Double
    var time: Double?
  }

  private(set) var samples: [Sample] = []
  private var family = Family()
  private var families: Set<String> = []
  private var names: Set<String> = []
  private var series: Set<[String]> = []

  init(_ bytes: [UInt8]) throws(Fault) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.popLast() == "" else { throw .noEnd }
    guard let end = lines.firstIndex(of: "# EOF") else { throw .noEnd }
    guard end == lines.count - 1 else { throw .textAfterEnd }
    for line in lines.dropLast() {
      if line.isEmpty { throw .blankLine }
      if line.hasPrefix("#") { try readMetadata(line) } else { try readSample(line) }
    }
    try family.check()
  }

  // MARK: Metadata

  private mutating func readMetadata(_ line: String) throws(Fault) {
    let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
    guard words.count == 4, words[0] == "#", Self.isName(words[2]) else { throw .badMetadata }
    if words[2] != family.name { try begin(words[2]) }
    guard family.groups.isEmpty else { throw .metadataAfterSamples }
    guard family.metadata.insert(words[1]).inserted else { throw .metadataTwice }
    switch words[1] {
    case "TYPE":
      guard let suffixes = Family.suffixes[words[3]] else { throw .unknownType }
      family.type = words[3]
      let created = words[3] == "counter" || words[3] == "histogram" ? [family.name + "_created"] : []
      for name in Set(suffixes.map { family.name + $0 } + [family.name] + created)
      where !names.insert(name).inserted {
        throw .clashingName
      }
    case "UNIT":
      guard !words[3].isEmpty, family.name.hasSuffix("_" + words[3]) else { throw .badUnit }
      guard family.type != "info" else { throw .unitNotAllowed }
    case "HELP":
      _ = try Self.unescape(words[3], quotes: true)
    default: throw .badMetadata
    }
  }

  private mutating func begin(_ name: String) throws(Fault) {
    try family.check()
    guard families.insert(name).inserted else { throw .familyTwice }
    family = Family()
    family.name = name
  }

  // MARK: Samples

  private mutating func readSample(_ line: String) throws(Fault) {
    let scalars = Array(line.unicodeScalars)
    let nameEnd = scalars.firstIndex { $0 == "{" || $0 == " " } ?? scalars.count
    let name = Self.text(scalars[..<nameEnd])
    guard Self.isName(name), let suffix = family.suffix(of: name) else { throw .foreignSample }
    var labels: [(String, String)] = []
    var place = nameEnd
    if place < scalars.count, scalars[place] == "{" {
      (labels, place) = try Self.labels(scalars, from: place + 1)
    }
    let rest = Self.text(scalars[min(place, scalars.count)...])
      .split(separator: " ", omittingEmptySubsequences: false)
    guard rest.count == 2 || rest.count == 3, rest[0].isEmpty else { throw .badNumber }
    let value = try Self.number(rest[1], or: .badNumber)
    let time: Double? = rest.count == 3 ? try Self.number(rest[2], or: .badTimestamp) : nil
    if let time, !time.isFinite { throw .badTimestamp }
    var byName: [String: String] = [:]
    for (label, text) in labels {
      guard byName.updateValue(text, forKey: label) == nil else { throw .labelTwice }
    }
    let key = [name] + byName.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    guard series.insert(key + [rest.count == 3 ? String(rest[2]) : ""]).inserted else { throw .seriesTwice }
    let sample = Sample(name: name, labels: byName, value: value, time: time)
    // Samples of one series come one after the other, each later than the one before.
    if let last = samples.last, last.name == name, last.labels == byName {
      guard let before = last.time, let time, before < time else { throw .timeNotRising }
    }
    samples.append(sample)
    try family.add(sample, suffix)
  }

  private static func labels(
    _ scalars: [Unicode.Scalar], from start: Int
  ) throws(Fault) -> (labels: [(String, String)], end: Int) {
    var labels: [(String, String)] = []
    var place = start
    while true {
      guard let equals = scalars[place...].firstIndex(of: "="), equals + 1 < scalars.count,
        scalars[equals + 1] == "\""
      else { throw .badLabelSyntax }
      let name = text(scalars[place..<equals])
      guard isName(name), !name.contains(":"), !name.hasPrefix("__") else { throw .badLabelName }
      var end = equals + 2
      while end < scalars.count, scalars[end] != "\"" { end += scalars[end] == "\\" ? 2 : 1 }
      guard end + 1 < scalars.count else { throw .badLabelSyntax }
      labels.append((name, try unescape(text(scalars[(equals + 2)..<end]), quotes: true)))
      place = end + 2
      if scalars[end + 1] == "}" { return (labels, place) }
      guard scalars[end + 1] == "," else { throw .badLabelSyntax }
    }
  }

  // MARK: Words

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private static func isName(_ text: String) -> Bool {
    text.wholeMatch(of: /[a-zA-Z_:][a-zA-Z0-9_:]*/) != nil
  }

  private static func unescape(_ text: String, quotes: Bool) throws(Fault) -> String {
    var plain = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        guard let meant: Unicode.Scalar = ["n": "\n", "\\": "\\", "\"": "\""][scalar] else {
          throw .badEscape
        }
        plain.append(meant)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        plain.append(scalar)
      }
    }
    if isEscaped { throw .badEscape }
    return String(plain)
  }

  private static func number(_ text: Substring, or fault: Fault) throws(Fault) -> Double {
    if let special: Double = ["+Inf": .infinity, "-Inf": -.infinity, "NaN": .nan][text] { return special }
    // Swift's own reader takes hexadecimal and words as well.
    guard text.wholeMatch(of: /[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?/) != nil,
      let number = Double(text)
    else { throw fault }
    return number
  }
}

extension StrictReader {
  /// What has been read of the family that the next line may still belong to.
  fileprivate struct Family {
    static let suffixes = [
      "gauge": [""], "counter": ["_total"], "info": ["_info"], "histogram": ["_bucket", "_count", "_sum"],
      "gaugehistogram": ["_bucket", "_gcount", "_gsum"],
    ]

    struct Group {
      var labels: [String: String]
      var buckets: [(edge: Double, count: Double)] = []
      var count: Double?
      var sum: Double?
    }

    var name = ""
    var type = ""
    var metadata: Set<String> = []
    var groups: [Group] = []

    func suffix(of sample: String) -> String? {
      Self.suffixes[type]?.first { sample == name + $0 }
    }

    mutating func add(_ sample: Sample, _ suffix: String) throws(Fault) {
      var labels = sample.labels
      let edge = suffix == "_bucket" ? labels.removeValue(forKey: "le") : nil
      if groups.last?.labels != labels {
        guard !groups.contains(where: { $0.labels == labels }) else { throw .groupsInterleaved }
        groups.append(Group(labels: labels))
      }
      switch suffix {
      case "_info" where sample.value != 1: throw .infoNotOne
      case "_total", "_count", "_sum", "_gcount", "_gsum":
        if sample.value.isNaN { throw .counterNotANumber }
        if sample.value < 0 { throw suffix.hasSuffix("sum") ? .sumBelowZero : .negativeCounter }
      case "_bucket":
        if sample.value < 0 { throw .negativeCounter }
        guard let edge, let limit = edge == "+Inf" ? .infinity : Double(edge), edge.contains(/[.e]|Inf/)
        else { throw .badEdge }
        if type == "histogram", limit < 0 { throw .badEdge }
        groups[groups.count - 1].buckets.append((limit, sample.value))
      default: break
      }
      if ["_bucket", "_count", "_gcount"].contains(suffix),
        sample.value != sample.value.rounded() || !sample.value.isFinite
      {
        throw .notAWholeCount
      }
      if suffix == "_count" || suffix == "_gcount" { groups[groups.count - 1].count = sample.value }
      if suffix == "_sum" || suffix == "_gsum" { groups[groups.count - 1].sum = sample.value }
    }

    /// What only the whole family tells.
    func check() throws(Fault) {
      guard type == "histogram" || type == "gaugehistogram" else { return }
      for group in groups {
        for (before, after) in zip(group.buckets, group.buckets.dropFirst()) {
          if before.edge >= after.edge { throw .edgesOutOfOrder }
          if before.count > after.count { throw .bucketsFall }
        }
        guard let last = group.buckets.last, last.edge == .infinity else { throw .noInfiniteBucket }
        guard let count = group.count, group.sum != nil else { throw .partMissing }
        if count != last.count { throw .countIsNotLastBucket }
      }
    }
  }
}
