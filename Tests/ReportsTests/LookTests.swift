import Foundation
import Markup
import Reports
import Testing

@Suite("The look of all pages")
struct LookTests {
  /// The colours that a block of the style sheet defines.
  func colours(after opening: String) throws -> [String: [Double]] {
    let start = try #require(Reports.base.range(of: opening)).upperBound
    let block = Reports.base[start...].prefix { $0 != "}" }
    var colours: [String: [Double]] = [:]
    for match in block.matches(of: /--([a-z0-9-]+): #([0-9a-f]{6});/) {
      let value = try #require(Int(match.2, radix: 16))
      colours[String(match.1)] = [16, 8, 0].map { Double(value >> $0 & 255) / 255 }
    }
    return colours
  }

  /// WCAG 2.2, relative luminance.
  func luminance(_ colour: [Double]) -> Double {
    zip(colour, [0.2126, 0.7152, 0.0722]).map { channel, weight in
      weight * (channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4))
    }.reduce(0, +)
  }

  func contrast(_ a: [Double], _ b: [Double]) -> Double {
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  @Test(
    "All text reaches a contrast of 4.5 in both schemes",
    arguments: [
      ":root {", "@media screen and (prefers-color-scheme: dark) {\n  :root {",
    ])
  func contrasts(scheme: String) throws {
    let colours = try colours(after: scheme)
    #expect(colours.count == 20)
    for ground in ["paper", "panel"] {
      for (name, colour) in colours where !["paper", "panel", "rule"].contains(name) {
        let ratio = contrast(colour, try #require(colours[ground]))
        #expect(ratio >= 4.5, "--\(name) on --\(ground) is \(ratio)")
      }
    }
  }

  @Test("Every class of a mark has a style, and every mark says its word")
  func marks() {
    for mark in SeverityMark.allCases {
      let html = String(decoding: Reports.severity(mark: mark), as: UTF8.self)
      #expect(html == "<span class=\"mark severity-\(mark.rawValue)\">\(mark.rawValue)</span>\n")
      #expect(Reports.base.contains(".severity-\(mark.rawValue)"))
    }
    for mark in VerdictMark.allCases {
      let html = String(decoding: Reports.verdict(mark: mark), as: UTF8.self)
      #expect(html.contains("</span> \(mark.rawValue)</span>") && html.contains(mark.sign))
      #expect(Reports.base.contains(".verdict-\(mark.support)"))
    }
  }

  @Test("The frame stands for itself: no script, no remote address, and a policy that says so")
  func frame() {
    var html = HTMLWriter()
    let page = PageFrame(
      title: "S3.1 <b>", kind: "Evidence", facts: [.init("As of", "2026-11-20T00:00:00Z")],
      producer: "closeout 1")
    Reports.frame(page: page, to: &html) { html in html.text("the <content>") }
    let text = String(decoding: html.bytes, as: UTF8.self)
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"))
    #expect(text.contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:"))
    #expect(text.contains("<h1>S3.1 &lt;b&gt;</h1>") && text.contains("the &lt;content&gt;"))
    #expect(text.contains("<dt>As of</dt><dd>2026-11-20T00:00:00Z</dd>"))
    #expect(!text.contains("<script") && !text.contains("url(") && !text.contains("@import"))
    #expect(!text.contains("{{") && !text.contains("/*"))
  }
}
