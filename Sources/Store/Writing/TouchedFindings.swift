import TransparencyLog

/// What a transaction brought, by finding: the records that its heads name.
struct TouchedFindings {
  /// In the order in which the transaction first touched them, so that the log is reproducible.
  private(set) var findings: [(finding: Int64, digest: Hash256)] = []
  /// By a finding's number: its place among the touched, from 1; 0 when it is none of them.
  private var places: [Int32] = []
  /// Each record with the place of its finding.
  private var records: [(place: Int32, leaf: LeafHash)] = []

  mutating func add(_ leaf: LeafHash, finding: Int64, digest: Hash256) {
    let number = Int(finding)
    if number >= places.count {
      places.append(contentsOf: repeatElement(0, count: max(number + 1, 2 * places.count) - places.count))
    }
    if places[number] == 0 {
      findings.append((finding, digest))
      places[number] = Int32(findings.count)
    }
    records.append((places[number] - 1, leaf))
  }

  mutating func removeAll() {
    for (finding, _) in findings { places[Int(finding)] = 0 }
    findings.removeAll(keepingCapacity: true)
    records.removeAll(keepingCapacity: true)
  }

  /// The leaves by finding, in each in their order, and where each finding's begin and, behind the last, end.
  func leavesByFinding() -> (leaves: [LeafHash], starts: [Int]) {
    guard let first = records.first else { return ([], [0]) }
    var starts = [Int](repeating: 0, count: findings.count + 1)
    for record in records { starts[Int(record.place) + 1] += 1 }
    for place in findings.indices { starts[place + 1] += starts[place] }
    var next = starts
    var leaves = [LeafHash](repeating: first.leaf, count: records.count)
    for record in records {
      leaves[next[Int(record.place)]] = record.leaf
      next[Int(record.place)] += 1
    }
    return (leaves, starts)
  }
}
