extension CivilDate {
  /// The name of this date's ISO 8601 week: `2026-W05`. It belongs to the year of its Thursday.
  public var weekName: String {
    let thursday = CivilDate(daysSinceEpoch: monday.daysSinceEpoch + 3)
    let newYear = CivilDate(year: thursday.year, month: 1, day: 1)
    let number = (thursday.daysSinceEpoch - newYear.daysSinceEpoch) / 7 + 1
    return "\(thursday.year)-W\(number < 10 ? "0" : "")\(number)"
  }
}
