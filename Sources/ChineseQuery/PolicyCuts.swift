/// A stretch of a passage between two marks of punctuation.
struct PolicyPiece: Hashable {
  /// The number before an item: （一）, 2., ③. Numbers of one kind make one list.
  struct Marker: Hashable {
    enum Kind: Hashable { case bracketedChinese, bracketedDigit, digit, circled, chinese, article }
    let kind: Kind
    let number: Int
  }

  enum End: Int, Comparable {
    case none, comma, colon, item, sentence
    static func < (left: End, right: End) -> Bool { left.rawValue < right.rawValue }
  }

  /// In characters of the passage, with marker, marks and spaces.
  var range: Range<Int>
  /// The words alone.
  var words: Range<Int>
  var marker: Marker?
  var end: End
  /// （含60周岁）.
  var isAside = false
}

/// Cuts a passage at its marks. The pieces cover it without gaps.
struct PolicyCuts {
  let text: [Character]
  private var pieces: [PolicyPiece] = []
  private var start = 0
  private var marker: (PolicyPiece.Marker, Int)?

  static func pieces(_ text: [Character]) -> [PolicyPiece] {
    var cuts = PolicyCuts(text: text)
    cuts.cut()
    return cuts.pieces
  }

  private init(text: [Character]) { self.text = text }

  private mutating func cut() {
    var place = 0
    while place < text.count {
      if let (found, after) = marker(at: place) {
        emit(upTo: place, .none)
        marker = (found, after)
        place = after
      } else if text[place] == "《", let close = close(of: "》", from: place) {
        place = close + 1
      } else if text[place] == "（" || text[place] == "(", let close = closeOfAside(from: place) {
        emit(upTo: place, .none)
        let (end, after) = marks(from: close + 1)
        emit(upTo: after, end, isAside: true)
        place = after
      } else if let end = end(at: place) {
        let (more, after) = marks(from: place + 1)
        emit(upTo: after, max(end, more))
        place = after
      } else {
        place += 1
      }
    }
    emit(upTo: text.count, .sentence)
  }

  private mutating func emit(upTo end: Int, _ mark: PolicyPiece.End, isAside: Bool = false) {
    guard end > start else { return }
    defer { (start, marker) = (end, nil) }
    var words = (marker?.1 ?? start)..<end
    while let first = words.first, text[first].isMark || isAside && text[first].isBracket {
      words = (words.lowerBound + 1)..<words.upperBound
    }
    while let last = words.last, text[last].isMark || isAside && text[last].isBracket {
      words = words.lowerBound..<(words.upperBound - 1)
    }
    if words.isEmpty, marker == nil, let last = pieces.indices.last {
      pieces[last].range = pieces[last].range.lowerBound..<end
      pieces[last].end = max(pieces[last].end, mark)
    } else {
      pieces.append(PolicyPiece(range: start..<end, words: words, marker: marker?.0, end: mark, isAside: isAside))
    }
  }

  // MARK: Marks

  private func end(at place: Int) -> PolicyPiece.End? {
    let isBetweenDigits = place > 0 && place + 1 < text.count && text[place - 1].isNumber && text[place + 1].isNumber
    switch text[place] {
    case "。", "！", "!", "？", "?", "\n", "\r\n", "\r": return .sentence
    case "；", ";": return .item
    case "，": return .comma
    case ",": return isBetweenDigits ? nil : .comma
    case "：": return .colon
    case ":": return isBetweenDigits ? nil : .colon
    default: return nil
    }
  }

  /// The marks and spaces that follow, and the strongest among them.
  private func marks(from place: Int) -> (PolicyPiece.End, Int) {
    var (strongest, place) = (PolicyPiece.End.none, place)
    while place < text.count, text[place].isMark {
      if let end = end(at: place) { strongest = max(strongest, end) }
      place += 1
    }
    return (strongest, place)
  }

  private func close(of mark: Character, from place: Int) -> Int? {
    text[place...].prefix(80).firstIndex(of: mark)
  }

  private func closeOfAside(from place: Int) -> Int? {
    text[(place + 1)...].prefix(60).firstIndex { $0 == "）" || $0 == ")" }
  }

  // MARK: Numbers of items

  private func marker(at place: Int) -> (PolicyPiece.Marker, Int)? {
    if let number = Self.circled.firstIndex(of: text[place]) {
      return (.init(kind: .circled, number: number + 1), place + 1)
    }
    if text[place] == "（" || text[place] == "(" { return bracketed(from: place) }
    guard place == 0 || text[place - 1].isMark else { return nil }
    if text[place] == "第", let (number, after) = chinese(from: place + 1), after < text.count, text[after] == "条" {
      return (.init(kind: .article, number: number), after + 1)
    }
    if let (number, after) = digits(from: place), number < 100, after < text.count {
      let isPoint = text[after] == "." || text[after] == "．"
      if text[after] == "、" || isPoint && (after + 1 == text.count || !text[after + 1].isNumber) {
        return (.init(kind: .digit, number: number), after + 1)
      }
    }
    if let (number, after) = chinese(from: place), after < text.count, text[after] == "、",
      after + 1 < text.count, chinese(from: after + 1) == nil
    {
      return (.init(kind: .chinese, number: number), after + 1)
    }
    return nil
  }

  private func bracketed(from place: Int) -> (PolicyPiece.Marker, Int)? {
    func closed(_ kind: PolicyPiece.Marker.Kind, _ found: (Int, Int)?) -> (PolicyPiece.Marker, Int)? {
      guard let (number, after) = found, after < text.count, "）)".contains(text[after]) else { return nil }
      return (.init(kind: kind, number: number), after + 1)
    }
    return closed(.bracketedChinese, chinese(from: place + 1)) ?? closed(.bracketedDigit, digits(from: place + 1))
  }

  private static let circled: [Character] = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩"]
  private static let numerals: [Character] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  private func digits(from place: Int) -> (Int, Int)? {
    var (value, end) = (0, place)
    while end < text.count, let digit = text[end].wholeNumberValue, text[end].isNumber, digit < 10, end - place < 3,
      !Self.numerals.contains(text[end]), !Self.circled.contains(text[end])
    {
      value = value * 10 + digit
      end += 1
    }
    return end > place ? (value, end) : nil
  }

  /// 一 to 九十九.
  private func chinese(from place: Int) -> (Int, Int)? {
    var (value, end) = (0, place)
    while end < text.count, end - place < 3 {
      if text[end] == "十" {
        value = max(value, 1) * 10
      } else if let digit = Self.numerals.firstIndex(of: text[end]), digit > 0 {
        value += digit
      } else {
        break
      }
      end += 1
    }
    return end > place ? (value, end) : nil
  }
}

extension Character {
  /// Punctuation between clauses, and space.
  fileprivate var isMark: Bool { isWhitespace || "。！!？?；;，,：:".contains(self) }
  fileprivate var isBracket: Bool { "（）()".contains(self) }
}
