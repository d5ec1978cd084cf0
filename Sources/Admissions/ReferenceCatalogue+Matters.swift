import FilterLanguage
import Kernel
import Schema
import TextClassifier

extension ReferenceCatalogue {
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
