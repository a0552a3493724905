import Testing

@testable import Exposition

@Suite("Content negotiation")
struct NegotiationTests {
  @Test(
    "finds the format that is wanted most",
    arguments: [
      (nil, .prometheus),
      ("", .prometheus),
      ("*/*", .prometheus),
      // A browser.
      ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", .prometheus),
      // Prometheus 2.42 and 3.
      (
        "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,"
          + "text/plain;version=0.0.4;q=0.5,*/*;q=0.1", .openMetrics
      ),
      (
        "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,"
          + "application/openmetrics-text;version=0.0.1;q=0.4,"
          + "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,"
          + "text/plain;version=0.0.4;q=0.2,*/*;q=0.1", .openMetrics
      ),
      ("application/openmetrics-text", .openMetrics),
      ("APPLICATION/OpenMetrics-Text; VERSION=\"1.0.0\"", .openMetrics),
      ("application/openmetrics-text;version=0.0.1", .prometheus),
      ("application/openmetrics-text;version=2.0.0, */*;q=0.1", .prometheus),
      ("application/openmetrics-text;q=0.5, */*", .prometheus),
      ("application/openmetrics-text;q=0.5, text/plain;q=0.4", .openMetrics),
      ("application/openmetrics-text;q=0.4, text/plain;q=0.5", .prometheus),
      ("application/openmetrics-text, text/plain;version=0.0.4", .openMetrics),
      ("text/plain;version=0.0.4, application/openmetrics-text", .openMetrics),
      ("application/openmetrics-text;q=0, */*", .prometheus),
      ("text/plain;q=0, */*", .openMetrics),
      ("text/plain;version=0.0.4", .prometheus),
      ("application/*", .openMetrics),
      ("application/*, text/*", .prometheus),
      // Nobody can be pleased: the format that all can read.
      ("image/png", .prometheus),
      // Malformed elements are passed over, commas in quotes part nothing.
      ("application/openmetrics-text;q=2, text/plain;q=0.1", .prometheus),
      ("application/openmetrics-text;x=\"a,text/plain;q=1\";q=0.9, text/plain;q=0.5", .openMetrics),
      (",, ;q=1, application/openmetrics-text", .openMetrics),
    ] as [(String?, ExpositionFormat)])
  func format(_ accept: String?, _ expected: ExpositionFormat) {
    #expect(ContentNegotiation.format(accept: accept) == expected)
  }

  @Test(
    "compresses where gzip is wanted at least as much as nothing",
    arguments: [
      (nil, false), ("", false), ("gzip", true), ("GZIP;q=1.0", true), ("deflate, gzip;q=0.5", true),
      ("gzip;q=0", false), ("*", true), ("*;q=0", false), ("gzip;q=0, *", false), ("identity", false),
      ("gzip;q=0.5, identity", false), ("gzip, identity;q=0.5", true), ("x-gzip", true), ("br", false),
    ] as [(String?, Bool)])
  func gzip(_ header: String?, _ expected: Bool) {
    #expect(ContentNegotiation.usesGzip(acceptEncoding: header) == expected)
  }

  @Test("answers with the names that Prometheus knows")
  func contentTypes() {
    #expect(
      ExpositionFormat.openMetrics.contentType == "application/openmetrics-text; version=1.0.0; charset=utf-8"
    )
    #expect(ExpositionFormat.prometheus.contentType == "text/plain; version=0.0.4; charset=utf-8")
  }
}
