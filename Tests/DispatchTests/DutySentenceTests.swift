import Domain
import Schema
import Testing

@testable import Dispatching

@Suite struct DutySentenceTests {
  private let dispatcher: Dispatcher
  private let duties: [Duty]

  init() throws {
    duties = try DutyList.read(Schema.duties)
    dispatcher = Dispatcher(duties: duties)
  }

  @Test func duties_read_areCompleteAndDistinct() {
    #expect(duties.count == 138)
    #expect(duties.count(where: \.isFallback) == 1)
    #expect(duties.first { $0.code == "WF01" }?.urgentHours == 2)
    #expect(duties.first { $0.code == "SR21" }?.kind == .assisted)
    #expect(duties.allSatisfy { duty in duty.unless.allSatisfy { word in !duty.keywords.contains([word]) } })
  }

  @Test func propose_twoSentencesADuty_rightUnitAmongThree() throws {
    let tally = try tally(Sentences.duties)
    #expect(tally.count == 2 * duties.count)
    #expect(tally.near * 100 >= 95 * tally.count)
    #expect(tally.sure * 2 > tally.count)
    #expect(tally.wrong * 100 <= 5 * tally.sure)
  }

  @Test func propose_furtherSentences_rightUnitAmongThree() throws {
    let tally = try tally(Sentences.later)
    #expect(tally.near * 100 >= 95 * tally.count)
    #expect(tally.wrong * 100 <= 5 * tally.sure)
  }

  /// What to expect of words that nobody thought of: less, until a model has learnt from tickets.
  @Test func propose_sentencesNeverUsed_mostlyAmongThree() throws {
    let tally = try tally(Sentences.unseen)
    #expect(tally.near * 100 >= 88 * tally.count)
    #expect(tally.wrong * 100 <= 8 * tally.sure)
  }

  /// How many there are, have the right unit among three, go out by themselves, and of those to the wrong unit.
  private func tally(
    _ rows: [(code: String, sentences: [String])]
  ) throws -> (count: Int, near: Int, sure: Int, wrong: Int) {
    var (count, near, sure, wrong) = (0, 0, 0, 0)
    for (code, sentences) in rows {
      let unit = try #require(duties.first { $0.code == code }).unit
      for sentence in sentences {
        let proposal = dispatcher.propose(sentence)
        count += 1
        near += proposal.candidates.contains { $0.unit == unit } ? 1 : 0
        guard DispatchPolicy.untried.sends(proposal) else { continue }
        sure += 1
        wrong += proposal.candidates.first?.unit == unit ? 0 : 1
      }
    }
    return (count, near, sure, wrong)
  }

  @Test(arguments: Sentences.others) func propose_nothingInTheList_waitsForAPerson(sentence: String) {
    #expect(!DispatchPolicy.untried.sends(dispatcher.propose(sentence)), "\(sentence)")
  }
}
