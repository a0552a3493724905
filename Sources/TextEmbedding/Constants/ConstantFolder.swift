/// The text files of one folder and of the folders below it, with their Swift names.
struct ConstantFolder {
  struct Constant {
    var name: SwiftName
    var file: TextFile
  }

  private(set) var constants: [Constant] = []
  private(set) var folders: [SwiftName: ConstantFolder] = [:]
  /// Which file took a name, so that a second one is told about the first.
  private var takenBy: [SwiftName: String] = [:]

  /// - Throws: `SourceError` at the first file whose name or folder is no Swift name, or takes a name
  ///   that is taken.
  init(files: [TextFile]) throws(SourceError) {
    for file in files.sorted(by: { $0.path < $1.path }) { try insert(file, into: file.folders[...]) }
  }

  private init() {}

  private mutating func insert(_ file: TextFile, into path: ArraySlice<String>) throws(SourceError) {
    guard let folder = path.first else { return try insert(file) }
    guard let name = SwiftName.type(from: folder) else {
      throw SourceError(file.location, "the folder \"\(folder)\" is not a Swift name", hint: Self.naming)
    }
    try take(name, for: file, shown: "\(file.folders.dropLast(path.count - 1).joined(separator: "/"))/")
    try folders[name, default: ConstantFolder()].insert(file, into: path.dropFirst())
  }

  private mutating func insert(_ file: TextFile) throws(SourceError) {
    guard let name = SwiftName.constant(from: file.stem) else {
      throw SourceError(file.location, "\"\(file.stem)\" is not a Swift name", hint: Self.naming)
    }
    guard name.text != "all" else {
      throw SourceError(file.location, "\"all\" is the list of the folder's texts", hint: "rename the file")
    }
    try take(name, for: file, shown: file.path)
    constants.append(Constant(name: name, file: file))
  }

  private mutating func take(
    _ name: SwiftName, for file: TextFile, shown: String
  ) throws(SourceError) {
    if let other = takenBy[name], other != shown {
      throw SourceError(
        file.location, "\(shown) and \(other) would both be called \(name.text)",
        hint: "rename one of them")
    }
    takenBy[name] = shown
  }

  private static let naming =
    "use letters, digits, _ and -, and begin with a letter: v0001_first.sql rather than 0001_first.sql"
}

// MARK: - Swift

extension ConstantFolder {
  /// The whole generated file: an extension of `type` with the constants of all folders.
  func swift(extending type: String) -> String {
    "// Written by the build from the files of this target. Do not edit.\n\n"
      + "extension \(type) {\n" + members + "}\n"
  }

  private var members: String {
    let files = constants.sorted { $0.file.stem < $1.file.stem }
    let texts = files.map { constant in
      "/// The text of `\(constant.file.path)`.\n"
        + "public static let \(constant.name.text): String = \(RawLiteral(constant.file.text))\n"
    }
    let entries = files.map { constant in
      "EmbeddedText(name: \"\(constant.file.stem)\", path: \"\(constant.file.path)\", "
        + "text: \(constant.name.text)),\n"
    }
    let all =
      "/// The texts of this folder, without those of folders below it, sorted by name.\n"
      + "public static let all: [EmbeddedText] = [\n" + entries.joined() + "]\n"
    let enums = folders.sorted { $0.key < $1.key }.map { name, folder in
      "public enum \(name.text) {\n" + folder.members + "}\n"
    }
    return (texts + [all] + enums).joined()
  }
}
