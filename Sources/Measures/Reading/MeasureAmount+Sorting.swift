extension [MeasureAmount] {
  /// The smallest first.
  ///
  /// Digit by digit from the last, for an estate has as many amounts as episodes, and comparing them took longer than
  /// adding them up.
  func sortedByDigits() -> [MeasureAmount] {
    guard count > 2048, let least = self.min(), let most = self.max() else { return sorted() }
    var (from, to) = (self, self)
    var shift = 0
    while shift < 64, most.distance(from: least) >> shift > 0 {
      var places = [Int](repeating: 0, count: 2048)
      for amount in from { places[amount.digit(shift, above: least)] += 1 }
      var place = 0
      for digit in places.indices { (places[digit], place) = (place, place + places[digit]) }
      for amount in from {
        let digit = amount.digit(shift, above: least)
        to[places[digit]] = amount
        places[digit] += 1
      }
      swap(&from, &to)
      shift += 11
    }
    return from
  }
}
