/// The telephone numbers of one cell, as rosters have them: `16400002005/16400002006`, `16400002012(儿子)`, `16400002001;`.
package struct PhoneCell: Sendable, Equatable {
  package struct Number: Sendable, Equatable {
    /// In its stored form.
    package var number: String
    /// Whose it is, or what for: 儿子, 家里.
    package var note: String?
  }

  package var numbers: [Number] = []
  /// Pieces that are no number, without digits that could be somebody's.
  package var unread: [String] = []
  /// A piece has stars in it, as our own lists do.
  package var isMasked = false

  package init(_ text: String) {
    // A whole cell that reads as one number is one, with whatever dashes and blanks it has.
    if let whole = Identifier.read(text, for: .phone).normalised {
      numbers = [Number(number: whole)]
      return
    }
    for piece in Self.pieces(text) { read(piece) }
  }

  private mutating func read(_ piece: String) {
    let (bare, note) = Self.withoutNote(piece)
    guard !bare.isEmpty else {
      // A note behind its number, parted from it by a blank.
      if let note, let last = numbers.indices.last, numbers[last].note == nil {
        numbers[last].note = note
      } else if let note {
        unread.append(note)
      }
      return
    }
    let reading = Identifier.read(bare, for: .phone)
    if let number = reading.normalised {
      if !numbers.contains(where: { $0.number == number }) { numbers.append(Number(number: number, note: note)) }
    } else if bare.contains("*") || bare.contains("＊") {
      isMasked = true
    } else {
      unread.append(Masking.numbers(in: piece))
    }
  }

  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = [""]
    var depth = 0
    for character in text {
      switch character {
      case "(", "（", "[", "【": depth += 1
      case ")", "）", "]", "】": depth = max(0, depth - 1)
      default: break
      }
      if depth == 0, "/,;、，；|\\\n\r\t 　或和及".contains(character) {
        if pieces.last?.isEmpty == false { pieces.append("") }
      } else {
        pieces[pieces.count - 1].append(character)
      }
    }
    return joined(pieces.filter { !$0.isEmpty })
  }

  /// Pieces of a number that blanks parted (138 0000 1111) come together again where only together they are one.
  private static func joined(_ pieces: [String]) -> [String] {
    var out: [String] = []
    var index = 0
    while index < pieces.count {
      let end = (index + 1..<pieces.count).prefix(3).last { end in
        Identifier.read(pieces[index...end].joined(), for: .phone).normalised != nil
          && pieces[index...end].allSatisfy { Identifier.read($0, for: .phone).normalised == nil }
      }
      out.append(end.map { pieces[index...$0].joined() } ?? pieces[index])
      index = (end ?? index) + 1
    }
    return out
  }

  /// The signs of the number, and the words before, behind or in brackets.
  private static func withoutNote(_ piece: String) -> (bare: String, note: String?) {
    var (bare, note) = ("", "")
    for character in piece {
      let isSign = character.isNumber || "+-－—*＊.转".contains(character)
      if isSign, character != "转" || !bare.isEmpty {
        bare.append(character)
      } else if !"()（）[]【】:：".contains(character) {
        note.append(character)
      }
    }
    return (bare, note.isEmpty ? nil : String(note.prefix(20)))
  }
}
