import Ingest
import JSONKit
import Remediation

/// Findings with some members changed.
enum ASFF {
  typealias Changes = [String: JSONValue?]
  /// Removes a member.
  static let gone = JSONValue?.none

  /// The observation that the finding gives.
  static func one(_ changes: Changes = [:]) throws -> Observation {
    try Reading.one(Fixture.finding(changes))
  }

  /// Why the finding is refused.
  static func refusal(_ changes: Changes) throws -> RejectedRecord {
    try Reading.refusal(Fixture.finding(changes))
  }
}

extension Observation {
  func eventTimeOf(_ record: IncomingRecord?) -> Instant? {
    times.eventTime(earliestEnvelope: record?.envelopeTime)
  }
}
