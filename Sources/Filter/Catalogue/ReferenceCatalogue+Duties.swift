import Domain
import Schema

extension ReferenceCatalogue {
  /// The responsibility list in the order of the file. Throws only when the embedded file is broken, which a test excludes.
  package static func duties() throws(Problem) -> [Duty] { try DutyList.read(Schema.duties) }

  /// How people say what falls under each duty, by its code. Throws as `duties` does.
  package static func sayings() throws(Problem) -> [String: [String]] { try DutyList.sayings(Schema.sayings) }

  /// The matters that tasks are held against, in the order of the file. Throws as `duties` does.
  package static func matters() throws(Problem) -> [Matter] {
    try ReferenceTable.rows(Schema.matters).map { row throws(Problem) in
      guard let code = row["code"], let kind = row["kind"].flatMap(Matter.Kind.init), let name = row["name"],
        let source = row["source"], !code.isEmpty, !name.isEmpty, !source.isEmpty
      else { throw Problem(.invalid, "reference_table", "事项清单「\(row["code"] ?? "")」无法读取") }
      return Matter(
        code: code, kind: kind, name: name, keywords: DutyList.keywords(row["keywords"] ?? ""), source: source)
    }
  }
}
