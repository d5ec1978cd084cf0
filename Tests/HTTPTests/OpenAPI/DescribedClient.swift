import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

/// A client that holds every exchange to the API description, so that each test of a route is one of its description too.
struct DescribedClient: TestClientProtocol {
  let client: any TestClientProtocol
  /// Whether what goes over it may be shown in the description.
  let isExample: Bool

  init(_ client: any TestClientProtocol, isExample: Bool = true) {
    (self.client, self.isExample) = (client, isExample)
  }

  var port: Int? { client.port }

  func executeRequest(
    uri: String, method: HTTPRequest.Method, headers: HTTPFields, body: ByteBuffer?
  ) async throws -> TestResponse {
    let answer = try await client.executeRequest(uri: uri, method: method, headers: headers, body: body)
    let exchange = Description.Exchange(
      method: method.rawValue, target: uri, sentType: headers[.contentType],
      sent: body.map { Array($0.readableBytesView) } ?? [], status: answer.status.code, headers: answer.headers,
      body: Array(answer.body.readableBytesView))
    let faults = Description.ours.faults(exchange)
    for fault in faults { Issue.record("not as /openapi.json says: \(fault)") }
    if Recorded.isOn, faults.isEmpty, isExample, let found = Description.ours.examples(exchange) {
      Recorded.example(found.request, found.answer, of: found.operation)
    }
    return answer
  }
}
