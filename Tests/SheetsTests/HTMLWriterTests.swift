import FilterLanguage
import Kernel
import Testing
@testable import Sheets

@Suite struct HTMLWriterTests {
  private func page(_ layout: SheetLayout, _ write: (HTMLWriter) throws -> Void) throws -> String {
    var bytes: [UInt8] = []
    let writer = HTMLWriter(layout: layout) { bytes += $0 }
    try write(writer)
    try writer.finish()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func html_markup_isEscaped() throws {
    let layout = SheetLayout(columns: [.init("<b>")], title: "<script>alert(1)</script>", subtitle: "a & b")
    let page = try page(layout) {
      try $0.heading("</table>")
      try $0.write([.text("<img src=x onerror='x'>\"&\u{0}")])
    }
    #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("<b>"))
    #expect(page.contains("<td>&lt;img src=x onerror=&#39;x&#39;&gt;&quot;&amp;</td>"))
    #expect(page.contains(">&lt;/table&gt;</th>") && page.contains(">a &amp; b</th>"))
  }

  @Test func html_prints_headOnEachPageOfA4() throws {
    var layout = SheetLayout(columns: [.init("姓名"), .init("出生日期", kind: .date), .init("已发放", kind: .tick)])
    let upright = try page(layout) { try $0.write([.text("张三"), .date(Day(number: 0))]) }
    #expect(upright.contains("size: A4;") && upright.contains("lang=\"zh-CN\""))
    #expect(upright.contains("thead { display: table-header-group; }"))
    #expect(upright.contains("counter(page)") && upright.contains("counter(pages)"))
    #expect(upright.contains("<td>张三</td><td class=\"t\">1970年1月1日</td><td class=\"t\">□</td></tr>"))
    layout.columns += (0..<8).map { .init("列\($0)") }
    #expect(try page(layout) { _ in }.contains("size: A4 landscape;"))
  }

  @Test func html_comesInPieces() throws {
    var sizes: [Int] = []
    let writer = HTMLWriter(layout: SheetLayout(columns: [.init("a")])) { sizes.append($0.count) }
    for _ in 0..<20_000 { try writer.write([.text("一二三四五")]) }
    try writer.finish()
    #expect(sizes.count > 10 && sizes.allSatisfy { $0 < 64 << 10 })
  }
}
