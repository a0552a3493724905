/// Reads CSV as RFC 4180 says: commas, quotes that are doubled within quotes, CR LF or LF.
enum CSVReader {
  /// All rows with their cells; a last line without its end counts.
  static func rows(of text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var (isQuoted, hasCell) = (false, false)
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()

    func endCell() {
      row.append(String(cell))
      cell = .init()
      hasCell = false
    }
    while let scalar = next {
      next = scalars.next()
      switch scalar {
      case "\"" where isQuoted && next == "\"":
        cell.append(scalar)
        next = scalars.next()
      case "\"" where isQuoted || cell.isEmpty:
        isQuoted.toggle()
        hasCell = true
      case "," where !isQuoted:
        endCell()
        hasCell = true
      case "\r" where !isQuoted && next == "\n":
        continue
      case "\n" where !isQuoted:
        endCell()
        rows.append(row)
        row = []
      default:
        cell.append(scalar)
        hasCell = true
      }
    }
    if hasCell || !row.isEmpty {
      endCell()
      rows.append(row)
    }
    return rows
  }
}
