/// How much of one text of a record is shown, in scalars: the record itself has the rest.
///
/// A finding may carry megabytes in one member; parsers of XML take no text longer than 10 MB.
let longestShownText = 16_384

/// The text, or its beginning with a note of how much is left out.
func shortened(_ text: String, to limit: Int = longestShownText) -> String {
  // The number of bytes is known at once; counting scalars is not needed for short ones.
  guard text.utf8.count > limit else { return text }
  let scalars = text.unicodeScalars
  guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
    end < scalars.endIndex
  else { return text }
  return String(scalars[..<end])
    + "… [\(scalars.distance(from: end, to: scalars.endIndex)) more characters in the record]"
}
