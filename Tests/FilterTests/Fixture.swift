import FilterLanguage
import Kernel

/// A small vocabulary with one of everything.
let words = Vocabulary(
  tags: [
    Vocabulary.Tag(code: "LL013", name: "独居老人", aliases: ["独居"], subject: .person),
    Vocabulary.Tag(code: "MZ002", name: "低保人员", aliases: ["低保", "低保户"], subject: .person),
    Vocabulary.Tag(code: "DJ004", name: "在职党员(双报到)", subject: .person),
    Vocabulary.Tag(code: "GA014", name: "出租房屋", aliases: ["not"], subject: .house),
    Vocabulary.Tag(code: "CG001", name: "沿街商铺", subject: .shop),
    Vocabulary.Tag(code: "FG011", name: "危房", subject: .building),
  ],
  datasets: [
    Vocabulary.Dataset(
      code: "lease", name: "租约", subject: .house,
      attributes: [
        .init(name: "until", title: "到期日", type: .date), .init(name: "rent", title: "月租金", type: .number),
        .init(name: "filed", title: "已备案", type: .flag), .init(name: "agent", title: "中介", type: .text),
      ]),
    Vocabulary.Dataset(
      code: "checkup", name: "体检", subject: .person, attributes: [.init(name: "on", title: "体检日期", type: .date)]),
    Vocabulary.Dataset(
      code: "hazard", name: "隐患", subject: .building, attributes: [.init(name: "due", title: "整改期限", type: .date)]),
    Vocabulary.Dataset(
      code: "gas", name: "用气", subject: .shop, attributes: [.init(name: "alarm", title: "报警器", type: .flag)]),
  ])

func parse(_ text: String, _ subject: Subject = .people) throws(Problem) -> Expression {
  try FilterParser.parse(text, about: subject, vocabulary: words)
}

/// The problem that parsing ends in; nil when it does not.
func refusal(of text: String, _ subject: Subject = .people) -> Problem? {
  do {
    _ = try parse(text, subject)
    return nil
  } catch { return error }
}

/// What an expression becomes through text.
func printed(_ text: String, _ subject: Subject = .people) throws(Problem) -> String {
  FilterPrinter.text(try parse(text, subject), vocabulary: words)
}

func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }
