/// One step of working columns out: from the registers of its operands to its own, a word for each row.
struct Instruction: Hashable {
  enum Operation: Hashable {
    /// A column of the query; the operand is its number.
    case column
    /// The same word in every row; the operand is its number among the constants.
    case constant
    case equal, less, lessOrEqual, same
    case and, or, not
    case sum, difference, product
    case choice
  }

  var operation: Operation
  var first = 0
  var second = 0
  var third = 0
}
