import Markup
import Remediation
import Reports

extension TrendReport {
  /// The page: one HTML file in UTF-8 that stands for itself, without script.
  ///
  /// - Parameter producer: the program's name and version, for the foot of the page.
  public func html(producer: String) -> [UInt8] {
    Reports.trendsPage(page: page(producer: producer))
  }

  func page(producer: String) -> TrendsPage {
    let day = Words.date(CivilDate(asOf))
    var page = TrendsPage(
      frame: PageFrame(title: "Remediation on \(day)", kind: "Remediation trends", producer: producer))
    page.frame.facts = facts
    guard !isEmpty else {
      page.frame.summary = "No finding is on record yet, so there is nothing to show."
      page.firstSteps = Self.firstSteps
      return page
    }
    page.frame.summary = summary
    let questions = [
      "Is remediation getting better?", "Where does the time go, what comes back?", "What needs a decision?",
    ]
    page.statements = zip(questions, sentences).map { question, sentence in
      TrendsPage.Statement(
        support: sentence.tone.support, question: question, lead: sentence.lead, text: sentence.text)
    }
    page.figures = figures
    page.charts = [
      backlogChart, timesChart, ageChart, attemptsChart, rollbacksChart, recurrenceChart, oldestChart,
    ].compactMap { $0 }
    page.notes = notes
    return page
  }

  private var summary: String {
    let running = weeks.last.map {
      " Week \($0.span.name) and month \(months.last?.span.name ?? "") are partial."
    }
    return "\(Words.count(open + claimed, "violation")) open or claimed among "
      + "\(Words.count(findings, "finding")) on record since \(recordDay).\(running ?? "")"
  }

  private var recordDay: String { recordBegins.map { Words.date(CivilDate($0)) } ?? "–" }

  private var facts: [PageFrame.Fact] {
    var facts = [PageFrame.Fact("As of", asOf.rfc3339)]
    if let recordBegins { facts.append(.init("Record begins", recordBegins.rfc3339)) }
    if let first = weeks.first, let month = months.first {
      facts.append(.init("Weeks shown from", Words.date(first.span.start)))
      facts.append(.init("Months shown from", Words.date(month.span.start)))
    }
    return facts
  }

  private static let firstSteps = [
    TrendsPage.Step(
      "Read an export of Security Hub findings, and the ledger of the remediation pipeline if there is one:",
      command: "closeout ingest PATH…"),
    TrendsPage.Step(
      "Or try it on an estate that is made up:",
      command: "closeout demo --out demo-estate\ncloseout ingest demo-estate"),
    TrendsPage.Step("Then make this page again:", command: "closeout report --out trends.html"),
  ]
}

extension Sentence.Tone {
  fileprivate var support: String {
    switch self {
    case .good: "supported"
    case .bad: "against"
    case .neutral: "neutral"
    }
  }
}
