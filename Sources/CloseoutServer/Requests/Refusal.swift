import HTTPTypes

/// An answer that is not what was asked for: a status, and words for the person who reads it.
struct Refusal: Error, Sendable, Hashable {
  var status: HTTPResponse.Status
  var title: String
  var explanation: String
  var headers: HTTPFields = [:]

  init(_ status: HTTPResponse.Status, _ title: String, _ explanation: String) {
    self.status = status
    self.title = title
    self.explanation = explanation
  }

  static let notFound = Refusal(
    .notFound, "There is no such page",
    "The address may be mistyped, or the finding it names may not be in this store.")

  static let busy: Refusal = {
    var refusal = Refusal(
      .serviceUnavailable, "Too much is being asked for at once",
      "The server answers a bounded number of expensive requests at the same time. Ask again in a moment.")
    refusal.headers[.retryAfter] = "5"
    return refusal
  }()

  static let late: Refusal = {
    var refusal = Refusal(
      .serviceUnavailable, "This took too long", "The answer was not ready in time. Ask again in a moment.")
    refusal.headers[.retryAfter] = "10"
    return refusal
  }()

  static func badQuery(_ explanation: String) -> Refusal {
    Refusal(.badRequest, "The address has a part that cannot be read", explanation)
  }
}
