import Foundation
import Kernel
import Server

/// The pages as files, read once at start: plain HTML, ES modules and style sheets, as they lie in `Assets`.
package enum Pages {
  /// Every file of the folder under its own name; `index.html` is `/`.
  ///
  /// - Parameter folder: where they are; nil: what was built with the program.
  /// - Throws: `Problem` (`pages_missing`) when the folder or its index.html is not there.
  package static func assets(folder: String?) throws -> [PageAsset] {
    let folder = try folder ?? builtIn()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let assets = try names.sorted().compactMap { name -> PageAsset? in
      guard let type = types[(name as NSString).pathExtension] else { return nil }
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name))
      return PageAsset(path: name == "index.html" ? "/" : "/\(name)", contentType: type, bytes: Array(bytes))
    }
    guard assets.contains(where: { $0.path == "/" }) else { throw missing([folder]) }
    return assets
  }

  private static let types = [
    "html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8",
    "svg": "image/svg+xml",
  ]

  /// The build lays the pages beside the program. `Bundle.module` would end the process where they have not moved with
  /// it, so they are looked up here.
  private static func builtIn() throws(Problem) -> String {
    let program = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    let places = [program?.path, Bundle.main.bundlePath].compactMap { $0 }.map { $0 + "/menpai_Pages.resources/Assets" }
    guard let folder = places.first(where: { FileManager.default.fileExists(atPath: $0 + "/index.html") }) else {
      throw missing(places)
    }
    return folder
  }

  private static func missing(_ places: [String]) -> Problem {
    Problem(
      .invalid, "pages_missing",
      "找不到网页文件：\(places.joined(separator: "、"))。请把 menpai_Pages.resources 放在程序旁边，或用 --web 指定文件夹。")
  }
}
