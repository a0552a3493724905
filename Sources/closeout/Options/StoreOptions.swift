import ArgumentParser
import Foundation
import Store

/// Which store a command works on.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The store.", discussion: "Default: $CLOSEOUT_STORE, else closeout.db.", valueName: "file"))
  var store: String?

  var path: String {
    store ?? ProcessInfo.processInfo.environment["CLOSEOUT_STORE"] ?? "closeout.db"
  }

  func open() throws(StoreError) -> Store {
    try Store.open(at: path, create: false)
  }

  func openOrCreate() throws(StoreError) -> Store {
    try Store.open(at: path, create: true)
  }
}
