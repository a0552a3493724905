import Queries

extension IngestSession {
  /// The newest compression dictionary of each kind of source.
  public func dictionaries() throws -> [Int: [UInt8]] {
    let stored = try Statement(Queries.Ingest.dictionaries, on: database)
    var newest: [Int: [UInt8]] = [:]
    while try stored.step() { newest[Int(stored.int(1))] = stored.blob(2) }
    return newest
  }

  /// Keeps a dictionary; records that follow may be compressed with it.
  public func addDictionary(_ bytes: [UInt8], id: UInt32, source: Int) throws {
    let insert = try Statement(Queries.Ingest.insertDictionary, on: database)
    insert.bind(Int64(id), at: 1)
    insert.bind(source, at: 2)
    insert.bind(bytes, at: 3)
    try insert.run()
  }
}
