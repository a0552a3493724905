import Foundation
import JSONKit

/// Reads 22 fields from each finding of an NDJSON file, with the scanner and with Foundation's decoder, and
/// prints the rates of both as one JSON document.
@main
struct Scan {
  static let rounds = 5
  /// Foundation reads only the beginning: it is the slower one by far.
  static let decodedBytes = 32 << 20

  static func main() throws {
    guard let path = CommandLine.arguments.dropFirst().first else {
      FileHandle.standardError.write(Data("usage: scan FINDINGS.ndjson\n".utf8))
      exit(64)
    }
    let data = try Data(contentsOf: URL(fileURLWithPath: path)).prefix(1 << 30)
    let bytes = [UInt8](data)
    let lines = lines(of: bytes)
    let few = lines.prefix { $0.upperBound <= decodedBytes }
    var scanner: [Double] = []
    var decoder: [Double] = []
    for _ in 0..<rounds {
      scanner.append(try rate(lines) { try scan(bytes, $0) })
      decoder.append(try rate(few) { try decode(bytes, $0) })
    }
    let (ours, theirs) = (median(scanner), median(decoder))
    print(
      """
      {"findings": \(lines.count), "scanner_gb_s": \(ours), "json_decoder_gb_s": \(theirs)}
      """)
  }

  /// The ranges of the lines that are not empty.
  private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    bytes.split(separator: 0x0A).map { $0.startIndex..<$0.endIndex }
  }

  /// Bytes in billions per second.
  private static func rate(
    _ lines: some Collection<Range<Int>>, _ read: ([Range<Int>]) throws -> Int
  ) throws -> Double {
    let lines = Array(lines)
    let size = lines.reduce(0) { $0 + $1.count }
    let clock = ContinuousClock()
    var found = 0
    let time = try clock.measure { found = try read(lines) }
    precondition(found >= lines.count, "each finding has an Id")
    return Double(size) / (time / .seconds(1)) / 1e9
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private static func scan(_ bytes: [UInt8], _ lines: [Range<Int>]) throws -> Int {
    let shape = JSONShape(Finding.pointers)
    var fields = JSONFields()
    var found = 0
    for line in lines {
      try shape.read(bytes, line, into: &fields)
      for slot in Finding.pointers.indices where fields[slot] != nil { found += 1 }
    }
    return found
  }

  private static func decode(_ bytes: [UInt8], _ lines: [Range<Int>]) throws -> Int {
    let decoder = JSONDecoder()
    var found = 0
    for line in lines {
      if try decoder.decode(Finding.self, from: Data(bytes[line])).id != nil { found += 1 }
    }
    return found
  }
}
