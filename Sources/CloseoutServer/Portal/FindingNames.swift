import Queries
import Remediation
import Store
import Synchronization
import TransparencyLog

/// Finds the number of a finding by the digest of its name, which is how addresses name it.
///
/// The store has no index of digests; names never change, so each is digested once and 64 bits of it are
/// kept. A hit is compared in full: whoever makes two names with the same 64 bits finds both still.
final class FindingNames: Sendable {
  private struct Known {
    var numbers: [UInt64: Int64] = [:]
    /// Further findings under a prefix that is taken.
    var collisions: [UInt64: [Int64]] = [:]
    var last: Int64 = 0
  }

  private let known = Mutex(Known())

  static func digest(_ row: Row) -> Hash256 {
    let name = FindingIdentity(productArn: row.text("arn") ?? "", id: row.text("uid") ?? "")
    return Hash256(sha256: name.canonicalBytes)
  }

  /// The page of a finding (`finding.sql`); nil when the store holds none of that digest.
  func row(of digest: Hash256, in snapshot: borrowing Snapshot) throws(StoreError) -> Row? {
    for number in try candidates(digest.prefix, snapshot) {
      guard let row = try snapshot.first(Queries.Portal.finding, ["id": .int(number)]) else { continue }
      if Self.digest(row) == digest { return row }
    }
    return nil
  }

  private func candidates(_ prefix: UInt64, _ snapshot: borrowing Snapshot) throws(StoreError) -> [Int64] {
    let last = known.withLock(\.last)
    var added: [(prefix: UInt64, number: Int64)] = []
    try snapshot.forEach(Queries.Portal.names, ["after": .int(last)]) { row in
      added.append((Self.digest(row).prefix, row.int("id") ?? 0))
    }
    return known.withLock { known in
      for (prefix, number) in added where number > known.last {
        if known.numbers[prefix] == nil {
          known.numbers[prefix] = number
        } else {
          known.collisions[prefix, default: []].append(number)
        }
      }
      known.last = max(known.last, added.last?.number ?? 0)
      return [known.numbers[prefix]].compactMap { $0 } + (known.collisions[prefix] ?? [])
    }
  }
}

extension Hash256 {
  /// Reads 64 lower-case hexadecimal digits: the only form in which addresses name a finding.
  init?(address: some StringProtocol) {
    guard address.utf8.count == 64, let hash = Hash256(hex: String(address)), hash.hex == address else {
      return nil
    }
    self = hash
  }
}
