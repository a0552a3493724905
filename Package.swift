// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "closeout",
  targets: [
    .target(name: "Remediation")
  ]
)
