import Foundation

/// Where we call. The street's other systems are on its own network, so private addresses are as good as any.
package enum WebhookURL {
  /// - Throws: `bad_field` unless it is http or https, names a host, and holds neither a user nor a fragment.
  package static func check(_ text: String) throws(Problem) {
    guard text.utf8.count <= 2000, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(), let host = parts.host,
      !host.isEmpty
    else { throw WebhookDraft.bad("/url", "「url」应为完整的网址，例如 http://10.0.0.8:9000/hook。") }
    guard ["http", "https"].contains(scheme) else { throw WebhookDraft.bad("/url", "网址应以 http:// 或 https:// 开头。") }
    guard parts.user == nil, parts.password == nil else { throw WebhookDraft.bad("/url", "网址里不能有用户名和密码。") }
    guard parts.fragment == nil else { throw WebhookDraft.bad("/url", "网址里不能有「#」。") }
    if let port = parts.port, !(1...65_535).contains(port) { throw WebhookDraft.bad("/url", "端口应为 1 到 65535。") }
  }
}
