import Foundation
import JSONKit
import Testing

/// Foundation's reader as a second opinion on damaged documents.
///
/// It is known to differ in these points, and only there:
/// - it takes half a surrogate pair (`badEscape`) in some releases;
/// - it refuses numbers that no float holds, which the scanner leaves to whoever wants the number;
/// - it takes a comma before a closing bracket;
/// - it takes UTF-16 and UTF-32, and a byte order mark;
/// - it reads floats by way of decimals, and is wrong in their last bits;
/// - its depth limit is 512.
@Suite("Damaged documents never crash, and Foundation agrees about them")
struct FoundationOracleTests {
  private func oracle(_ bytes: [UInt8]) -> Any? {
    try? JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
  }

  /// Where the two are allowed to differ.
  private func isKnownDifference(_ bytes: [UInt8], _ error: JSONError?) -> Bool {
    if bytes.contains(0) || bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return true }
    guard let error else {
      // Only a number can be refused by Foundation alone: one that no float holds.
      return (try? JSONValue.parse(bytes)) == nil && hasHugeNumber(bytes)
    }
    if error.code == .badEscape, error.expected.contains("surrogate") { return true }
    let before = bytes[..<error.offset].last { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return error.code == .unexpectedByte && before == UInt8(ascii: ",")
      && [UInt8(ascii: "]"), UInt8(ascii: "}")].contains(bytes[error.offset])
  }

  private func hasHugeNumber(_ bytes: [UInt8]) -> Bool {
    do throws(JSONError) {
      _ = try JSONValue.parse(bytes)
      return false
    } catch {
      return error.code == .badNumber || error.code == .duplicateMember
    }
  }

  @Test("the verdicts agree", arguments: 0..<60)
  func verdicts(seed: UInt64) {
    var json = RandomJSON(seed: 7000 + seed)
    for _ in 0..<150 {
      let value = json.value()
      let document = json.spelled(value)
      let bytes = json.random.isOne(in: 10) ? document : json.damaged(document)
      let error = verdict(bytes)
      if (error == nil) != (oracle(bytes) != nil), !isKnownDifference(bytes, error) {
        Issue.record(
          "\(String(describing: error)): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
      }
      if let error { #expect((0...bytes.count).contains(error.offset)) }
    }
  }

  @Test("the values agree", arguments: 0..<20)
  func values(seed: UInt64) throws {
    var json = RandomJSON(seed: 9000 + seed)
    for _ in 0..<40 {
      let document = json.object()
      let bytes = json.spelled(document)
      guard let expected = oracle(bytes) as? [String: Any] else {
        Issue.record("Foundation refuses \(String(decoding: bytes, as: UTF8.self).debugDescription)")
        continue
      }
      for (name, value) in expected {
        #expect(matches(document[name], value))
      }
      #expect(document.members?.count == expected.count)
    }
  }

  private func matches(_ value: JSONValue?, _ expected: Any) -> Bool {
    switch value {
    case .null: expected is NSNull
    case .bool(let value): (expected as? Bool) == value
    case .int(let value): (expected as? NSNumber)?.int64Value == value
    case .double(let value):
      (expected as? NSNumber).map { abs($0.doubleValue - value) <= abs(value) * 1e-14 } == true
    case .string(let value): (expected as? String)?.utf8.elementsEqual(value.utf8) == true
    case .array(let values):
      (expected as? [Any]).map { $0.count == values.count && zip(values, $0).allSatisfy { matches($0, $1) } }
        == true
    case .object(let members):
      (expected as? [String: Any]).map { object in
        object.count == members.count
          && members.allSatisfy { member in object[member.name].map { matches(member.value, $0) } == true }
      } == true
    case nil: false
    }
  }
}
