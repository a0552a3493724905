import ArgumentParser
import Evidence
import Store
import TransparencyLog

/// `closeout key`: the keys that sign checkpoints and packages.
struct Key: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Make or show the keys that sign checkpoints and packages.",
    subcommands: [Init.self, Show.self])

  struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "init", abstract: "Make both keys beside the store, for their owner alone.")

    @OptionGroup var store: StoreOptions

    func run() throws {
      do {
        Show.print(try Keys(store: store.openOrCreate()).create())
      } catch {
        throw Failure.unable(error)
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show the fingerprints, or a public key.",
      discussion: "Hand public keys and fingerprints over by another road than the packages.")

    @OptionGroup var store: StoreOptions
    @Flag(help: "Print the public key of packages as PEM.") var pem = false
    @Flag(help: "With --pem: the public key of the log.") var log = false

    func run() throws {
      do {
        let keys = try KeyStore(besideStore: store.path).show()
        if pem {
          let purpose = log ? "checkpoints" : "packages"
          for key in keys where key.purpose == purpose { Output.write(key.pem) }
        } else {
          Self.print(keys)
        }
      } catch {
        throw Failure.unable(error)
      }
    }

    static func print(_ keys: [KeyStore.Shown]) {
      var table = Table(leftAligned: [0, 1, 2], indent: "")
      for key in keys {
        table.add("signs " + key.purpose, key.algorithm.rawValue, "SHA-256 " + key.fingerprint.hex)
      }
      Output.writeLine(table.text)
    }
  }
}
