extension DemoEstate {
  /// The hub's findings in the four containers in which the accounts' exports arrive.
  func forEachSecurityHubFile(_ body: (DemoFile) throws -> Void) rethrows {
    let indices = Array(deliveries.indices)
    try forEachFirehoseFile(indices.filter { deliveries[$0].account.channel == .firehose }, body)
    try forEachSnapshotFile(indices.filter { deliveries[$0].account.channel == .snapshots }, body)
    try forEachPagesFile(indices.filter { deliveries[$0].account.channel == .pages }, body)
    var backfill: [UInt8] = []
    let (identityless, unreadable) = (oddities.malformed[0], oddities.malformed[1])
    for line in oddities.backfilled + [identityless, oddities.spoofed, unreadable, oddities.sample] {
      backfill += line
      backfill.append(UInt8(ascii: "\n"))
    }
    try body(DemoFile(name: "securityhub/snapshots/backfill.ndjson", bytes: backfill))
    let records = JSONTree.members([("Records", .list(history.map(\.tree)))])
    try body(DemoFile(name: "securityhub/finding-history.json", bytes: records.bytes))
  }

  /// Firehose files: EventBridge events one after the other without a break, a gzip for each week.
  private func forEachFirehoseFile(_ indices: [Int], _ body: (DemoFile) throws -> Void) rethrows {
    var random = SplitMix64(seed: plan.seed, stream: .max / 4)
    for week in Self.runs(indices, by: { CivilTime.monday(deliveries[$0].at) }) {
      var events: [[UInt8]] = []
      for index in week {
        let event = envelope(of: deliveries[index], id: random.uuid())
        events.append(event)
        if oddities.repeatedEvents.contains(index) { events.append(event) }
      }
      // Every fourth file has two members: a second delivery stream wrote to the same object.
      let day = CivilTime.dayText(CivilTime.monday(deliveries[week[0]].at))
      let isSplit = day.utf8.reduce(0) { $0 + Int($1) } % 4 == 0
      let cut = isSplit ? events.count / 2 : events.count
      var bytes = Gzip.member(Array(events[..<cut].joined()))
      if isSplit { bytes += Gzip.member(Array(events[cut...].joined())) }
      let folder = day.prefix(7).map { $0 == "-" ? "/" : String($0) }.joined()
      try body(DemoFile(name: "securityhub/firehose/\(folder)/findings-\(day).gz", bytes: bytes))
    }
  }

  private func envelope(of delivery: Delivery, id: String) -> [UInt8] {
    let delivered = (delivery.at / 1000 + 1) * 1000
    let head: JSONTree = [
      "version": "0", "id": .text(id), "detail-type": "Security Hub Findings - Imported",
      "source": "aws.securityhub", "account": .text(delivery.account.id),
      "time": .text(CivilTime.text(delivered, .seconds)), "region": .text(delivery.region),
      "resources": [.text(delivery.productArn + "/" + delivery.findingID)],
    ]
    return head.bytes.dropLast() + Array(",\"detail\":{\"findings\":[".utf8) + delivery.bytes
      + Array("]}}".utf8)
  }

  /// Bare findings, one a line, a file for each month; the last is cut off in the middle of a line.
  private func forEachSnapshotFile(_ indices: [Int], _ body: (DemoFile) throws -> Void) rethrows {
    let months = Self.runs(indices) { CivilTime.month(deliveries[$0].at) }
    for (place, month) in months.enumerated() {
      var bytes: [UInt8] = []
      for index in month {
        bytes += deliveries[index].bytes
        bytes.append(UInt8(ascii: "\n"))
      }
      if place == months.count - 1 { bytes += oddities.truncated }
      let name = CivilTime.month(deliveries[month[0]].at)
      try body(DemoFile(name: "securityhub/snapshots/\(name).ndjson", bytes: bytes))
    }
  }

  /// GetFindings pages, polled through the month: documents of up to a hundred findings in one file.
  private func forEachPagesFile(_ indices: [Int], _ body: (DemoFile) throws -> Void) rethrows {
    var random = SplitMix64(seed: plan.seed, stream: .max / 5)
    for month in Self.runs(indices, by: { CivilTime.month(deliveries[$0].at) }) {
      var pages: [[Int]] = [[]]
      var seen: Set<String> = []
      for index in month {
        let id = deliveries[index].findingID
        if pages[pages.count - 1].count == 100 || seen.contains(id) {
          pages.append([])
          seen = []
        }
        pages[pages.count - 1].append(index)
        seen.insert(id)
      }
      var bytes: [UInt8] = []
      for (place, page) in pages.enumerated() {
        bytes += Array("{\"Findings\":[".utf8)
        bytes += page.map { deliveries[$0].bytes }.joined(separator: Array(",".utf8))
        let hasMore = place < pages.count - 1
        bytes += Array((hasMore ? "],\"NextToken\":\"\(random.hex(48))\"}\n" : "]}\n").utf8)
      }
      let name = CivilTime.month(deliveries[month[0]].at)
      try body(DemoFile(name: "securityhub/get-findings/\(name).json", bytes: bytes))
    }
  }

  /// Splits ordered items where their key changes.
  static func runs<Key: Equatable>(_ indices: [Int], by key: (Int) -> Key) -> [[Int]] {
    var runs: [[Int]] = []
    var last: Key?
    for index in indices {
      let next = key(index)
      if next == last { runs[runs.count - 1].append(index) } else { runs.append([index]) }
      last = next
    }
    return runs
  }
}
