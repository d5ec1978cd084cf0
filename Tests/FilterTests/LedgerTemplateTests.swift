import ChineseQuery
import FilterLanguage
import Testing

@Suite struct LedgerTemplateTests {
  private let today = day("2026-11-21")

  /// What rows of a subject have beyond the fields of the language.
  private static let shown: [Subject: Set<String>] = [
    .people: ["id_kind", "house_id", "housemates", "room", "lane", "number"],
    .houses: ["building_id", "room", "lane", "number"],
    .buildings: ["lane", "number"],
    .shops: ["contact", "phone", "house_id", "since", "until", "room", "lane", "number"],
    .assets: ["building_id", "house_id"],
  ]

  private func isKnown(_ column: String, of subject: Subject, lines: Set<String>) -> Bool {
    let fields = Field.entries(of: subject)
    guard let open = column.firstIndex(of: "("), column.hasSuffix(")") else {
      return column != "turns" && fields.contains { $0.name == column } || Self.shown[subject]?.contains(column) == true
    }
    let inner = String(column[column.index(after: open)...].dropLast())
    switch column[..<open] {
    case "turns": return subject == .people && Int(inner).map((1...150).contains) == true
    case "tags": return lines.contains(inner) && subject.tagSubject != nil
    case "days_until": return fields.contains { $0.name == inner && $0.type == .day }
    default: return false
    }
  }

  @Test func templates_areManyAndTheirCodesAndNamesUnique() throws {
    let templates = try ReferenceCatalogue.ledgers()
    #expect(templates.count >= 36)
    #expect(Set(templates.map(\.code)).count == templates.count)
    #expect(Set(templates.map(\.name)).count == templates.count)
    for template in templates {
      #expect(!template.line.isEmpty && !template.askedBy.isEmpty, "\(template.code)")
      #expect(Set(template.notes.map(\.name)).count == template.notes.count, "\(template.code)")
    }
  }

  @Test func templates_sentenceAsksTheFilter() throws {
    let vocabulary = try ReferenceCatalogue.vocabulary()
    let asking = Asking(vocabulary: vocabulary, gazetteer: Gazetteer())
    for template in try ReferenceCatalogue.ledgers() {
      let filter = try FilterParser.parse(template.filter, about: template.subject, vocabulary: vocabulary)
      let reading = try? asking.read(template.sentence, asOf: today)
      #expect(reading?.subject == template.subject, "\(template.code)")
      #expect(reading?.expression == filter, "\(template.code): \(template.sentence)")
    }
  }

  @Test func templates_explanationAsksTheSameAgain() throws {
    let vocabulary = try ReferenceCatalogue.vocabulary()
    let asking = Asking(vocabulary: vocabulary, gazetteer: Gazetteer())
    for template in try ReferenceCatalogue.ledgers() {
      let filter = try FilterParser.parse(template.filter, about: template.subject, vocabulary: vocabulary)
      let explanation = AskReading(subject: template.subject, expression: filter).explanation(vocabulary)
      let again = try? asking.read(explanation, asOf: today)
      #expect(again?.expression == filter, "\(template.code): \(explanation)")
      #expect(FilterPrinter.text(filter, vocabulary: vocabulary) == template.filter, "\(template.code)")
    }
  }

  @Test func templates_columnsSortAndGroupsExist() throws {
    let lines = Set(try ReferenceCatalogue.tags().map(\.line))
    for template in try ReferenceCatalogue.ledgers() {
      let subject = template.subject
      for column in template.columns {
        #expect(isKnown(column, of: subject, lines: lines), "\(template.code): \(column)")
      }
      #expect(Set(template.columns).count == template.columns.count, "\(template.code)")
      #expect(Set(template.groupBy).isSubset(of: template.columns), "\(template.code)")
      for key in template.sort.split(separator: ",") {
        let name = key.hasSuffix(".desc") ? String(key.dropLast(5)) : String(key)
        #expect(Field.entries(of: subject).contains { $0.name == name }, "\(template.code): \(name)")
      }
    }
  }

  @Test func templates_nameNoRestrictedTag() throws {
    let vocabulary = try ReferenceCatalogue.vocabulary()
    let restricted = Set(try ReferenceCatalogue.tags().filter { $0.sensitivity == .restricted }.map(\.code))
    for template in try ReferenceCatalogue.ledgers() {
      let filter = try FilterParser.parse(template.filter, about: template.subject, vocabulary: vocabulary)
      #expect(filter.tags.isDisjoint(with: restricted), "\(template.code)")
    }
  }
}
