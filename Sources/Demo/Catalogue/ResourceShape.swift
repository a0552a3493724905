/// The kinds of resource in the estate: how each is named and described in a finding.
enum ResourceShape: String, Sendable {
  case bucket = "AwsS3Bucket"
  case instance = "AwsEc2Instance"
  case securityGroup = "AwsEc2SecurityGroup"
  case volume = "AwsEc2Volume"
  case vpc = "AwsEc2Vpc"
  case user = "AwsIamUser"
  case role = "AwsIamRole"
  case database = "AwsRdsDbInstance"
  case databaseCluster = "AwsRdsDbCluster"
  case function = "AwsLambdaFunction"
  case key = "AwsKmsKey"
  case trail = "AwsCloudTrailTrail"
  case topic = "AwsSnsTopic"
  case queue = "AwsSqsQueue"
  case table = "AwsDynamoDbTable"
  case secret = "AwsSecretsManagerSecret"
  case repository = "AwsEcrRepository"
  case loadBalancer = "AwsElbv2LoadBalancer"
  case cluster = "AwsEksCluster"

  var isGlobal: Bool { self == .user || self == .role }

  /// A name as the service would give it, or as a team would.
  func name(team: String, environment: String, random: inout SplitMix64) -> String {
    switch self {
    case .instance: "i-" + random.hex(17)
    case .securityGroup: "sg-" + random.hex(17)
    case .volume: "vol-" + random.hex(17)
    case .vpc: "vpc-" + random.hex(17)
    case .key: random.uuid()
    default: "\(team)-\(random.pick(Self.purposes))-\(environment.prefix(4))-\(random.hex(8))"
    }
  }

  func arn(name: String, account: String, region: String) -> String {
    let place = "\(region):\(account)"
    return switch self {
    case .bucket: "arn:aws:s3:::\(name)"
    case .instance: "arn:aws:ec2:\(place):instance/\(name)"
    case .securityGroup: "arn:aws:ec2:\(place):security-group/\(name)"
    case .volume: "arn:aws:ec2:\(place):volume/\(name)"
    case .vpc: "arn:aws:ec2:\(place):vpc/\(name)"
    case .user: "arn:aws:iam::\(account):user/\(name)"
    case .role: "arn:aws:iam::\(account):role/\(name)"
    case .database: "arn:aws:rds:\(place):db:\(name)"
    case .databaseCluster: "arn:aws:rds:\(place):cluster:\(name)"
    case .function: "arn:aws:lambda:\(place):function:\(name)"
    case .key: "arn:aws:kms:\(place):key/\(name)"
    case .trail: "arn:aws:cloudtrail:\(place):trail/\(name)"
    case .topic: "arn:aws:sns:\(place):\(name)"
    case .queue: "arn:aws:sqs:\(place):\(name)"
    case .table: "arn:aws:dynamodb:\(place):table/\(name)"
    case .secret: "arn:aws:secretsmanager:\(place):secret:\(name)"
    case .repository: "arn:aws:ecr:\(place):repository/\(name)"
    case .loadBalancer: "arn:aws:elasticloadbalancing:\(place):loadbalancer/app/\(name)/50dc6c495c0c9188"
    case .cluster: "arn:aws:eks:\(place):cluster/\(name)"
    }
  }

  /// What the scanner adds about the resource, for the kinds where it adds something.
  func details(name: String, account: String, random: inout SplitMix64) -> JSONTree? {
    let body: JSONTree? =
      switch self {
      case .bucket: ["OwnerId": .text(random.hex(64)), "Name": .text(name)]
      case .instance:
        [
          "Type": .text(random.pick(["t3.medium", "m6i.large", "c7g.xlarge"])),
          "ImageId": .text("ami-" + random.hex(17)), "VpcId": .text("vpc-" + random.hex(17)),
          "SubnetId": .text("subnet-" + random.hex(17)),
        ]
      case .securityGroup:
        ["GroupName": .text("app-" + random.hex(4)), "GroupId": .text(name), "OwnerId": .text(account)]
      case .user: ["UserName": .text(name), "Path": "/"]
      case .database:
        [
          "DBInstanceIdentifier": .text(name), "Engine": "postgres", "EngineVersion": "15.7",
          "MultiAZ": .flag(random.chance(400)),
        ]
      case .function:
        ["FunctionName": .text(name), "Runtime": .text(random.pick(["nodejs16.x", "python3.8", "java8"]))]
      case .key: ["KeyId": .text(name), "KeyManager": "CUSTOMER", "KeyState": "Enabled"]
      default: nil
      }
    return body.map { [rawValue: $0] }
  }

  private static let purposes = [
    "orders", "invoices", "assets", "events", "reports", "sessions", "images", "exports", "billing", "search",
  ]
}
