import Identity
import Kernel

/// Numbers by which people, shops and telephones are known, none of them anybody's, none of them twice.
///
/// - Identity numbers have the area 310199, which is not assigned; residence permits of 港澳台 810199 likewise.
/// - Telephones begin 164, which no operator has.
/// - Credit codes are registered at 310199.
///
/// Committees are made in parallel, so each has sequence numbers of its own: eight a birthday and sex, for one committee
/// in sixty. From the sixty-first on they also share out the birthdays.
struct DemoNumbers {
  private static let slots = 8
  private static let committeesAtOnce = 60
  private let firstSlot: Int
  /// Birthdays whose number leaves this rest when divided by `parts` are this committee's.
  private let part: Int
  private let parts: Int
  private let index: Int
  private var used: [Int: Int] = [:]
  private var phones = 0
  private var permits = 0

  init(committee index: Int, of count: Int) {
    self.index = index
    firstSlot = index % Self.committeesAtOnce * Self.slots + 1
    part = index / Self.committeesAtOnce
    parts = (count + Self.committeesAtOnce - 1) / Self.committeesAtOnce
  }

  /// The birthday nearest before `day` that is this committee's and still has a number, and that number.
  mutating func identity(_ prefix: String, born day: Day, isMale: Bool) -> (birth: Day, number: String) {
    let offset = ((Int(day.number) - part) % parts + parts) % parts
    var birth = day.adding(days: -offset)
    while true {
      let key = Int(birth.number) * 2 + (isMale ? 1 : 0)
      let count = used[key, default: 0]
      guard count < Self.slots else {
        birth = birth.adding(days: -parts)
        continue
      }
      used[key] = count + 1
      return (birth, Self.number(prefix, birth, (firstSlot + count) * 2 + (isMale ? 1 : 0)))
    }
  }

  private static func number(_ prefix: String, _ birth: Day, _ sequence: Int) -> String {
    let (year, month, day) = birth.parts
    let body = prefix + padded(year * 10_000 + month * 100 + day, 8) + padded(sequence, 3)
    return body + (IdentityNumber.checkDigit(of: body).map(String.init) ?? "")
  }

  /// A passport of no country: two letters and seven digits.
  mutating func passport() -> String {
    permits += 1
    return "XD" + Self.padded(index * 2000 + permits, 7)
  }

  /// A mobile number. The factor has no divisor in common with the modulus, so no number comes twice.
  mutating func phone() -> String {
    phones += 1
    return "164" + Self.padded((index * 10_000 + phones) % 100_000_000 * 61_803_399 % 100_000_000, 8)
  }

  static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension DemoNumbers {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

  /// The credit code of the committee's `shop`-th enterprise (registrar 9, kind 1) or sole trader (kind 2), with the
  /// check digit that it must have.
  func creditCode(isCompany: Bool, shop: Int) -> String {
    var rest = index * 2000 + shop
    var tail = ""
    for _ in 0..<5 {
      tail.append(Self.alphabet[rest % Self.alphabet.count])
      rest /= Self.alphabet.count
    }
    let body = (isCompany ? "91" : "92") + "310199MDEM" + tail
    return body + (CreditCode.checkDigit(of: body).map(String.init) ?? "")
  }
}
