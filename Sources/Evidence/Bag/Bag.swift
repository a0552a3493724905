import Remediation

/// A bag after RFC 8493, before it is written: payload below `data/`, and what it is about.
struct Bag {
  static let declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

  /// The top folder; ASCII, of our own making.
  let folder: String
  /// By path.
  let payload: [BagFile]
  let info: String

  /// - Parameters:
  ///   - identifier: what the bag is about, as `sha256:…`.
  ///   - description: what kind of bag it is; no data of findings goes in.
  init(
    folder: String, identifier: String, description: String, asOf: Instant, producer: String,
    payload: [BagFile]
  ) {
    self.folder = folder
    self.payload = payload.sorted { $0.path < $1.path }
    let bytes = payload.reduce(0) { $0 + $1.bytes.count }
    info = """
      Bag-Software-Agent: \(producer)
      Bagging-Date: \(asOf.day)
      External-Description: \(description)
      External-Identifier: \(identifier)
      Payload-Oxum: \(bytes).\(payload.count)

      """
  }
}
