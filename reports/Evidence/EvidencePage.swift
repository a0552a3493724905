/// The page of one finding's evidence: every text is ready, the template only places it.
public struct EvidencePage: Hashable, Sendable {
  public var title: String
  public var subject: [Fact] = []
  /// Control, account and region in a line.
  public var place: String?
  public var severity: SeverityMark = .unknown
  public var verdict: Verdict
  public var sla: SLA?
  public var chapters: [Chapter] = []
  /// The number of the episode that the chapters tell, and how many there are.
  public var episodeLine: String?
  public var earlier: [Episode] = []
  public var related: [Related] = []
  public var records: [Record] = []
  public var producer: String
  public var asOf: Time
  public var policy: String
  public var digest: String

  public init(title: String, verdict: Verdict, producer: String, asOf: Time, policy: String, digest: String) {
    self.title = title
    self.verdict = verdict
    self.producer = producer
    self.asOf = asOf
    self.policy = policy
    self.digest = digest
  }
}

extension EvidencePage {
  /// An instant as programs and as people read it.
  public struct Time: Hashable, Sendable {
    public var machine: String
    public var shown: String

    public init(machine: String, shown: String) {
      self.machine = machine
      self.shown = shown
    }
  }

  /// A record that a statement was read from.
  public struct Citation: Hashable, Sendable {
    public var number: String
    /// The first digits of its leaf; the list of records has all of them.
    public var leaf: String
    /// Its bytes are not in the package.
    public var isWithheld: Bool

    public init(number: String, leaf: String, isWithheld: Bool) {
      self.number = number
      self.leaf = leaf
      self.isWithheld = isWithheld
    }
  }

  /// A name and a value.
  public struct Fact: Hashable, Sendable {
    public var name: String
    public var value: Value

    public init(name: String, value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// A value by how it is shown; exactly one of its members is there.
  public struct Value: Hashable, Sendable {
    public var text: String?
    public var code: String?
    public var link: String?
    public var folded: Folded?

    /// A long value: its beginning, and all of it on demand.
    public struct Folded: Hashable, Sendable {
      public var beginning: String
      public var size: String
      public var all: String

      public init(beginning: String, size: String, all: String) {
        self.beginning = beginning
        self.size = size
        self.all = all
      }
    }

    public init(text: String? = nil, code: String? = nil, link: String? = nil, folded: Folded? = nil) {
      self.text = text
      self.code = code
      self.link = link
      self.folded = folded
    }
  }

  public struct Verdict: Hashable, Sendable {
    public var mark: VerdictMark
    public var sentence: String
    public var citations: [Citation]
    public var links: [Link]
    /// The first link that is not there, in a sentence.
    public var missing: String?
    /// Contradictions and what is withheld, above the verdict.
    public var notices: [Notice]
    /// Doubts, below it.
    public var doubts: [Notice]

    public init(
      mark: VerdictMark, sentence: String, citations: [Citation], links: [Link], missing: String?,
      notices: [Notice], doubts: [Notice]
    ) {
      self.mark = mark
      self.sentence = sentence
      self.citations = citations
      self.links = links
      self.missing = missing
      self.notices = notices
      self.doubts = doubts
    }
  }

  public struct Link: Hashable, Sendable {
    public var name: String
    public var answer: String
    /// A sign that reads without colour, and the class that repeats it.
    public var sign: String
    public var support: String
    public var reason: String
    public var citations: [Citation]

    public init(
      name: String, answer: String, sign: String, support: String, reason: String, citations: [Citation]
    ) {
      self.name = name
      self.answer = answer
      self.sign = sign
      self.support = support
      self.reason = reason
      self.citations = citations
    }
  }

  public struct Notice: Hashable, Sendable {
    public var text: String
    public var citations: [Citation]

    public init(text: String, citations: [Citation]) {
      self.text = text
      self.citations = citations
    }
  }

  public struct SLA: Hashable, Sendable {
    public var word: String
    public var support: String
    public var sentence: String
    public var exceptions: [Notice]

    public init(word: String, support: String, sentence: String, exceptions: [Notice]) {
      self.word = word
      self.support = support
      self.sentence = sentence
      self.exceptions = exceptions
    }
  }
}

// MARK: - The story

extension EvidencePage {
  public struct Chapter: Hashable, Sendable {
    public var name: String
    public var title: String
    public var statements: [Statement]
    /// What is said where there is no statement.
    public var absence: String?

