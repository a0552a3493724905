import ArgumentParser

/// `closeout`: the command line.
@main
struct Closeout: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "closeout",
    abstract: "Close out cloud-security findings: honest numbers, and proof that an auditor can check alone.",
    discussion: """
      Reads Security Hub exports and remediation ledgers into one store file, works out what was really
      fixed, and serves it to Prometheus, to leaders and to auditors.

      Exit status: 0 done; 1 done, but records were rejected or a verification failed; 2 could not run;
      64 wrong usage.
      """,
    version: ProgramVersion.text,
    subcommands: [
      Demo.self, Ingest.self, Summary.self, Explain.self, Metrics.self, Report.self, Serve.self,
      Evidence.self, Verify.self, Key.self, Checkpoint.self, Prove.self, Consistency.self,
      CheckStore.self, PopulationCommand.self, Sample.self, OSCAL.self, SourceList.self, Rejected.self,
      CheckLedger.self, PolicyCommand.self, Rebuild.self,
    ]
  )
}
