import Foundation
import Kernel
import Server

/// The pages as files, read once at start: plain HTML, ES modules and style sheets, as they lie in `Assets`.
///
/// - `index.html` is `/`, `desk.html` is `/desk`; other files of the top folder have their own names (`/sw.js`).
/// - Files of its folders are `/assets/VERSION/FOLDER/FILE`, kept by browsers for good. The version is a hash of them all
///   and of nothing else; files of the top folder name `/assets/FOLDER/FILE` and get it put in.
/// - `/assets/VERSION/list.json` names them all, for a service worker to keep.
package enum Pages {
  /// - Parameter folder: where they are; nil: what was built with the program.
  /// - Throws: `Problem` (`pages_missing`) when the folder or its index.html is not there.
  package static func assets(folder: String?) throws -> [PageAsset] {
    let folder = try folder ?? builtIn()
    let files = try files(in: folder)
    guard files.contains(where: { $0.name == "index.html" }) else { throw missing([folder]) }
    let inner = files.filter { $0.name.contains("/") }
    let version = PageAsset.version(of: files.map(\.bytes))
    let list = try JSONEncoder().encode(inner.map { "/assets/\(version)/\($0.name)" })
    return files.filter { !$0.name.contains("/") }.map { outer($0, version) }
      + inner.map {
        PageAsset(
          path: "/assets/\(version)/\($0.name)", contentType: $0.type, bytes: $0.bytes, isImmutable: true)
      }
      + [
        PageAsset(
          path: "/assets/\(version)/list.json", contentType: "application/json", bytes: Array(list), isImmutable: true)
      ]
  }

  private struct File {
    let name: String
    let type: String
    let bytes: [UInt8]
  }

  private static func outer(_ file: File, _ version: String) -> PageAsset {
    let text = String(decoding: file.bytes, as: UTF8.self)
      .replacingOccurrences(of: "\"/assets/", with: "\"/assets/\(version)/")
    let page = file.name == "index.html" ? "" : file.name.replacingOccurrences(of: ".html", with: "")
    return PageAsset(path: "/\(page)", contentType: file.type, bytes: Array(text.utf8))
  }

  /// Files of the folder and of the folders in it, by name.
  private static func files(in folder: String) throws -> [File] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try names.sorted().compactMap { name in try file(name, at: folder + "/" + name) }
  }

  private static func file(_ name: String, at path: String) throws -> File? {
    guard let type = types[(name as NSString).pathExtension] else { return nil }
    return File(name: name, type: type, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path))))
  }

  private static let types = [
    "html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8",
    "svg": "image/svg+xml", "webmanifest": "application/manifest+json",
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
