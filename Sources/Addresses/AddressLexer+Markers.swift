/// What stands beside a number: its marker, 甲 and 乙, the dash to the next one.
extension AddressLexer {
  /// 甲, 乙, 丙 … behind a number, if no name begins with it (849号丁香花园).
  func stem(at index: Int) -> String {
    guard let scalar = text.at(index), Self.isStem(scalar), endsPart(index + 1) else { return "" }
    return text.text(index..<index + 1)
  }

  /// Whether what stands at `index` is no name: a Latin sign, a marker, a room's word or number.
  func endsPart(_ index: Int) -> Bool {
    guard let next = text.at(index), next.value > 0x7F, next != "、", next != "。" else { return true }
    if marker(at: index) != nil || AddressRooms.match(text, at: index) != nil { return true }
    let end = ChineseNumeral.end(in: text, from: index)
    return end > index && (end - index >= 3 || marker(at: end) != nil)
  }

  static func isStem(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸": true
    default: false
    }
  }

  /// 3F is a storey, 3F号 is not.
  func isStorey(_ index: Int) -> Bool {
    guard text[index] == "F" else { return false }
    guard let next = text.at(index + 1) else { return true }
    return next != "号" && next != "室" && next != "-" && next != "弄"
  }

  /// Behind a dash (or 至, a dot of a list) the number goes on.
  func link(at index: Int) -> Int? {
    switch text.at(index) {
    case "-", "至", "到", ".", "/": index + 1
    default: nil
    }
  }

  func marker(at index: Int) -> (marker: AddressToken.Marker, end: Int)? {
    guard let scalar = text.at(index) else { return nil }
    switch scalar {
    case "弄": return (.lane, index + 1)
    case "支":
      if text.at(index + 1) == "弄" { return (.sublane, index + 2) }
      return text.at(index + 1)?.isDigit == true ? (.sublane, index + 1) : nil
    case "号":
      switch text.at(index + 1) {
      case "楼": return (.building, index + 2)
      case "室": return (.room, index + 2)
      case "房": return (.room, index + (text.at(index + 2) == "间" ? 3 : 2))
      case "线", "桥", "路", "街": return nil
      default: return (.number, index + 1)
      }
    case "幢", "栋", "座": return (.building, index + 1)
    case "单": return text.at(index + 1) == "元" ? (.unit, index + 2) : nil
    case "楼", "层", "F": return (.floor, index + 1)
    case "室": return (.room, index + 1)
    case "房":
      if text.at(index + 1) == "间" { return (.room, index + 2) }
      return (text.at(index + 1)?.value ?? 0) < 0x80 ? (.room, index + 1) : nil
    default: return nil
    }
  }

  /// The end of a number in which digits of two scripts stand side by side (1十号, ⑴0号, 1〇2室), or a letter that looks like a
  /// digit beside one (1O号); nil for every other. What such a number says is a guess, and half of it is another number.
  package func mixedNumber(at start: Int) -> Int? {
    guard let first = text.at(start).flatMap(NumberScript.init) else { return nil }
    var (end, scripts) = (start, Set([first]))
    var digits = 0
    while let script = text.at(end).flatMap(NumberScript.init) {
      scripts.insert(script)
      if script == .arabic, scripts == [.arabic] { digits += 1 }
      end += 1
    }
    let isLetterBeside = scripts == [.arabic] && (text.at(end) == "O" || text.at(end) == "I")
    guard scripts.count > 1 || scripts == [.foreign] && end - start > 1 || isLetterBeside else { return nil }
    if isLetterBeside {
      while let next = text.at(end), next.isDigit || next == "O" || next == "I" { end += 1 }
    }
    let found = marker(at: end)
    // 201二楼: the room, and once more its storey.
    if digits >= 3, found?.marker == .floor, scripts == [.arabic, .chinese] { return nil }
    guard found == nil else { return found?.end }
    guard let next = text.at(end) else { return end }
    return next.properties.isIdeographic ? nil : end
  }

  private enum NumberScript {
    case arabic, chinese
    /// Circled, bracketed, Roman, of another script, or as banks write them.
    case foreign

    init?(_ scalar: Unicode.Scalar) {
      if scalar.isDigit {
        self = .arabic
      } else if ChineseNumeral.isNumeral(scalar) {
        self = .chinese
      } else if scalar.value > 0x7F, scalar.properties.numericType != nil, !"万萬亿億兆两兩".unicodeScalars.contains(scalar) {
        self = .foreign
      } else {
        return nil
      }
    }
  }

  static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "路", "街", "村", "坊", "里", "区", "期", "支", "组", "队", "公", "大", "号", "年", "新", "巷": true
    default: false
    }
  }
}
