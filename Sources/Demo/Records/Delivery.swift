/// One snapshot of one finding on its way to a file of the estate.
struct Delivery: Sendable {
  /// When the hub had processed it: the order in which snapshots are written.
  let at: Int64
  let account: DemoAccount
  let region: String
  let findingID: String
  let productArn: String
  let bytes: [UInt8]
}

/// One record of a finding history: who changed which fields, and when.
struct HistoryRecord: Sendable {
  let at: Int64
  let findingID: String
  let productArn: String
  let isFirst: Bool
  let isPerson: Bool
  let identity: String
  let changes: [JSONTree]

  var tree: JSONTree {
    [
      "FindingIdentifier": ["Id": .text(findingID), "ProductArn": .text(productArn)],
      "UpdateTime": .text(CivilTime.text(at, .microsecondsWithOffset)),
      "FindingCreated": .flag(isFirst),
      "UpdateSource": [
        "Type": isPerson ? "BATCH_UPDATE_FINDINGS" : "BATCH_IMPORT_FINDINGS", "Identity": .text(identity),
      ],
      "Updates": .list(changes),
    ]
  }
}
