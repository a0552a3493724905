import JSONKit

/// Several names in one column: a JSON array of strings, which SQL takes apart with `json_each`.
enum NameList {
  static func json(_ names: [String]) -> String {
    guard !names.isEmpty else { return "[]" }
    return JSONValue.array(names.map(JSONValue.string)).text()
  }
}
