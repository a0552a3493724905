import Dispatch
import Foundation
import Remediation
public import Store

/// Makes the packages of many findings on all cores, and hands them over in the order of the findings.
///
/// The caller's thread reads, workers render, compress and sign. A few packages exist at a time, whatever the
/// number of findings; the bytes are those that one thread would have made, but for the signatures.
public struct PackageSeries: Sendable {
  private let policy: EvidencePolicy
  private let producer: String
  private let signer: PackageSigner?
  private let withholding: Withholding
  private let workers: Int

  /// - Parameter workers: how many threads make packages; by default one for each core, up to eight: more
  ///   wait for the one that reads.
  public init(
    policy: EvidencePolicy = .builtIn, producer: String, signer: PackageSigner? = nil,
    withholding: Withholding = .nothing, workers: Int? = nil
  ) {
    self.policy = policy
    self.producer = producer
    self.signer = signer
    self.withholding = withholding
    self.workers = max(1, workers ?? min(8, ProcessInfo.processInfo.activeProcessorCount))
  }

  /// Makes a package of each finding as of the snapshot's instant.
  ///
  /// When a package cannot be made or `body` throws, what is under way is waited for and thrown away.
  public func forEach(
    of findings: [Int64], in snapshot: borrowing Snapshot, _ body: (EvidencePackage) throws -> Void
  ) throws {
    let work = Handoff<(number: Int, material: EvidenceMaterial)>()
    let results = OrderedResults<Result<EvidencePackage, any Error>>()
    defer { work.close() }
    for number in 0..<workers { start(number, work, results, asOf: snapshot.asOf) }

    var source = try EvidenceSource(snapshot, signer: signer, policy: policy)
    var (sent, taken) = (0, 0)
    do {
      while taken < findings.count {
        if sent < findings.count, sent - taken < 3 * workers {
          work.send((sent, try source.material(of: findings[sent], in: snapshot)))
          sent += 1
          continue
        }
        taken += 1
        try body(results.take(taken - 1).get())
      }
    } catch {
      for number in taken..<sent { _ = results.take(number) }
      throw error
    }
  }

  private func start(
    _ number: Int, _ work: Handoff<(number: Int, material: EvidenceMaterial)>,
    _ results: OrderedResults<Result<EvidencePackage, any Error>>, asOf: Instant
  ) {
    // A queue of its own: the global one has a thread for each core, and is late with another when all wait.
    DispatchQueue(label: "evidence.package.\(number)").async { [policy, producer, signer, withholding] in
      do {
        var packager = try EvidencePackager(
          policy: policy, producer: producer, signer: signer, withholding: withholding)
        while let (number, material) = work.receive() {
          results.put(Result { try packager.package(of: material, asOf: asOf) }, number: number)
        }
      } catch {
        while let (number, _) = work.receive() { results.put(.failure(error), number: number) }
      }
    }
  }
}
