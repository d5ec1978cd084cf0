import FilterLanguage
import Identity
import Testing

@Suite struct MaskingTests {
  @Test func olderMasks_areShownAsNewOnes() {
    #expect(Masking.coarser("310***********1234") == "310**************4")
    #expect(Masking.coarser("310***********123X") == "310**************X")
    #expect(Masking.coarser("310********3123") == "310***********3")
    for other in ["310**************4", "138****1234", "张*三", "E******78", "622************0123", ""] {
      #expect(Masking.coarser(other) == other)
    }
    #expect(Masking.coarserText("是310***********1234，电138****1234") == "是310**************4，电138****1234")
  }

  @Test(arguments: [
    ("张小三", "张*三"), ("张三", "张*"), ("张", "张"), ("欧阳小三", "欧**三"), ("阿卜杜拉·买买提", "阿**提"), ("John Smith", "J***"),
    ("J", "J***"),
    ("", ""), (" 张 三 ", "张*"),
  ])
  func name_isMasked(name: String, masked: String) { #expect(Masking.name(name) == masked) }

  @Test(arguments: [
    ("310199199002031234", "310**************4"), ("31019919900203123x", "310**************X"),
    ("310199900203123", "310***********3"), ("E12345678", "E******78"), ("1234567", "*******"), ("1", "*"), ("", ""),
    ("310199 19900203 1234", "310**************4"),
  ])
  func idNumber_isMasked(number: String, masked: String) { #expect(Masking.idNumber(number) == masked) }

  @Test(arguments: [
    ("13812345678", "138****5678"), ("+86 138-1234-5678", "138****5678"), ("021-12345678", "021-1234****"),
    ("02112345678", "021-1234****"), ("021-12345678-801", "021-1234****"), ("62345678", "6234****"),
    ("4008208820", "400820****"), ("123", "***"), ("", ""), ("85291234567899", "852***********"),
  ])
  func phone_isMasked(number: String, masked: String) { #expect(Masking.phone(number) == masked) }
}
