import FilterLanguage
import GRDB
import Kernel
import Storage

/// The datasets of the reference catalogue: see `CatalogueSeeding`.
enum DatasetSeeding {
  static func run(
    _ writer: Writer, _ reference: [DatasetDefinition], _ marks: inout [String: String]
  ) throws -> [AuditEntry.Change] {
    let rows = try writer.read.datasetRows()
    let held = Dictionary(rows.map { ($0.entry.code, $0) }, uniquingKeysWith: { first, _ in first })
    let names = Dictionary(rows.map { ($0.entry.name, $0.entry.code) }, uniquingKeysWith: { first, _ in first })
    var changes: [AuditEntry.Change] = []
    for dataset in reference {
      guard names[dataset.name, default: dataset.code] == dataset.code else { continue }
      let mark = try CatalogueSeeding.hash(written(dataset.entry, dataset.about))
      let key = "datasets/\(dataset.code)"
      if let row = held[dataset.code] {
        guard let came = marks[key], came != mark,
          came == CatalogueSeeding.hash(try written(row.entry, row.about)), row.entry.subject == dataset.subject
        else { continue }
        changes += try writer.updateDataset(row.id, dataset.entry, about: dataset.about)
          .map { AuditEntry.Change("\(dataset.code).\($0.field)", before: $0.before, after: $0.after) }
      } else {
        _ = try writer.insertDataset(dataset.entry, about: dataset.about)
        changes.append(AuditEntry.Change(dataset.code, before: nil, after: dataset.name))
      }
      marks[key] = mark
    }
    return changes
  }

  private static func written(_ entry: Vocabulary.Dataset, _ about: String) throws -> String {
    [entry.name, try DatasetFields.encode(entry.attributes), about].joined(separator: "\u{1}")
  }
}
