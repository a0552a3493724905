import Remediation

/// A text that is another as soon as one byte is, as SQLite tells texts apart.
///
/// Two strings are equal in Swift when they look the same: an é of one scalar and one of two would be one name in
/// memory and two in the store, and which of them a record got would depend on what came before it.
struct ExactText: Hashable {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.hasSameBytes(as: right.text)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
