import JSONKit
import Remediation

/// The times that a finding carries.
enum ASFFTimes {
  /// Reads all of them; one that is there and unreadable refuses the record, because a number made without it
  /// would be wrong and nobody would know.
  static func read(_ record: RecordView) throws(Rejection) -> ObservationTimes {
    var times = ObservationTimes()
    times.updatedAt = try instant(.updatedAt, record)
    times.processedAt = try instant(.processedAt, record)
    times.lastObservedAt = try instant(.lastObservedAt, record)
    times.firstObservedAt = try instant(.firstObservedAt, record)
    times.createdAt = try instant(.createdAt, record)
    times.noteUpdatedAt = try instant(.noteUpdatedAt, record)
    guard times.latest != nil || record.envelopeTime != nil else {
      throw Rejection(
        reason: .missingField, path: "/UpdatedAt",
        explanation: "expected UpdatedAt, ProcessedAt, LastObservedAt or Note.UpdatedAt, found none",
        hint: "a snapshot that nothing dates has no place among the others")
    }
    return times
  }

  private static func instant(_ field: ASFFField, _ record: RecordView) throws(Rejection) -> Instant? {
    guard let slice = record[field] else { return nil }
    return try Timestamp.read(slice, path: { field.pointer }, in: record.bytes)
  }
}

/// A point in time as JSON documents carry it.
enum Timestamp {
  /// Reads RFC 3339 text, or the object that placebo records a Python datetime as.
  static func read(
    _ slice: JSONSlice, path: () -> JSONPointer, in bytes: [UInt8]
  ) throws(Rejection) -> Instant {
    if slice.kind == .string {
      let instant =
        slice.hasEscapes
        ? Instant(slice.string(in: bytes)) : Instant(rfc3339: bytes, in: slice.content)
      if let instant { return instant }
    } else if slice.kind == .object, let instant = datetime(slice, in: bytes) {
      return instant
    }
    throw Rejection(
      reason: .badTimestamp, path: path().description,
      explanation: "expected a date and time with a zone, found \(slice.shown(in: bytes))",
      hint: "write RFC 3339, such as 2025-04-03T18:31:00Z")
  }

  /// `{"__class__": "datetime", "year": 2024, …}`, in UTC.
  private static func datetime(_ slice: JSONSlice, in bytes: [UInt8]) -> Instant? {
    guard let name = slice.member("__class__", in: bytes), name.equals("datetime", in: bytes) else {
      return nil
    }
    func part(_ name: StaticString, _ allowed: ClosedRange<Int64>) -> Int64? {
      guard let value = slice.member(name, in: bytes) else { return allowed.lowerBound }
      guard let number = value.int(in: bytes), allowed.contains(number) else { return nil }
      return number
    }
    guard let year = part("year", 1...9999), let month = part("month", 1...12), let day = part("day", 1...31),
      let length = CivilDate.length(ofMonth: Int(month), year: Int(year)), day <= length,
      let hour = part("hour", 0...23), let minute = part("minute", 0...59),
      let second = part("second", 0...59),
      let microsecond = part("microsecond", 0...999_999)
    else { return nil }
    let date = CivilDate(year: Int(year), month: Int(month), day: Int(day))
    let seconds = hour * 3600 + minute * 60 + second
    return date.start.advanced(byMilliseconds: seconds * 1000 + microsecond / 1000)
  }
}
