/// SplitMix64 (Steele, Lea and Flood 2014): a small generator with the same numbers on every machine.
///
/// All draws are integer arithmetic: `log` and `exp` differ in their last bit between C libraries.
struct SplitMix64: Sendable {
  private var state: UInt64

  /// A generator of its own for one story, so that one story's draws never shift another's.
  init(seed: UInt64, stream: UInt64) {
    state = seed ^ (stream &+ 1) &* 0xD1B5_4A32_D192_ED03
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number in 0..<count (0 where the count is not positive).
  mutating func below(_ count: Int) -> Int {
    count > 0 ? Int(next().multipliedFullWidth(by: UInt64(count)).high) : 0
  }

  mutating func between(_ low: Int64, _ high: Int64) -> Int64 {
    low + Int64(below(Int(high - low + 1)))
  }

  mutating func chance(_ permille: Int) -> Bool { below(1000) < permille }

  /// One of the items, of which there is at least one.
  mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }

  /// An index drawn in proportion to the weights.
  mutating func weighted(_ weights: [Int]) -> Int {
    var left = below(weights.reduce(0, +))
    for (index, weight) in weights.enumerated() {
      if left < weight { return index }
      left -= weight
    }
    return 0
  }

  /// A skewed duration around a median: most are short, a few take eight times as long.
  ///
  /// The quantiles, in permille of the median at every 5 %, are near a log-normal with σ ≈ 1.1
  /// whose tail is cut.
  mutating func skewed(median: Int64) -> Int64 {
    let place = below(20_000)
    let (step, part) = (place / 1000, Int64(place % 1000))
    let permille = Self.quantiles[step] * (1000 - part) + Self.quantiles[step + 1] * part
    return max(1000, median / 1000 * permille / 1000)
  }

  private static let quantiles: [Int64] = [
    70, 164, 244, 320, 396, 478, 562, 655, 757, 870, 1000,
    1149, 1321, 1527, 1780, 2100, 2525, 3000, 3600, 4800, 8000,
  ]

  mutating func hex(_ count: Int) -> String {
    String(decoding: (0..<count).map { _ in Hex.digit(UInt8(below(16))) }, as: UTF8.self)
  }

  mutating func uuid() -> String {
    "\(hex(8))-\(hex(4))-4\(hex(3))-a\(hex(3))-\(hex(12))"
  }
}
