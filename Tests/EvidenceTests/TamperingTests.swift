@testable import Evidence
import Foundation
import TestSupport
import Testing
import TransparencyLog

/// A way to falsify an unpacked package.
enum Tampering: String, CaseIterable, CustomTestStringConvertible {
  case changedRecord, changedPage, addedFile, addedTagFile, removedFile, rehashedManifest, swappedSignature
  case otherProof, swappedCheckpoint, droppedHead, hiddenRecord, link

  var testDescription: String { rawValue }

  /// The check of `closeout verify` that has to fail, whatever else does.
  var check: VerificationReport.CheckName {
    switch self {
    case .changedRecord, .changedPage, .otherProof, .swappedCheckpoint: .payload
    case .addedFile, .addedTagFile, .removedFile, .droppedHead, .hiddenRecord: .files
    case .rehashedManifest, .swappedSignature: .signature
    case .link: .container
    }
  }

  func apply(to bag: URL, other: URL) throws {
    func file(_ path: String) -> URL { bag.appending(path: path) }
    func append(_ text: String, to path: String) throws {
      try Data(contentsOf: file(path)).appending(text).write(to: file(path))
    }
    func take(_ path: String) throws {
      try Data(contentsOf: other.appending(path: path)).write(to: file(path))
    }
    switch self {
    case .changedRecord: try append(" ", to: "data/records/0003.json")
    case .changedPage: try append("<p>compliant</p>", to: BagNames.page)
    case .addedFile: try Data("x".utf8).write(to: file("data/records/9999.json"))
    case .addedTagFile: try Data("x".utf8).write(to: file("README.txt"))
    case .removedFile: try FileManager.default.removeItem(at: file("data/records/0005.json"))
    case .rehashedManifest: try rehash(bag)
    case .swappedSignature: try take(BagNames.tagManifestSignature)
    case .otherProof: try take("data/ledger/0001.tlog-proof")
    case .swappedCheckpoint: try append("\n", to: BagNames.checkpoint)
    case .droppedHead: try FileManager.default.removeItem(at: file("data/ledger/heads/0001/0002.head"))
    case .hiddenRecord:
      try FileManager.default.removeItem(at: file("data/records/0009.json"))
      try FileManager.default.removeItem(at: file("data/ledger/0009.tlog-proof"))
    case .link:
      try FileManager.default.removeItem(at: file("data/records/0002.json"))
      try FileManager.default.createSymbolicLink(
        at: file("data/records/0002.json"), withDestinationURL: file("data/records/0001.json"))
    }
  }

  /// Changes the page and writes both manifests anew, as somebody without the key can.
  private func rehash(_ bag: URL) throws {
    let page = bag.appending(path: BagNames.page)
    try Data(contentsOf: page).appending("<p>x</p>").write(to: page)
    try Tampering.rehash(bag)
  }

  static func rehash(_ bag: URL) throws {
    let files = try PackageFiles(folder: bag)
    let payload = files.paths(below: "data/").map { BagFile($0, files[$0] ?? []) }
    let size = payload.reduce(0) { $0 + $1.bytes.count }
    let info = (files.text(BagNames.info) ?? "").replacing(
      /Payload-Oxum: .*/, with: "Payload-Oxum: \(size).\(payload.count)")
    let tags = [
      BagFile(BagNames.manifest, Manifest.text(payload)), BagFile(BagNames.info, info),
      BagFile(BagNames.declaration, files[BagNames.declaration] ?? []),
      BagFile(BagNames.verify, files[BagNames.verify] ?? []),
    ]
    for file in tags + [BagFile(BagNames.tagManifest, Manifest.text(tags))] {
      try Data(file.bytes).write(to: bag.appending(path: file.path))
    }
  }
}

extension Data {
  fileprivate func appending(_ text: String) -> Data { self + Data(text.utf8) }
}

@Suite("A falsified package is refused by Closeout and by the shell script that it carries")
struct TamperingTests {
  @Test(
    "VERIFY.txt accepts the package as it was made, with the right key only",
    .needs(.sh, .openssl, .sha256sum, .unzip))
  func accepted() async throws {
    let story = try PackagedStory.whole()
    let bag = try await story.unpack(try story.package(), to: "good")
    let result = try await PeerTool.sh.run([bag.appending(path: "VERIFY.txt").path, story.packageKey.path])
    #expect(result.status == 0, "\(result.errorText)")
    #expect(result.text.contains("ok: 12 records, each in the log of"))
    #expect(result.errorText.isEmpty)

    let other = try story.folder.write(LogSigningKey(generating: .ecdsaP256).publicKey.pem, to: "other.pub")
    let refused = try await PeerTool.sh.run([bag.appending(path: "VERIFY.txt").path, other.path])
    #expect(refused.status == 1)
    let carried = try await PeerTool.sh.run([bag.appending(path: "VERIFY.txt").path, "--carried-key"])
    #expect(carried.status == 0 && carried.errorText.contains("WARNING"))
    #expect(try await PeerTool.sh.run([bag.appending(path: "VERIFY.txt").path]).status == 64)
    #expect(try await PeerTool.sh.run([bag.appending(path: "VERIFY.txt").path, "/nowhere.pub"]).status == 2)
  }

