public import Remediation
public import TransparencyLog

/// The hashes by which an observation's finding, violation and description are found again.
///
/// Those of the indexes (``SubjectHash``) are not among them: they are wanted once for each finding and
/// violation, and not for each record.
public struct ObservationKeys: Sendable {
  /// SHA-256 of the finding's identity, as the heads of the log name it.
  public let finding: Hash256
  /// SHA-256 of all five parts of the violation's key.
  public let violation: Hash256?
  public let description: DescriptionKey?
}

/// The hashes by which a description is found again: of everything in it but the account's name, which has
/// a table of its own.
public struct DescriptionKey: Sendable {
  /// As it stands in the store.
  let digest: Int64
  let hash: ShortHash
}

/// The hashes by which a ledger entry and its subject are found again.
public struct EntryKeys: Sendable {
  public let uid: Int64
  public let subject: Int64?
}

/// Hashes of 64 bits under which subjects stand in the store's indexes.
///
/// The first eight bytes of a SHA-256. Whoever finds a row by one compares the text as well.
public enum SubjectHash {
  public static func finding(id: String) -> Int64 {
    digest([id])
  }

  public static func resources(control: String, resources: [String]) -> Int64 {
    digest([control] + resources)
  }

  static func digest(_ parts: [String]) -> Int64 {
    Int64(bitPattern: hash(parts).prefix)
  }

  static func hash(_ parts: [String]) -> Hash256 {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(192)
    append(parts, to: &bytes)
    return Hash256(sha256: bytes.span)
  }

  /// Adds what is hashed of some parts.
  static func append(_ parts: [String], to bytes: inout [UInt8]) {
    for part in parts {
      bytes.append(contentsOf: part.utf8)
      // No separator can be smuggled into a name: NUL occurs in none that a reader accepts.
      bytes.append(0)
    }
  }
}
