import CCrypt

/// Verifies passwords against bcrypt hashes with the system's libcrypt.
enum Bcrypt {
  /// Whether a text is a bcrypt hash of one of the prefixes `$2a$`, `$2b$` and `$2y$`: cost, 22 characters of
  /// salt, 31 of hash.
  static func isHash(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 60, ["$2a$", "$2b$", "$2y$"].contains(String(text.prefix(4))),
      let cost = Int(text.dropFirst(4).prefix(2)), (4...31).contains(cost), bytes[6] == UInt8(ascii: "$")
    else { return false }
    return bytes[7...].allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "/"):
        true
      default: false
      }
    }
  }

  /// Whether a password is the one that a hash was made of. Takes as long as the hash's cost asks for.
  static func verify(_ password: [UInt8], against hash: String) -> Bool {
    // C ends a text at NUL: a password that holds one would be taken for its beginning.
    guard isHash(hash), !password.contains(0), password.count < Int(CRYPT_MAX_PASSPHRASE_SIZE) else {
      return false
    }
    let computed = withUnsafeTemporaryAllocation(
      byteCount: MemoryLayout<crypt_data>.size, alignment: MemoryLayout<crypt_data>.alignment
    ) { scratch -> [UInt8] in
      scratch.initializeMemory(as: UInt8.self, repeating: 0)
      // The password's traces go as well.
      defer { scratch.initializeMemory(as: UInt8.self, repeating: 0) }
      return (password + [0]).withUnsafeBufferPointer { phrase in
        phrase.withMemoryRebound(to: CChar.self) { phrase in
          guard let result = crypt_rn(phrase.baseAddress, hash, scratch.baseAddress, Int32(scratch.count))
          else {
            return []
          }
          return Array(String(cString: result).utf8)
        }
      }
    }
    return constantTimeEqual(computed, Array(hash.utf8))
  }
}

/// Compares without telling by its duration where two texts differ.
func constantTimeEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  guard left.count == right.count else { return false }
  var difference: UInt8 = 0
  for index in left.indices { difference |= left[index] ^ right[index] }
  return difference == 0
}
