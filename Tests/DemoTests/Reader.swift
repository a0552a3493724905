import Foundation

@testable import Demo

/// A reader of the emitted bytes that shares nothing with the writer but Foundation's JSON parser.
struct Reader: Sendable {
  typealias Object = [String: any Sendable]
  /// The bytes as an array: a `Data` hashes only its first bytes, and all findings begin alike.
  var findings: [(record: Object, bytes: [UInt8])] = []
  var ledger: [Object] = []
  var history: [Object] = []
  var unreadable: [String] = []
  var deliveries = 0

  init(_ files: [DemoFile]) {
    for file in files {
      let data = Data(file.bytes)
      if file.name.hasSuffix(".gz") {
        for event in Self.documents(Self.inflateStored(data)) {
          guard let envelope = parse(event, in: file), let detail = envelope["detail"] as? Object else {
            continue
          }
          for finding in detail["findings"] as? [Object] ?? [] { add(finding, Self.inner(event)) }
        }
      } else if file.name.contains("get-findings") {
        for page in Self.documents(data) {
          guard let document = parse(page, in: file) else { continue }
          let items = Self.documents(page.dropFirst("{\"Findings\":[".utf8.count))
          let parsed = document["Findings"] as? [Object] ?? []
          for (finding, bytes) in zip(parsed, items) { add(finding, bytes) }
        }
      } else if file.name.hasSuffix("finding-history.json") {
        history += parse(data, in: file)?["Records"] as? [Object] ?? []
      } else if file.name.hasSuffix(".ndjson") {
        for line in data.split(separator: UInt8(ascii: "\n")) {
          guard let record = parse(line, in: file) else { continue }
          if file.name.hasPrefix("ledger/") { ledger.append(record) } else { add(record, line) }
        }
      }
    }
  }

  private mutating func add(_ finding: Object, _ bytes: Data) {
    deliveries += 1
    findings.append((finding, [UInt8](bytes)))
  }

  private mutating func parse(_ data: Data, in file: DemoFile) -> Object? {
    if let any = try? JSONSerialization.jsonObject(with: data), let object = Self.value(any) as? Object {
      return object
    }
    unreadable.append(file.name)
    return nil
  }

  /// Foundation's untyped values as values that may cross between tests.
  private static func value(_ any: Any) -> any Sendable {
    if let text = any as? String { return text }
    if let object = any as? [String: Any] { return object.mapValues(value) }
    if let list = any as? [Any] {
      let values = list.map(value)
      return values.allSatisfy { $0 is Object } ? values.compactMap { $0 as? Object } : values
    }
    if let flag = any as? Bool { return flag }
    return (any as? Int) ?? 0
  }

  /// The finding inside an event: what stands between `"findings":[` and the last `]}}`.
  private static func inner(_ event: Data) -> Data {
    let mark = Data("\"findings\":[".utf8)
    guard let start = event.range(of: mark)?.upperBound else { return Data() }
    return event[start..<(event.endIndex - 3)]
  }

  /// Objects one after the other, told apart by their braces.
  static func documents(_ data: Data) -> [Data] {
    var found: [Data] = []
    var depth = 0
    var start = 0
    var inText = false
    var escaped = false
    let bytes = [UInt8](data)  // a Data asks for its bounds at every byte
    for (index, byte) in bytes.enumerated() {
      if inText {
        if escaped {
          escaped = false
        } else if byte == 0x5C {
          escaped = true
        } else if byte == 0x22 {
          inText = false
        }
        continue
      }
      switch byte {
      case 0x22: inText = true
      case UInt8(ascii: "{"):
        if depth == 0 { start = index }
        depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { found.append(Data(bytes[start...index])) }
        if depth < 0 { return found }
      default: break
      }
    }
    return found
  }

  /// Members of stored blocks only; a member of another kind gives nothing.
  static func inflateStored(_ data: Data) -> Data {
    var out = Data()
    var at = data.startIndex
    while at + 18 <= data.endIndex, data[at] == 0x1F, data[at + 1] == 0x8B, data[at + 3] == 0 {
      at += 10
      var isLast = false
      while !isLast {
        isLast = data[at] == 1
        let length = Int(data[at + 1]) | Int(data[at + 2]) << 8
        out += data[(at + 5)..<(at + 5 + length)]
        at += 5 + length
      }
      at += 8
    }
    return out
  }
}

/// Epoch milliseconds of a timestamp in any of the shapes that the estate writes.
func instant(_ value: Any?) -> Int64? {
  guard let text = value as? String, text.utf8.count >= 20 else { return nil }
  let bytes = Array(text.utf8)
  func number(_ from: Int, _ count: Int) -> Int64 {
    bytes[from..<(from + count)].reduce(0) { $0 * 10 + Int64($1) - 48 }
  }
  var days = daysBefore(number(0, 4))
  let lengths: [Int64] = [31, isLeap(number(0, 4)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  days += lengths.prefix(Int(number(5, 2)) - 1).reduce(0, +) + number(8, 2) - 1
  var result = ((days * 24 + number(11, 2)) * 60 + number(14, 2)) * 60_000 + number(17, 2) * 1000
  if bytes[19] == UInt8(ascii: ".") { result += number(20, 3) }
  return text.hasSuffix("-04:00") ? result + 4 * 3_600_000 : result
}

private func daysBefore(_ year: Int64) -> Int64 {
  (year - 1970) * 365 + (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 - 477
}

private func isLeap(_ year: Int64) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
