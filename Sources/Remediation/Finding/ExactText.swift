/// A text that is another as soon as one byte is, as stores and hashes tell texts apart: a key of dictionaries.
///
/// Two strings are equal in Swift when they look the same: an é of one scalar and one of two would be one name in
/// memory and two in the store, and which of them a record got would depend on what came before it.
public struct ExactText: Hashable, Sendable {
  public let text: String

  @inlinable
  public init(_ text: String) {
    self.text = text
  }

  public static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.hasSameBytes(as: right.text)
  }

  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension ExactText: Comparable {
  /// The order of the bytes, which is also that of the characters' numbers.
  public static func < (left: ExactText, right: ExactText) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

extension Sequence<String> {
  /// Each as a key that is another as soon as one byte is.
  public var exact: [ExactText] { map(ExactText.init) }
}

extension Sequence<ExactText> {
  public var texts: [String] { map(\.text) }
}
