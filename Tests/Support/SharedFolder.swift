public import Foundation

/// The samples and the generator that lie beside the checkout, and are no part of it.
public enum SharedFolder {
  /// `$CLOSEOUT_SHARED`, else the folder `shared` next to the checkout; nil where there is none.
  public static let url: URL? = {
    let named = ProcessInfo.processInfo.environment["CLOSEOUT_SHARED"].map { URL(filePath: $0) }
    let candidate = named ?? Repository.root.deletingLastPathComponent().appending(path: "shared")
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder)
    return exists && isFolder.boolValue ? candidate : nil
  }()

  /// A file or folder inside it, or nil where that is absent.
  public static func item(_ path: String) -> URL? {
    guard let item = url?.appending(path: path) else { return nil }
    return FileManager.default.fileExists(atPath: item.path) ? item : nil
  }
}
