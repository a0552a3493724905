import Foundation
import Remediation

/// The one place where the program asks what time it is.
enum Clock {
  static func now() -> Instant {
    Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }
}
