import GRDB
import Queries
import Remediation
import TransparencyLog

/// Finds the number of a description: thousands of findings share one.
struct DescriptionDirectory: ~Copyable {
  private let find: Statement
  private let insert: Statement
  private var known = HashTable<ShortHash, Int64>(filler: 0)

  init(_ database: Database) throws {
    let find = try Statement(Queries.Ingest.descriptionByDigest, on: database)
    let insert = try Statement(Queries.Ingest.insertDescription, on: database)
    self.find = find
    self.insert = insert
  }

  mutating func id(of shared: Shared<FindingDescription>, _ key: DescriptionKey) throws -> Int64 {
    if let id = known[key.hash] { return id }
    let id = try stored(shared.value, key.digest) ?? add(shared.value, key.digest)
    if known.count >= 65_536 { known.removeAll() }
    known.set(id, for: key.hash)
    return id
  }

  private func stored(_ description: FindingDescription, _ digest: Int64) throws -> Int64? {
    find.bind(digest, at: 1)
    defer { find.reset() }
    while try find.step() {
      if find.text(1) == description.title, find.text(2) == description.product,
        find.text(3) == description.generator, find.text(4) == description.resourceType,
        find.optionalText(5) == description.environment, find.text(6) == NameList.json(description.standards),
        find.text(7) == NameList.json(description.requirements), (find.int(8) != 0) == description.isTrusted
      {
        return find.int(0)
      }
    }
    return nil
  }

  private func add(_ description: FindingDescription, _ digest: Int64) throws -> Int64 {
    insert.bind(digest, at: 1)
    insert.bind(description.title, at: 2)
    insert.bind(description.product, at: 3)
    insert.bind(description.generator, at: 4)
    insert.bind(description.resourceType, at: 5)
    insert.bind(description.environment, at: 6)
    insert.bind(NameList.json(description.standards), at: 7)
    insert.bind(NameList.json(description.requirements), at: 8)
    insert.bind(description.isTrusted, at: 9)
    try insert.run()
    return insert.lastInsertedRow
  }
}

extension FindingDescription {
  /// The types of the finding's resources in one text.
  fileprivate var resourceType: String { resourceTypes.joined(separator: ", ") }
}
