import TransparencyLog

/// A table in memory whose keys are parts of SHA-256 hashes: they are as good as random and are not hashed again.
///
/// Open addressing: a key stands in the first free place from the one that its bits name. Nothing is taken out singly.
/// A key of zeros stands for a free place and is never looked up.
struct HashTable<Key: HashTableKey, Value> {
  /// In parts by a key's first bits: each grows on its own, and while one does it stands there twice.
  private var parts: [Part]
  private let filler: Value
  private(set) var count = 0

  /// - Parameter filler: what free places hold.
  init(filler: Value) {
    self.filler = filler
    parts = [Part](repeating: Part(places: 0, filler: filler), count: 16)
  }

  /// The value of a key, of several the one that came first.
  subscript(key: Key) -> Value? {
    first(of: key) { $0 }
  }

  /// What `find` makes of the first of a key's values, in the order in which they came, that it takes.
  func first<Found>(of key: Key, _ find: (Value) throws -> Found?) rethrows -> Found? {
    let part = Self.part(of: key)
    return try parts[part].first(of: key) { try find(parts[part].values[$0]) }
  }

  /// Adds a value, whether the key has others or not.
  mutating func add(_ value: Value, for key: Key) {
    parts[Self.part(of: key)].add(value, for: key, filler)
    count += 1
  }

  /// Gives a key one value, in place of the one it has.
  mutating func set(_ value: Value, for key: Key) {
    let part = Self.part(of: key)
    guard let place = parts[part].first(of: key, { $0 }) else { return add(value, for: key) }
    parts[part].values[place] = value
  }

  mutating func removeAll() {
    self = HashTable(filler: filler)
  }

  private static func part(of key: Key) -> Int { Int(key.bits &>> 60) }

  private struct Part {
    private var keys: [Key]
    var values: [Value]
    private var count = 0

    /// - Parameter places: a power of two, or 0.
    init(places: Int, filler: Value) {
      keys = [Key](repeating: .none, count: places)
      values = [Value](repeating: filler, count: places)
    }

    /// What `find` makes of the first of a key's places that it takes.
    func first<Found>(of key: Key, _ find: (Int) throws -> Found?) rethrows -> Found? {
      guard !keys.isEmpty else { return nil }
      let mask = keys.count &- 1
      var place = Int(truncatingIfNeeded: key.bits) & mask
      while keys[place] != .none {
        if keys[place] == key, let found = try find(place) { return found }
        place = (place &+ 1) & mask
      }
      return nil
    }

    mutating func add(_ value: Value, for key: Key, _ filler: Value) {
      if 4 * count >= 3 * keys.count { grow(filler) }
      let mask = keys.count &- 1
      var place = Int(truncatingIfNeeded: key.bits) & mask
      while keys[place] != .none { place = (place &+ 1) & mask }
      keys[place] = key
      values[place] = value
      count += 1
    }

    private mutating func grow(_ filler: Value) {
      var larger = Part(places: max(64, 2 * keys.count), filler: filler)
      // From a free place on, so that the values of one key stay in their order where they run over the end.
      let first = keys.firstIndex(of: .none) ?? 0
      for step in keys.indices {
        let place = (first &+ step) & (keys.count &- 1)
        if keys[place] != .none { larger.add(values[place], for: keys[place], filler) }
      }
      self = larger
    }
  }
}

/// A hash, or a part of one, as a key.
protocol HashTableKey: Equatable {
  /// All zeros: no key, for nobody knows a text with such a hash.
  static var none: Self { get }
  /// The first 64 bits.
  var bits: UInt64 { get }
}

extension UInt64: HashTableKey {
  static let none: UInt64 = 0
  var bits: UInt64 { self }
}

extension ShortHash: HashTableKey {
  static let none = ShortHash.zero
  var bits: UInt64 { first }
}
