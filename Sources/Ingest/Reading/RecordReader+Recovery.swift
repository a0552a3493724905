import JSONKit

extension RecordReader {
  /// How often a broken text is cut up into what may be whole inside it.
  private static let mostCuts = 4

  /// A text that is not one JSON value: several on a line, an array with a broken element, or broken itself.
  mutating func recover(from error: JSONError, _ item: Item, into batch: inout RecordBatch) {
    if item.cuts < Self.mostCuts {
      let parts = Self.parts(of: item.range, in: batch.bytes)
      if parts != [item.range.trimmed(in: batch.bytes)] {
        for part in parts {
          var next = item
          next.range = part
          next.cuts += 1
          read(next, into: &batch)
        }
        return
      }
    }
    guard let tail = wholeTail(of: item.range, in: batch.bytes) else {
      return reject(item.range, item.origin, &batch, Self.rejection(error, item.range, in: batch.bytes))
    }
    for part in [(item.range.lowerBound..<tail.lowerBound).trimmed(in: batch.bytes), tail] {
      var next = item
      next.range = part
      read(next, into: &batch)
    }
  }

  /// The last lines of the range, if they are one value that begins on a line of its own: what stands before
  /// was broken off behind a comma, a colon or a bracket.
  private func wholeTail(of range: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
    var start = range.lowerBound
    var fields = JSONFields()
    while let feed = bytes.firstIndex(of: 0x0A, in: start..<range.upperBound) {
      start = feed + 1
      guard start < range.upperBound, bytes[start] == UInt8(ascii: "{") else { continue }
      if (try? Self.whole.read(bytes, start..<range.upperBound, into: &fields)) != nil {
        return start..<range.upperBound
      }
    }
    return nil
  }

  /// A shape that takes nothing: reading it only checks the text.
  private static let whole = JSONShape([""], depthLimit: RecordLimits.depth)

  /// The values in the range as the cutter sees them, looking into lines; what is left over is the last part.
  private static func parts(of range: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    var cutter = PieceCutter(takesLines: false)
    var position = range.lowerBound
    var parts: [Range<Int>] = []
    while case .piece(let part, _) = cutter.next(bytes, &position, to: range.upperBound, isFinal: true) {
      parts.append(part)
    }
    let rest = (position..<range.upperBound).trimmed(in: bytes)
    if !rest.isEmpty || parts.isEmpty { parts.append(parts.isEmpty && rest.isEmpty ? range : rest) }
    return parts
  }

  private static func rejection(_ error: JSONError, _ range: Range<Int>, in bytes: [UInt8]) -> Rejection {
    let reason: RejectReason =
      switch error.code {
      case .invalidUTF8: .encoding
      case .tooDeep: .tooDeep
      case .duplicateMember: .duplicateKey
      default: .malformedJSON
      }
    let offset = min(max(error.offset, range.lowerBound), range.upperBound)
    let place = offset - range.lowerBound
    let found =
      offset < range.upperBound
      ? SafeText.shown(String(decoding: bytes[(offset..<range.upperBound).prefix(16)], as: UTF8.self))
      : "the end"
    return Rejection(
      reason: reason, path: error.pointer.description,
      explanation: "\(error.expected), found \(found) at byte \(place) of the record",
      hint: hint(reason, bytes[(max(offset - 1, range.lowerBound)..<range.upperBound).prefix(4)]))
  }

  private static func hint(_ reason: RejectReason, _ found: ArraySlice<UInt8>) -> String? {
    switch reason {
    case .encoding: return "write the file as UTF-8"
    case .tooDeep: return "at most \(RecordLimits.depth) nested arrays and objects are read"
    default: break
    }
    let text = String(decoding: found, as: UTF8.self)
    if text.contains("\u{201C}") || text.contains("\u{201D}") || text.contains("\u{2019}") {
      return "typographic quotes were pasted from a document; use straight ones"
    }
    return nil
  }
}
