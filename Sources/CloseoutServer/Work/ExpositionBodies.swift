import Compression
import Exposition
import Synchronization

/// The bodies of one collection: the text of the store's families is written once for each format, however
/// often it is scraped.
///
/// The statistics of the process belong to the moment of the scrape; their families stand between those whose
/// names come before and after theirs.
final class ExpositionBodies: Sendable {
  /// The text of the families before and after those of the process.
  private struct Text {
    var before: [UInt8]
    var after: [UInt8]
  }

  private let families: [MetricFamily]
  private let texts = Mutex<[ExpositionFormat: Text]>([:])

  init(_ families: [MetricFamily]) {
    self.families = families
  }

  /// A whole body with the statistics of the process as they are now.
  func body(_ format: ExpositionFormat, gzip: Bool, with process: [MetricFamily]) throws -> [UInt8] {
    let text = text(format)
    let body = text.before + ExpositionWriter.text(process.sorted { $0.name < $1.name }, format) + text.after
    guard gzip else { return body }
    var deflater = try Deflater(level: 1)
    return deflater.gzip(body)
  }

  private func text(_ format: ExpositionFormat) -> Text {
    texts.withLock { texts in
      if let text = texts[format] { return text }
      let text = Text(
        before: ExpositionWriter.text(families.filter { $0.name < "process" }, format),
        after: ExpositionWriter.body(families.filter { $0.name >= "process" }, format))
      texts[format] = text
      return text
    }
  }
}
