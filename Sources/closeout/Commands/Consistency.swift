import ArgumentParser
import Evidence
import Foundation
import Store
import TransparencyLog

/// `closeout consistency`: that the log has only grown.
struct Consistency: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consistency",
    abstract: "Print the proof that the log of one checkpoint is the beginning of that of a later one.",
    discussion: """
      Prints the later checkpoint with the hashes before it (C2SP tlog-witness). Check it without the store:
      closeout verify PROOF --since OLD --key LOG.pub. Exit status 1 when this log is not the one that was
      signed: it was rewritten, or the store is another or an older copy.
      """)

  @OptionGroup var store: StoreOptions

  @Argument(help: ArgumentHelp("The checkpoint that was kept.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("A later one; by default the log as it stands.", valueName: "new"))
  var new: String?

  func run() throws {
    do {
      let older = try Self.note(at: old)
      let newer = try new.map(Self.note)
      let opened = try store.open()
      let signer = try Keys(store: opened).signer()
      let proof = try opened.read(asOf: Clock.now()) { snapshot in
        var prover = try LogProver(snapshot, signer: signer)
        return try prover.consistency(from: older, to: newer, in: snapshot)
      }
      Output.write(proof.text)
    } catch let error as EvidenceError where error.code == .forkedLog || error.code == .badProof {
      _ = Failure.unable(error)
      throw Failure.incomplete
    } catch {
      throw Failure.unable(error)
    }
  }

  private static func note(at path: String) throws -> SignedNote {
    try SignedNote(parsing: Array(Data(contentsOf: URL(filePath: path))))
  }
}
