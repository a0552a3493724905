import Queries
public import Store
public import TransparencyLog

/// Finds records by their leaves.
public enum RecordLookup {
  /// Where in the log the record with a leaf stands; nil when there is none.
  public static func position(of leaf: LeafHash, in snapshot: borrowing Snapshot) throws -> Int64? {
    try snapshot.rows(Queries.Evidence.recordByLeaf, ["leaf": .bytes(leaf.bytes)]).first?.int("position")
  }
}
