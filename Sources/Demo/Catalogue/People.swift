/// The invented people of the estate, and the automations beside them.
enum People {
  static let names = [
    "mira.oduya", "jonas.feldkamp", "tessa.lindqvist", "rafael.contino", "ines.barroso", "kofi.amankwa",
    "yuna.sato-reyes", "piet.vandermolen", "salma.idrissou", "oleg.marchenkov",
  ]
  static let reviewers = ["nadia.brightwell", "tomas.eklund-rossi", "grace.mbeki-stone"]

  static func session(_ name: String, account: DemoAccount) -> String {
    "arn:aws:sts::\(account.id):assumed-role/SecurityOperations/\(name)"
  }

  static func automation(account: DemoAccount) -> String {
    "arn:aws:sts::\(account.id):assumed-role/RemediationRunner/orchestrator"
  }
}
