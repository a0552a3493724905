import Foundation
import PackagePlugin

/// Turns the text files of a target's folder into Swift: constants from SQL and CSS,
/// functions from HTML templates.
///
/// The plugin belongs on the target whose `path:` is the folder itself (`queries`, `reports`): only
/// then does SwiftPM look at the folder again before each build and see added and deleted files.
@main
struct EmbedText: BuildToolPlugin {
  static let embedded: Set = ["sql", "css", "xsd", "svg", "txt", "md"]
  static let templates: Set = ["html"]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let module = target.sourceModule else { return [] }
    let tool = try context.tool(named: "embed-text").url
    let output = context.pluginWorkDirectoryURL
    let files = module.sourceFiles.map(\.url).sorted { $0.path < $1.path }
    let texts = files.filter { Self.embedded.contains($0.pathExtension) }
    let templates = files.filter { Self.templates.contains($0.pathExtension) }
    let common = ["--root", target.directoryURL.path, "--type", target.name]

    let constants = output.appending(path: "\(target.name)+Texts.swift")
    let constantsCommand = Command.buildCommand(
      displayName: "Embedding \(texts.count) texts into \(target.name)",
      executable: tool,
      arguments: ["constants"] + common + ["--output", constants.path] + texts.map(\.path),
      inputFiles: texts, outputFiles: [constants])

    let templateCommands = templates.map { template in
      let name = Self.flatName(of: template, in: target.directoryURL)
      let swift = output.appending(path: "\(target.name)+\(name).swift")
      return Command.buildCommand(
        displayName: "Compiling template \(template.lastPathComponent)",
        executable: tool,
        arguments: ["template"] + common + ["--output", swift.path, template.path],
        inputFiles: [template] + texts, outputFiles: [swift])
    }
    return (texts.isEmpty ? [] : [constantsCommand]) + templateCommands
  }

  /// The file's path below the target with `/` written as `+`, because Swift wants the file names of
  /// a module to differ.
  static func flatName(of file: URL, in folder: URL) -> String {
    file.deletingPathExtension().pathComponents
      .dropFirst(folder.pathComponents.count)
      .joined(separator: "+")
  }
}
