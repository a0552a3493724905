import Queries
public import Store
public import TransparencyLog

/// Finds records by their leaves.
public enum RecordLookup {
  /// Where in the log the record with a leaf stands; nil when there is none.
  public static func position(of leaf: LeafHash, in snapshot: borrowing Snapshot) throws -> Int64? {
    var tree = try snapshot.log()
    let parameters: [String: SQLValue] = ["prefix": .int(Int64(bitPattern: leaf.prefix))]
    for row in try snapshot.rows(Queries.Evidence.recordsByPrefix, parameters) {
      if let position = row.int("position"), try tree.leaf(at: Int(position)) == leaf { return position }
    }
    return nil
  }
}
