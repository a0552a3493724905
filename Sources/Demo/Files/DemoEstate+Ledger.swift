extension DemoEstate {
  /// The ledgers: one file a month for the central pipeline and the gate, one chain for payments.
  func forEachLedgerFile(_ body: (DemoFile) throws -> Void) rethrows {
    let monthly = lines.indices.filter { lines[$0].pipeline != .payments }
    for month in Self.runs(monthly, by: { CivilTime.month(lines[$0].at) }) {
      var bytes: [UInt8] = []
      for index in month {
        bytes += JSONTree.members(lines[index].members).bytes
        bytes.append(UInt8(ascii: "\n"))
      }
      let name = CivilTime.month(lines[month[0]].at)
      try body(DemoFile(name: "ledger/remediation-\(name).ndjson", bytes: bytes))
    }
    let chained = Self.chain(lines.filter { $0.pipeline == .payments })
    try body(DemoFile(name: "ledger/payments-chain.ndjson", bytes: chained))
  }

  /// Numbers each event and ties it to the one before: `hash` is over the bytes up to `,"hash"` plus `}`.
  static func chain(_ lines: [LedgerLine]) -> [UInt8] {
    var previous = String(repeating: "0", count: 64)
    var out: [UInt8] = []
    for (place, line) in lines.enumerated() {
      let members = line.members + [("sequence", .text(String(place + 1))), ("prevhash", .text(previous))]
      let bytes = JSONTree.members(members).bytes
      previous = SHA256.hex(bytes)
      out += bytes.dropLast()
      out += Array(",\"hash\":\"\(previous)\"}\n".utf8)
    }
    return out
  }
}
