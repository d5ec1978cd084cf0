import FilterLanguage
import Identity
import Kernel
import Testing

@Suite struct PersonNameTests {
  @Test(arguments: [
    ("张三 ", "张三"), (" 张 三", "张三"), ("张\u{200B}三", "张三"), ("阿卜杜拉•买买提", "阿卜杜拉·买买提"), ("阿卜杜拉.买买提", "阿卜杜拉·买买提"),
    ("阿卜杜拉.买买提", "阿卜杜拉·买买提"), ("阿卜杜拉 · 买买提", "阿卜杜拉·买买提"), ("John  Smith", "John Smith"), ("Jr. Smith", "Jr. Smith"),
    ("Ann", "Ann"), ("𠮷田", "𠮷田"),
  ])
  func normalise_folds(text: String, name: String) throws { #expect(try PersonName.normalise(text) == name) }

  @Test(arguments: [
    ("", "name_missing"), (" ", "name_missing"), ("123", "name_unreadable"), ("---", "name_unreadable"),
    ("张\u{0}三", "name_unreadable"), ("#N/A", "name_unreadable"), (String(repeating: "张", count: 61), "name_too_long"),
    (String(repeating: "张", count: 100_000), "name_too_long"),
  ])
  func normalise_refused(text: String, code: String) {
    #expect { try PersonName.normalise(text) } throws: { ($0 as? Problem)?.code == code }
  }
}
