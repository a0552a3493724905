import TransparencyLog

/// Whether the records of a package are in the log, and all that its findings have.
struct LedgerChecks {
  let files: PackageFiles
  let trust: Trust
  /// The records that evidence.xml lists, by their numbers.
  let listed: [String: LeafHash]
  private var checkpoint: Checkpoint?
  private(set) var warnings: [String] = []

  init(files: PackageFiles, trust: Trust, listed: [String: LeafHash]) {
    self.files = files
    self.trust = trust
    self.listed = listed
  }

  mutating func checkpointSignature() throws(CheckFailure) -> String {
    guard let bytes = files[BagNames.checkpoint] else {
      throw .notChecked("the package carries no checkpoint: it was made without keys")
    }
    guard let logKey = trust.logKey else {
      throw .notChecked("there is no log key to check the checkpoint with")
    }
    do {
      let note = try SignedNote(parsing: bytes)
      let verifier = try NoteVerifier(name: PackageSigner.origin(of: logKey), publicKey: logKey)
      let checkpoint = try Checkpoint(verifying: note, log: [verifier])
      // The packages' key vouches for the checkpoint too, so that one key that was handed over is enough.
      if let packageKey = trust.packageKey {
        guard let detached = files[BagNames.checkpointSignature] else {
          throw LogError(.badSignature, in: BagNames.checkpointSignature, "it is missing")
        }
        guard packageKey.isValid(detached, for: Array(checkpoint.text.utf8)) else {
          throw LogError(.badSignature, in: BagNames.checkpointSignature, "it does not hold with this key")
        }
      }
      self.checkpoint = checkpoint
      return "\(checkpoint.origin), \(counted(checkpoint.size, "entry", plural: "entries"))"
    } catch {
      throw .failed("\(error)")
    }
  }

  func inclusion() throws(CheckFailure) -> String {
    for (number, leaf) in listed.sorted(by: { $0.key < $1.key }) {
      try prove(leaf, BagNames.recordProof(number))
    }
    guard !listed.isEmpty else { throw .notChecked("evidence.xml lists no records that could be proved") }
    var policy = ""
    if files[BagNames.policyProof] != nil {
      try prove(LogEntry(.policy, body: files[BagNames.policy] ?? []).leafHash, BagNames.policyProof)
      policy = ", and the policy,"
    }
    return "\(counted(listed.count, "record"))\(policy) each with a proof against the checkpoint"
  }

  private func known() throws(CheckFailure) -> (SignedNote, Checkpoint) {
    guard let checkpoint, let bytes = files[BagNames.checkpoint], let note = try? SignedNote(parsing: bytes)
    else {
      throw .notChecked("without a good checkpoint nothing can be proved to be in the log")
    }
    return (note, checkpoint)
  }

  /// The leaf is in the log, by the proof of that name.
  func prove(_ leaf: LeafHash, _ path: String) throws(CheckFailure) {
    let (note, checkpoint) = try known()
    guard let bytes = files[path] else { throw .failed("\(path) is missing") }
    do {
      let proof = try TLogProof(parsing: bytes)
      // Its signature was checked in the one place where it stands by itself.
      guard proof.checkpoint == note else {
        throw LogError(.wrongRoot, in: "proof", "it is against another checkpoint than the package's")
      }
      try InclusionProof(index: proof.index, size: checkpoint.size, hashes: proof.hashes)
        .verify(leaf: leaf, root: checkpoint.root)
    } catch {
      throw .failed("\(path): \(error)")
    }
  }

  /// Follows the heads of each finding from the first to the newest, which is in the log.
  mutating func chains(identifier: Hash256?) throws(CheckFailure) -> String {
    let later = Set(
      (files.text(BagNames.laterRecords) ?? "").split(separator: "\n").compactMap { Hash256(hex: $0) })
    let known = Set(listed.values)
    let folders = Set(
      files.paths(below: BagNames.heads).compactMap { path in
        path.dropFirst(BagNames.heads.count).split(separator: "/").first.map(String.init)
      }
    ).sorted()
    guard folders.first == "0001" else { throw .failed("the finding has no chain of imports") }
    var count = 0
    for folder in folders {
      let chain = try chain(in: BagNames.heads + folder + "/")
      if folder == "0001", chain.heads.first?.finding != identifier {
        throw .failed("the chain is of another finding than bag-info.txt names")
      }
      if let missing = chain.records.first(where: { !known.contains($0) && !later.contains($0) }) {
        throw .failed("the chain names the record \(missing.hex), which is not in the package")
      }
      count += chain.records.count
      guard let newest = chain.heads.last else { continue }
      try prove(newest.leafHash, BagNames.heads + folder + "/newest.tlog-proof")
    }
    if !later.isEmpty {
      warnings.append(
        "\(counted(later.count, "record")) of the chain "
          + "\(later.count == 1 ? "is" : "are") not in the package: "
          + "later than its as-of, as whoever made it says"
      )
    }
    return "\(counted(count, "record")) of \(counted(folders.count, "finding")), link by link to the log"
  }

  private func chain(in folder: String) throws(CheckFailure) -> HeadChain {
    let paths = files.paths(below: folder).filter { $0.hasSuffix(".head") }
    do {
      var heads: [HeadEntry] = []
      for path in paths {
        let entry = try LogEntry(parsing: files[path] ?? [])
        guard entry.type == .head else {
          throw LogError(.malformed, in: path, "it is no head")
        }
        heads.append(try HeadEntry(parsing: entry.body))
      }
      return try HeadChain(heads.sorted { $0.sequence < $1.sequence })
    } catch {
      throw .failed("\(folder): \(error)")
    }
  }
}
