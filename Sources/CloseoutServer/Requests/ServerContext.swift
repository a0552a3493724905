import Hummingbird
import Logging

/// What travels with a request: its logger, and who sent it.
struct ServerContext: RequestContext {
  var coreContext: CoreRequestContextStorage

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
  }

  /// A request that came through no socket.
  init(logger: Logger) {
    coreContext = .init(source: Direct(logger: logger))
  }

  private struct Direct: RequestContextSource {
    let logger: Logger
  }
}
