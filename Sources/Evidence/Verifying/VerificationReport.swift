/// What was checked of a package, what held, and what could not be checked.
public struct VerificationReport: Sendable, Hashable {
  public enum Result: String, Sendable, CaseIterable {
    case passed, failed
    case notChecked = "not-checked"
  }

  /// One thing that was looked at.
  public struct Check: Sendable, Hashable {
    public var name: CheckName
    public var result: Result
    /// What was found, in a sentence; texts of the package in it are not yet safe for a terminal.
    public var detail: String
  }

  public enum CheckName: String, Sendable, CaseIterable {
    case container, files, payload
    case tagFiles = "tag-files"
    case signature, schema, records, checkpoint
    case inclusion, chain, derivation, page
    case consistency, population, balance

    /// What is looked at in a package of one finding.
    public static let ofPackage: [CheckName] = [
      .container, .files, .payload, .tagFiles, .signature, .schema, .records, .checkpoint, .inclusion, .chain,
      .derivation, .page,
    ]

    /// What the check says when it holds.
    public var title: String {
      switch self {
      case .container: "the container is safe to unpack"
      case .files: "no file was added or removed"
      case .payload: "the payload is what its manifest says"
      case .tagFiles: "the tag files are what their manifest says"
      case .signature: "the package is signed"
      case .schema: "evidence.xml follows its schema"
      case .records: "the records are those that evidence.xml lists"
      case .checkpoint: "the checkpoint is signed"
      case .inclusion: "every record is in the log"
      case .chain: "the chain of imports is whole"
      case .derivation: "evidence.xml says what the records say"
      case .page: "evidence.html says what the records say"
      case .consistency: "the log has only grown"
      case .population: "the population is the one that the log has"
      case .balance: "the balance follows from the list, and reconciles"
      }
    }
  }

  public internal(set) var checks: [Check] = []
  /// What does not fail a package and has to be known.
  public internal(set) var warnings: [String] = []
  /// The finding, the verdict and as-of, as derived from the records.
  public internal(set) var finding: String?
  public internal(set) var verdict: ProofVerdict.Word?
  public internal(set) var sentence: String?

  /// Nothing failed, and everything could be checked.
  public var isComplete: Bool { checks.allSatisfy { $0.result == .passed } }
  /// Nothing failed, and something held; what could not be checked is listed.
  public var isAccepted: Bool {
    checks.allSatisfy { $0.result != .failed } && checks.contains { $0.result == .passed }
  }

  init() {}

  public subscript(name: CheckName) -> Check? { checks.first { $0.name == name } }

  mutating func note(_ name: CheckName, _ result: Result, _ detail: String) {
    checks.append(Check(name: name, result: result, detail: detail))
  }

  /// Runs a check and notes how it ended.
  mutating func check(_ name: CheckName, _ body: () throws(CheckFailure) -> String) {
    do {
      note(name, .passed, try body())
    } catch {
      note(name, error.isFailure ? .failed : .notChecked, error.detail)
    }
  }
}

/// Why a check did not pass.
struct CheckFailure: Error {
  let detail: String
  /// False when it could not be made at all.
  let isFailure: Bool

  static func failed(_ detail: String) -> Self { Self(detail: detail, isFailure: true) }
  static func notChecked(_ detail: String) -> Self { Self(detail: detail, isFailure: false) }
}
