extension Masking {
  /// A text with everything in it masked that could be somebody's: identity numbers, telephones, passports and permits,
  /// accounts, e-mail, number plates, names behind 姓名 or before 先生. What people write in tickets, notes and remarks
  /// holds them often, and lists show texts to many.
  ///
  /// Digits of any width and script count, in groups (138-1234-5678) too, as do eleven and more digits in Chinese
  /// (幺三八…). A date stays, as does a house's or a ticket's number of less than seven digits. The time grows with the
  /// length of the text and no faster.
  package static func numbers(in text: String) -> String {
    var scan = TextScan(Array(text.unicodeScalars))
    return scan.run() ? String(scan.out) : text
  }

  /// Whether a text holds anything that `numbers(in:)` would mask.
  package static func holdsNumbers(_ text: String) -> Bool { numbers(in: text) != text }
}

/// One walk over a text, from its beginning to its end.
private struct TextScan {
  private let text: [Unicode.Scalar]
  private(set) var out = String.UnicodeScalarView()
  private var index = 0
  private var isChanged = false
  /// Behind a label (身份证号：) and the signs that follow it.
  private var labelled: (start: Int, label: TextLabel.Kind)?
  /// As far as has been looked for an e-mail address.
  private var mailEnd = 0

  package init(_ text: [Unicode.Scalar]) { self.text = text }

  /// - Returns: whether anything was masked.
  package mutating func run() -> Bool {
    while index < text.count {
      if !mail(), !name(), !plate(), !document(), !number() {
        if let label = TextLabel.at(index, text) {
          copy(to: label.end)
          labelled = (TextLabel.behindFiller(index, text), label.kind)
        } else {
          copy(to: index + 1)
        }
      }
    }
    return isChanged
  }

  private mutating func copy(to end: Int) {
    out.append(contentsOf: text[index..<end])
    index = end
  }

  private mutating func put(_ masked: String, to end: Int) {
    out.append(contentsOf: masked.unicodeScalars)
    index = end
    isChanged = true
  }

  private var label: TextLabel.Kind? { labelled.flatMap { $0.start == index ? $0.label : nil } }
  private func sign(_ place: Int) -> TextSign { text.indices.contains(place) ? TextSign(text[place]) : .other }

  // MARK: What is masked

  /// name@example.com: the first letter of the name stays.
  private mutating func mail() -> Bool {
    guard index >= mailEnd, sign(index).isAlphanumeric else { return false }
    var end = index
    while end < text.count, sign(end).isAlphanumeric || "._%+-".unicodeScalars.contains(text[end]) { end += 1 }
    mailEnd = end
    guard end < text.count, text[end] == "@" || text[end] == "＠" else { return false }
    var domain = end + 1
    while domain < text.count, sign(domain).isAlphanumeric || text[domain] == "-" || text[domain] == "." { domain += 1 }
    guard text[(end + 1)..<domain].dropFirst().dropLast().contains(".") else { return false }
    put(String(Character(text[index])) + "***", to: end)
    copy(to: domain)
    return true
  }

  /// 姓名：王小敏, 王小敏女士: as names are masked everywhere.
  private mutating func name() -> Bool {
    guard TextSign.isHan(text[index]) else { return false }
    let end: Int
    if label == .name {
      var last = index
      while last < text.count, last - index < 5, TextSign.isHan(text[last]), TextLabel.at(last, text) == nil {
        last += 1
      }
      guard TextName.isName(text[index..<last], isSure: index > 0 && !TextSign.isHan(text[index - 1])) else {
        return false
      }
      end = last
    } else {
      guard let found = TextName.beforeTitle(index, text) else { return false }
      end = found
    }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: text[index..<end])
    put(Masking.name(String(name)), to: end)
    return true
  }

  /// 沪A12345.
  private mutating func plate() -> Bool {
    guard TextName.provinces.contains(text[index]), sign(index + 1).isLetter else { return false }
    var end = index + 2
    if end < text.count, "·•. -".unicodeScalars.contains(text[end]) { end += 1 }
    let start = end
    while end < text.count, end - start < 7, sign(end).isAlphanumeric { end += 1 }
    let digits = (start..<end).count { sign($0).digit != nil }
    guard (5...6).contains(end - start), digits >= 3 else { return false }
    copy(to: index + 2)
    put(String(repeating: "*", count: end - start), to: end)
    return true
  }

  /// E12345678, H12345678: and whatever stands behind 护照, 卡号, 微信.
  private mutating func document() -> Bool {
    guard sign(index).isAlphanumeric, index == 0 || label == .account || !sign(index - 1).isAlphanumeric
    else { return false }
    var (end, letters, digits) = (index, 0, [UInt8]())
    while end < text.count, sign(end).isAlphanumeric || (label == .account && text[end] == "_") {
      if let digit = sign(end).digit { digits.append(digit) } else if digits.isEmpty { letters += 1 }
      end += 1
    }
    let length = end - index
    let isDocument = length == letters + digits.count && TextNumber.isDocument(letters: letters, digits: digits)
    // What has eleven digits and more is known as a number.
    let isAccount =
      label == .account && digits.count < 11 && (5...40).contains(length)
      && (letters > 0 || !TextNumber.beginsWithDate(digits))
    guard isDocument || isAccount else { return false }
    let (first, last) = (index, end)
    put(String(repeating: "*", count: length - 3), to: end, keeping: text[first], text[(last - 2)..<last])
    return true
  }

  private mutating func put(
    _ stars: String, to end: Int, keeping first: Unicode.Scalar, _ last: ArraySlice<Unicode.Scalar>
  ) {
    out.append(first)
    put(stars, to: end)
    out.append(contentsOf: last)
  }

  private mutating func number() -> Bool {
    guard sign(index).digit != nil else { return false }
    let number = TextNumber(text, from: index)
    let masked = number.masked(text, isTelephone: label == .telephone)
    if let masked { put(masked, to: number.end) } else { copy(to: number.end) }
    return true
  }
}
