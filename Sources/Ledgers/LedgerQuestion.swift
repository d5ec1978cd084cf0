import ChineseQuery
import FilterLanguage
import Kernel
import Platform
import Questions
import Registry
import TagIndex

/// What a ledger asks, understood, with what its source says beside: a sentence its columns, a template nearly all.
struct LedgerQuestion {
  var subject: Subject
  /// Nil for one that is held and no longer reads.
  var expression: Expression?
  var limit: Int?
  var sentence: String?
  var template: String?
  var name: String?
  var about: String?
  var columns: [String]?
  var notes: [LedgerNote]?
  var sort: String?
  var groupBy: [String]?

  /// - Throws: what the question is refused for; `subject_missing`, `unknown_template`, `unknown_area`.
  static func read(
    _ source: LedgerSource, subject: Subject?, _ vocabulary: Vocabulary, _ caller: Caller, _ app: AppContext
  ) throws(Problem) -> LedgerQuestion {
    var question: LedgerQuestion
    switch source {
    case .filter(let text):
      let subject = try known(subject)
      question = LedgerQuestion(
        subject: subject, expression: try FilterParser.parse(text, about: subject, vocabulary: vocabulary))
    case .json(let value):
      let subject = try known(subject)
      question = LedgerQuestion(
        subject: subject, expression: try FilterJSON.decode(value, about: subject, vocabulary: vocabulary))
    case .sentence(let sentence): question = try said(sentence, vocabulary, caller, app)
    case .template(let code): question = try template(code, vocabulary)
    }
    if let subject, subject != question.subject {
      let detail = "问的是「\(question.subject.word)」，不是「\(subject.word)」。"
      throw Problem(
        .invalid, "wrong_subject", detail,
        notes: [.init(.pointer("/subject"), detail, suggestions: [question.subject.word])])
    }
    try AreaWords.check(question.expression ?? .everything, caller, app.index.areas)
    return question
  }

  private static func known(_ subject: Subject?) throws(Problem) -> Subject {
    guard let subject else {
      throw Problem(
        .invalid, "subject_missing", "请填写 subject：台账查的是什么。",
        notes: [.init(.pointer("/subject"), "缺少 subject。", suggestions: Subject.searchable.map(\.word))])
    }
    return subject
  }

  private static func said(
    _ sentence: String, _ vocabulary: Vocabulary, _ caller: Caller, _ app: AppContext
  ) throws(Problem) -> LedgerQuestion {
    let asOf = app.clock.today
    let index = try app.index
    let asking = app.sentences.asking(
      vocabulary, try AskPlaces.read(caller, index, asOf: asOf), edition: index.edition)
    let reading: AskReading
    do throws(AskRefusal) {
      reading = try asking.read(sentence, asOf: asOf)
    } catch {
      throw error.problem
    }
    let usual = LedgerColumns.usual(reading.subject)
    return LedgerQuestion(
      subject: reading.subject, expression: reading.expression, limit: reading.limit, sentence: sentence,
      name: String(sentence.prefix(64)), columns: usual + reading.columns.filter { !usual.contains($0) },
      sort: reading.sort, groupBy: reading.groupBy)
  }

  private static func template(_ code: String, _ vocabulary: Vocabulary) throws(Problem) -> LedgerQuestion {
    let templates = try ListTemplates.readable(vocabulary)
    guard let template = templates.first(where: { $0.code == code || $0.name == code }) else {
      let detail = "没有「\(code)」这个台账模板。"
      throw Problem(
        .invalid, "unknown_template", detail,
        notes: [
          .init(
            .pointer("/template"), detail,
            suggestions: Nearest.first(5, to: code, among: templates.flatMap { [$0.code, $0.name] }))
        ])
    }
    // What is handed out anew each month is ticked anew each month; what is written on a row stays with it.
    let notes = template.notes.map { note in
      LedgerNote(
        name: note.name, title: note.title, kind: note.kind == .text ? .text : .tick,
        carry: note.kind == .text || (note.kind == .tick && template.schedule == nil),
        writes: note.kind == .visit ? .visit("走访") : nil)
    }
    return LedgerQuestion(
      subject: template.subject,
      expression: try FilterParser.parse(template.filter, about: template.subject, vocabulary: vocabulary),
      sentence: template.sentence, template: template.code, name: template.name, about: template.about,
      columns: template.columns, notes: notes, sort: template.sort, groupBy: template.groupBy)
  }
}
