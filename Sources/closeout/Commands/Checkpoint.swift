import ArgumentParser
import Evidence
import Store
import TransparencyLog

/// `closeout checkpoint`: the signed state of the log.
struct Checkpoint: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the signed checkpoint of the log.",
    discussion: """
      Keep it outside of this machine: with it, anyone can later check that the log has only grown
      (closeout consistency). The format is C2SP's tlog-checkpoint.
      """)

  @OptionGroup var store: StoreOptions

  func run() throws {
    do {
      let opened = try store.open()
      let signer = try Keys(store: opened).signer()
      let note = try opened.snapshot(asOf: Clock.now()) { snapshot in
        var log = try snapshot.log()
        return try signer.checkpoint(size: log.size, root: log.root()).note
      }
      Output.write(note.noteText)
    } catch {
      throw Failure.unable(error)
    }
  }
}
