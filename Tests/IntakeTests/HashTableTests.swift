import Testing

@testable import Store

@Suite("A table whose keys are hashes")
struct HashTableTests {
  @Test func `it holds what a dictionary holds, however it grows`() {
    var random = SystemRandomNumberGenerator()
    var table = HashTable<UInt64, Int>(filler: -1)
    var dictionary: [UInt64: Int] = [:]
    for step in 0..<20_000 {
      // Few enough keys that many are set again, and alike in the bits that choose a place.
      let key =
        UInt64.random(in: 0..<4, using: &random) << 60 | UInt64.random(in: 1...4000, using: &random) << 7
      table.set(step, for: key)
      dictionary[key] = step
    }
    #expect(table.count == dictionary.count)
    #expect(dictionary.allSatisfy { table[$0.key] == $0.value })
    #expect(table[5] == nil)
    table.removeAll()
    #expect(table.count == 0 && dictionary.keys.allSatisfy { table[$0] == nil })
  }

  @Test
  func
    `the values of one key come in the order in which they were added, also where a part runs over its end`()
  {
    var table = HashTable<UInt64, Int>(filler: -1)
    // The last places of every size that the part takes on, so that what follows stands at its beginning.
    let keys: [UInt64] = [0x0FFF_FFFF_FFFF_FFFF, 0x0FFF_FFFF_FFFF_FFFE]
    for value in 0..<1000 { table.add(value, for: keys[value % 2]) }
    for (parity, key) in keys.enumerated() {
      var found: [Int] = []
      let none: Int? = table.first(of: key) { value in
        found.append(value)
        return nil
      }
      #expect(none == nil)
      #expect(found == Array(stride(from: parity, to: 1000, by: 2)))
      #expect(table[key] == parity)
    }
  }

  @Test func `positions are found by hashes of zeros, too`() {
    var positions = LoadedPositions()
    positions.insert(0, at: 7)
    positions.insert(0, at: 9)
    #expect(positions.count == 2)
    #expect(positions.first(of: 0) { $0 } == 7)
    #expect(positions.first(of: 0) { $0 > 7 ? $0 : nil } == 9)
  }
}
