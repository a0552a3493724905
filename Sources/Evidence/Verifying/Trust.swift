import TransparencyLog

/// Which keys a package is checked with: those that were given, else those that it carries.
struct Trust {
  private let files: PackageFiles
  let packageKey: LogPublicKey?
  let logKey: LogPublicKey?
  let isPackageKeyGiven: Bool
  let isLogKeyGiven: Bool

  init(files: PackageFiles, given: [LogPublicKey]) {
    self.files = files
    func carried(_ path: String, _ algorithm: KeyAlgorithm) -> LogPublicKey? {
      let key = files.text(path).flatMap { try? LogPublicKey(pem: $0) }
      return key?.algorithm == algorithm ? key : nil
    }
    let package = given.first { $0.algorithm == .ecdsaP256 }
    let log = given.first { $0.algorithm == .ed25519 }
    isPackageKeyGiven = package != nil
    isLogKeyGiven = log != nil
    packageKey = package ?? carried(BagNames.packageKey, .ecdsaP256)
    logKey = log ?? carried(BagNames.logKey, .ed25519)
  }

  var warnings: [String] {
    guard !isPackageKeyGiven else { return [] }
    let shown = packageKey.map { " (fingerprint \($0.fingerprint.hex))" } ?? ""
    return isLogKeyGiven
      ? [
        "the signature of the package was checked with the key that it carries\(shown): "
          + "give the packages' key too"
      ]
      : [
        "only the keys that came with the package were used\(shown): whoever made the package made them. "
          + "Give the key that reached you by another road"
      ]
  }

  func packageSignature() throws(CheckFailure) -> String {
    guard let signature = files[BagNames.tagManifestSignature] else {
      throw .notChecked("the package is not signed: anybody can have written it")
    }
    guard let packageKey else { throw .notChecked("there is no key to check the signature with") }
    guard let signed = files[BagNames.tagManifest], packageKey.isValid(signature, for: signed) else {
      throw .failed("the signature of \(BagNames.tagManifest) does not hold with this key")
    }
    return "by the key \(packageKey.fingerprint.hex)"
      + (isPackageKeyGiven ? "" : ", which the package carries itself")
  }
}
