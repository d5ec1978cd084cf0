import Foundation
import Kernel

/// The address of a webhook.
package enum WebhookURL {
  /// - Parameter reach: what may be called beyond the public internet. A name is looked up when it is called, and held to
  ///   the same rule then.
  /// - Throws: `bad_field` unless it is http or https, names a host that may be called, and holds neither a user nor a
  ///   fragment.
  package static func check(_ text: String, reach: WebhookReach) throws(Problem) {
    guard text.utf8.count <= 2000, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(), let host = parts.host,
      !host.isEmpty
    else { throw WebhookDraft.bad("/url", "「url」应为完整的网址，例如 https://pad.example.cn/hook。") }
    guard ["http", "https"].contains(scheme) else { throw WebhookDraft.bad("/url", "网址应以 http:// 或 https:// 开头。") }
    guard parts.user == nil, parts.password == nil else { throw WebhookDraft.bad("/url", "网址里不能有用户名和密码。") }
    guard parts.fragment == nil else { throw WebhookDraft.bad("/url", "网址里不能有「#」。") }
    if let port = parts.port, !(1...65_535).contains(port) { throw WebhookDraft.bad("/url", "端口应为 1 到 65535。") }
    try check(host: host, reach)
  }

  private static func check(host: String, _ reach: WebhookReach) throws(Problem) {
    if let address = NetworkAddress(host) {
      guard reach.allows(address, for: host) else { throw notAllowed }
    } else {
      guard WebhookReach.isName(host) else {
        throw WebhookDraft.bad("/url", "主机应为域名，或写作 10.0.0.8、[fd00::1] 的 IP 地址。")
      }
      let name = host.lowercased()
      let isLocal = name == "localhost" || name.hasSuffix(".localhost") || !name.contains(".")
      guard !isLocal || reach.names(name) else { throw notAllowed }
    }
  }

  private static let notAllowed = WebhookDraft.bad(
    "/url", "只能回调公网地址；内网或本机地址须由系统管理员用 --webhook-host（webhook.hosts）放行。")
}
