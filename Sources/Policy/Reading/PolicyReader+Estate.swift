import Remediation

extension PolicyReader {
  /// `accounts`: by number.
  mutating func accounts(_ node: PolicyNode?) -> [String: PolicyAccount] {
    let hint = "write \"111122223333\": {name: shop-prod, team: storefront, environment: production}"
    guard let node, let members = members(node, hint: hint) else { return [:] }
    var accounts: [String: PolicyAccount] = [:]
    for (number, value) in members {
      guard let fields = fields(value, ["name", "team", "environment", "customer"]) else { continue }
      if number.allSatisfy({ $0.isASCII && $0.isNumber }), number.count != 12 {
        report(
          .badValue, value, "an account has 12 digits, and this one \(number.count)",
          hint: "write the number in quotes, with its leading zeros")
      }
      accounts[number] = PolicyAccount(
        name: text(fields["name"]), team: text(fields["team"]), environment: text(fields["environment"]),
        customer: text(fields["customer"]))
    }
    return accounts
  }

  /// `actions`: what is done about each control.
  mutating func actions(_ node: PolicyNode?) -> ActionMatrix {
    guard let node, let fields = fields(node, ["default", "controls"]) else { return ActionMatrix() }
    var matrix = ActionMatrix(fallback: lane(fields["default"]))
    let hint = "write S3.8: repair, or S3.8: {default: repair, production: escalate}"
    guard let controls = fields["controls"], let members = members(controls, hint: hint) else {
      return matrix
    }
    for (control, value) in members {
      guard value.isMapping else {
        matrix.controls[control] = ControlActions(fallback: lane(value))
        continue
      }
      var actions = ControlActions()
      for (environment, word) in self.members(value, hint: hint) ?? [] {
        if environment == "default" {
          actions.fallback = lane(word)
        } else {
          actions.byEnvironment[environment] = lane(word)
        }
      }
      matrix.controls[control] = actions
    }
    return matrix
  }

  private mutating func lane(_ node: PolicyNode?) -> Lane? {
    word(node, Lane.allCases.map { (name: $0.rawValue, value: $0) })
  }

  /// `frameworks`: which requirements each control speaks for.
  mutating func frameworks(_ node: PolicyNode?) -> [Framework] {
    let hint = "write - name: …, with controls: {S3.8: [requirement, …]}"
    var frameworks: [Framework] = []
    for element in list(node, hint: hint) ?? [] {
      guard let fields = fields(element, ["name", "controls"]),
        let name = text(required(fields, "name", of: element, hint: hint)),
        let controls = required(fields, "controls", of: element, hint: hint),
        let members = members(controls, hint: hint)
      else { continue }
      if frameworks.contains(where: { $0.name == name }) {
        report(.conflict, element, "a framework of this name stands above", hint: "put the two together")
      }
      var framework = Framework(name: name, controls: [:])
      for (control, value) in members { framework.controls[control] = texts(value) }
      frameworks.append(framework)
    }
    return frameworks
  }
}
