import Foundation

/// The database's shape and what it knows from the start, as files in this folder, built into the binary.
///
/// The list is written out because the build names the embedded files after their paths; a test holds it to the folder.
package enum Schema {
  package struct Migration: Sendable {
    package let name: String
    package let sql: String
  }

  /// Forward only, in this order, one transaction each.
  package static let migrations: [Migration] = [
    Migration(name: "0001_places", sql: text(PackageResources._001_places_sql)),
    Migration(name: "0002_subjects", sql: text(PackageResources._002_subjects_sql)),
    Migration(name: "0003_tags", sql: text(PackageResources._003_tags_sql)),
    Migration(name: "0004_callers", sql: text(PackageResources._004_callers_sql)),
    Migration(name: "0005_imports", sql: text(PackageResources._005_imports_sql)),
    Migration(name: "0006_ledgers", sql: text(PackageResources._006_ledgers_sql)),
    Migration(name: "0007_duties", sql: text(PackageResources._007_duties_sql)),
    Migration(name: "0008_work_orders", sql: text(PackageResources._008_work_orders_sql)),
    Migration(name: "0009_reminders", sql: text(PackageResources._009_reminders_sql)),
    Migration(name: "0010_hotspot_notes", sql: text(PackageResources._010_hotspot_notes_sql)),
    Migration(name: "0011_requests", sql: text(PackageResources._011_requests_sql)),
    Migration(name: "0013_dispatch_lessons", sql: text(PackageResources._013_dispatch_lessons_sql)),
    Migration(name: "0014_audit_filters", sql: text(PackageResources._014_audit_filters_sql)),
    Migration(name: "0015_keyed_requests", sql: text(PackageResources._015_keyed_requests_sql)),
    Migration(name: "0016_moves_and_owners", sql: text(PackageResources._016_moves_and_owners_sql)),
    Migration(name: "0017_reveals", sql: text(PackageResources._017_reveals_sql)),
    Migration(name: "0018_import_layout", sql: text(PackageResources._018_import_layout_sql)),
    Migration(name: "0019_ids_and_rules", sql: text(PackageResources._019_ids_and_rules_sql)),
    Migration(name: "0020_units_and_stints", sql: text(PackageResources._020_units_and_stints_sql)),
    Migration(name: "0021_ledger_truth", sql: text(PackageResources._021_ledger_truth_sql)),
    Migration(name: "0022_login_sources", sql: text(PackageResources._022_login_sources_sql)),
    Migration(name: "0023_claims", sql: text(PackageResources._023_claims_sql)),
    Migration(name: "0024_leavings", sql: text(PackageResources._024_leavings_sql)),
    Migration(name: "0025_walls", sql: text(PackageResources._025_walls_sql)),
    Migration(name: "0026_coordinates", sql: text(PackageResources._026_coordinates_sql)),
    Migration(name: "0027_flue", sql: text(PackageResources._027_flue_sql)),
    Migration(name: "0028_structure", sql: text(PackageResources._028_structure_sql)),
    Migration(name: "0029_floor", sql: text(PackageResources._029_floor_sql)),
    Migration(name: "0030_visit_photos", sql: text(PackageResources._030_visit_photos_sql)),
    Migration(name: "0031_merges", sql: text(PackageResources._031_merges_sql)),
    Migration(name: "0032_people_born", sql: text(PackageResources._032_people_born_sql)),
    Migration(name: "0033_merges_kept_houses", sql: text(PackageResources._033_merges_kept_houses_sql)),
    Migration(name: "0034_import_undo", sql: text(PackageResources._034_import_undo_sql)),
    Migration(name: "0035_kept_log_ins", sql: text(PackageResources._035_kept_log_ins_sql)),
    Migration(name: "0036_campaigns", sql: text(PackageResources._036_campaigns_sql)),
    Migration(name: "0037_orders_by_worker", sql: text(PackageResources._037_orders_by_worker_sql)),
  ]

  /// Shanghai's districts, streets and towns with their statistical codes: `code,name,level,parent`.
  package static var areas: String { text(PackageResources.areas_csv) }

  /// The catalogue of tags: `code,name,aliases,line,subject,level,kind,rule,sensitivity,valid_days,about`, aliases
  /// divided by `|`. `Filter.ReferenceCatalogue` reads it.
  package static var tags: String { text(PackageResources.tags_csv) }

  /// The datasets (专题库): `code,name,subject,fields,about`, a field as `name:type:title`, divided by `;`.
  package static var datasets: String { text(PackageResources.datasets_csv) }

  /// Templates of ledgers (台账): `code,name,line,subject,sentence,filter,columns,notes,sort,group_by,asked_by,schedule,about`,
  /// columns, notes and groups divided by `|`, a note as `name:title:kind`. `Filter.ReferenceCatalogue` reads it.
  package static var ledgers: String { text(PackageResources.ledgers_csv) }

  /// The published days off and made-up working days: `day,kind,name,notice`. `Domain.WorkingCalendar` reads it.
  package static var holidays: String { text(PackageResources.holidays_csv) }

  /// The responsibility list (权责清单): `code,category,subcategory,keywords,unless,unit,co_units,basis,basis_kind,`
  /// `deadline_days,urgent_hours,level`; lists divided by `|`. `Domain.DutyList` reads it.
  package static var duties: String { text(PackageResources.duties_csv) }

  /// How people say what falls under a duty: `code,sayings`, divided by `|`. `Domain.DutyList` reads it.
  package static var sayings: String { text(PackageResources.sayings_csv) }

  /// What a street does, helps with, and must not be asked for: `code,kind,name,keywords,source`, keywords divided by `|`,
  /// the words of one joined by `+`. `Filter.ReferenceCatalogue` reads it.
  package static var matters: String { text(PackageResources.matters_csv) }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
