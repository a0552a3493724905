public import Foundation
import Remediation
import Reports
public import TransparencyLog
import XMLKit

/// Checks packages without their store: fixity, signatures, the log, and that page and XML follow from
/// the records.
///
/// For one thread at a time: it keeps the parsed schema and the readers.
public struct PackageVerifier: ~Copyable {
  private let validator: XMLSchemaValidator
  private let keys: [LogPublicKey]
  private let producer: String?
  private var reader = RecordRereader()

  /// - Parameters:
  ///   - keys: the public keys that reached the verifier by another road: the packages' key, the
  ///   log's, or both. Without any, the keys that the package carries are used, and the report warns.
  ///   - producer: this tool's name and version. A page that another version made may look otherwise and
  ///     say the same, so that a difference is then no failure but something that could not be checked.
  public init(keys: [LogPublicKey] = [], producer: String? = nil) throws(EvidenceError) {
    self.keys = keys
    self.producer = producer
    do {
      validator = try XMLSchemaValidator(parsing: Array(Reports.Evidence.evidence1.utf8))
    } catch {
      throw EvidenceError(.invalidXML, "the schema of evidence does not parse: \(error)")
    }
  }

  /// Checks a zip.
  public mutating func verify(zip bytes: [UInt8]) -> VerificationReport {
    var report = VerificationReport()
    do {
      let files = try PackageFiles(zip: bytes)
      report.note(.container, .passed, "one top folder, \(counted(files.files.count, "file"))")
      check(files, &report)
    } catch {
      report.note(.container, error.isFailure ? .failed : .notChecked, error.detail)
    }
    return report
  }

  /// Checks an unpacked package.
  public mutating func verify(folder: URL) -> VerificationReport {
    var report = VerificationReport()
    do {
      let files = try PackageFiles(folder: folder)
      report.note(.container, .passed, "a folder with \(counted(files.files.count, "file"))")
      check(files, &report)
    } catch {
      report.note(.container, error.isFailure ? .failed : .notChecked, error.detail)
    }
    return report
  }

  private mutating func check(_ files: PackageFiles, _ report: inout VerificationReport) {
    let bag = BagChecks(files: files)
    report.check(.files) { () throws(CheckFailure) in try bag.completeness() }
    report.check(.payload) { () throws(CheckFailure) in try bag.payload() }
    report.check(.tagFiles) { () throws(CheckFailure) in try bag.tagFiles() }
    let trust = Trust(files: files, given: keys)
    report.warnings += trust.warnings
    report.check(.signature) { () throws(CheckFailure) in try trust.packageSignature() }
    if PopulationChecks.apply(to: files) {
      check(population: files, bag, trust, &report)
    } else {
      check(package: files, bag, trust, &report)
    }
  }

  private func check(
    population files: PackageFiles, _ bag: BagChecks, _ trust: Trust, _ report: inout VerificationReport
  ) {
    let population = PopulationChecks(files: files)
    var ledger = LedgerChecks(files: files, trust: trust, listed: [:])
    report.check(.checkpoint) { () throws(CheckFailure) in try ledger.checkpointSignature() }
    report.check(.population) { () throws(CheckFailure) in
      try population.population(identifier: bag.identifier, ledger)
    }
    report.check(.balance) { () throws(CheckFailure) in try population.balance() }
  }

  private mutating func check(
    package files: PackageFiles, _ bag: BagChecks, _ trust: Trust, _ report: inout VerificationReport
  ) {
    var derivation = DerivationChecks(files: files)
    report.check(.schema) { () throws(CheckFailure) in try derivation.schema(validator) }
    report.check(.records) { () throws(CheckFailure) in try derivation.records() }
    var ledger = LedgerChecks(files: files, trust: trust, listed: derivation.listed)
    report.check(.checkpoint) { () throws(CheckFailure) in try ledger.checkpointSignature() }
    report.check(.inclusion) { () throws(CheckFailure) in try ledger.inclusion() }
    report.check(.chain) { () throws(CheckFailure) in try ledger.chains(identifier: bag.identifier) }
    report.warnings += ledger.warnings
    report.check(.derivation) { () throws(CheckFailure) in
      try derivation.xml(&reader, identifier: bag.identifier)
    }
    report.check(.page) { () throws(CheckFailure) in try derivation.page(verifiedBy: producer) }
    report.warnings += derivation.warnings
    report.finding = derivation.proof?.subject.identity.id
    report.verdict = derivation.proof?.verdict.word
    report.sentence = derivation.proof?.verdict.sentence
  }
}
