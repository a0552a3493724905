extension DemoControl {
  /// The checks of the estate: public ids, titles and severities; the descriptions are our own.
  static let catalogue = storageAndNetwork + dataAndPlatform

  private static let storageAndNetwork: [DemoControl] = [
    DemoControl(
      id: "S3.5",
      title: "S3 general purpose buckets should require requests to use SSL",
      severity: .medium, resource: .bucket, standards: [.foundational, .cis, .pci, .nist],
      requirements: ["AC-17(2)", "IA-5(1)", "SC-8", "SC-8(1)"], rule: "s3-bucket-ssl-requests-only",
      description: "Looks for a bucket policy that refuses requests over plain HTTP. Without one, "
        + "data can be read on its way.",
      setting: .init("SecureTransportPolicy", "absent", "deny-insecure"),
      weight: 14, recurrence: 40),
    DemoControl(
      id: "S3.8",
      title: "S3 general purpose buckets should block public access",
      severity: .high, resource: .bucket, standards: [.foundational, .cis, .nist],
      requirements: ["AC-3", "AC-6", "SC-7", "SC-7(11)"], rule: "s3-bucket-level-public-access-prohibited",
      description: "Looks at the four public access settings of the bucket itself. One that is off "
        + "lets a policy or an ACL open the bucket to everyone.",
      setting: .init(
        "PublicAccessBlock",
        ["BlockPublicAcls": false, "RestrictPublicBuckets": false],
        ["BlockPublicAcls": true, "RestrictPublicBuckets": true]),
      weight: 20, recurrence: 330),
    DemoControl(
      id: "S3.9",
      title: "S3 general purpose buckets should have server access logging enabled",
      severity: .medium, resource: .bucket, standards: [.foundational, .nist],
      requirements: ["AC-2(4)", "AU-2", "AU-12"], rule: "s3-bucket-logging-enabled",
      description: "Looks for a target bucket that receives access logs. Without them nobody can "
        + "say who read an object.",
      setting: .init("LoggingEnabled", false, true),
      weight: 16),
    DemoControl(
      id: "EC2.2",
      title: "VPC default security groups should not allow inbound or outbound traffic",
      severity: .high, resource: .securityGroup, standards: [.foundational, .cis, .pci, .nist],
      requirements: ["AC-4", "SC-7", "SC-7(5)"], rule: "vpc-default-security-group-closed",
      description: "Looks at the rules of the default group of a VPC. Instances that name no group "
        + "of their own fall into this one.",
      setting: .init("Rules", ["ingress-self", "egress-any"], []),
      weight: 10),
    DemoControl(
      id: "EC2.3",
      title: "Attached Amazon EBS volumes should be encrypted at-rest",
      severity: .medium, resource: .volume, standards: [.foundational, .nist],
      requirements: ["SC-13", "SC-28", "SC-28(1)"], rule: "encrypted-volumes",
      description: "Looks at volumes that are attached to an instance and not encrypted. Snapshots "
        + "of such a volume are readable by whoever holds them.",
      setting: .init("Encrypted", false, true),
      weight: 14),
    DemoControl(
      id: "EC2.6",
      title: "VPC flow logging should be enabled in all VPCs",
      severity: .medium, resource: .vpc, standards: [.foundational, .cis, .pci, .nist],
      requirements: ["AC-4(26)", "AU-12", "SI-7(8)"], rule: "vpc-flow-logs-enabled",
      description: "Looks for a flow log on the VPC. Without one, traffic cannot be traced after an "
        + "incident.",
      setting: .init("FlowLogs", "none", "reject"),
      evaluation: .periodic, weight: 8),
    DemoControl(
      id: "EC2.8",
      title: "EC2 instances should use Instance Metadata Service Version 2 (IMDSv2)",
      severity: .high, resource: .instance, standards: [.foundational, .cis, .nist],
      requirements: ["AC-3", "AC-6"], rule: "ec2-imdsv2-check",
      description: "Looks at whether the metadata service insists on session tokens. The older "
        + "version hands credentials to any request that an application forwards.",
      setting: .init("HttpTokens", "optional", "required"),
      weight: 18, recurrence: 60),
    DemoControl(
      id: "EC2.13",
      title: "Security groups should not allow ingress from 0.0.0.0/0 or ::/0 to port 22",
      severity: .high, resource: .securityGroup, standards: [.cis, .pci, .nist],
      requirements: ["AC-4", "CM-7", "SC-7(4)"], rule: "restricted-ssh",
      description: "Looks for a rule that opens port 22 to every address. Password guessing starts "
        + "within minutes of such a rule.",
      setting: .init("Ingress", "tcp/22 0.0.0.0/0", "tcp/22 10.0.0.0/8"),
      lane: .driftCorrect, weight: 14, recurrence: 300),
    DemoControl(
      id: "EC2.19",
      title: "Security groups should not allow unrestricted access to ports with high risk",
      severity: .critical, resource: .securityGroup, standards: [.foundational, .nist],
      requirements: ["AC-4", "CM-7", "SC-7", "SC-7(5)"], rule: "vpc-sg-restricted-common-ports",
      description: "Looks for rules that open database, remote desktop or administration ports to "
        + "every address.",
      setting: .init("Ingress", "tcp/3389 0.0.0.0/0", "none"),
      lane: .driftCorrect, weight: 12, recurrence: 240),
    DemoControl(
      id: "IAM.3",
      title: "IAM users' access keys should be rotated every 90 days or less",
      severity: .medium, resource: .user, standards: [.foundational, .cis, .nist],
      requirements: ["AC-2(1)", "AC-2(3)"], rule: "access-keys-rotated",
      description: "Looks at the age of active access keys. A key that leaked stays useful until "
        + "somebody replaces it.",
      setting: .init("AccessKeyAgeDays", 131, 0),
      evaluation: .periodic, weight: 12, recurrence: 280),
    DemoControl(
      id: "IAM.5",
      title: "MFA should be enabled for all IAM users that have a console password",
      severity: .medium, resource: .user, standards: [.foundational, .cis, .pci, .nist],
      requirements: ["AC-3(15)", "IA-2(1)"], rule: "mfa-enabled-for-iam-console-access",
      description: "Looks for users who sign in to the console with a password alone.",
      setting: .init("MFADevices", 0, 1),
      lane: .escalate, evaluation: .periodic, weight: 8),
    DemoControl(
      id: "IAM.8",
      title: "Unused IAM user credentials should be removed",
      severity: .medium, resource: .user, standards: [.foundational, .pci, .nist],
      requirements: ["AC-2", "AC-6"], rule: "iam-user-unused-credentials-check",
      description: "Looks for passwords and keys that nobody used for 90 days.",
      setting: .init("UnusedCredentials", 1, 0),
      evaluation: .periodic, weight: 8),
    DemoControl(
      id: "RDS.2",
      title: "RDS DB Instances should prohibit public access, as determined by the "
        + "PubliclyAccessible configuration",
      severity: .critical, resource: .database, standards: [.foundational, .cis, .pci, .nist],
      requirements: ["AC-3", "SC-7", "SC-7(11)"], rule: "rds-instance-public-access-check",
      description: "Looks at whether the database takes a public address. Its password is then the "
        + "only thing between it and everyone.",
      setting: .init("PubliclyAccessible", true, false),
      weight: 6),
    DemoControl(
      id: "RDS.3",
      title: "RDS DB instances should have encryption at-rest enabled",
      severity: .medium, resource: .database, standards: [.foundational, .cis, .nist],
      requirements: ["SC-13", "SC-28", "SC-28(1)"], rule: "rds-storage-encrypted",
      description: "Looks at the storage of the database. Encryption cannot be switched on later: "
        + "the instance is copied.",
      setting: .init("StorageEncrypted", false, true),
      lane: .escalate, weight: 8),
    DemoControl(
      id: "RDS.6",
      title: "Enhanced monitoring should be configured for RDS DB instances",
      severity: .low, resource: .database, standards: [.foundational, .nist],
      requirements: ["SI-2", "SI-4"], rule: "rds-enhanced-monitoring-enabled",
      description: "Looks for operating system figures beside the usual ones of the database.",
      setting: .init("MonitoringInterval", 0, 60),
      weight: 8, isDisabledLater: true),
    DemoControl(
      id: "RDS.7",
      title: "RDS clusters should have deletion protection enabled",
      severity: .medium, resource: .databaseCluster, standards: [.foundational, .nist],
      requirements: ["CM-3", "SC-5(2)"], rule: "rds-cluster-deletion-protection-enabled",
      description: "Looks at whether the cluster can be deleted with one call.",
      setting: .init("DeletionProtection", false, true),
      weight: 8),
  ]
}
