/// The texts that words stand for. Two words are equal where their texts have the same bytes: as Strings two that
/// differ in Unicode normalisation would be one.
public struct TextNumbers: Sendable {
  private var kept: [UInt8] = []
  private var ends: [Int] = []
  /// The number of each text at the place that its hash gives it or the next free one; -1 is free.
  private var table = [Int](repeating: -1, count: 64)

  public init() {}

  /// The word for a text.
  public mutating func word(_ text: String) -> Int64 {
    var text = text
    return text.withUTF8 { word(UnsafeRawBufferPointer($0)) }
  }

  /// The word for the text of some bytes.
  public mutating func word(_ text: UnsafeRawBufferPointer) -> Int64 {
    var place = place(of: text)
    while table[place] >= 0 {
      if isSame(table[place], text) { return Word.text(table[place]) }
      place = (place + 1) & (table.count - 1)
    }
    table[place] = ends.count
    kept += text
    ends.append(kept.count)
    if ends.count * 2 > table.count { grow() }
    return Word.text(ends.count - 1)
  }

  /// The bytes of the text that a word stands for; nil where it is a number or NULL.
  public func bytes(_ word: Int64) -> [UInt8]? {
    Word.isText(word) ? Array(kept[range(of: Int(word - Word.text(0)))]) : nil
  }

  /// The text that a word stands for; nil where it is a number or NULL.
  public func text(_ word: Int64) -> String? { bytes(word).map { String(decoding: $0, as: UTF8.self) } }

  /// Whether a word stands for the text of some bytes.
  func isText(_ word: Int64, _ text: UnsafeRawBufferPointer) -> Bool {
    Word.isText(word) && isSame(Int(word - Word.text(0)), text)
  }

  private func range(of number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  private func isSame(_ number: Int, _ text: UnsafeRawBufferPointer) -> Bool {
    let range = range(of: number)
    guard range.count == text.count else { return false }
    return kept.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[range]).elementsEqual(text) }
  }

  private func place(of text: UnsafeRawBufferPointer) -> Int {
    // Seeded, because sources name things as they like.
    var hasher = Hasher()
    hasher.combine(bytes: text)
    return hasher.finalize() & (table.count - 1)
  }

  private mutating func grow() {
    table = [Int](repeating: -1, count: table.count * 2)
    for number in ends.indices {
      let range = range(of: number)
      var place = kept.withUnsafeBytes { self.place(of: UnsafeRawBufferPointer(rebasing: $0[range])) }
      while table[place] >= 0 { place = (place + 1) & (table.count - 1) }
      table[place] = number
    }
  }
}
