public import Remediation
public import Store

/// What a run read and what became of it: printed, stored, and (without its clock) an entry of the log.
public struct Receipt: Sendable, Equatable {
  public var files: [FileReceipt] = []
  /// Where the hash chain of a ledger does not hold, at the entries of this run and next to them.
  public var chainBreaks: [ChainBreak] = []
  public var violationsFolded = 0
  public var startedAt: Instant
  public var finishedAt: Instant
  public var isDryRun = false

  public init(startedAt: Instant) {
    self.startedAt = startedAt
    finishedAt = startedAt
  }

  /// The sums over all files.
  public var total: RecordCounts {
    files.reduce(into: RecordCounts()) { $0.add($1.counts) }
  }

  public var bytes: Int { files.reduce(0) { $0 + $1.bytes } }
  public var seconds: Double { Double(finishedAt.milliseconds(since: startedAt)) / 1000 }

  /// Whether nothing was refused, everything could be read, and every chain holds: the exit status tells.
  public var isComplete: Bool {
    total.rejected == 0 && chainBreaks.isEmpty && files.allSatisfy { $0.problem == nil }
  }
}

/// What became of one file.
public struct FileReceipt: Sendable, Equatable {
  public var name: String
  /// SHA-256 of the file as it lay on disk, in hexadecimal; nil for what was no file.
  public var sha256: String?
  /// Bytes after decompression.
  public var bytes = 0
  public var counts = RecordCounts()
  /// Where the end begins that is no whole record yet, and how long it is.
  public var heldBack: HeldBackEnd?
  /// Why it could not be read to its end.
  public var problem: String?
  public var hint: String?
  /// The first rejected records, for the person at the terminal.
  public var examples: [RejectedExample] = []

  public init(name: String) {
    self.name = name
  }
}

public struct HeldBackEnd: Sendable, Equatable {
  public var line: Int
  public var bytes: Int
}

/// A rejected record as the terminal shows it.
public struct RejectedExample: Sendable, Equatable {
  public var line: Int
  public var path: String?
  public var reason: String
  public var explanation: String
  public var hint: String?
}

/// How many records were read and what became of them.
public struct RecordCounts: Sendable, Equatable {
  public var new = 0
  public var duplicate = 0
  /// New lines of a ledger event that another line already stated.
  public var conflicting = 0
  public var rejectedByReason: [String: Int] = [:]

  public var rejected: Int { rejectedByReason.values.reduce(0, +) }
  public var read: Int { new + duplicate + rejected }

  public mutating func add(_ other: RecordCounts) {
    new += other.new
    duplicate += other.duplicate
    conflicting += other.conflicting
    rejectedByReason.merge(other.rejectedByReason, uniquingKeysWith: +)
  }
}
