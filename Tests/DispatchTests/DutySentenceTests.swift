import FilterLanguage
import Schema
import Testing
import TextClassifier

@Suite struct DutySentenceTests {
  private let dispatcher: Dispatcher
  private let duties: [Duty]

  init() throws {
    duties = try DutyList.read(Schema.duties)
    dispatcher = Dispatcher(duties: duties, sayings: try DutyList.sayings(Schema.sayings))
  }

  @Test func duties_read_areCompleteAndDistinct() {
    #expect(duties.count == 138)
    #expect(duties.count(where: \.isFallback) == 1)
    #expect(duties.first { $0.code == "WF01" }?.urgentHours == 2)
    #expect(duties.first { $0.code == "SR21" }?.kind == .assisted)
    #expect(duties.allSatisfy { duty in duty.unless.allSatisfy { word in !duty.keywords.contains([word]) } })
  }

  @Test func sayings_areOfDutiesInTheList() throws {
    let sayings = try DutyList.sayings(Schema.sayings)
    let codes = Set(duties.filter { !$0.isFallback }.map(\.code))
    #expect(Set(sayings.keys) == codes)
    let tested = Set((Sentences.duties + Sentences.later + Sentences.blind).flatMap(\.sentences))
    #expect(sayings.values.allSatisfy { tested.isDisjoint(with: $0) })
  }

  @Test(arguments: [Sentences.duties, Sentences.later, Sentences.blind])
  func propose_twoSentencesADuty_rightUnitOrQueueWithIt(rows: [(code: String, sentences: [String])]) throws {
    let tally = try tally(rows)
    #expect(tally.count == 2 * duties.count)
    #expect(tally.good * 100 >= 95 * tally.count, "\(tally)")
    #expect(tally.wrong * 100 <= 5 * tally.sent, "\(tally)")
    #expect(tally.sent * 3 > tally.count, "\(tally)")
  }

  /// How many there are, go to the right unit or to the queue with the right one among three, go out by themselves, and of
  /// those to the wrong unit.
  private func tally(
    _ rows: [(code: String, sentences: [String])]
  ) throws -> (count: Int, good: Int, sent: Int, wrong: Int) {
    var (count, good, sent, wrong) = (0, 0, 0, 0)
    for (code, sentences) in rows {
      let unit = try #require(duties.first { $0.code == code }).unit
      for sentence in sentences {
        let proposal = dispatcher.propose(sentence)
        count += 1
        let isFirst = proposal.candidates.first?.unit == unit
        if DispatchPolicy.untried.sends(proposal) {
          (sent, wrong, good) = (sent + 1, wrong + (isFirst ? 0 : 1), good + (isFirst ? 1 : 0))
        } else if proposal.candidates.contains(where: { $0.unit == unit }) {
          good += 1
        }
      }
    }
    return (count, good, sent, wrong)
  }

  @Test(arguments: Sentences.others) func propose_nothingInTheList_waitsForAPerson(sentence: String) {
    #expect(!DispatchPolicy.untried.sends(dispatcher.propose(sentence)), "\(sentence)")
  }
}
