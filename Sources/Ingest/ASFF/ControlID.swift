/// Ids of security controls, each in one spelling.
enum ControlID {
  /// The spelling that AWS's documentation uses: `iam.9` is `IAM.9`. Ids of other makers are kept as they
  /// are.
  static func canonical(_ text: String) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2, let number = parts.last, isNumber(number) else { return text }
    let isPCI = parts.count == 3 && parts[0].lowercased() == "pci"
    guard parts.count == 2 || isPCI, let service = services[parts[parts.count - 2].lowercased()] else {
      return text
    }
    return (isPCI ? "PCI." : "") + service + "." + number
  }

  /// The key of a rule that is numbered within its standard: `1.3` is another check in each version of CIS.
  static func rule(_ rule: String, of standard: String?) -> String {
    guard let standard else { return canonical(rule) }
    return Standard.bareName(standard) + "/" + rule
  }

  /// The control in `security-control/S3.8`, `pci-dss/v/3.2.1/PCI.S3.1` or `…/v/1.2.0/rule/1.3`; nil in
  /// others.
  static func inGenerator(_ generator: String) -> String? {
    let consolidated = "security-control/"
    if generator.hasPrefix(consolidated) { return canonical(String(generator.dropFirst(consolidated.count))) }
    guard let standard = Standard.name(ofGenerator: generator),
      let tail = generator.split(separator: "/").last
    else { return nil }
    let id = canonical(String(tail))
    return isAWSControl(id) ? id : rule(String(tail), of: standard)
  }

  /// The control that a title begins with, `EC2.1 …`; nil where it begins with another word.
  static func inTitle(_ title: String) -> String? {
    guard let word = title.split(separator: " ", maxSplits: 1).first else { return nil }
    let id = canonical(String(word))
    return isAWSControl(id) ? id : nil
  }

  private static func isAWSControl(_ id: String) -> Bool {
    let parts = id.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2, let number = parts.last, isNumber(number), let first = parts.first?.utf8.first
    else { return false }
    // `1.3` is a rule of a standard, not a control.
    return !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
  }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Service prefixes of AWS controls by their lower-case form. Source: AWS Security Hub user guide, control
  /// reference.
  private static let services = Dictionary(
    uniqueKeysWithValues: [
      "Account", "ACM", "Amplify", "APIGateway", "AppConfig", "AppFlow", "AppRunner", "AppSync", "Athena",
      "AutoScaling", "Backup", "Batch", "Bedrock", "BedrockAgentCore", "CloudFormation", "CloudFront",
      "CloudTrail",
      "CloudWatch", "CodeArtifact", "CodeBuild", "CodeGuruProfiler", "CodeGuruReviewer", "Cognito", "Config",
      "Connect", "CW", "DataFirehose", "DataSync", "Detective", "DMS", "DocumentDB", "DynamoDB", "EC2", "ECR",
      "ECS",
      "EFS", "EKS", "ElastiCache", "ElasticBeanstalk", "ELB", "ELBv2", "EMR", "ES", "EventBridge",
      "FraudDetector",
      "FSx", "GlobalAccelerator", "Glue", "GuardDuty", "IAM", "Inspector", "IoT", "IoTEvents", "IoTSiteWise",
      "IoTTwinMaker", "IoTWireless", "IVS", "Keyspaces", "Kinesis", "KMS", "Lambda", "Macie", "MQ", "MSK",
      "Neptune",
      "NetworkFirewall", "Opensearch", "PCA", "RDS", "Redshift", "RedshiftServerless", "Route53", "S3",
      "SageMaker",
      "SecretsManager", "ServiceCatalog", "SES", "SNS", "SQS", "SSM", "StepFunctions", "Transfer", "WAF",
      "WorkSpaces",
    ].map { ($0.lowercased(), $0) })
}
