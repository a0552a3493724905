import Foundation

/// What Linux says of this process, under the names that every exporter uses.
///
/// For the server alone: beside the textfile collector, node_exporter has its own. Source: proc(5).
public enum ProcessStatistics {
  /// The families with their values; those that the system does not tell have none.
  public static func collect() -> [MetricFamily] {
    let ticks = Double(max(1, sysconf(Int32(_SC_CLK_TCK))))
    let page = Double(sysconf(Int32(_SC_PAGESIZE)))
    // The name of the program stands in brackets and may hold anything; what follows is plain.
    let stat = text("/proc/self/stat").flatMap { text in
      text.lastIndex(of: ")").map { text[text.index(after: $0)...].split(separator: " ") }
    }
    func field(_ number: Int) -> Double? {
      // Fields are counted from 1, and the third is the first after the name.
      stat.flatMap { $0.count > number - 3 ? Double($0[number - 3]) : nil }
    }
    let cpu = field(14).flatMap { user in field(15).map { (user + $0) / ticks } }
    let start = field(22).flatMap { ticksSinceBoot in bootTime.map { $0 + ticksSinceBoot / ticks } }
    let open = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    let values = [cpu, field(24).map { $0 * page }, field(23), start, open.map(Double.init), openLimit]
    return zip(families, values).map { family, value in
      var family = family
      family.series = value.map { [MetricSeries([], $0)] } ?? []
      return family
    }
  }

  static let families = [
    MetricFamily(
      name: "process_cpu_seconds", type: .counter, unit: "seconds",
      help: "Processor time that the process used, in user and system mode."),
    MetricFamily(
      name: "process_resident_memory_bytes", type: .gauge, unit: "bytes",
      help: "Memory of the process that is in RAM."),
    MetricFamily(
      name: "process_virtual_memory_bytes", type: .gauge, unit: "bytes",
      help: "Address space of the process."),
    MetricFamily(
      name: "process_start_time_seconds", type: .gauge, unit: "seconds",
      help: "When the process was started."),
    MetricFamily(name: "process_open_fds", type: .gauge, help: "Open file descriptors."),
    MetricFamily(name: "process_max_fds", type: .gauge, help: "How many file descriptors may be open."),
  ]

  private static var bootTime: Double? {
    text("/proc/stat")?.split(separator: "\n").first { $0.hasPrefix("btime ") }
      .flatMap { Double($0.dropFirst(6)) }
  }

  private static var openLimit: Double? {
    text("/proc/self/limits")?.split(separator: "\n").first { $0.hasPrefix("Max open files") }
      .flatMap { line in line.split(separator: " ").dropFirst(3).first.flatMap { Double($0) } }
  }

  private static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}
