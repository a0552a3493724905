import Queries
public import Store

/// Finds findings by what people call them.
public enum FindingLookup {
  /// The findings of an Id, of one product or of any, by product.
  public static func findings(
    id: String, product: String? = nil, in snapshot: borrowing Snapshot
  ) throws(StoreError) -> [(findingID: Int64, productArn: String)] {
    try snapshot.rows(
      Queries.Evidence.findingsByUid,
      ["uid": .text(id), "uid_hash": .int(SubjectHash.finding(id: id)), "product": SQLValue(product)]
    ).compactMap { row in
      guard let finding = row.int("id"), let product = row.text("arn") else { return nil }
      return (finding, product)
    }
  }

  /// The one finding of an Id.
  ///
  /// - Throws: `unknownFinding`, or `ambiguousFinding` when several products use the Id.
  public static func finding(
    id: String, product: String? = nil, in snapshot: borrowing Snapshot
  ) throws -> Int64 {
    let found = try findings(id: id, product: product, in: snapshot)
    guard let first = found.first else {
      throw EvidenceError(
        .unknownFinding, "no finding has this Id", hint: "closeout findings lists them")
    }
    guard found.count == 1 else {
      throw EvidenceError(
        .ambiguousFinding, "\(found.count) products use this Id",
        hint: "name the product: " + found.map(\.productArn).joined(separator: ", "))
    }
    return first.findingID
  }

  /// All findings that were seen up to as-of, in the order of their names.
  public static func all(in snapshot: borrowing Snapshot) throws(StoreError) -> [Int64] {
    try snapshot.rows(Queries.Evidence.allFindings).compactMap { $0.int("id") }
  }

  /// The findings that show a violation of a control, in the order of their names.
  public static func findings(ofControl control: String, in snapshot: borrowing Snapshot) throws(StoreError)
    -> [Int64]
  {
    try snapshot.rows(Queries.Evidence.findingsByControl, ["control": .text(control)]).compactMap {
      $0.int("id")
    }
  }
}
