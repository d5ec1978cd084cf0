/// Passwords that are long enough and still the first that anybody tries (NIST SP 800-63B 5.1.1.2: repetitive or sequential
/// characters, words of the service, the user's name, common passwords).
package enum WeakPassword {
  /// Why a password is too easy to guess, in Chinese; nil when nothing is known against it.
  package static func reason(_ text: String, name: String) -> String? {
    let text = text.lowercased()
    if Set(text).count < 4 { return "密码里不同的字符太少，请换一个。" }
    if isRun(text) { return "密码是连续或重复的字符（如 1234567890、qwertyuiop），请换一个。" }
    var rest = text
    for word in [name.lowercased()] + common where !word.isEmpty { rest = rest.replacing(word, with: "") }
    // What is left beside a word that everybody knows must be a password of its own.
    if rest.count != text.count, rest.count < 6 || isRun(rest) {
      return "密码主要由用户名或常见的词组成，请换一个。"
    }
    return nil
  }

  /// Whether it is made of stretches along the digits, the alphabet or the keyboard, or of one piece again and again.
  private static func isRun(_ text: String) -> Bool {
    let characters = Array(text)
    for period in 1...max(1, characters.count / 2) where period <= 5 {
      if characters.indices.dropFirst(period).allSatisfy({ characters[$0] == characters[$0 - period] }) { return true }
    }
    var breaks = 0
    for (left, right) in zip(characters, characters.dropFirst()) where !areNeighbours(left, right) { breaks += 1 }
    return breaks <= characters.count / 6
  }

  private static func areNeighbours(_ left: Character, _ right: Character) -> Bool {
    left == right
      || rows.contains { row in
        guard let first = row.firstIndex(of: left), let second = row.firstIndex(of: right) else { return false }
        return abs(first - second) == 1
      }
  }

  private static let rows =
    [
      "01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "一二三四五六七八九十",
    ].map(Array.init) + ["1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm"].map(Array.init)

  /// What lists of leaked passwords are full of, and this service's own words.
  private static let common = [
    "password", "passw0rd", "p@ssw0rd", "p@ssword", "administrator", "admin", "root", "welcome", "letmein", "iloveyou",
    "woaini", "5201314", "123456", "654321", "qwerty", "1qaz2wsx", "zaq12wsx", "qazwsx", "asdfgh", "zxcvbn", "abc123",
    "a123456", "monkey", "dragon", "shanghai", "huangpu", "menpai", "jiedao", "juweihui", "shequ", "mima", "12345",
    "门牌", "街道", "居委会", "社区", "密码", "管理员", "上海",
  ]
}
