import Addresses
import FilterLanguage
import Foundation
import Testing

@Suite struct AddressReportTests {
  @Test func encode_saysNull() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let text = String(decoding: try encoder.encode(AddressReport(input: "卢湾区长乐路26号甲")), as: UTF8.self)
    #expect(
      text == #"{"building":null,"canonical":"长乐路26甲号","district":"黄浦区","input":"卢湾区长乐路26号甲","lane":null,"#
        + #""number":"26甲","road":"长乐路","room":null,"sublane":null,"unread":[]}"#)
  }

  @Test func building_isBehindTheRoadNumber() {
    let report = AddressReport(input: "七宝镇中春路8888号万科优诗美地9号102室")
    #expect(report.number == "8888")
    #expect(report.building == "9")
    #expect(report.room == "102")
  }
}
