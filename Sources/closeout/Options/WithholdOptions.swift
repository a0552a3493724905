import ArgumentParser
import Evidence
import Store
import TransparencyLog

/// Which records are left out of packages.
struct WithholdOptions: ParsableArguments {
  /// A kind of records, or one record.
  enum Choice: ExpressibleByArgument {
    case kind(Withholding.Kind)
    case record(LeafHash)

    init?(argument: String) {
      if let kind = Withholding.Kind(rawValue: argument) {
        self = .kind(kind)
      } else if let leaf = Hash256(hex: argument) {
        self = .record(leaf)
      } else {
        return nil
      }
    }
  }

  @Option(
    name: .customLong("withhold"),
    help: ArgumentHelp(
      "Leave the bytes of records out: snapshots, history, ledger, all, or the leaf of a record as pages list it "
        + "(64 digits); repeatable.", valueName: "what"))
  var chosen: [Choice] = []

  var withholding: Withholding {
    chosen.reduce(into: .nothing) { withholding, choice in
      switch choice {
      case .kind(let kind): withholding.kinds.insert(kind)
      case .record(let leaf): withholding.leaves.insert(leaf)
      }
    }
  }

  /// Nothing is written when a record is named that the store does not have: a slip of the pen must not hand
  /// out what was to be withheld.
  func check(in snapshot: borrowing Snapshot) throws {
    for leaf in withholding.leaves where try RecordLookup.position(of: leaf, in: snapshot) == nil {
      throw EvidenceError(
        .noRecords, "the store has no record with the leaf \(leaf.hex); nothing was written",
        hint: "the list of records at the end of a page has the leaves")
    }
  }

  func tell(of written: PackageSet.Written) {
    guard !chosen.isEmpty else { return }
    Output.say(
      written.withheld == 0
        ? "warning: none of these packages has a record that was to be withheld"
        : "withheld: \(Quantities.count(written.withheld)) records, counted once for each package")
  }
}
