import FilterLanguage
import Kernel

/// A word of a sentence, as the scanner hands it to the grammar.
enum AskPiece: Hashable, Sendable {
  /// A condition.
  case unit(AskUnit)
  /// A noun that says what is asked for: 房屋, 老人.
  case head(AskHead)
  case de
  /// 里, 中, 其中: what stands before is where what follows is looked for.
  case inside
  /// 里住着: inside, or what has them (房子里住着老人的).
  case livingIn
  case and, or
  /// 和: a list, whose members are all wanted.
  case list
  /// 、
  case pause
  case comma
  /// ，或: the whole of what stands before it, or the whole of what follows.
  case commaOr
  case not(AskNegation)
  /// 有, 住着; `ofHousehold` for 家里有.
  case have(ofHousehold: Bool)
  /// 全是.
  case all
  /// 住在: what follows is where.
  case dwell
  /// 涉及, 投诉: an order, perhaps of a kind, about what follows.
  case about(WorkOrderKind?)
  /// 跟…同住: those who live with the people between them.
  case with, cohabit
  /// How many, before what is counted: 两个以上.
  case amount(Operator, Int)
  case except, exceptEnd
  /// 外, 后: the end of an exception that 除 has begun.
  case exceptThen
  /// 除外: of what stands since the last comma.
  case exceptLast
  case window(AskWindow)
  case topic(AskTopic)
  case verb(AskVerb)
  /// 已经: what follows is over.
  case already
  case open, close
  case tail(AskTail)
  /// Says nothing: 请帮我查一下.
  case filler(AskFiller)
  case unknown
}

enum AskNegation: Hashable, Sendable {
  /// 不是: of the next condition.
  case isNot
  /// 非: of the next word.
  case prefix
  /// 没有, 无: also of whole things that are absent.
  case lack
  /// 从未.
  case never
}

/// What follows a dated thing: it ends, or it has ended.
enum AskVerb: Hashable, Sendable { case expires, overdue }

/// A condition, for each subject that it can be about.
struct AskUnit: Hashable, Sendable {
  /// `owned`: what it has or lacks (有电梯的, 没有租客的).
  enum Kind: Hashable, Sendable { case place(Field), age, word, tag, clause, owned }
  var readings: [Subject: Expression]
  var kind: Kind
  /// Whether it stands for somebody or something by itself (低保人员), where 低保 only describes.
  var isNoun = false
  /// Holds unless the sentence says another age.
  var implied: Expression?
  /// The noun that the name of its tag ends with: 老人 of 独居老人, and of 独居.
  var noun: AskHead?
  /// The noun with which the word itself ends.
  var ending: String?
  /// The nouns that complete the word to another name of its tag: 人员 of 低保, in 低保、特困人员.
  var completions: Set<String> = []
  /// Ways to say it that leave no doubt, where of a subject the words could mean several things and so mean none.
  var choices: [Subject: [String]] = [:]
  /// Why it means nothing, where that is not that it means too much.
  var doubt: String?
}

struct AskHead: Hashable, Sendable {
  let subject: Subject
  /// Holds unless the sentence says another age: 老人 is 60 and over.
  var implied: Expression?
  /// A household: people can stand right before it (独居老人家庭).
  var isHousehold = false
}

/// What is wanted beside the condition.
enum AskTail: Hashable, Sendable {
  case count
  case group([String])
  /// A field of the language, and whether the largest comes first.
  case sort(String, descending: Bool)
  case columns([String])
  /// The rows at one end of an order: 年龄最大的10位.
  case most(String, descending: Bool, Int)
  /// No more than so many rows: 前20名.
  case limit(Int)
}

/// A word at its place among the scalars.
struct AskToken: Hashable, Sendable {
  let range: Range<Int>
  let piece: AskPiece
  /// Lower is better; among equals the fewest words win.
  var cost = 10
}
