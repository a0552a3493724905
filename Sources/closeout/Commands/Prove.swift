import ArgumentParser
import Evidence
import Store
import TransparencyLog

/// `closeout prove`: that a finding's chain of imports, or one record, is in the log.
struct Prove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: "Print the proof that a finding's newest head, or a record, is in the log.",
    discussion: """
      A head names the records of one import and the head before it: with the newest one in the log, no record
      of the finding that was ever imported can be left out unseen. The proof is C2SP's tlog-proof; its extra
      line carries the entry that it is about, in base 64. Check it with closeout verify.
      """)

  @OptionGroup var store: StoreOptions

  @Option(help: ArgumentHelp("The product, where several use one Id.", valueName: "arn"))
  var product: String?

  @Option(
    help: ArgumentHelp("In place of a finding: the record with this leaf (64 digits).", valueName: "leaf"))
  var record: String?

  @Argument(help: ArgumentHelp("The Id of a finding.", valueName: "finding"))
  var finding: String?

  func validate() throws {
    if (finding == nil) == (record == nil) {
      throw ValidationError("Name a finding, or give --record; not both.")
    }
    if let record, Hash256(hex: record) == nil {
      throw ValidationError("--record is 64 lower-case hexadecimal digits.")
    }
  }

  func run() throws {
    do {
      let opened = try store.open()
      let signer = try Keys(store: opened).signer()
      let proof = try opened.read(asOf: Clock.now()) { snapshot in
        var prover = try LogProver(snapshot, signer: signer)
        if let leaf = record.flatMap({ Hash256(hex: $0) }) {
          return try prover.record(leaf, in: snapshot)
        }
        let id = try FindingLookup.finding(id: finding ?? "", product: product, in: snapshot)
        return try prover.newestHead(of: id, in: snapshot)
      }
      Output.write(proof.text)
    } catch {
      throw Failure.unable(error)
    }
  }
}
