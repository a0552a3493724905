/// The first five parts of an Amazon Resource Name: `arn:partition:service:region:account:…`.
struct ARN: Equatable {
  let partition: String
  let service: String
  /// Empty for global resources.
  let region: String
  /// Empty for resources that belong to no account.
  let account: String
  let resource: String

  init?(_ text: String) {
    guard text.hasPrefix("arn:") else { return nil }
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, !parts[1].isEmpty, !parts[2].isEmpty else { return nil }
    (partition, service) = (String(parts[1]), String(parts[2]))
    (region, account, resource) = (String(parts[3]), String(parts[4]), String(parts[5]))
  }
}
