public import TransparencyLog

/// What a check of a whole store found.
public struct StoreCheck: Sendable, Equatable {
  /// What was compared with what.
  public enum Area: String, Sendable, CaseIterable {
    /// Each record's bytes, hashed again, with its leaf in the log.
    case records
    /// What was read in each record's bytes with what its readers read in them now.
    case columns
    /// Each finding's chain of imports, computed again, with its heads in the log.
    case heads
    /// Receipts, keys, policies and populations with their leaves.
    case notes
    /// The log's inner hashes, computed again from its leaves, with those that are stored.
    case tree
    /// The log at each size for which a checkpoint was signed with that checkpoint.
    case checkpoints
    /// Episodes and states, folded again from all records, with those that are stored.
    case derived
  }

  public struct Problem: Sendable, Equatable {
    public var area: Area
    /// Which record, finding, tile or violation.
    public var place: String
    public var text: String
  }

  /// The first problems, in the order in which they were found.
  public internal(set) var problems: [Problem] = []
  /// How many there are in each area; areas without any are absent.
  public internal(set) var counts: [Area: Int] = [:]
  public internal(set) var records = 0
  public internal(set) var heads = 0
  public internal(set) var notes = 0
  /// The sizes of the checkpoints that the log was held against.
  public internal(set) var checkpoints: [Int] = []
  public internal(set) var violations = 0
  /// How many entries the log has, and its root as computed again.
  public internal(set) var size = 0
  public internal(set) var root: NodeHash = .emptyRoot

  public var isIntact: Bool { counts.isEmpty }
  /// Whether the log alone is as it was written; everything else can be made anew from it.
  public var isLogIntact: Bool { counts.keys.allSatisfy { $0 == .derived || $0 == .columns } }

  /// More problems than this are counted and not listed.
  static let mostProblems = 100

  mutating func note(_ area: Area, _ place: String, _ text: String) {
    counts[area, default: 0] += 1
    if problems.count < Self.mostProblems { problems.append(Problem(area: area, place: place, text: text)) }
  }
}
