import JSONKit
import Remediation

/// Reads batches into records: the stage of ingest that runs in parallel.
///
/// Make one for each worker and use it again and again: it keeps scratch memory, and nothing that a result
/// depends on. Every byte of a piece ends up in a record, in a rejected record, or is the envelope or the
/// empty container around them.
public struct RecordReader: Sendable {
  private var sources: [any SourceReader]
  /// The shapes of the sources in their order, then those of ``EnvelopeFields``.
  private let shapes: [JSONShape]
  private var fields: [JSONFields]
  /// The shape that fitted last, for each level of envelopes: tried first, never trusted.
  private var likely: [Int]
  private let mapped: MappedLedgerReader?

  /// - Parameter mapping: how to read records that are of no built-in kind.
  public init(mapping: LedgerMapping? = nil) {
    let builtIn: [any SourceReader] = [ASFFReader(), FindingHistoryReader(), CloudEventsReader()]
    mapped = mapping.map(MappedLedgerReader.init)
    sources = builtIn
    let envelope = JSONShape(Recognition.pointers + EnvelopeFields.pointers, depthLimit: RecordLimits.depth)
    shapes = builtIn.map(\.shape) + (mapped.map { [$0.shape] } ?? []) + [envelope]
    fields = shapes.map { _ in JSONFields() }
    likely = Array(repeating: 0, count: RecordLimits.envelopes + 1)
  }

  /// Reads all pieces of a batch, in their order.
  public mutating func read(_ raw: consuming RawBatch) -> RecordBatch {
    let pieces = raw.pieces
    let columns = raw.columns
    var batch = RecordBatch(raw)
    batch.records.reserveCapacity(pieces.count)
    for piece in pieces {
      let origin = Origin(piece)
      if piece.isOversized {
        reject(
          piece.range, origin, &batch,
          Rejection(
            reason: .tooLarge,
            explanation: "the record is larger than \(RecordLimits.recordBytes >> 20) MiB",
            hint: "split the document into records of their own"))
      } else if !columns.isEmpty {
        readRow(piece.range, columns, origin, &batch)
      } else {
        read(Item(range: piece.range, origin: origin), into: &batch)
      }
    }
    return batch
  }

  /// A JSON text to be read, and what stands around it.
  struct Item {
    var range: Range<Int>
    var origin: Origin
    var envelopeTime: Instant?
    /// How many envelopes are around it.
    var level = 0
    /// How often a broken text was cut up to arrive at it.
    var cuts = 0
  }

  // MARK: one document

  mutating func read(_ item: Item, into batch: inout RecordBatch) {
    let tried = likely[item.level]
    do throws(JSONError) {
      try shapes[tried].read(batch.bytes, item.range, into: &fields[tried])
    } catch {
      return recover(from: error, item, into: &batch)
    }
    dispatch(item, readWith: tried, into: &batch)
  }

  /// Reads the elements of an array, or the one object that stands in its place.
  mutating func each(_ list: JSONSlice, _ item: Item, into batch: inout RecordBatch) {
    guard item.level <= RecordLimits.envelopes else {
      return reject(item.range, item.origin, &batch, Self.tooManyEnvelopes)
    }
    var element = item
    guard list.kind == .array else {
      element.range = list.range
      return read(element, into: &batch)
    }
    var position = list.start + 1
    while true {
      while position < list.end - 1, batch.bytes[position].isSeparator { position += 1 }
      guard position < list.end - 1 else { return }
      let tried = likely[item.level]
      element.range = position..<list.end - 1
      do throws(JSONError) {
        // One pass that finds the element's end and its fields.
        position = try shapes[tried].readFirst(batch.bytes, element.range, into: &fields[tried])
      } catch {
        return recover(from: error, element, into: &batch)
      }
      element.range = element.range.lowerBound..<position
      dispatch(element, readWith: tried, into: &batch)
    }
  }

  /// Hands a document, read with one of the shapes, to what it turns out to be.
  private mutating func dispatch(_ item: Item, readWith tried: Int, into batch: inout RecordBatch) {
    var chosen = tried
    do throws(JSONError) {
      let wanted = try fitting(chosen, item, batch.bytes)
      if wanted != chosen {
        chosen = wanted
        likely[item.level] = wanted
      }
    } catch {
      recover(from: error, item, into: &batch)
      return
    }
    if let duplicate = fields[chosen].duplicate {
      reject(
        item.range, item.origin, &batch,
        Rejection(
          reason: .duplicateKey, path: duplicate.description,
          explanation: "expected each member once, found \(duplicate.description) twice",
          hint: "readers disagree on which of the two counts; write it once"))
      return
    }
    if chosen == sources.count, let list = mapped?.list(fields[chosen]) {
      var inner = item
      inner.level += 1
      each(list, inner, into: &batch)
    } else if chosen == shapes.count - 1 {
      open(fields[chosen], item, into: &batch)
    } else {
      take(chosen, item, into: &batch)
    }
  }

