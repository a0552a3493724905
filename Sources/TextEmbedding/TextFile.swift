import Foundation

/// A text file of the target's folder.
struct TextFile: Hashable {
  /// Where the file lies, as it should stand in error messages.
  var location: String
  /// The path below the target's folder, with `/`: `metrics/violations_open.sql`.
  var path: String
  var text: String

  init(location: String? = nil, path: String, text: String) {
    self.location = location ?? path
    self.path = path
    self.text = text
  }

  init(reading location: String, below root: String) throws(SourceError) {
    let folder = root.hasSuffix("/") ? root : root + "/"
    guard location.hasPrefix(folder) else {
      throw SourceError(location, "this file does not lie in \(root)")
    }
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: location))
    } catch {
      throw SourceError(location, "cannot read: \(error.localizedDescription)")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw SourceError(
        location, "this file is not UTF-8", hint: "save it as UTF-8; binary files cannot be embedded")
    }
    self.init(location: location, path: String(location.dropFirst(folder.count)), text: text)
  }

  /// The names of the folders above the file.
  var folders: [String] { path.split(separator: "/").dropLast().map(String.init) }

  /// The name without folders and extension.
  var stem: String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return String(name) }
    return String(name[..<dot])
  }
}
