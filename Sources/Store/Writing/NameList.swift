import JSONKit

/// Several names in one column: a JSON array of strings, which SQL takes apart with `json_each`.
enum NameList {
  static func json(_ names: [String]) -> String {
    var bytes: [UInt8] = [UInt8(ascii: "[")]
    for (index, name) in names.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      JSONValue.appendString(name, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
    return String(decoding: bytes, as: UTF8.self)
  }
}
