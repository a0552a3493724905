import JSONKit

/// Reads `Resources[]`.
struct ASFFResources: Sendable {
  /// What the violation and its description need of the resources.
  struct Listed {
    var ids: [String] = []
    var types: [String] = []
    /// Of the first resource.
    var partition: String?
    var region: String?
    /// The tag `Environment` or `environment` of the first resource that has one.
    var environment: String?
  }

  private enum Field: Int, CaseIterable {
    case id, type, partition, region, environment, lowerEnvironment

    var pointer: JSONPointer {
      switch self {
      case .id: "/Id"
      case .type: "/Type"
      case .partition: "/Partition"
      case .region: "/Region"
      case .environment: "/Tags/Environment"
      case .lowerEnvironment: "/Tags/environment"
      }
    }
  }

  private let shape = JSONShape(Field.allCases.map(\.pointer), depthLimit: RecordLimits.depth)
  private var fields = JSONFields()

  mutating func read(_ record: RecordView, _ cache: inout TextCache) throws(Rejection) -> Listed {
    guard let slice = record.value(.resources) else {
      throw Rejection(
        reason: .missingField, path: "/Resources", explanation: "expected a list of resources, found none",
        hint: "a finding that names no resource can not be followed to a fix")
    }
    guard slice.kind == .array else {
      throw Rejection(
        reason: .badType, path: "/Resources",
        explanation: "expected a list of resources, found \(slice.shown(in: record.bytes))")
    }
    var listed = Listed()
    var position = slice.start + 1
    while position < slice.end - 1 {
      guard let end = try? shape.readFirst(record.bytes, position..<slice.end - 1, into: &fields) else {
        break
      }
      add(record.bytes, &cache, to: &listed)
      position = end
      while position < slice.end - 1,
        record.bytes[position].isSeparator
      {
        position += 1
      }
    }
    guard !listed.ids.isEmpty else {
      throw Rejection(
        reason: .missingField, path: "/Resources/0/Id",
        explanation: "expected a resource with an Id, found none")
    }
    return listed
  }

  private func add(_ bytes: [UInt8], _ cache: inout TextCache, to listed: inout Listed) {
    func text(_ field: Field) -> JSONSlice? { fields[field.rawValue]?.ifText }
    guard let id = text(.id) else { return }
    if listed.ids.isEmpty {
      listed.partition = text(.partition).map { cache.text($0, in: bytes) }
      listed.region = text(.region).map { cache.text($0, in: bytes) }
    }
    listed.ids.append(id.string(in: bytes))
    if let type = text(.type) {
      let one = cache.list(type, in: bytes) { [$0.string(in: $1)] }
      if listed.types.isEmpty {
        listed.types = one
      } else if !listed.types.contains(one[0]) {
        listed.types += one
      }
    }
    if listed.environment == nil, let environment = text(.environment) ?? text(.lowerEnvironment) {
      listed.environment = cache.text(environment, in: bytes)
    }
  }
}