  @Test(
    "Each falsification is found by both", .needs(.sh, .openssl, .sha256sum, .unzip),
    arguments: Tampering.allCases)
  func refused(tampering: Tampering) async throws {
    let story = try PackagedStory.whole()
    let bag = try await story.unpack(try story.package(), to: "bad")
    let other = try await story.unpack(try story.package(PackagedStory.other), to: "other")
    try tampering.apply(to: bag, other: other)
    let result = try await PeerTool.sh.run([bag.appending(path: "VERIFY.txt").path, story.packageKey.path])
    #expect(result.status == 1, "\(result.text)")
    #expect(result.errorText.contains("FAILED"))
    var verifier = try PackageVerifier(keys: [story.signer.packageKey])
    let report = verifier.verify(folder: bag)
    #expect(!report.isAccepted)
    #expect(report[tampering.check]?.result == .failed, "\(report.checks.filter { $0.result != .passed })")
  }

  /// Whoever holds the key can sign anything: then the log and the records have to disagree with it.
  enum SignedLie: String, CaseIterable {
    case otherProof, droppedHead, hiddenRecord, changedVerdict, changedPage, changedRecord
  }

  @Test(
    "A lie that is signed with the right key is found where the log or the records know better",
    .needs(.sh, .openssl, .sha256sum, .unzip), arguments: SignedLie.allCases)
  func signedLies(lie: SignedLie) async throws {
    let story = try PackagedStory.whole()
    let bag = try await story.unpack(try story.package(), to: "lie")
    let other = try await story.unpack(try story.package(PackagedStory.other), to: "other")
    func replace(_ text: String, with new: String, in path: String) throws {
      let url = bag.appending(path: path)
      try String(contentsOf: url, encoding: .utf8).replacing(text, with: new).write(
        to: url, atomically: false, encoding: .utf8)
    }
    let expected: VerificationReport.CheckName
    switch lie {
    case .otherProof:
      try Tampering.otherProof.apply(to: bag, other: other)
      expected = .inclusion
    case .droppedHead:
      try Tampering.droppedHead.apply(to: bag, other: other)
      expected = .chain
    case .hiddenRecord:
      try Tampering.hiddenRecord.apply(to: bag, other: other)
      expected = .records
    case .changedVerdict:
      try replace("word=\"held\"", with: "word=\"verified\"", in: BagNames.xml)
      expected = .derivation
    case .changedPage:
      try replace("<strong>", with: "<em>", in: BagNames.page)
      expected = .page
    case .changedRecord:
      try replace("payroll", with: "someone", in: "data/records/0001.json")
      expected = .records
    }
    try Tampering.rehash(bag)
    let tagManifest = Array(try Data(contentsOf: bag.appending(path: BagNames.tagManifest)))
    try Data(story.signer.package.sign(tagManifest)).write(
      to: bag.appending(path: BagNames.tagManifestSignature))
    var verifier = try PackageVerifier(keys: [story.signer.packageKey])
    let report = verifier.verify(folder: bag)
    #expect(report[.signature]?.result == .passed)
    #expect(report[expected]?.result == .failed, "\(report.checks.filter { $0.result != .passed })")
    let result = try await PeerTool.sh.run([bag.appending(path: "VERIFY.txt").path, story.packageKey.path])
    // The script does not read what the documents conclude, and says so.
    let isBeyondTheScript = lie == .changedVerdict || lie == .changedPage
    #expect(result.status == (isBeyondTheScript ? 0 : 1), "\(result.text)")
  }

  @Test("A zip that is no package, or that unpacks outside of its folder, is refused before it is read")
  func containers() throws {
    var verifier = try PackageVerifier()
    for bytes in [[], Array("PK".utf8), Array("no zip at all".utf8)] {
      #expect(verifier.verify(zip: bytes)[.container]?.result == .failed)
    }
  }
}
