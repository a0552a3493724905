import Store

/// The words of some rows, instruction after instruction: a program works on all rows of a block before it goes to the
/// next instruction.
@usableFromInline
struct Registers {
  /// Few enough rows that all registers stay in the processor's cache.
  static let rows = 256

  private let program: Program
  /// The words of each register, one after the other.
  @usableFromInline private(set) var words: [Int64]
  /// How many rows the block has.
  @usableFromInline private(set) var count = 0

  init(_ program: Program) {
    self.program = program
    words = [Int64](repeating: Word.null, count: program.instructions.count * Self.rows)
    for (register, instruction) in program.instructions.enumerated() where instruction.operation == .constant
    {
      let start = register * Self.rows
      for place in start..<start + Self.rows { words[place] = program.constants[instruction.first] }
    }
  }

  /// Reads the next rows and works out what is asked of them; false at the end.
  mutating func fill(from reader: inout BlockReader) throws -> Bool {
    count = try reader.read(Self.rows, into: &words, at: program.columns.map { $0.register * Self.rows })
    words.withUnsafeMutableBufferPointer { words in
      for (register, instruction) in program.instructions.enumerated() {
        Self.run(instruction, into: register, words, count)
      }
    }
    return count > 0
  }

  private static func run(
    _ instruction: Instruction, into register: Int, _ words: UnsafeMutableBufferPointer<Int64>, _ count: Int
  ) {
    let (first, second) = (instruction.first * rows, instruction.second * rows)
    let (third, target) = (instruction.third * rows, register * rows)

    @inline(__always) func each(_ result: (Int64) -> Int64) {
      for row in 0..<count { words[target + row] = result(words[first + row]) }
    }
    @inline(__always) func pairs(_ result: (Int64, Int64) -> Int64) {
      for row in 0..<count { words[target + row] = result(words[first + row], words[second + row]) }
    }
    /// NULL where either is: no word is less. Written so that no step waits for a guess of the one before.
    @inline(__always) func known(_ result: (Int64, Int64) -> Int64) {
      pairs { min($0, $1) == Word.null ? Word.null : result($0, $1) }
    }
    @inline(__always) func isTrue(_ word: Int64) -> Bool { (word != 0) != (word == Word.null) }

    switch instruction.operation {
    case .column, .constant: break
    case .equal: known { $0 == $1 ? 1 : 0 }
    case .less: known { $0 < $1 ? 1 : 0 }
    case .lessOrEqual: known { $0 <= $1 ? 1 : 0 }
    case .same: pairs { $0 == $1 ? 1 : 0 }
    case .and:
      pairs { left, right in
        let known: Int64 = min(left, right) == Word.null ? Word.null : 1
        return (left == 0 ? 1 : 0) | (right == 0 ? 1 : 0) == 1 ? 0 : known
      }
    case .or:
      pairs { left, right in
        let known: Int64 = min(left, right) == Word.null ? Word.null : 0
        return (isTrue(left) ? 1 : 0) | (isTrue(right) ? 1 : 0) == 1 ? 1 : known
      }
    case .not: each { $0 == Word.null ? Word.null : $0 == 0 ? 1 : 0 }
    case .sum: known { Word.number($0 &+ $1) }
    case .difference: known { Word.number($0 &- $1) }
    case .product: known { Word.number($0 &* $1) }
    case .choice:
      for row in 0..<count {
        let (yes, no) = (words[second + row], words[third + row])
        words[target + row] = isTrue(words[first + row]) ? yes : no
      }
    }
  }
}
