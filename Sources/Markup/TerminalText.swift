/// `text` as it may be printed on a terminal or into a log.
///
/// Escape sequences (ESC, OSC 8 links), carriage returns that overwrite a line, C1 controls, bidi
/// controls and other unseen characters are shown as `⟨U+001B⟩`.
///
/// - Parameter keepingLines: Keep LF and TAB. By default they are shown as well, so that data cannot
///   begin a line of its own in a log.
public func terminalSafe(_ text: String, keepingLines: Bool = false) -> String {
  func isShown(_ scalar: Unicode.Scalar) -> Bool {
    UnseenScalars.contains(scalar) || !keepingLines && (scalar == "\n" || scalar == "\t")
  }
  guard text.unicodeScalars.contains(where: isShown) else { return text }
  var bytes: [UInt8] = []
  for scalar in text.unicodeScalars {
    if isShown(scalar) {
      UnseenScalars.append(scalar, to: &bytes)
    } else {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
