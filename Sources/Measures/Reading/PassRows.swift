public import Store

/// Some rows of a pass, with the columns that were asked for beside the measures.
public struct PassRows {
  let named: [String: Int]
  @usableFromInline let registers: Registers
  public let texts: TextNumbers

  @inlinable public var count: Int { registers.count }

  /// Where a column is found; nil where none has that name.
  public func place(of name: String) -> Int? { named[name].map { $0 * Registers.rows } }

  /// The word of a row in the column at a place.
  @inlinable
  public func word(_ place: Int, _ row: Int) -> Int64 { registers.words[place + row] }
}
