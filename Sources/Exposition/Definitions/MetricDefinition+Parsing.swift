extension MetricDefinition {
  /// Reads the definition out of a file's header.
  ///
  /// - Parameters:
  ///   - sql: the whole file.
  ///   - path: how messages name it.
  public init(parsing sql: String, path: String) throws(MetricDefinitionError) {
    let header = try MetricHeader(sql, file: path)
    let name = try header.required(.family)
    let type = try Self.word(header.required(.type), MetricType.self, "type", header)
    try Self.check(name, type, header)
    let help = try header.required(.help).value
    let labels = try Self.labels(header, type)
    var cap: SeriesCap?
    if let entry = header.entries[.cap] { cap = try Self.cap(entry, labels, type, header) }
    var reduction: Reduction?
    if let entry = header.entries[.reduce] {
      reduction = try Self.word(entry, Reduction.self, "reduce", header)
      guard type == .gauge else {
        throw header.error(.badValue, entry.line, "only a gauge can be reduced from samples")
      }
    }
    self.init(
      family: name.value, type: type, unit: try Self.unit(header, name.value, type), help: help,
      labels: labels, cap: cap, reduction: reduction, hasHistory: try Self.isNotDenied(.history, header),
      isRetractable: try Self.retractions(header, type), sql: sql, path: path)
    try requireQuestion(header)
  }

  private static func word<Word: RawRepresentable<String> & CaseIterable>(
    _ entry: MetricHeader.Entry, _: Word.Type, _ key: String, _ header: MetricHeader
  ) throws(MetricDefinitionError) -> Word {
    guard let word = Word(rawValue: entry.value) else {
      let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw header.error(
        .badValue, entry.line, "unknown \(key) “\(entry.value.prefix(48))”", hint: "one of \(known)")
    }
    return word
  }

  private static func check(
    _ name: MetricHeader.Entry, _ type: MetricType, _ header: MetricHeader
  ) throws(MetricDefinitionError) {
    guard MetricName.isName(name.value) else {
      throw header.error(
        .badValue, name.line, "“\(name.value.prefix(48))” is no name of a family",
        hint: "letters, digits and _, a letter first; the colon is kept for recording rules")
    }
    // promtool and the parsers take a name with one of these ends for a sample of another family.
    let taken = ["_total", "_info", "_bucket", "_count", "_sum", "_gcount", "_gsum", "_created"]
    if let suffix = taken.first(where: { name.value.hasSuffix($0) }) {
      throw header.error(
        .badValue, name.line, "a family's name does not end in \(suffix)",
        hint: "leave it out: the samples get the ending of their type, which is \(type.rawValue)")
    }
  }

  private static func unit(
    _ header: MetricHeader, _ family: String, _ type: MetricType
  ) throws(MetricDefinitionError) -> String? {
    guard let entry = header.entries[.unit], !entry.value.isEmpty else { return nil }
    guard MetricName.isName(entry.value), family.hasSuffix("_" + entry.value) else {
      throw header.error(
        .badValue, entry.line, "the name does not end in its unit, _\(entry.value.prefix(24))",
        hint: "OpenMetrics wants \(family)_\(entry.value.prefix(24)), in base units")
    }
    guard type != .info else {
      throw header.error(.badValue, entry.line, "an info has no unit")
    }
    return entry.value
  }

  private static func labels(
    _ header: MetricHeader, _ type: MetricType
  ) throws(MetricDefinitionError) -> [String] {
    guard let entry = header.entries[.labels], !entry.value.isEmpty else { return [] }
    var labels: [String] = []
    for part in entry.value.split(separator: ",", omittingEmptySubsequences: false) {
      let label = String(part.trimmed)
      guard MetricName.isName(label), !label.hasPrefix("__"), !labels.contains(label) else {
        throw header.error(
          .badValue, entry.line, "“\(label.prefix(48))” cannot be a label here",
          hint: "letters, digits and _, a letter first, each once")
      }
      if let hint = MetricName.reserved[label] {
        throw header.error(.badValue, entry.line, "“\(label)” cannot be a label", hint: hint)
      }
      labels.append(label)
    }
    return labels
  }

  private static func cap(
    _ entry: MetricHeader.Entry, _ labels: [String], _ type: MetricType, _ header: MetricHeader
  ) throws(MetricDefinitionError) -> SeriesCap {
    let words = entry.value.split(separator: " ")
    guard words.count == 3, labels.contains(String(words[0])), let limit = Int(words[1]), limit > 0,
      let rest = SeriesCap.Rest(rawValue: String(words[2])), type.isAdditive || rest == .drop
    else {
      throw header.error(
        .badValue, entry.line, "expected a label, a number, and what becomes of the rest",
        hint: "such as “cap: control_id 500 other”, or “drop” where values cannot be added up")
    }
    return SeriesCap(label: String(words[0]), limit: limit, rest: rest)
  }

  /// Whether a line that can only say “no” is not there.
  private static func isNotDenied(
    _ key: MetricHeader.Key, _ header: MetricHeader
  ) throws(MetricDefinitionError) -> Bool {
    guard let entry = header.entries[key] else { return true }
    guard entry.value == "no" else {
      throw header.error(.badValue, entry.line, "\(key.rawValue) is “no”, or the line is left out")
    }
    return false
  }

  private static func retractions(
    _ header: MetricHeader, _ type: MetricType
  ) throws(MetricDefinitionError) -> Bool {
    if let entry = header.entries[.retracted], !type.isCumulative {
      throw header.error(.badValue, entry.line, "only a counter or a histogram can be retracted")
    }
    return try isNotDenied(.retracted, header) && type.isCumulative
  }

  /// A file of metrics asks, and changes nothing.
  private func requireQuestion(_ header: MetricHeader) throws(MetricDefinitionError) {
    let lines = sql.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let code = lines.enumerated().dropFirst(header.end).first { _, line in
      !line.trimmed.isEmpty && !line.trimmed.hasPrefix("--")
    }
    let word = code.map { $0.element.trimmed.prefix { $0.isLetter }.uppercased() }
    guard let word, ["SELECT", "WITH", "VALUES"].contains(word) else {
      throw header.error(
        .badValue, (code?.offset ?? header.end) + 1, "expected a query",
        hint: "one statement that begins with SELECT or WITH")
    }
  }
}

/// Which words Prometheus takes as names.
enum MetricName {
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
      return false
    }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
      default: false
      }
    }
  }

  /// Labels that mean something to Prometheus, or to this exporter, and what to do instead.
  static let reserved = [
    "le": "the edges of a histogram stand in the column le, which is no label",
    "quantile": "that is the label of summaries",
    "value": "that is the column of the value",
    "job": "Prometheus sets it when it scrapes",
    "instance": "Prometheus sets it when it scrapes",
    "severity": "an alert's own label severity overwrites it: finding_severity",
  ]
}
