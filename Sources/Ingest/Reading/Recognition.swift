import JSONKit

/// The members by which a document is recognised: the first slots of every reader's shape.
///
/// Most documents are then recognised and read in one pass, and what a document is never depends on which
/// reader looked at it first.
enum Recognition: Int, CaseIterable {
  case productArn, id, resources, schemaVersion, generatorID, awsAccountID
  case findingIdentifier, specVersion

  var pointer: JSONPointer {
    switch self {
    case .productArn: "/ProductArn"
    case .id: "/Id"
    case .resources: "/Resources"
    case .schemaVersion: "/SchemaVersion"
    case .generatorID: "/GeneratorId"
    case .awsAccountID: "/AwsAccountId"
    case .findingIdentifier: "/FindingIdentifier"
    case .specVersion: "/specversion"
    }
  }

  static let pointers = allCases.map(\.pointer)
}

extension JSONFields {
  subscript(_ slot: Recognition) -> JSONSlice? { self[slot.rawValue] }

  /// Whether the member is there and not null.
  func has(_ slot: Recognition) -> Bool { self[slot.rawValue].map { !$0.isNull } ?? false }
}
