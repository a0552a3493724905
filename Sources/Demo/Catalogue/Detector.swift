/// A source of findings that are no control checks: threats, package vulnerabilities, open access.
struct Detector: Sendable {
  let service: Service
  let title: String
  let description: String
  let type: String
  let severity: Severity
  let resource: ResourceShape
  var vulnerability: String?

  enum Service: String, Sendable {
    case guardDuty = "guardduty"
    case inspector = "inspector"
    case accessAnalyzer = "access-analyzer"

    var productName: String {
      switch self {
      case .guardDuty: "GuardDuty"
      case .inspector: "Inspector"
      case .accessAnalyzer: "IAM Access Analyzer"
      }
    }
  }

  static let catalogue: [Detector] = [
    Detector(
      service: .guardDuty, title: "The instance answered a remote desktop guessing attack.",
      description: "Many failed sign-ins from one address, then one that succeeded.",
      type: "TTPs/Initial Access/UnauthorizedAccess:EC2-RDPBruteForce", severity: .high, resource: .instance),
    Detector(
      service: .guardDuty, title: "The instance asks for a domain name that belongs to a mining pool.",
      description: "DNS requests for a name on the list of mining pools.",
      type: "Effects/Resource Consumption/CryptoCurrency:EC2-BitcoinTool.B!DNS", severity: .critical,
      resource: .instance),
    Detector(
      service: .guardDuty, title: "A port scan came to an open port of the instance.",
      description: "A known scanner reached a port that no security group closes.",
      type: "TTPs/Discovery/Recon:EC2-PortProbeUnprotectedPort", severity: .low, resource: .instance),
    Detector(
      service: .inspector, title: "CVE-2023-4911 - glibc",
      description: "A long tunable variable overflows a buffer of the loader; a local user may become root.",
      type: "Software and Configuration Checks/Vulnerabilities/CVE", severity: .high, resource: .instance,
      vulnerability: "CVE-2023-4911"),
    Detector(
      service: .inspector, title: "CVE-2024-3094 - xz-utils",
      description: "Releases of the library carry a back door that reaches the SSH server.",
      type: "Software and Configuration Checks/Vulnerabilities/CVE", severity: .critical, resource: .instance,
      vulnerability: "CVE-2024-3094"),
    Detector(
      service: .inspector, title: "CVE-2023-38545 - curl",
      description: "A long host name overflows the heap while a SOCKS5 proxy is asked to resolve it.",
      type: "Software and Configuration Checks/Vulnerabilities/CVE", severity: .medium, resource: .function,
      vulnerability: "CVE-2023-38545"),
    Detector(
      service: .accessAnalyzer, title: "AwsIamRole allows access from outside the organization",
      description: "The trust policy of the role names a principal of an account that is not ours.",
      type: "Software and Configuration Checks/AWS Security Best Practices/External Access Granted",
      severity: .medium, resource: .role),
    Detector(
      service: .accessAnalyzer, title: "AwsKmsKey allows access from outside the organization",
      description: "The key policy names a principal of an account that is not ours.",
      type: "Software and Configuration Checks/AWS Security Best Practices/External Access Granted",
      severity: .medium, resource: .key),
  ]
}
