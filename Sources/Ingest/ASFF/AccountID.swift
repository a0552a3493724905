import JSONKit

/// AWS account ids, which are text of twelve digits and are often written otherwise.
enum AccountID {
  /// The id that a JSON number stands for, leading zeros given back; nil for a number that can be none.
  ///
  /// Ids written as text are kept as they are, masked and short ones too: what is missing in them is not
  /// known.
  static func text(number slice: JSONSlice, in bytes: [UInt8]) -> String? {
    guard slice.kind == .number, let value = slice.double(in: bytes), value >= 0, value < 1e12,
      value == value.rounded()
    else { return nil }
    let digits = String(Int64(value))
    return String(repeating: "0", count: 12 - digits.count) + digits
  }
}
