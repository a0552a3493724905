import Remediation
import Store

/// Adds cases up while they are read: how many there are of each kind in each cell, and the single amounts where
/// they are asked for. As large as the kinds and cells there are, not as the cases.
struct MeasureTally {
  /// The cases of one measure, cell, kind and standing.
  private struct Slot {
    let standing: Standing
    /// The word of its kind.
    let kind: Int64
    /// The next slot of the same measure and cell.
    let next: Int?
    var count = 0
    var total: Int64 = 0
  }

  private let names: [MeasureName]
  private let keepsAmounts: [Bool]
  private var slots: [Slot] = []
  /// The words of the cells' names.
  private var cells: [Int64] = []
  private var cellNumbers: [Int64: Int] = [:]
  /// The first slot of each measure, cell after cell.
  private var first: [Int?] = []
  /// The amounts of each measure, cell after cell.
  private var amounts: [[MeasureAmount]] = []

  /// - Parameter kept: the measures whose single amounts are asked for.
  init(_ names: [MeasureName], keepingAmountsOf kept: Set<MeasureName>) {
    self.names = names
    keepsAmounts = names.map(kept.contains)
  }

  /// Adds the cases of some rows of a pass.
  mutating func add(_ registers: Registers, _ program: PassProgram) {
    let count = registers.count
    let numbers = (0..<count).map { row in
      cell(program.cell.map { registers.words[$0 * Registers.rows + row] } ?? Word.null)
    }
    registers.words.withUnsafeBufferPointer { words in
      for column in program.cases {
        let (standing, kind) = (column.standing * Registers.rows, column.kind * Registers.rows)
        let amount = column.amount * Registers.rows
        for row in 0..<count where words[standing + row] != Word.null {
          add(
            column.measure, in: numbers[row], Standing(rawValue: words[standing + row]),
            kind: words[kind + row], amount: words[amount + row])
        }
      }
    }
  }

  /// The number of a cell.
  private mutating func cell(_ name: Int64) -> Int {
    if let last = cells.last, last == name { return cells.count - 1 }
    if let known = cellNumbers[name] { return known }
    cellNumbers[name] = cells.count
    cells.append(name)
    first += names.map { _ in nil }
    amounts += names.map { _ in [] }
    return cells.count - 1
  }

  /// Adds a case of the measure with a number in a cell with a number.
  private mutating func add(
    _ measure: Int, in cell: Int, _ standing: Standing, kind: Int64, amount: Int64
  ) {
    let place = cell * names.count + measure
    var current = first[place]
    while let index = current {
      if slots[index].standing == standing, slots[index].kind == kind { break }
      current = slots[index].next
    }
    let index = current ?? slots.count
    if current == nil {
      slots.append(Slot(standing: standing, kind: kind, next: first[place]))
      first[place] = index
    }
    slots[index].count += 1
    guard amount != Word.null else { return }
    slots[index].total += amount
    if keepsAmounts[measure], standing.contains(.denominator) {
      amounts[place].append(MeasureAmount(amount, isNumerator: standing.contains(.numerator)))
    }
  }

  /// What was counted, by cell; cells without a case are not listed.
  ///
  /// - Parameter texts: what the words of the rows stand for.
  func readings(_ texts: TextNumbers) -> [ExactText?: MeasureReading] {
    var readings: [ExactText?: MeasureReading] = [:]
    for (number, cell) in cells.enumerated() {
      var reading = MeasureReading()
      for (measure, name) in names.enumerated() {
        let place = number * names.count + measure
        let parts = parts(from: first[place], texts)
        guard !parts.isEmpty else { continue }
        reading.counts[name] = MeasureCount(addingUp: parts)
        if keepsAmounts[measure] { reading.amounts[name] = amounts[place].sortedByDigits() }
      }
      if !reading.counts.isEmpty { readings[texts.text(cell).map(ExactText.init)] = reading }
    }
    return readings
  }

  private func parts(from first: Int?, _ texts: TextNumbers) -> [MeasureCount.Part] {
    var parts: [MeasureCount.Part] = []
    var current = first
    while let index = current {
      let slot = slots[index]
      parts.append(
        MeasureCount.Part(
          kind: texts.text(slot.kind),
          isNumerator: slot.standing.contains(.numerator),
          isDenominator: slot.standing.contains(.denominator), count: slot.count, total: slot.total))
      current = slot.next
    }
    return parts
  }
}
