import Ingest
import Intake
import Store
import TransparencyLog

extension SampleStore {
  static func read(_ inputs: [IngestInput], into store: Store) throws -> Receipt {
    try IngestRun(now: { now }).run(inputs, into: store)
  }
}

enum Hash256Sample {
  static let digest = Hash256(hex: String(repeating: "0f", count: 32))
}
