import ChineseQuery
import FilterLanguage
import Kernel
import Platform

/// A question as ledgers and runs keep it, read for a caller.
///
/// Tags and areas stand in it by code, so that it follows both when they are renamed. It may have stopped making sense since: a
/// tag was retired, a dataset is gone. Then it says what is wrong and how to mend it, and whatever was made of it stays.
struct QuestionReading: Sendable {
  /// Nil where it no longer reads.
  let expression: Expression?
  /// In the words that the caller may use; empty where the caller cannot be told.
  let text: String
  let json: JSONValue
  let explanation: String
  let fault: QuestionFault?
}

/// Why a stored question no longer reads, and what to do.
package struct QuestionFault: Sendable, Equatable {
  /// Of what the question would be refused for: `unknown_tag`, `unknown_area` …
  package let code: String
  package let detail: String
  package let remedy: String

  /// What is answered to whoever wants to ask it.
  package var problem: Problem {
    Problem(.conflict, "question_broken", "这个台账的条件已经失效：\(detail)\(remedy)")
  }
}

/// Reads stored questions, and says for whom they are not there.
struct QuestionReader {
  private let tree: AreaTree
  private let known: KnownAreas
  /// The codes of tags that do not exist for the caller.
  private let hidden: Set<String>
  private let vocabulary: Vocabulary
  private let everything: Vocabulary

  init(_ policy: AccessPolicy) {
    tree = policy.tree
    known = KnownAreas(policy.caller, tree)
    hidden = Set(policy.live.everyTag.filter { !policy.mayKnow($0) }.map(\.code))
    vocabulary = policy.live.vocabulary(for: policy.caller)
    everything = policy.live.vocabulary(for: .operatorAtConsole)
  }

  /// - Parameter held: the explanation that was stored with it.
  /// - Returns: nil where it asks for a tag or a dataset, or names an area, that does not exist for the caller.
  func read(_ word: String, _ stored: String, held: String) -> QuestionReading? {
    let codes = Self.tagCodes(in: stored)
    guard hidden.isDisjoint(with: codes) else { return nil }
    guard let subject = Subject(word: word), let lenient = lenient(stored, codes, subject) else {
      return broken(
        QuestionReading(expression: nil, text: "", json: .null, explanation: held, fault: nil), stored, word)
    }
    let expression = StoredAreas.coded(lenient, tree, known)
    guard !StoredAreas.namesHidden(expression, tree, known) else { return nil }
    let shown = StoredAreas.named(expression, tree, known)
    let question = QuestionReading(
      expression: expression, text: FilterPrinter.text(shown, vocabulary: vocabulary),
      json: FilterJSON.encode(shown, vocabulary: vocabulary),
      explanation: AskReading(subject: subject, expression: shown).explanation(vocabulary), fault: nil)
    do throws(Problem) {
      _ = try FilterParser.parse(stored, about: subject, vocabulary: vocabulary)
    } catch {
      // What reads for those who know of everything is not broken: it names what does not exist for the caller.
      let isHidden = (try? FilterParser.parse(stored, about: subject, vocabulary: everything)) != nil
      return isHidden ? nil : broken(question, held: held, error)
    }
    if let name = StoredAreas.nameless(in: expression, tree) {
      return broken(question, held: held, Problem(.invalid, "unknown_area", "没有区划「\(name)」。"))
    }
    return question
  }

  private func broken(_ question: QuestionReading, _ stored: String, _ word: String) -> QuestionReading {
    guard let subject = Subject(word: word) else {
      return broken(question, held: question.explanation, Problem(.invalid, "unknown_subject", "没有「\(word)」这类对象。"))
    }
    do throws(Problem) {
      _ = try FilterParser.parse(stored, about: subject, vocabulary: everything)
      return question
    } catch {
      return broken(question, held: question.explanation, error)
    }
  }

  private func broken(_ question: QuestionReading, held: String, _ problem: Problem) -> QuestionReading {
    let remedy =
      switch problem.code {
      case "unknown_tag": "标签已停用或改了代码：请恢复这个标签，或修改台账的条件。"
      case "unknown_area": "区划已改名或撤销：请用现在的名称修改台账的条件。"
      default: "请修改台账的条件。"
      }
    let words = held.isEmpty ? question.explanation : held
    return QuestionReading(
      expression: nil, text: question.text, json: question.json, explanation: words,
      fault: QuestionFault(code: problem.code, detail: problem.detail, remedy: remedy))
  }

  /// The question with tags that the catalogue does not know any more taken as they stand.
  private func lenient(_ stored: String, _ codes: Set<String>, _ subject: Subject) -> Expression? {
    if let expression = try? FilterParser.parse(stored, about: subject, vocabulary: everything) { return expression }
    let unknown = codes.filter { everything.tags(named: $0).isEmpty }
    guard !unknown.isEmpty else { return nil }
    let taken = unknown.sorted().flatMap { code in
      TagSubject.allCases.map { Vocabulary.Tag(code: code, name: code, subject: $0) }
    }
    return try? FilterParser.parse(
      stored, about: subject,
      vocabulary: Vocabulary(tags: everything.tags + taken, datasets: everything.datasets))
  }

  /// The codes of tags in a stored question, read off its text: it may not read as a whole any more.
  static func tagCodes(in text: String) -> Set<String> {
    var codes: Set<String> = []
    for part in text.components(separatedBy: "tag:").dropFirst() {
      let code = part.drop { $0 == "\"" || $0 == " " }.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
      if !code.isEmpty { codes.insert(String(code)) }
    }
    return codes
  }
}
