import HTTPTypes
import Hummingbird
import Queries
import Store

/// Whether the process answers, and whether it can do its work: for whoever restarts and routes.
struct HealthRoutes: Sendable {
  let reading: StoreReading

  func add(to router: Router<ServerContext>) {
    router.get("/-/healthy") { _, _ -> Response in .text("Closeout is healthy.\n") }
    router.get("/-/ready") { _, _ -> Response in
      _ = try await reading.read { snapshot in _ = try snapshot.first(Queries.Portal.ready) }
      return .text("Closeout is ready.\n")
    }
  }
}