    public init(name: String, title: String, statements: [Statement], absence: String?) {
      self.name = name
      self.title = title
      self.statements = statements
      self.absence = absence
    }
  }

  public struct Statement: Hashable, Sendable {
    public var at: Time
    public var until: Time?
    public var summary: String
    public var citations: [Citation]
    public var facts: [Fact]
    public var checks: [Check]
    public var difference: Difference?

    public init(
      at: Time, until: Time?, summary: String, citations: [Citation], facts: [Fact], checks: [Check],
      difference: Difference?
    ) {
      self.at = at
      self.until = until
      self.summary = summary
      self.citations = citations
      self.facts = facts
      self.checks = checks
      self.difference = difference
    }
  }

  public struct Check: Hashable, Sendable {
    public var name: String
    public var expected: String
    public var actual: String
    public var passed: String
    public var support: String

    public init(name: String, expected: String, actual: String, passed: String, support: String) {
      self.name = name
      self.expected = expected
      self.actual = actual
      self.passed = passed
      self.support = support
    }
  }

  public struct Difference: Hashable, Sendable {
    public var heading: String
    public var lines: [Line]
    /// What is the same and what is left out, in a sentence.
    public var rest: String?

    public struct Line: Hashable, Sendable {
      public var path: String
      public var before: Value?
      public var after: Value?

      public init(path: String, before: Value?, after: Value?) {
        self.path = path
        self.before = before
        self.after = after
      }
    }

    public init(heading: String, lines: [Line], rest: String?) {
      self.heading = heading
      self.lines = lines
      self.rest = rest
    }
  }

  public struct Episode: Hashable, Sendable {
    public var number: Int
    public var opened: Time
    public var closed: Time?
    public var state: String
    public var sla: String
    public var statements: [Statement]

    public init(number: Int, opened: Time, closed: Time?, state: String, sla: String, statements: [Statement])
    {
      self.number = number
      self.opened = opened
      self.closed = closed
      self.state = state
      self.sla = sla
      self.statements = statements
    }
  }

  public struct Related: Hashable, Sendable {
    public var id: String
    public var product: String
    public var state: String
    public var citations: [Citation]

    public init(id: String, product: String, state: String, citations: [Citation]) {
      self.id = id
      self.product = product
      self.state = state
      self.citations = citations
    }
  }

  public struct Record: Hashable, Sendable {
    public var number: String
    public var at: Time?
    public var kind: String
    public var size: Int
    public var leaf: String
    public var isWithheld: Bool

    public init(number: String, at: Time?, kind: String, size: Int, leaf: String, isWithheld: Bool) {
      self.number = number
      self.at = at
      self.kind = kind
      self.size = size
      self.leaf = leaf
      self.isWithheld = isWithheld
    }
  }
}

extension EvidencePage {
  var hasEarlier: Bool { !earlier.isEmpty }
  var hasWithheld: Bool { records.contains(where: \.isWithheld) }
  var hasRelated: Bool { !related.isEmpty }
}

extension EvidencePage.Chapter {
  /// The class of its section.
  var kind: String { statements.isEmpty ? "absent" : "told" }
  var hasStatements: Bool { !statements.isEmpty }
}

extension EvidencePage.Statement {
  var hasFacts: Bool { !facts.isEmpty }
  var hasChecks: Bool { !checks.isEmpty }
}

extension EvidencePage.Difference {
  var hasLines: Bool { !lines.isEmpty }
}
