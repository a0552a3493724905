import Foundation

/// Pages that are opened in a browser which reports what they do.
///
/// Each page gets a reporter in front of everything else, and loses its content security policy: what is looked
/// for are texts that got out of their place, not whether the policy would stop them.
public struct WatchedPages: ~Copyable {
  private let folder: TemporaryFolder
  private var count = 0

  public init() throws {
    folder = try TemporaryFolder()
  }

  /// Adds a page to those that are opened.
  public mutating func add(_ page: [UInt8]) throws {
    let html = String(decoding: page, as: UTF8.self)
      .replacing(/<meta http-equiv="Content-Security-Policy"[^>]*>/, with: "")
    let watched = html.replacing(
      "<head>", with: "<head><script>\(Self.reporter(count))</script>", maxReplacements: 1)
    guard watched != html, !watched.contains("Content-Security-Policy") else {
      throw PeerError.failed("chromium", -1, "a page without <head>, or with a second policy")
    }
    try folder.write(watched, to: "page-\(count).html")
    count += 1
  }

  /// Opens all pages in frames of one, and gives what each did.
  public func open() async throws -> [[String]] {
    let frames = (0..<count).map { "<iframe src=\"page-\($0).html\" width=\"900\" height=\"300\"></iframe>" }
    try folder.write(
      """
      <!DOCTYPE html><meta charset="utf-8"><title>pages</title><script>
      const reports = {};
      addEventListener('message', event => {
        reports[event.data.page] = event.data.seen;
        document.getElementById('out').textContent = JSON.stringify(reports);
      });
      </script>\(frames.joined())<pre id="out"></pre>
      """, to: "all.html")
    let log = folder.file("net.json").path
    let result = try await PeerTool.chromium.run(
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
        "--user-data-dir=\(folder.file("profile").path)", "--host-resolver-rules=MAP * ~NOTFOUND",
        "--log-net-log=\(log)", "--virtual-time-budget=20000", "--dump-dom",
        folder.file("all.html").absoluteString,
      ], timeout: .seconds(180))
    guard let out = result.text.firstMatch(of: /<pre id="out">(.*?)<\/pre>/.dotMatchesNewlines())?.1 else {
      throw PeerError.failed("chromium", result.status, result.errorText)
    }
    let text = out.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    let reports = try JSONDecoder().decode([String: [String]].self, from: Data(text.utf8))
    guard reports.count == count else {
      let error = "\(reports.count) of \(count) pages reported: \(result.errorText)"
      throw PeerError.failed("chromium", result.status, error)
    }
    let requested = try String(contentsOfFile: log, encoding: .utf8).contains("attacker.invalid")
    return (0..<count).map { (reports["\($0)"] ?? []) + (requested ? ["a request went out"] : []) }
  }

  private static func reporter(_ page: Int) -> String {
    """
    (() => {
      const seen = [], own = document.currentScript;
      for (const name of ['alert', 'confirm', 'prompt', 'open', 'print', 'fetch', 'eval'])
        window[name] = () => { seen.push('called ' + name); };
      addEventListener('error', event => {
        if (event.target !== window) seen.push('could not load something');
      }, true);
      new PerformanceObserver(list => list.getEntries().forEach(entry => seen.push('requested ' + entry.name)))
        .observe({type: 'resource', buffered: true});
      addEventListener('load', () => setTimeout(() => {
        for (const element of document.querySelectorAll('*')) {
          for (const kind of ['mouseover', 'focus', 'animationstart', 'toggle'])
            element.dispatchEvent(new Event(kind));
          if (['javascript:', 'data:', 'vbscript:', 'blob:'].includes(element.protocol))
            seen.push('link ' + element.protocol);
          for (const attribute of element.attributes)
            if (attribute.name.startsWith('on')) seen.push('handler ' + attribute.name);
        }
        for (const element of document.querySelectorAll('script, iframe, object, embed, base, form, img, svg'))
          if (element !== own) seen.push('element ' + element.localName);
        if (document.querySelector('meta[http-equiv=refresh i]')) seen.push('refresh');
        parent.postMessage({page: \(page), seen}, '*');
      }, 100));
    })();
    """
  }
}
