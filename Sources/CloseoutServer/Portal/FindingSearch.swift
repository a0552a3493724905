import Remediation
import Store
import TransparencyLog

/// What a visitor of the list of findings looks for.
struct FindingSearch: Sendable, Hashable {
  enum Standing: Sendable, Hashable {
    case state(Episode.State)
    case reason(CloseReason)
  }

  enum Order: Int, Sendable, CaseIterable {
    /// Open ones first, of these the worst, of these the oldest.
    case worst = 1
    case latest = 2

    var name: String { self == .worst ? "worst" : "latest" }
    var label: String { self == .worst ? "Worst first" : "Latest first" }
  }

  /// The finding behind which a page begins, with the keys it had when the page before was made.
  struct Cursor: Sendable, Hashable {
    var first: Int64
    var second: Int64
    var finding: Hash256
  }

  static let pageSize = 50
  static let mostWords = 4

  var words: [String] = []
  var severity: Severity?
  var standing: Standing?
  var account: String?
  var control: String?
  var order: Order = .worst
  var after: Cursor?
}

extension FindingSearch {
  /// - Throws: ``Refusal`` with 400 for what no form of ours would send.
  init(_ items: QueryItems) throws(Refusal) {
    words =
      try Self.bounded(items["q"], 200, "search").map { $0.split(separator: " ").map(String.init) } ?? []
    guard words.count <= Self.mostWords else {
      throw .badQuery("A search has at most \(Self.mostWords) words.")
    }
    account = try Self.bounded(items["account"], 64, "account")
    control = try Self.bounded(items["control"], 256, "control")
    severity = try Self.word(items["severity"], "severity") { name in
      Severity.allCases.first { $0.label.lowercased() == name }
    }
    standing = try Self.word(items["state"], "state", Standing.init(name:))
    order =
      try Self.word(items["order"], "order") { name in Order.allCases.first { $0.name == name } } ?? .worst
    after = try Self.word(items["after"], "page", Cursor.init(text:))
  }

  private static func bounded(_ text: String?, _ limit: Int, _ name: String) throws(Refusal) -> String? {
    guard let text else { return nil }
    guard text.unicodeScalars.count <= limit else {
      throw .badQuery("The \(name) has more than \(limit) characters.")
    }
    return text
  }

  private static func word<Value>(
    _ text: String?, _ name: String, _ read: (String) -> Value?
  ) throws(Refusal) -> Value? {
    guard let text else { return nil }
    guard let value = read(text) else { throw .badQuery("There is no such \(name).") }
    return value
  }

  /// Whether anything restricts the list.
  var isActive: Bool {
    !words.isEmpty || severity != nil || standing != nil || account != nil || control != nil
  }

  /// The address of a page of this search.
  func path(after cursor: Cursor?) -> String {
    var query = QueryWriter()
    query.add("q", words.joined(separator: " "))
    query.add("severity", severity?.label.lowercased())
    query.add("state", standing?.name)
    query.add("account", account)
    query.add("control", control)
    query.add("order", order == .worst ? nil : order.name)
    query.add("after", cursor?.text)
    return "/findings" + query.text
  }

  /// The parameters of `findings.sql`, but for the name of the finding that the cursor is at.
  var parameters: [String: SQLValue] {
    var parameters: [String: SQLValue] = [
      "order": SQLValue(order.rawValue), "limit": SQLValue(Self.pageSize + 1),
      "account": SQLValue(account), "control": SQLValue(control),
    ]
    if let severity { parameters["severity"] = SQLValue(severity.rawValue) }
    switch standing {
    case .state(let state): parameters["state"] = SQLValue(state.rawValue)
    case .reason(let reason): parameters["reason"] = SQLValue(reason.rawValue)
    case nil: break
    }
    for (index, word) in words.enumerated() { parameters["word\(index + 1)"] = .text(Self.pattern(word)) }
    return parameters
  }

  /// A pattern for LIKE that finds the word itself anywhere, with nothing in it that LIKE takes for a sign.
  static func pattern(_ word: String) -> String {
    var pattern = "%"
    for scalar in word.unicodeScalars {
      if scalar == "%" || scalar == "_" || scalar == "\\" { pattern += "\\" }
      pattern.unicodeScalars.append(scalar)
    }
    return pattern + "%"
  }
}

extension FindingSearch.Standing {
  static let all: [FindingSearch.Standing] =
    [.state(.open), .state(.claimed), .state(.closed)] + CloseReason.allCases.map { .reason($0) }

  init?(name: String) {
    guard let standing = Self.all.first(where: { $0.name == name }) else { return nil }
    self = standing
  }

  var name: String {
    switch self {
    case .state(.open): "open"
    case .state(.claimed): "claimed"
    case .state(.closed): "closed"
    case .reason(let reason): reason.name
    }
  }

  var label: String {
    switch self {
    case .state(.open): "Open"
    case .state(.claimed): "Claimed, not verified"
    case .state(.closed): "Closed, for any reason"
    case .reason(let reason): "Closed: \(reason.words)"
    }
  }
}

extension FindingSearch.Cursor {
  var text: String { "\(first).\(second).\(finding.hex)" }

  init?(text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard text.utf8.count <= 128, parts.count == 3, let first = Int64(parts[0]), let second = Int64(parts[1]),
      let finding = Hash256(address: parts[2])
    else { return nil }
    self.init(first: first, second: second, finding: finding)
  }
}
