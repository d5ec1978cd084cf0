import AsyncHTTPClient
import Foundation
import Kernel
import NIOCore

/// Calls other systems over HTTP. Follows no redirect, so that nobody sends our calls elsewhere; what is answered beside the
/// status is not read.
///
/// A name is looked up once, each address that it has is held to `WebhookReach`, and the call goes to one of these addresses:
/// a name that leads elsewhere a moment later (DNS rebinding) gains nothing.
package struct WebhookClient: WebhookCaller {
  private static let patience = TimeAmount.seconds(10)

  private let reach: WebhookReach
  private let client: HTTPClient

  package init(reach: WebhookReach) {
    self.reach = reach
    client = HTTPClient(
      eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: Self.configuration(overrides: [:]))
  }

  private static func configuration(overrides: [String: String]) -> HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    configuration.timeout = .init(connect: .seconds(5), read: patience)
    configuration.httpVersion = .http1Only
    configuration.connectionPool.idleTimeout = .seconds(20)
    // Trying again is for the outbox, which knows how often and how late.
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.dnsOverride = overrides
    return configuration
  }

  package func post(_ call: WebhookCall) async -> WebhookOutcome {
    guard let host = URLComponents(string: call.url)?.host else { return .refused }
    if let address = NetworkAddress(host) {
      guard reach.allows(address, for: host) else { return .refused }
      return await post(call, by: client)
    }
    let found = await HostLookup.addresses(of: host)
    guard let first = found.first else { return .unreachable }
    guard found.allSatisfy({ reach.allows($0.address, for: host) }) else { return .refused }
    // Its own client, since an override holds for all calls of one. It costs a connection, and calls are few.
    let client = HTTPClient(
      eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: Self.configuration(overrides: [host: first.text])
    )
    let outcome = await post(call, by: client)
    try? await client.shutdown()
    return outcome
  }

  private func post(_ call: WebhookCall, by client: HTTPClient) async -> WebhookOutcome {
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
