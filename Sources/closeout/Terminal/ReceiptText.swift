import Intake
import Markup
import Store

/// A receipt as a person reads it.
struct ReceiptText {
  let receipt: Receipt

  init(_ receipt: Receipt) {
    self.receipt = receipt
  }

  var text: String {
    let total = receipt.total
    var lines: [String] = []
    for file in receipt.files { lines += problems(of: file) }
    lines += brokenChains
    var table = Table()
    table.add("files", Quantities.count(receipt.files.count))
    table.add("bytes", Quantities.bytes(receipt.bytes))
    table.add("records read", Quantities.count(total.read))
    table.add(receipt.isDryRun ? "  readable" : "  new", Quantities.count(total.new))
    if !receipt.isDryRun { table.add("  already known", Quantities.count(total.duplicate)) }
    table.add("  rejected", Quantities.count(total.rejected))
    for (reason, count) in total.rejectedByReason.sorted(by: { $0.key < $1.key }) {
      table.add("    " + reason, Quantities.count(count))
    }
    if !receipt.chainBreaks.isEmpty {
      table.add("breaks of hash chains", Quantities.count(receipt.chainBreaks.count))
    }
    if total.conflicting > 0 { table.add("  of one ledger event", Quantities.count(total.conflicting)) }
    if !receipt.isDryRun { table.add("violations folded", Quantities.count(receipt.violationsFolded)) }
    table.add("seconds", String(Double(Int(receipt.seconds * 100)) / 100))
    lines.append(table.text)
    if total.rejected > 0, !receipt.isDryRun {
      lines.append("\nhint: `closeout rejected` lists every rejected record with its place and reason.")
    }
    return lines.joined(separator: "\n")
  }

  /// How many breaks of ledgers' chains are shown; the receipt has all of them (`--json`).
  private static let mostBreaks = 5

  private var brokenChains: [String] {
    let breaks = receipt.chainBreaks
    var lines = breaks.prefix(Self.mostBreaks).map { found in
      let place = found.sequence.map { ", entry \($0)" } ?? ""
      return
        "\(terminalSafe(found.file)):\(found.line): the hash chain of \(terminalSafe(found.ledger)) breaks"
        + "\(place): \(found.kind.explanation)"
    }
    if breaks.count > Self.mostBreaks {
      lines.append("… and \(Quantities.count(breaks.count - Self.mostBreaks)) more breaks")
    }
    return lines
  }

  private func problems(of file: FileReceipt) -> [String] {
    let name = terminalSafe(file.name)
    var lines: [String] = []
    if let problem = file.problem {
      lines.append("\(name): \(terminalSafe(problem))")
      if let hint = file.hint { lines.append("  hint: \(terminalSafe(hint))") }
    }
    for example in file.examples {
      let place = example.path.map { " at \(terminalSafe($0))" } ?? ""
      lines.append("\(name):\(example.line)\(place): \(example.reason): \(terminalSafe(example.explanation))")
      if let hint = example.hint { lines.append("  hint: \(terminalSafe(hint))") }
    }
    if file.counts.rejected > file.examples.count, !file.examples.isEmpty {
      lines.append("\(name): … and \(Quantities.count(file.counts.rejected - file.examples.count)) more")
    }
    if let end = file.heldBack, end.bytes > 0 {
      lines.append(
        "\(name):\(end.line): the last \(Quantities.bytes(end.bytes)) are no whole record yet; "
          + "ingest the file again when it is complete")
    }
    return lines
  }
}
