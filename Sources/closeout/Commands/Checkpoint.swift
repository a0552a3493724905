import ArgumentParser
import Evidence
import Foundation
import Store
import TransparencyLog

/// `closeout checkpoint`: the signed state of the log.
struct Checkpoint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint",
    abstract: "Print the signed checkpoint of the log.",
    discussion: """
      Keep it outside of this machine: with it, anyone can later check that the log has only grown
      (closeout consistency). The format is C2SP's tlog-checkpoint, signed with the log's key. The signature
      file is for the packages' key: openssl dgst -sha256 -verify KEY.pub -signature FILE over the lines
      before the empty one.
      """)

  @OptionGroup var store: StoreOptions

  @Option(help: ArgumentHelp("Also write the packages' key's signature here (DER).", valueName: "file"))
  var signature: String?

  func run() throws {
    do {
      let checkpoint = try Keys(store: try store.open()).checkpoint()
      if let signature { try Data(checkpoint.detached).write(to: URL(filePath: signature), options: .atomic) }
      Output.write(checkpoint.note.noteText)
    } catch {
      throw Failure.unable(error)
    }
  }
}
