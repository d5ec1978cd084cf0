import AsyncHTTPClient
import NIOCore
import UseCases

/// Calls other systems over HTTP. Follows no redirect, so that nobody sends our calls elsewhere; what is answered beside the
/// status is not read.
package struct WebhookClient: WebhookCaller {
  private static let patience = TimeAmount.seconds(10)

  private let client: HTTPClient

  package init() {
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    configuration.timeout = .init(connect: .seconds(5), read: Self.patience)
    configuration.httpVersion = .http1Only
    configuration.connectionPool.idleTimeout = .seconds(20)
    // Trying again is for the outbox, which knows how often and how late.
    configuration.connectionPool.retryConnectionEstablishment = false
    client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
  }

  package func post(_ call: WebhookCall) async -> WebhookOutcome {
    var request = HTTPClientRequest(url: call.url)
    request.method = .POST
    for header in call.headers { request.headers.add(name: header.name, value: header.value) }
    request.body = .bytes(ByteBuffer(string: call.body))
    do {
      return .status(Int(try await client.execute(request, timeout: Self.patience).status.code))
    } catch let error as HTTPClientError {
      let late: [HTTPClientError] = [.deadlineExceeded, .readTimeout, .connectTimeout, .writeTimeout]
      return late.contains(error) ? .timeout : .unreachable
    } catch {
      return .unreachable
    }
  }

  /// Closes the connections. To be called once, when nobody calls any more.
  package func close() async throws { try await client.shutdown() }
}
