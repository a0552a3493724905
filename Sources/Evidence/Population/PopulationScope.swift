import JSONKit
public import Policy
public import Remediation
public import Store

/// What a population is drawn from: the period, the filters, and who asks.
public struct PopulationScope: Sendable, Hashable {
  /// What was known then, of the period and of what came after it, decides.
  public var asOf: Instant
  /// The period, half open.
  public var window: Window
  public var control: String?
  public var account: String?
  /// As the findings name it: `standards/pci-dss/v/4.0.1`.
  public var standard: String?
  /// As the findings name it: `NIST.800-53.r5 AC-3`.
  public var requirement: String?
  /// Who made the population.
  public var `operator`: String
  /// What ought to have been seen, for the comparison with what was; nil when nobody said.
  public var expected: Set<CoverageCell>?
  /// Which controls speak for which requirements, beside what the findings name.
  public var frameworks: [Framework]

  public init(
    asOf: Instant, window: Window = .allTime, control: String? = nil, account: String? = nil,
    standard: String? = nil, requirement: String? = nil, operator: String, expected: Set<CoverageCell>? = nil,
    frameworks: [Framework] = []
  ) {
    self.frameworks = frameworks
    self.asOf = asOf
    self.window = window
    self.control = control
    self.account = account
    self.standard = standard
    self.requirement = requirement
    self.operator = `operator`
    self.expected = expected
  }

  var parameters: [String: SQLValue] {
    [
      "control": SQLValue(control), "account": SQLValue(account), "standard": SQLValue(standard),
      "requirement": SQLValue(requirement),
      "controls": .text(JSONValue.array(controlsOfRequirement.map(JSONValue.string)).text()),
    ]
  }

  /// The requirements that the policy has a control speak for: `ISO 27001:2022 A.8.3`.
  func requirements(of control: String) -> [String] {
    frameworks.flatMap { framework in (framework.controls[control] ?? []).map { "\(framework.name) \($0)" } }
  }

  /// The controls that speak for the requirement that is asked for, by the policy.
  private var controlsOfRequirement: [String] {
    let controls = Set(frameworks.flatMap(\.controls.keys))
    return controls.filter { control in requirement.map(requirements(of: control).contains) ?? false }
      .sorted()
  }
}

/// One account, region and standard.
public struct CoverageCell: Sendable, Hashable, Comparable {
  public var account: String
  public var region: String
  /// Empty for findings that name no standard.
  public var standard: String

  public init(account: String, region: String, standard: String) {
    self.account = account
    self.region = region
    self.standard = standard
  }

  private var parts: [String] { [account, region, standard] }

  public static func < (left: Self, right: Self) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }

  /// Reads a list of cells: CSV with the columns `account`, `region`, `standard`.
  ///
  /// - Throws: `EvidenceError` with `unreadable` and the row.
  public static func list(csv bytes: [UInt8]) throws(EvidenceError) -> Set<CoverageCell> {
    let rows = CSVReader.rows(of: String(decoding: bytes, as: UTF8.self))
    guard rows.first == ["account", "region", "standard"] else {
      throw EvidenceError(.unreadable, "the first row is not account,region,standard")
    }
    var cells: Set<CoverageCell> = []
    for (index, row) in rows.dropFirst().enumerated() {
      guard row.count == 3 else {
        throw EvidenceError(.unreadable, "row \(index + 2) has \(row.count) cells and not three")
      }
      cells.insert(CoverageCell(account: row[0], region: row[1], standard: row[2]))
    }
    return cells
  }
}
