import Store

/// Expressions as instructions, what several of them ask for only once.
struct Program {
  /// What columns are worked out from; all others are read.
  private let definitions: [String: Expression]
  /// The number of an instruction is that of its register.
  private(set) var instructions: [Instruction] = []
  /// What the query is asked for, and the registers that it fills.
  private(set) var columns: [(sql: String, register: Int)] = []
  private(set) var constants: [Int64] = []
  private(set) var texts = TextNumbers()
  private var registers: [Instruction: Int] = [:]
  private var columnRegisters: [String: Int] = [:]

  init(_ definitions: [String: Expression] = [:]) {
    self.definitions = definitions
  }

  /// The register of an expression.
  mutating func register(of expression: Expression) -> Int {
    switch expression {
    case .null: return constant(Word.null)
    case .number(let value): return constant(Word.number(value))
    case .text(let text): return constant(texts.word(text))
    case .column(let sql): return column(sql)
    case .comparison(let comparison, let left, let right):
      return add(Self.operation(comparison), left, right)
    case .same(let left, let right):
      let (left, right) = (register(of: left), register(of: right))
      if let left = constant(in: left), let right = constant(in: right) {
        return constant(left == right ? 1 : 0)
      }
      return add(Instruction(operation: .same, first: left, second: right))
    case .and(let left, let right): return junction(.and, left, right, decidedBy: 0)
    case .or(let left, let right): return junction(.or, left, right, decidedBy: 1)
    case .not(let value): return add(Instruction(operation: .not, first: register(of: value)))
    case .arithmetic(let arithmetic, let left, let right):
      return add(Self.operation(arithmetic), left, right)
    case .choice(let condition, let result, let otherwise):
      let condition = register(of: condition)
      // What no row comes to is not asked for either.
      if let known = constant(in: condition) {
        return register(of: known != 0 && known != Word.null ? result : otherwise)
      }
      let result = register(of: result)
      return add(
        Instruction(operation: .choice, first: condition, second: result, third: register(of: otherwise)))
    }
  }

  /// AND, which 0 decides, or OR, which 1 does, whatever the other side is.
  private mutating func junction(
    _ operation: Instruction.Operation, _ left: Expression, _ right: Expression, decidedBy word: Int64
  ) -> Int {
    let first = register(of: left)
    if constant(in: first) == word { return first }
    let second = register(of: right)
    if constant(in: second) == word { return second }
    if constant(in: first) == 1 - word, constant(in: second) == 1 - word { return first }
    return add(Instruction(operation: operation, first: first, second: second))
  }

  /// The word that a register has in all rows.
  private func constant(in register: Int) -> Int64? {
    instructions[register].operation == .constant ? constants[instructions[register].first] : nil
  }

  private static func operation(_ comparison: Expression.Comparison) -> Instruction.Operation {
    switch comparison {
    case .equal: .equal
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    }
  }

  private static func operation(_ arithmetic: Expression.Arithmetic) -> Instruction.Operation {
    switch arithmetic {
    case .sum: .sum
    case .difference: .difference
    case .product: .product
    }
  }

  private mutating func column(_ sql: String) -> Int {
    if let known = columnRegisters[sql] { return known }
    if let definition = definitions[sql] { return register(of: definition) }
    let register = add(Instruction(operation: .column, first: columns.count))
    columns.append((sql, register))
    columnRegisters[sql] = register
    return register
  }

  private mutating func constant(_ word: Int64) -> Int {
    let number = constants.firstIndex(of: word) ?? constants.count
    if number == constants.count { constants.append(word) }
    return add(Instruction(operation: .constant, first: number))
  }

  private mutating func add(
    _ operation: Instruction.Operation, _ left: Expression, _ right: Expression
  ) -> Int {
    let left = register(of: left)
    return add(Instruction(operation: operation, first: left, second: register(of: right)))
  }

  private mutating func add(_ instruction: Instruction) -> Int {
    if let known = registers[instruction] { return known }
    registers[instruction] = instructions.count
    instructions.append(instruction)
    return instructions.count - 1
  }
}
