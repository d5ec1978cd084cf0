import FilterLanguage
import Foundation
import Pages
import Support
import Testing

@Suite struct PagesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Sources/Pages/Assets").path

  @Test func assets_ofAFolder_areItsFiles() throws {
    let assets = try Pages.assets(folder: Self.folder)
    #expect(assets.map(\.path).contains("/"))
    let script = try #require(assets.first { $0.path.hasSuffix("/shared/dom.js") })
    #expect(script.contentType == "text/javascript; charset=utf-8")
    #expect(script.path.hasPrefix("/assets/") && script.isImmutable)
    #expect(assets.first { $0.path == "/" }?.isImmutable == false)
  }

  @Test func assets_ofAFolderThatIsNotThere_areAProblem() async throws {
    #expect(try await refusal { _ = try Pages.assets(folder: "/nowhere") }?.code == "pages_missing")
  }

  /// The street office has no internet, and what comes from the database is never markup.
  @Test func assets_nameNoOtherHost_andBuildNoMarkup() throws {
    for asset in try Pages.assets(folder: Self.folder) {
      let text = String(decoding: asset.bytes, as: UTF8.self)
        .replacingOccurrences(of: "http://www.w3.org/2000/svg", with: "")
      for word in [
        "http://", "https://", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "style=",
        "localStorage",
      ] {
        #expect(!text.contains(word), "\(asset.path): \(word)")
      }
    }
  }

  /// What is hidden stays hidden, whatever layout an id or a class asks for.
  @Test func hidden_hides_onEveryPage() throws {
    let assets = try Pages.assets(folder: Self.folder)
    let css = String(
      decoding: try #require(assets.first { $0.path.hasSuffix("/shared/style.css") }).bytes, as: UTF8.self)
    #expect(css.contains("[hidden] { display: none !important; }"))
  }

  /// A page knows no committee before it knows whose page it is.
  @Test func pages_nameNoCommittee() throws {
    for asset in try Pages.assets(folder: Self.folder) {
      let text = String(decoding: asset.bytes, as: UTF8.self)
      for name in ["延中", "巨鹿", "雁荡", "南昌", "永嘉", "淮海"] { #expect(!text.contains(name), "\(asset.path): \(name)") }
    }
  }

  /// Whatever a page or a script names is there.
  @Test func assets_haveAllThatTheyName() throws {
    let assets = try Pages.assets(folder: Self.folder)
    let paths = Set(assets.map(\.path))
    for asset in assets {
      let text = String(decoding: asset.bytes, as: UTF8.self)
      for match in text.matches(of: /"(\/[^" ]+\.(?:js|css|svg))"/) {
        #expect(paths.contains(String(match.1)), "\(asset.path): \(match.1)")
      }
      for match in text.matches(of: /from "(\.[^"]+)"/) {
        let place = URL(fileURLWithPath: asset.path).deletingLastPathComponent().appendingPathComponent(String(match.1))
        #expect(paths.contains(place.standardized.path), "\(asset.path): \(match.1)")
      }
    }
  }
}