  /// The index of the shape that the document is read with; `fields` holds its values then.
  private mutating func fitting(_ tried: Int, _ item: Item, _ bytes: [UInt8]) throws(JSONError) -> Int {
    if tried < sources.count, sources[tried].recognises(fields[tried]) { return tried }
    if let known = sources.indices.first(where: { sources[$0].recognises(fields[tried]) }) {
      if known != tried { try shapes[known].read(bytes, item.range, into: &fields[known]) }
      return known
    }
    if let mapped {
      if tried != sources.count {
        try shapes[sources.count].read(bytes, item.range, into: &fields[sources.count])
      }
      let found = fields[sources.count]
      if mapped.matches(found) || mapped.list(found) != nil { return sources.count }
    }
    let envelope = shapes.count - 1
    if tried != envelope { try shapes[envelope].read(bytes, item.range, into: &fields[envelope]) }
    return envelope
  }

  /// Has a source read the document as a record.
  private mutating func take(_ index: Int, _ item: Item, into batch: inout RecordBatch) {
    let range = item.range.trimmed(in: batch.bytes)
    let view = RecordView(
      bytes: batch.bytes, range: range, fields: fields[index], envelopeTime: item.envelopeTime)
    let source = index < sources.count ? sources[index].source : .mapped
    do throws(Rejection) {
      let content: RecordContent
      if index < sources.count {
        content = try sources[index].read(view)
      } else if let mapped {
        content = try mapped.read(view)
      } else {
        return
      }
      accept(content, source, range, item, into: &batch)
    } catch {
      reject(range, item.origin, &batch, error)
    }
  }

  private mutating func readRow(
    _ range: Range<Int>, _ columns: [String], _ origin: Origin, _ batch: inout RecordBatch
  ) {
    do throws(Rejection) {
      guard let mapped else {
        throw Rejection(
          reason: .unsupportedSource, explanation: "CSV is read through a mapping only",
          hint: "closeout ingest --map MAPPING.yaml FILE")
      }
      let content = try mapped.read(row: CSVRow.fields(batch.bytes, range), columns: columns)
      accept(content, .mapped, range, Item(range: range, origin: origin), into: &batch)
    } catch {
      reject(range, origin, &batch, error)
    }
  }

  // MARK: results

  private func accept(
    _ content: consuming RecordContent, _ source: SourceKind, _ range: Range<Int>, _ item: Item,
    into batch: inout RecordBatch
  ) {
    let place = item.origin.place(of: range.lowerBound, in: batch.bytes)
    batch.records.append(
      IncomingRecord(
        range: range, content: content, source: source, envelopeTime: item.envelopeTime,
        line: place.line, offset: place.offset))
  }

  func reject(
    _ range: Range<Int>, _ origin: Origin, _ batch: inout RecordBatch, _ rejection: Rejection
  ) {
    let place = origin.place(of: range.lowerBound, in: batch.bytes)
    batch.rejected.append(
      RejectedRecord(
        range: range, line: place.line, offset: place.offset, path: rejection.path,
        reason: rejection.reason, explanation: rejection.explanation, hint: rejection.hint))
  }
}

/// Where the bytes of a piece come from in the input.
struct Origin {
  private let start: Int
  private let line: Int
  private let offset: Int
  /// Bytes that were carried as text have the place of the text.
  private let isText: Bool

  init(_ piece: Piece) {
    (start, line, offset, isText) = (piece.range.lowerBound, piece.line, piece.offset, false)
  }

  /// The origin of bytes unescaped from a text at that place.
  init(textAt place: (line: Int, offset: Int)) {
    (start, line, offset, isText) = (0, place.line, place.offset, true)
  }

  func place(of index: Int, in bytes: [UInt8]) -> (line: Int, offset: Int) {
    if isText || index <= start { return (line, offset) }
    return (line + bytes.lineFeeds(in: start..<index), offset + index - start)
  }
}

extension Range<Int> {
  /// The range without the blanks at its ends.
  func trimmed(in bytes: [UInt8]) -> Range<Int> {
    var lower = lowerBound
    while lower < upperBound, bytes[lower].isBlank { lower += 1 }
    let upper = bytes.lastNonBlank(in: lower..<upperBound).map { $0 + 1 } ?? lower
    return lower..<upper
  }

  func prefix(_ count: Int) -> Range<Int> {
    lowerBound..<Swift.min(lowerBound + count, upperBound)
  }
}
