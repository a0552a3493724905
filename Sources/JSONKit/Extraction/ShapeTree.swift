/// The pointers of a shape as a tree, on the way to flat tables.
struct ShapeTree {
  private struct Branch {
    var slot = -1
    var children: [(name: [UInt8], branch: Int)] = []
  }

  private var branches = [Branch()]

  /// Adds a pointer; returns the slot that holds its value, an earlier one when it was added before.
  mutating func add(_ pointer: JSONPointer, slot: Int) -> Int {
    var branch = 0
    for token in pointer.tokens {
      let name = Array(token.utf8)
      if let child = branches[branch].children.first(where: { $0.name == name }) {
        branch = child.branch
      } else {
        branches.append(Branch())
        branches[branch].children.append((name, branches.count - 1))
        branch = branches.count - 1
      }
    }
    if branches[branch].slot < 0 { branches[branch].slot = slot }
    return branches[branch].slot
  }

  /// The same tree as three arrays, so that reading it touches neither references nor counts.
  func compiled() -> (nodes: [JSONShape.Node], entries: [JSONShape.Entry], names: [UInt8]) {
    var nodes: [JSONShape.Node] = []
    var entries: [JSONShape.Entry] = []
    var names: [UInt8] = []
    for branch in branches {
      var node = JSONShape.Node(slot: branch.slot)
      if !branch.children.isEmpty {
        // Four places for each name: a probe for a name that is not there nearly always meets an empty one.
        var places = 4
        while places < branch.children.count * 4 { places *= 2 }
        node.table = entries.count
        node.mask = places - 1
        entries.append(contentsOf: repeatElement(JSONShape.Entry(), count: places))
        for child in branch.children {
          let hash = child.name.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { Words.hash($0, count: buffer.count) } ?? 0
          }
          var place = Int(truncatingIfNeeded: hash) & node.mask
          while entries[node.table + place].child >= 0 { place = (place + 1) & node.mask }
          entries[node.table + place] = JSONShape.Entry(
            hash: hash, child: child.branch, name: names.count, count: child.name.count)
          names += child.name
        }
      }
      nodes.append(node)
    }
    // So that a pointer into `names` is never into an empty array.
    return (nodes, entries, names + [0])
  }
}
