import JSONKit

/// What the scanner says of a text: nil when it is accepted.
func verdict(_ bytes: [UInt8], _ range: Range<Int>? = nil, depthLimit: Int = 128) -> JSONError? {
  var fields = JSONFields()
  do throws(JSONError) {
    try JSONShape([], depthLimit: depthLimit).read(bytes, range ?? 0..<bytes.count, into: &fields)
    return nil
  } catch {
    return error
  }
}

func verdict(_ text: String) -> JSONError? { verdict(Array(text.utf8)) }
