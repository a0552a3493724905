/// Finds the rows of CSV text (RFC 4180): fields in quotes may hold line feeds.
///
/// The first row holds the column names and is no piece.
struct RowCutter: Sendable {
  private(set) var columns: [String] = []
  private var hasHeader = false

  /// Moves `position` behind the next row; the last one needs no line feed.
  mutating func next(
    _ bytes: [UInt8], _ position: inout Int, to limit: Int, isFinal: Bool
  ) -> PieceCutter.Step {
    while true {
      while position < limit, bytes[position] == 0x0A || bytes[position] == 0x0D { position += 1 }
      guard position < limit else { return isFinal ? .finished : .needsMore }
      guard let end = Self.end(of: bytes, from: position, to: limit, isFinal: isFinal) else {
        guard limit - position > RecordLimits.recordBytes else { return isFinal ? .finished : .needsMore }
        // A quote was never closed: the line it stands on is given up.
        let feed = bytes.firstIndex(of: 0x0A, in: position..<limit) ?? limit
        let range = position..<min(feed, position + RecordLimits.shownBytes)
        position = feed
        return .piece(range, isOversized: true)
      }
      let range = position..<end
      position = end
      guard hasHeader else {
        hasHeader = true
        columns = CSVRow.fields(bytes, range)
        continue
      }
      return .piece(range, isOversized: false)
    }
  }

  private static func end(of bytes: [UInt8], from start: Int, to limit: Int, isFinal: Bool) -> Int? {
    var isQuoted = false
    var index = start
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case 0x0A where !isQuoted, 0x0D where !isQuoted: return index
      default: break
      }
      index += 1
    }
    return isFinal && !isQuoted ? limit : nil
  }
}

/// One row of CSV text.
enum CSVRow {
  /// The fields, quotes undone.
  static func fields(_ bytes: [UInt8], _ range: Range<Int>) -> [String] {
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        let isDoubled =
          isQuoted && index + 1 < range.upperBound && bytes[index + 1] == UInt8(ascii: "\"")
        if isDoubled {
          field.append(byte)
          index += 1
        } else {
          isQuoted.toggle()
        }
      } else if byte == UInt8(ascii: ","), !isQuoted {
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
      } else {
        field.append(byte)
      }
      index += 1
    }
    fields.append(String(decoding: field, as: UTF8.self))
    return fields
  }
}
