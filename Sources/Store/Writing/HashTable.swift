import TransparencyLog

/// A table in memory whose keys are parts of SHA-256 hashes: they are as good as random and are not hashed again.
///
/// Open addressing: a key stands in the first free place from the one that its bits name. Nothing is taken out singly.
/// A key of zeros stands for a free place: nobody knows a text with such a hash.
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
    let part = parts[Self.part(of: key)]
    return part.place(of: key).map { part.values[$0] }
  }

  /// What `find` makes of the first of a key's values, in the order in which they came, that it takes.
  func first<Found>(of key: Key, _ find: (Value) throws -> Found?) rethrows -> Found? {
    let part = parts[Self.part(of: key)]
    var place = part.place(of: key)
    while let taken = place {
      if let found = try find(part.values[taken]) { return found }
      place = part.place(of: key, after: taken)
    }
    return nil
  }

  /// Adds a value, whether the key has others or not.
  mutating func add(_ value: Value, for key: Key) {
    parts[Self.part(of: key)].add(value, for: key, filler)
    count += 1
  }

  /// Gives a key one value, in place of the one it has.
  mutating func set(_ value: Value, for key: Key) {
    let number = Self.part(of: key)
    if let place = parts[number].place(of: key) {
      parts[number].values[place] = value
    } else {
      add(value, for: key)
    }
  }

  mutating func removeAll() {
    self = HashTable(filler: filler)
  }

  private static func part(of key: Key) -> Int { Int(key.bits &>> 60) }

  private struct Part {
    var keys: [Key]
    var values: [Value]
    private var count = 0

    /// - Parameter places: a power of two, or 0.
    init(places: Int, filler: Value) {
      keys = [Key](repeating: .none, count: places)
      values = [Value](repeating: filler, count: places)
    }

    func place(of key: Key, after place: Int? = nil) -> Int? {
      guard !keys.isEmpty else { return nil }
      let mask = keys.count &- 1
      var place = place.map { $0 &+ 1 } ?? Int(truncatingIfNeeded: key.bits)
      while true {
        place &= mask
        if keys[place] == key { return place }
        if keys[place] == .none { return nil }
        place &+= 1
      }
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
  /// All zeros: no key.
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
