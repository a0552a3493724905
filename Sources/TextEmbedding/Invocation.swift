import Foundation

/// One call of the tool.
package struct Invocation {
  enum Task: String {
    case constants, template
  }

  var task: Task
  /// The folder of the target.
  var root: String
  /// The type that the generated code extends.
  var type: String
  /// The Swift file to write.
  var output: String
  var inputs: [String]

  package init(arguments: [String]) throws(SourceError) {
    let usage = "usage: embed-text constants|template --root FOLDER --type NAME --output FILE INPUT…"
    guard let word = arguments.first, let task = Task(rawValue: word) else {
      throw SourceError("embed-text", usage)
    }
    var options: [String: String] = [:]
    var rest = arguments.dropFirst()
    while let option = rest.first, option.hasPrefix("--"), rest.count >= 2 {
      options[option] = rest[rest.startIndex + 1]
      rest = rest.dropFirst(2)
    }
    guard let root = options["--root"], let type = options["--type"], let output = options["--output"]
    else { throw SourceError("embed-text", usage) }
    self.task = task
    self.root = root
    self.type = type
    self.output = output
    self.inputs = Array(rest)
  }

  package func run() throws(SourceError) {
    let generated: String
    switch task {
    case .constants:
      var files: [TextFile] = []
      for input in inputs { files.append(try TextFile(reading: input, below: root)) }
      generated = try ConstantFolder(files: files).swift(extending: type)
    case .template:
      guard let input = inputs.first, inputs.count == 1 else {
        throw SourceError("embed-text", "one call compiles one template")
      }
      let folder = root
      let template = try Template(TextFile(reading: input, below: root))
      var compiler = TemplateCompiler(template) { path in
        try? TextFile(reading: "\(folder)/\(path)", below: folder).text
      }
      generated = try compiler.swift(extending: type)
    }
    do {
      try Data(generated.utf8).write(to: URL(filePath: output))
    } catch {
      throw SourceError(output, "cannot write: \(error.localizedDescription)")
    }
  }
}
