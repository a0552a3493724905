import JSONKit
import Remediation

/// Reads findings in the AWS Security Finding Format.
///
/// Real findings break the format's rules in every way that is still readable, so little is refused: one
/// without its identity, without resources or without a readable time, and product samples. Source of the
/// members: AWS Security Hub API Reference, AwsSecurityFinding; of what is done about each defect:
/// `docs/sources.md`.
struct ASFFReader: SourceReader {
  let source = SourceKind.asff
  let pointers = ASFFField.allCases.map(\.pointer)

  var cache = TextCache()
  var descriptions = DescriptionCache()
  private var resources = ASFFResources()
  private var products: [ExactText: ASFFProduct] = [:]

  init() {}

  func recognises(_ fields: JSONFields) -> Bool {
    if fields.has(.productArn) {
      return fields.has(.id) || fields.has(.resources) || fields.has(.schemaVersion)
    }
    guard fields.has(.id), fields.has(.resources), !fields.has(.findingIdentifier), !fields.has(.specVersion)
    else { return false }
    return fields.has(.schemaVersion) || fields.has(.generatorID) || fields.has(.awsAccountID)
  }

  mutating func read(_ record: RecordView) throws(Rejection) -> RecordContent {
    let identity = FindingIdentity(
      productArn: try required(.productArn, "/ProductArn", record), id: try identifier(record))
    guard !isSample(record) else {
      throw Rejection(
        reason: .sampleFinding, path: "/Sample", explanation: "the product made this finding as an example",
        hint: "samples are kept out of all numbers")
    }
    var observation = Observation(kind: .snapshot, finding: identity, times: try ASFFTimes.read(record))
    let listed = try resources.read(record, &cache)
    let product = product(identity.productArn)
    readStatus(record, product, into: &observation)
    let description = description(record, listed, product)
    observation.accountName = record[.accountName]?.ifText.map { cache.text($0, in: record.bytes) }
    observation.description = description
    observation.violation = violation(
      record, listed, product, id: identity.id, isTrusted: description.value.isTrusted)
    return .observation(Shared(observation))
  }

  /// The finding's own id is new in every record and is not looked up.
  private func identifier(_ record: RecordView) throws(Rejection) -> String {
    try text(.id, "/Id", record).string(in: record.bytes)
  }

  private mutating func required(
    _ slot: Recognition, _ path: String, _ record: RecordView
  ) throws(Rejection) -> String {
    cache.text(try text(slot, path, record), in: record.bytes)
  }

  private func text(_ slot: Recognition, _ path: String, _ record: RecordView) throws(Rejection) -> JSONSlice
  {
    guard let slice = record.value(slot) else {
      throw Rejection(
        reason: .missingField, path: path, explanation: "expected \(path.dropFirst()), found none",
        hint: "a finding is known by ProductArn and Id together")
    }
    guard slice.kind == .string else {
      throw Rejection(
        reason: .badType, path: path, explanation: "expected text, found \(slice.shown(in: record.bytes))")
    }
    guard let text = slice.ifText else {
      throw Rejection(
        reason: .missingField, path: path, explanation: "expected \(path.dropFirst()), found empty text")
    }
    return text
  }

  private func isSample(_ record: RecordView) -> Bool {
    guard let sample = record[.sample] else { return false }
    return sample.bool ?? sample.equals("true", in: record.bytes)
  }

  private mutating func product(_ arn: String) -> ASFFProduct {
    let exact = ExactText(arn)
    if let known = products[exact] { return known }
    let product = ASFFProduct(arn: arn)
    // There are some hundred products in some dozen regions; more is an attack on memory.
    if products.count >= 1 << 12 { products.removeAll(keepingCapacity: true) }
    products[exact] = product
    return product
  }

  // MARK: what is violated

  private mutating func violation(
    _ record: RecordView, _ listed: ASFFResources.Listed, _ product: ASFFProduct, id: String, isTrusted: Bool
  ) -> ViolationKey {
    var control = control(record, product)
    if !isTrusted {
      // What a stranger says about a control is never joined with what the product says about it.
      control = product.name + "/" + control
    }
    return ViolationKey(
      partition: product.partition ?? listed.partition ?? ARN(id)?.partition ?? "aws",
      account: account(record, product, id, listed), region: region(record, product, id, listed),
      control: control, resources: listed.ids)
  }

  private mutating func account(
    _ record: RecordView, _ product: ASFFProduct, _ id: String, _ listed: ASFFResources.Listed
  ) -> String {
    // The organisation's analyzer reports under the administrator's account.
    if product.isAccessAnalyzer, let owner = record[.ownerAccount]?.ifText {
      return cache.text(owner, in: record.bytes)
    }
    if let slice = record.value(.awsAccountID) {
      if let text = slice.ifText { return cache.text(text, in: record.bytes) }
      if let number = AccountID.text(number: slice, in: record.bytes) { return number }
    }
    let candidates = [ARN(id)?.account, listed.ids.first.flatMap { ARN($0)?.account }, product.account]
    return candidates.compactMap { $0 }.first { !$0.isEmpty } ?? "unknown"
  }

  private mutating func region(
    _ record: RecordView, _ product: ASFFProduct, _ id: String, _ listed: ASFFResources.Listed
  ) -> String {
    if let region = record[.region]?.ifText { return cache.text(region, in: record.bytes) }
    let candidates = [listed.region, ARN(id)?.region, product.region]
    return candidates.compactMap { $0 }.first { !$0.isEmpty } ?? "unknown"
  }
}
