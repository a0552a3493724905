import Foundation
import Queries

/// All the metrics of an exporter: its own, and those of a user's folder.
public struct MetricCatalogue: Sendable {
  /// The built-in ones sorted by file, then the user's.
  public let definitions: [MetricDefinition]

  /// - Throws: when two definitions would write series of the same name.
  public init(_ definitions: [MetricDefinition]) throws(MetricDefinitionError) {
    var takenBy: [String: String] = [:]
    for family in CollectionReport.families + ProcessStatistics.families {
      for name in family.names { takenBy[name] = "the exporter itself" }
    }
    for definition in definitions {
      // The family's own name is taken too: 0.0.4 knows nothing of the suffixes of an info.
      var names = definition.seriesNames + definition.retractedNames + [definition.family]
      if definition.isRetractable { names.append(definition.retractedFamily) }
      for name in Set(names).sorted() {
        if let other = takenBy[name] {
          throw MetricDefinitionError(
            .clash, file: definition.path, reason: "\(name) is already written by \(other)",
            hint: "rename the family")
        }
        takenBy[name] = definition.path
      }
    }
    var collectors: [String: String] = [:]
    for definition in definitions {
      if let other = collectors.updateValue(definition.path, forKey: definition.collector) {
        throw MetricDefinitionError(
          .clash, file: definition.path, reason: "\(other) has the same file name",
          hint: "rename the file: its name is the label collector")
      }
    }
    self.definitions = definitions
  }

  /// The families that the program brings.
  ///
  /// - Throws: never in a released program: a test reads them all.
  public static func builtIn() throws(MetricDefinitionError) -> MetricCatalogue {
    try MetricCatalogue(parsed(Queries.Metrics.all))
  }

  /// The built-in families and those of a user's folder: each file `*.sql` in it is one.
  public static func builtIn(andFolder folder: String) throws(MetricDefinitionError) -> MetricCatalogue {
    try MetricCatalogue(parsed(Queries.Metrics.all) + parsed(texts(in: folder)))
  }

  private static func parsed(_ texts: [EmbeddedText]) throws(MetricDefinitionError) -> [MetricDefinition] {
    var definitions: [MetricDefinition] = []
    for text in texts { definitions.append(try MetricDefinition(parsing: text.text, path: text.path)) }
    return definitions
  }

  private static func texts(in folder: String) throws(MetricDefinitionError) -> [EmbeddedText] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw MetricDefinitionError(
        .unreadable, file: folder, reason: "the folder of queries cannot be read",
        hint: "give --queries a folder with files *.sql")
    }
    var texts: [EmbeddedText] = []
    for name in names.filter({ $0.hasSuffix(".sql") && !$0.hasPrefix(".") }).sorted() {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      guard let data = FileManager.default.contents(atPath: path),
        let text = String(validating: data, as: UTF8.self)
      else {
        throw MetricDefinitionError(.unreadable, file: path, reason: "the file cannot be read as UTF-8")
      }
      texts.append(EmbeddedText(name: String(name.dropLast(4)), path: path, text: text))
    }
    return texts
  }
}
