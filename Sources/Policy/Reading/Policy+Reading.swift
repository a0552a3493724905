import Crypto
import Foundation
public import Remediation

extension Policy {
  /// Reads a policy file.
  ///
  /// - Throws: all problems of the file at once.
  public init(contentsOf path: String) throws(PolicyError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PolicyError([
        PolicyProblem(
          .unreadable, file: path, line: nil, key: "", reason: "the file cannot be read",
          hint: "give the path of a policy such as closeout.yaml")
      ])
    }
    try self.init(yaml: Array(data), file: path)
  }

  /// Reads a policy; `file` is how problems name it.
  public init(yaml bytes: [UInt8], file: String) throws(PolicyError) {
    var reader = PolicyReader(file: file)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw PolicyError([
        PolicyProblem(
          .unreadable, file: file, line: nil, key: "", reason: "the file is not UTF-8",
          hint: "save it as UTF-8")
      ])
    }
    var policy = Policy(id: file.split(separator: "/").last.map(String.init) ?? file)
    if let top = reader.top(text) {
      policy.read(top, &reader)
    } else if reader.problems.isEmpty {
      reader.reportEmpty()
    }
    guard reader.problems.isEmpty else { throw PolicyError(reader.problems) }
    policy.digest = SHA256.hash(data: bytes).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    self = policy
  }

  private mutating func read(_ top: PolicyNode, _ reader: inout PolicyReader) {
    let known = [
      "closeout-policy", "id", "version", "sla", "risk", "accounts", "actions", "windows", "notes",
      "frameworks", "exposure",
    ]
    guard let fields = reader.fields(top, known) else { return }
    if let format = reader.required(
      fields, "closeout-policy", of: top, hint: "begin with closeout-policy: 1"),
      format.text != "1"
    {
      reader.report(.badValue, format, "found \(format.shown)", hint: "this program reads closeout-policy: 1")
    }
    if let text = reader.text(fields["id"]) { id = text }
    version = reader.text(fields["version"])
    let risks = reader.risks(fields["risk"])
    sla = SLASchedule(terms: reader.terms(fields["sla"], risks) ?? SLASchedule.builtIn.terms, risks: risks)
    accounts = reader.accounts(fields["accounts"])
    actions = reader.actions(fields["actions"])
    windows = reader.windows(fields["windows"])
    noteRules = reader.noteRules(fields["notes"])
    frameworks = reader.frameworks(fields["frameworks"])
    if let weights = reader.weights(fields["exposure"]) { exposureWeights = weights }
  }
}

extension PolicyReader {
  mutating func severity(_ node: PolicyNode?) -> Severity? {
    word(node, Self.severities)
  }

  static let severities = Severity.allCases.reversed().filter { $0 != .unknown }
    .map { (name: $0.label.lowercased(), value: $0) }
}
