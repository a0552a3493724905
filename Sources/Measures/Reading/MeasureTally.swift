import Store

/// Adds cases up while they are read: how many there are of each kind in each cell, and the single amounts where
/// they are asked for. As large as the kinds and cells there are, not as the cases.
struct MeasureTally {
  /// The cases of one measure, cell, kind and standing.
  private struct Slot {
    let standing: Standing
    /// Where its kind stands among ``texts``; nil where it has none.
    let kind: Range<Int>?
    /// The next slot of the same measure and cell.
    let next: Int?
    var count = 0
    var total: Int64 = 0
  }

  private let names: [MeasureName]
  private let keepsAmounts: [Bool]
  private var columns: [CaseColumn] = []
  private var slots: [Slot] = []
  private var texts: [UInt8] = []
  private var cells: [String?] = []
  private var cellNumbers: [String?: Int] = [:]
  /// That of the row before: often the next one's too.
  private var lastCell: (name: String?, number: Int)?
  /// The first slot of each measure, cell after cell.
  private var first: [Int?] = []
  /// The amounts of each measure, cell after cell.
  private var amounts: [[MeasureAmount]] = []

  /// - Parameter kept: the measures whose single amounts are asked for.
  init(_ names: [MeasureName], keepingAmountsOf kept: Set<MeasureName>) {
    self.names = names
    keepsAmounts = names.map(kept.contains)
  }

  /// Adds the cases of a row of a pass, whose first column is the cell.
  mutating func add(_ row: borrowing CurrentRow) {
    if columns.isEmpty { columns = CaseColumn.all(in: row, names) }
    let cell = cell(row.text(0))
    for column in columns {
      guard let standing = row.standing(column.standing) else { continue }
      row.withText(column.kind) { kind in
        add(column.measure, in: cell, standing, kind: kind, amount: row.int(column.amount))
      }
    }
  }

  /// The number of a cell.
  private mutating func cell(_ name: String?) -> Int {
    if let lastCell, lastCell.name == name { return lastCell.number }
    let number = cellNumbers[name] ?? cells.count
    if number == cells.count {
      cellNumbers[name] = number
      cells.append(name)
      first += names.map { _ in nil }
      amounts += names.map { _ in [] }
    }
    lastCell = (name, number)
    return number
  }

  /// Adds a case of the measure with a number in a cell with a number.
  private mutating func add(
    _ measure: Int, in cell: Int, _ standing: Standing, kind: UnsafeRawBufferPointer?, amount: Int64?
  ) {
    let place = cell * names.count + measure
    var current = first[place]
    while let index = current {
      if slots[index].standing == standing, isKind(slots[index].kind, kind) { break }
      current = slots[index].next
    }
    let index = current ?? slots.count
    if current == nil {
      slots.append(Slot(standing: standing, kind: kind.map { keep($0) }, next: first[place]))
      first[place] = index
    }
    slots[index].count += 1
    guard let amount else { return }
    slots[index].total += amount
    if keepsAmounts[measure], standing.contains(.denominator) {
      amounts[place].append(MeasureAmount(amount, isNumerator: standing.contains(.numerator)))
    }
  }

  private mutating func keep(_ text: UnsafeRawBufferPointer) -> Range<Int> {
    texts += text
    return texts.count - text.count..<texts.count
  }

  private func isKind(_ known: Range<Int>?, _ text: UnsafeRawBufferPointer?) -> Bool {
    guard let known, let text else { return known == nil && text == nil }
    guard known.count == text.count else { return false }
    return texts.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[known]).elementsEqual(text) }
  }

  /// What was counted, by cell; cells without a case are not listed.
  var readings: [String?: MeasureReading] {
    var readings: [String?: MeasureReading] = [:]
    for (number, cell) in cells.enumerated() {
      var reading = MeasureReading()
      for (measure, name) in names.enumerated() {
        let place = number * names.count + measure
        let parts = parts(from: first[place])
        guard !parts.isEmpty else { continue }
        reading.counts[name] = MeasureCount(addingUp: parts)
        if keepsAmounts[measure] { reading.amounts[name] = amounts[place].sorted() }
      }
      if !reading.counts.isEmpty { readings[cell] = reading }
    }
    return readings
  }

  private func parts(from first: Int?) -> [MeasureCount.Part] {
    var parts: [MeasureCount.Part] = []
    var current = first
    while let index = current {
      let slot = slots[index]
      parts.append(
        MeasureCount.Part(
          kind: slot.kind.map { String(decoding: texts[$0], as: UTF8.self) },
          isNumerator: slot.standing.contains(.numerator),
          isDenominator: slot.standing.contains(.denominator), count: slot.count, total: slot.total))
      current = slot.next
    }
    return parts
  }
}
