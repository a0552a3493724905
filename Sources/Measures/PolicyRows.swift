import Policy
import Queries
import Remediation
import Store

/// A policy as rows of the temporary tables that queries read.
struct PolicyRows {
  typealias Row = (statement: String, values: [String: SQLValue])

  let policy: Policy

  init(_ policy: Policy) {
    self.policy = policy
  }

  var all: [Row] { [limits] + targets + accounts + actions + requirements + weights }

  private var limits: Row {
    let windows = policy.windows
    return (
      Queries.Measures.insertLimit,
      [
        "verified_within": .int(windows.verifiedWithin.milliseconds),
        "held_for": .int(windows.heldFor.milliseconds),
        "review_within": .int(windows.reviewWithin.milliseconds),
        "loop_attempts": SQLValue(windows.loopAttempts), "loop_within": .int(windows.loopWithin.milliseconds),
      ]
    )
  }

  private var targets: [Row] {
    policy.sla.terms.enumerated().flatMap { index, terms in
      let next = index + 1 < policy.sla.terms.count ? policy.sla.terms[index + 1].effective : nil
      return terms.targets.map { target in
        (
          Queries.Measures.insertTarget,
          [
            "tier": .text(target.tier), "severity": SQLValue(target.severity.rawValue),
            "environment": SQLValue(target.environment), "risk": SQLValue(target.risk),
            "precision": SQLValue(target.precision), "effective": SQLValue(terms.effective),
            "until": SQLValue(next), "target": .int(target.within.milliseconds),
            "objective": .double(terms.objective),
          ]
        )
      }
    }
  }

  private var accounts: [Row] {
    policy.accounts.sorted { $0.key < $1.key }.map { id, account in
      (
        Queries.Measures.insertAccount,
        [
          "id": .text(id), "name": SQLValue(account.name), "team": SQLValue(account.team),
          "environment": SQLValue(account.environment), "customer": SQLValue(account.customer),
        ]
      )
    }
  }

  private var actions: [Row] {
    var rows: [Row] = []
    func add(_ control: String?, _ environment: String?, _ lane: Lane?) {
      guard let lane else { return }
      rows.append(
        (
          Queries.Measures.insertAction,
          ["control": SQLValue(control), "environment": SQLValue(environment), "lane": .text(lane.rawValue)]
        ))
    }
    add(nil, nil, policy.actions.fallback)
    for (control, actions) in policy.actions.controls.sorted(by: { $0.key < $1.key }) {
      add(control, nil, actions.fallback)
      for (environment, lane) in actions.byEnvironment.sorted(by: { $0.key < $1.key }) {
        add(control, environment, lane)
      }
    }
    return rows
  }

  private var requirements: [Row] {
    policy.frameworks.flatMap { framework in
      framework.controls.sorted { $0.key < $1.key }.flatMap { control, requirements in
        requirements.map { requirement in
          (
            Queries.Measures.insertRequirement,
            [
              "control": .text(control), "framework": .text(framework.name),
              "requirement": .text(requirement),
            ]
          )
        }
      }
    }
  }

  private var weights: [Row] {
    policy.exposureWeights.sorted { $0.key < $1.key }.map { severity, weight in
      (
        Queries.Measures.insertWeight,
        ["severity": SQLValue(severity.rawValue), "weight": SQLValue(weight)]
      )
    }
  }
}
