import Foundation

/// The JSON arrays of names that columns such as `resources` hold.
enum NameArray {
  static func names(_ json: String) -> [String] {
    (try? JSONDecoder().decode([String].self, from: Data(json.utf8))) ?? []
  }
}
