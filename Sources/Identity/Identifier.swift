import Kernel

/// Recognises the numbers by which people, companies and telephones are known in China.
///
/// `Identifier.read("’310199 19900203 1234")` says what kind of number it is, how it is stored, and whether it can be
/// right. It never throws: a number that cannot be right comes back with `valid == false` and the reason.
package enum Identifier {
  /// What a number is; the raw values are the ones of the API.
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// 公民身份号码, GB 11643.
    case residentIdentity = "resident_identity"
    /// 港澳台居民居住证: 81 Hong Kong, 82 Macao, 83 Taiwan.
    case hmtResidencePermit = "hmt_residence_permit"
    /// 港澳居民来往内地通行证 (回乡证).
    case hmTravelPermit = "hm_travel_permit"
    /// 台湾居民来往大陆通行证 (台胞证).
    case twTravelPermit = "tw_travel_permit"
    /// 外国人永久居留身份证 before 2023: three letters and twelve digits.
    case foreignPermanentOld = "foreign_permanent_old"
    /// The five-star card (五星卡) from 2023 on: eighteen digits that begin with 9.
    case foreignPermanentNew = "foreign_permanent_new"
    case passport
    /// 统一社会信用代码, GB 32100.
    case unifiedSocialCredit = "unified_social_credit"
    case mobilePhone = "mobile_phone"
    case landlinePhone = "landline_phone"
    case unknown
  }

  /// What the place where the number stood is for. Eight digits are a telephone among telephones and a permit elsewhere.
  package enum Purpose: Sendable { case any, document, phone, creditCode }

  /// Reads one number as people type it. `day` is the as-of day: a birth after it is refused; nil does not check that.
  package static func read(_ text: String, for purpose: Purpose = .any, on day: Day? = nil) -> IdentifierReading {
    let folded = IdentifierText(text)
    if folded.compact.isEmpty { return .refused(text, .unknown, "empty: 没有内容") }
    if folded.compact.contains(UInt8(ascii: "*")) { return .refused(text, .unknown, "masked: 号码有几位被遮住了") }
    if let exponent = folded.scientificExponent { return destroyed(text, exponent) }
    if let dated = dated(text, folded, purpose) { return dated }
    let readers: [(String, IdentifierText) -> IdentifierReading?]
    switch purpose {
    case .phone: readers = [PhoneNumber.several, PhoneNumber.read, PhoneNumber.local, PhoneNumber.wrongLength]
    case .creditCode: readers = [CreditCode.readAny]
    case .any, .document:
      readers = [
        { cardNumber($0, $1, day) }, CreditCode.read, PhoneNumber.several, PhoneNumber.read, TravelDocument.read,
        PhoneNumber.wrongLength, CreditCode.readMalformed, { IdentityNumber.readWrongLength($0, $1.compact) },
      ]
    }
    for reader in readers {
      if let reading = reader(text, folded) { return reading }
    }
    return .refused(text, .unknown, "unknown: 认不出是哪一种号码")
  }

  /// Fifteen digits, or eighteen whose last may be X. Eighteen digits may also be a credit code: whichever check digit
  /// holds decides; then whether a birth date is inside.
  private static func cardNumber(_ input: String, _ text: IdentifierText, _ day: Day?) -> IdentifierReading? {
    let bytes = text.compact
    if bytes.count == 15, bytes[0] != UInt8(ascii: "0"), bytes.allSatisfy(\.isDigit) {
      return IdentityNumber.readOld(input, bytes, day)
    }
    guard IdentityNumber.hasShape(bytes) else { return nil }
    let born = IdentityNumber.birth(bytes)
    if IdentityNumber.passesCheck(bytes), born != nil { return IdentityNumber.read(input, bytes, day) }
    if CreditCode.passesCheck(bytes), CreditCode.hasPlausibleHead(bytes) { return nil }
    if born == nil, bytes.first == UInt8(ascii: "9") { return nil }
    return IdentityNumber.read(input, bytes, day)
  }

  /// A spreadsheet shows eighteen digits as 3.10199E+17 and saves them so: the last digits are gone for good.
  private static func destroyed(_ input: String, _ exponent: Int) -> IdentifierReading {
    let kind: Kind = exponent == 17 ? .residentIdentity : exponent == 10 ? .mobilePhone : .unknown
    return .refused(input, kind, "scientific: 号码被表格软件写成了科学计数法,末几位已丢失;请把该列设为文本后重新导出")
  }

  private static func dated(_ input: String, _ text: IdentifierText, _ purpose: Purpose) -> IdentifierReading? {
    guard text.marks.count == 10, Day(String(decoding: text.marks, as: UTF8.self)) != nil else { return nil }
    return .refused(input, .unknown, "date: 这是日期,不是号码")
  }
}
