import Admissions
import FilterLanguage
import Testing

@Suite struct ReferenceListsTests {
  @Test func duties_areUniqueAndWhole() throws {
    let duties = try ReferenceCatalogue.duties()
    #expect(duties.count >= 100)
    #expect(Set(duties.map(\.code)).count == duties.count)
    for duty in duties {
      #expect(!duty.category.isEmpty && !duty.subcategory.isEmpty && !duty.unit.isEmpty, "\(duty.code)")
      #expect(
        duty.keywords.allSatisfy { !$0.isEmpty && $0.allSatisfy { !$0.isEmpty && !$0.contains("+") } }, "\(duty.code)")
      #expect((0...365).contains(duty.deadlineDays), "\(duty.code)")
    }
  }

  @Test func matters_haveSourcesAndTheTwentyCertificates() throws {
    let matters = try ReferenceCatalogue.matters()
    #expect(Set(matters.map(\.code)).count == matters.count)
    #expect(matters.allSatisfy { !$0.keywords.isEmpty && !$0.source.isEmpty })
    #expect(matters.count { $0.kind == .forbidden && $0.name.hasSuffix("证明") } == 20)
    #expect(Set(matters.map(\.kind)) == Set(Matter.Kind.allCases))
  }

  @Test(arguments: [
    ("请居委会为居民开具婚姻状况证明", "FM08"), ("要求开具无犯罪记录证明", "FM05"), ("由居委会完成招商引资指标", "FM21"),
    ("组织人口普查入户登记", "XZ13"), ("调解邻里纠纷", "ZZ03"), ("配合社区矫正机构", "XZ07"),
  ])
  func matters_areFoundByWhatPeopleWrite(text: String, code: String) throws {
    let found = try ReferenceCatalogue.matters().filter { !$0.words(in: text).isEmpty }
    #expect(found.map(\.code).contains(code))
  }
}
