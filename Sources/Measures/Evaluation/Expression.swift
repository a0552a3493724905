/// What a column of a measure is worked out from: the part of SQL's expressions that the files of measures use,
/// with SQL's logic of three values.
indirect enum Expression: Hashable, Sendable {
  case null
  case number(Int64)
  case text(String)
  /// A column of the subject, or a whole expression that only SQLite understands.
  case column(String)
  case comparison(Comparison, Expression, Expression)
  /// `IS`: the only one that never gives NULL.
  case same(Expression, Expression)
  case and(Expression, Expression)
  case or(Expression, Expression)
  case not(Expression)
  case arithmetic(Arithmetic, Expression, Expression)
  /// The second where the first is true, else the third.
  case choice(Expression, Expression, Expression)

  enum Comparison: Hashable, Sendable {
    case equal, less, lessOrEqual
  }

  enum Arithmetic: Hashable, Sendable {
    case sum, difference, product
  }
}
