import Compression
import Foundation

/// The files of a package, from a zip or a folder, by their paths below the top folder.
struct PackageFiles {
  private(set) var files: [String: [UInt8]] = [:]
  /// The top folder's name; nil for a folder on disk, which may be called anything.
  private(set) var folder: String?

  /// How much a package may hold.
  static let limits = ZipArchive.Limits(entries: 100_000, entrySize: 64 << 20, totalSize: 2 << 30)

  /// Reads a zip; one top folder, no empty folders.
  init(zip bytes: [UInt8]) throws(CheckFailure) {
    do {
      let archive = try ZipArchive(bytes, limits: Self.limits)
      for entry in archive.entries where !entry.isFolder {
        let parts = entry.name.split(separator: "/", maxSplits: 1)
        guard parts.count == 2 else {
          throw CheckFailure.failed("\(entry.name) stands outside of the top folder")
        }
        let top = String(parts[0])
        guard folder == nil || folder == top else {
          throw CheckFailure.failed("there is more than one top folder")
        }
        folder = top
        files[String(parts[1])] = try archive.contents(of: entry)
      }
    } catch let failure as CheckFailure {
      throw failure
    } catch {
      throw .failed("\(error)")
    }
    guard !files.isEmpty else { throw .failed("the zip is empty") }
  }

  /// Reads a folder; links and devices are refused.
  init(folder url: URL) throws(CheckFailure) {
    let manager = FileManager.default
    let root = url.standardizedFileURL.path
    guard let names = manager.enumerator(atPath: root) else {
      throw .notChecked("the folder cannot be read")
    }
    var total = 0
    for case let name as String in names {
      let path = root + "/" + name
      guard let type = (try? manager.attributesOfItem(atPath: path))?[.type] as? FileAttributeType else {
        throw .notChecked("\(name) cannot be read")
      }
      switch type {
      case .typeDirectory: continue
      case .typeRegular:
        guard let data = manager.contents(atPath: path) else { throw .notChecked("\(name) cannot be read") }
        total += data.count
        guard data.count <= Self.limits.entrySize, total <= Self.limits.totalSize else {
          throw .failed("\(name) is larger than a package may be")
        }
        files[name] = Array(data)
      default: throw .failed("\(name) is a link or a device")
      }
    }
    guard !files.isEmpty else { throw .failed("the folder is empty") }
  }

  subscript(path: String) -> [UInt8]? { files[path] }

  func text(_ path: String) -> String? {
    files[path].flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// The paths that begin with a prefix, sorted.
  func paths(below prefix: String) -> [String] {
    files.keys.filter { $0.hasPrefix(prefix) }.sorted()
  }
}
