import Foundation

/// The rules of a file in the plain style of `dashboards/rules/*.yml`, read without a YAML library.
struct RuleFile {
  struct Rule {
    var name: String
    var isAlert: Bool
    var expression = ""
    var runbook: String?
  }

  private(set) var rules: [Rule] = []

  init(_ text: String) {
    var isExpression = false
    for line in text.split(separator: "\n") {
      let content = line.drop { $0 == " " }
      let indent = line.count - content.count
      if content.hasPrefix("- alert: ") || content.hasPrefix("- record: ") {
        let word = content.dropFirst(2).prefix { $0 != ":" }
        rules.append(Rule(name: String(content.dropFirst(word.count + 4)), isAlert: word == "alert"))
        isExpression = false
      } else if content.hasPrefix("expr: "), !rules.isEmpty {
        isExpression = content == "expr: |"
        if !isExpression { rules[rules.count - 1].expression = String(content.dropFirst(6)) }
      } else if isExpression, indent >= 10 {
        rules[rules.count - 1].expression += content + " "
      } else {
        isExpression = false
        if content.hasPrefix("runbook_url: ") {
          rules[rules.count - 1].runbook = String(content.dropFirst(13))
        }
      }
    }
  }
}
