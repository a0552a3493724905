/// The product that a finding says it comes from, by its ProductArn.
///
/// Only AWS can write `arn:<partition>:securityhub:<region>::product/aws/<service>`; any account can import
/// under `product/<account>/default` whatever it likes, a control id and a known product name included.
///
/// A reference: every finding is given the one of its ARN, and to copy a value would count five references.
final class ASFFProduct: Sendable {
  let partition: String?
  let region: String?
  /// The account in `product/<account>/default`.
  let account: String?
  /// What follows `product/`, such as `aws/securityhub`; the whole text when it is no such ARN.
  let name: String
  /// Whether the finding was written by AWS itself.
  let isAWS: Bool

  init(arn text: String) {
    guard let arn = ARN(text), arn.service == "securityhub", arn.resource.hasPrefix("product/") else {
      partition = ARN(text)?.partition
      region = ARN(text)?.region
      (account, name, isAWS) = (nil, text, false)
      return
    }
    partition = arn.partition
    region = arn.region
    name = String(arn.resource.dropFirst("product/".count))
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    isAWS = arn.account.isEmpty && parts.count == 2 && parts[0] == "aws"
    account = parts.first.map(String.init).flatMap { $0.utf8.allSatisfy(Self.isDigit) ? $0 : nil }
  }

  var isAccessAnalyzer: Bool { isAWS && name == "aws/access-analyzer" }
  var isInspector: Bool { isAWS && name == "aws/inspector" }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// Names that only AWS may speak under.
  static let awsNames: Set<String> = [
    "Security Hub", "GuardDuty", "Inspector", "Macie", "IAM Access Analyzer", "Access Analyzer", "Config",
    "Firewall Manager", "Systems Manager Patch Manager", "Health", "Detective", "IoT Device Defender",
  ]
}
