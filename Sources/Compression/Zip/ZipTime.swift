/// A time as zip notes it: local, to two seconds, from 1980 to 2107 (MS-DOS).
public struct ZipTime: Sendable, Equatable {
  let date: UInt16
  let time: UInt16

  /// 1980-01-01 00:00:00, for archives that are to be the same whenever they are written.
  public static let epoch = ZipTime(date: 1 << 5 | 1, time: 0)

  init(date: UInt16, time: UInt16) {
    self.date = date
    self.time = time
  }

  /// Takes a calendar time; numbers outside of the format's range become its nearest.
  public init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    func within(_ value: Int, _ range: ClosedRange<Int>) -> UInt16 {
      UInt16(min(max(value, range.lowerBound), range.upperBound))
    }
    date = (within(year, 1980...2107) - 1980) << 9 | within(month, 1...12) << 5 | within(day, 1...31)
    time = within(hour, 0...23) << 11 | within(minute, 0...59) << 5 | within(second, 0...59) / 2
  }
}
