import HTTPTypes
import Hummingbird
import Markup
import Reports
import TransparencyLog

/// The pages for people: the first page, the findings, a finding, the rejected records.
struct PortalRoutes: Sendable {
  let site: Site
  let reading: StoreReading
  let names: FindingNames

  func add(to router: Router<ServerContext>) {
    router.get("/") { _, _ -> Response in
      .page(Reports.landingPage(page:to:), try await reading.read { try LandingPage(site: site, $0) })
    }
    router.get("/findings") { request, _ -> Response in
      let search = try FindingSearch(QueryItems(request.uri.query))
      return .page(
        Reports.findingsPage(page:to:),
        try await reading.read { try FindingsPage(search, site: site, names: names, $0) })
    }
    router.get("/findings/:digest") { _, context -> Response in
      let digest = try Self.digest(context)
      let page = try await reading.read { snapshot in
        guard let row = try names.row(of: digest, in: snapshot) else { throw Refusal.notFound }
        return try FindingPage(row, site: site, snapshot)
      }
      return .page(Reports.findingPage(page:to:), page)
    }
    router.get("/rejected") { request, _ -> Response in
      let after = try Self.number(QueryItems(request.uri.query)["after"])
      return .page(
        Reports.rejectedPage(page:to:),
        try await reading.read { try RejectedPage(after: after, site: site, $0) })
    }
    router.get("/favicon.ico") { _, _ -> Response in
      var icon = Response.document(Array(Reports.Portal.icon.utf8), "image/svg+xml", policy: .nothing)
      icon.headers[.cacheControl] = "max-age=86400"
      return icon
    }
  }

  /// The digest that an address names a finding by.
  static func digest(_ context: ServerContext) throws(Refusal) -> Hash256 {
    guard let text = context.parameters.get("digest"), let digest = Hash256(address: text) else {
      throw .notFound
    }
    return digest
  }

  private static func number(_ text: String?) throws(Refusal) -> Int64 {
    guard let text else { return 0 }
    guard let number = Int64(text), number >= 0 else { throw .badQuery("There is no such page.") }
    return number
  }
}

extension Response {
  /// Renders a page of the portal.
  static func page<Page>(_ template: (Page, inout HTMLWriter) -> Void, _ page: Page) -> Response {
    var html = HTMLWriter()
    template(page, &html)
    return .page(html)
  }
}
