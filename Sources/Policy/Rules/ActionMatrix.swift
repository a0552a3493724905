/// What is done about each control: the lane that a violation belongs in until somebody decides otherwise.
public struct ActionMatrix: Sendable, Hashable {
  /// For controls that are not listed; nil leaves them without a lane.
  public var fallback: Lane?
  public var controls: [String: ControlActions]

  public init(fallback: Lane? = nil, controls: [String: ControlActions] = [:]) {
    self.fallback = fallback
    self.controls = controls
  }

  /// The lane of a control in an environment.
  public func lane(of control: String, in environment: String?) -> Lane? {
    guard let actions = controls[control] else { return fallback }
    return environment.flatMap { actions.byEnvironment[$0] } ?? actions.fallback ?? fallback
  }
}

/// The lanes of one control.
public struct ControlActions: Sendable, Hashable {
  /// In environments that have no lane of their own.
  public var fallback: Lane?
  public var byEnvironment: [String: Lane]

  public init(fallback: Lane? = nil, byEnvironment: [String: Lane] = [:]) {
    self.fallback = fallback
    self.byEnvironment = byEnvironment
  }
}

/// The four ways of dealing with a violation, with the words of the ledger.
public enum Lane: String, Sendable, CaseIterable {
  /// A gate keeps it from coming about.
  case prevent
  /// An automation repairs it.
  case repair
  /// An automation sets it back to what the code says.
  case driftCorrect = "drift-correct"
  /// A person decides.
  case escalate
}
