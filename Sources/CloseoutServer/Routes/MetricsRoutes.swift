import Exposition
import HTTPTypes
import Hummingbird
import NIOCore
import Remediation

/// `/metrics`: what Prometheus reads, in the format and coding that it asks for.
struct MetricsRoutes: Sendable {
  let exposition: ExpositionCache
  let reading: StoreReading

  func add(to router: Router<ServerContext>) {
    router.get("/metrics") { request, _ -> Response in
      let format = ContentNegotiation.format(accept: Self.joined(request, .accept))
      let isGzip = ContentNegotiation.usesGzip(acceptEncoding: Self.joined(request, .acceptEncoding))
      let bytes = try await exposition.body(format, gzip: isGzip, asOf: reading.minute)
      var response = Response.document(bytes, format.contentType, policy: .nothing)
      response.headers[.vary] = "Accept, Accept-Encoding"
      if isGzip { response.headers[.contentEncoding] = "gzip" }
      return response
    }
  }

  /// A header that may come in several fields.
  private static func joined(_ request: Request, _ name: HTTPField.Name) -> String? {
    let values = request.headers[values: name]
    return values.isEmpty ? nil : values.joined(separator: ",")
  }
}
