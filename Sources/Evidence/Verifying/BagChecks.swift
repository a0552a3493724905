import Reports
import TransparencyLog

/// Whether a bag is whole: its files, its manifests, its own numbers.
struct BagChecks {
  let files: PackageFiles

  /// What `bag-info.txt` says the bag is about.
  var identifier: Hash256? {
    tag("External-Identifier").flatMap { value in
      value.hasPrefix("sha256:") ? Hash256(hex: value.dropFirst(7)) : nil
    }
  }

  private func tag(_ name: String) -> String? {
    let lines = files.text(BagNames.info)?.split(separator: "\n").filter { $0.hasPrefix(name + ": ") } ?? []
    return lines.count == 1 ? lines.first.map { String($0.dropFirst(name.count + 2)) } : nil
  }

  private func manifest(_ path: String) throws(CheckFailure) -> [String: Hash256] {
    guard let bytes = files[path] else { throw .failed("\(path) is missing") }
    guard let manifest = Manifest.parse(bytes) else {
      throw .failed("\(path) is no list of digests and paths")
    }
    return manifest
  }

  /// Every file is listed and every listed file is there.
  func completeness() throws(CheckFailure) -> String {
    guard files.text(BagNames.declaration) == Bag.declaration else {
      throw .failed("\(BagNames.declaration) is missing, or not that of BagIt 1.0")
    }
    let payload = try manifest(BagNames.manifest)
    let tags = try manifest(BagNames.tagManifest)
    guard tags.keys.sorted() == BagNames.listedTags.sorted() else {
      throw .failed("\(BagNames.tagManifest) does not list the tag files, each once")
    }
    if let stray = payload.keys.sorted().first(where: { !$0.hasPrefix("data/") }) {
      throw .failed("\(BagNames.manifest) lists \(stray), which is no payload")
    }
    let expected = Set(payload.keys).union(tags.keys).union([BagNames.tagManifest])
    let found = Set(files.files.keys)
    if let missing = expected.subtracting(found).sorted().first { throw .failed("\(missing) is missing") }
    if let added = found.subtracting(expected).subtracting(BagNames.signatures).sorted().first {
      throw .failed("\(added) was added: no manifest lists it")
    }
    if let folder = files.folder, let identifier, folder != expectedFolder(identifier) {
      throw .failed("the top folder is not named after what bag-info.txt says it is about")
    }
    return
      "\(counted(payload.count, "payload file")) and \(counted(tags.count, "tag file")), all there, no others"
  }

  private func expectedFolder(_ identifier: Hash256) -> String {
    PopulationChecks.apply(to: files)
      ? PopulationBag.name(of: identifier) : "closeout-\(identifier.hex.prefix(12))"
  }

  func payload() throws(CheckFailure) -> String {
    let manifest = try manifest(BagNames.manifest)
    var total = 0
    for (path, digest) in manifest.sorted(by: { $0.key < $1.key }) {
      guard let bytes = files[path] else { throw .failed("\(path) is missing") }
      guard Hash256(sha256: bytes) == digest else { throw .failed("\(path) was changed") }
      total += bytes.count
    }
    guard tag("Payload-Oxum") == "\(total).\(manifest.count)" else {
      throw .failed("Payload-Oxum of bag-info.txt is not \(total).\(manifest.count)")
    }
    return "\(counted(manifest.count, "file")), \(total) bytes"
  }

  func tagFiles() throws(CheckFailure) -> String {
    let manifest = try manifest(BagNames.tagManifest)
    for (path, digest) in manifest.sorted(by: { $0.key < $1.key }) {
      guard let bytes = files[path] else { throw .failed("\(path) is missing") }
      guard Hash256(sha256: bytes) == digest else { throw .failed("\(path) was changed") }
    }
    guard identifier != nil else { throw .failed("bag-info.txt does not say what the bag is about") }
    return counted(manifest.count, "file")
  }
}
