import Kernel

extension API {
  /// What stands over the operations of one feature in the description: what it is, and who may call it.
  package static let sections: [(tag: String, about: String)] = [
    (
      "people",
      "People, by what is true of them. Who may read sees those of their areas; `write` adds and changes; names and numbers come masked."
    ),
    ("houses", "Houses, keyed by their address. Who may read sees those of their areas; `write` changes."),
    ("buildings", "Buildings, which come with their houses. Who may read sees those of their areas; `write` changes."),
    ("shops", "Shops and other businesses. Who may read sees those of their areas; `write` adds and changes."),
    (
      "assets",
      "Lifts, alarms and the like, of a building or house. Who may read sees those of their areas; `write` adds and changes."
    ),
    ("occupancies", "Who lives or trades where, and since when. `write` adds and ends."),
    ("visits", "Notes of visits to a house. `write` adds."),
    (
      "tags",
      "The catalogue of tags, and what is tagged with them. `manage_tags` changes the catalogue; `write` puts tags on; restricted tags need `restricted_tags`."
    ),
    ("datasets", "Further tables (专题库) and their rows. `manage_tags` adds a table, `write` a row."),
    ("areas", "The tree of areas. The street adds committees, a committee grids."),
    ("ask", "Ordinary Chinese in, a filter and its rows out. Everybody who may read."),
    ("changes", "The ordered feed of what has changed, for other systems. Needs `read_changes`."),
    ("imports", "Rosters in, row by row with a verdict each. Needs `import`."),
    (
      "ledgers",
      "Saved questions (台账), their frozen answers and files. Who sees a ledger is decided by areas, rights and what its question names."
    ),
    ("reveals", "More people in full than an hour has room for: a second person allows it. Needs `reveal`."),
    ("duties", "The responsibility list (权责清单). Everybody who may read; `manage_duties` changes it."),
    ("units", "The units that orders are given to. Everybody who may read; `manage_duties` changes them."),
    (
      "admissions",
      "Tasks held against the responsibility list (事项准入). `propose_tasks` puts them forward; the street decides."
    ),
    (
      "work_orders",
      "12345 tickets and own matters. Which action whom: an answer's `actions` are the caller's, its `steps` everybody's."
    ),
    ("dispatch", "Which unit a text would go to, and how often that is right. `handle_orders`."),
    ("analytics", "What comes often, where it meets, what climbs, who does well: of orders that the caller sees."),
    ("open311", "GeoReport v2, in JSON and XML; errors as that standard has them. A token is the `api_key`."),
    ("data_requests", "An office asks committees for data (`ask_data`), each answers or objects (`answer_data`)."),
    (
      "campaigns",
      "Something handed out or asked at every door (发放, 排摸): rounds, deliveries, how far. `manage_campaigns` makes them, `write` enters."
    ),
    ("reminders", "What one is reminded of, and when ledgers make themselves. `manage_schedules` sets when."),
    (
      "webhooks",
      "Other systems that are called as things happen. Needs `manage_webhooks`; each sees its own, admin all."
    ),
    (
      "callers",
      "Coming in, going out, and who may: `manage_callers` for others' accounts; the audit log needs `read_audit`."
    ),
    ("system", "Alive, ready, how busy, and how to call. Anybody."),
  ]

  /// Of single operations: an example of body and answer, and the codes of its refusals, as tests met them.
  package static let notes = (try? JSONReader.read(PackageResources.operations_json)) ?? .object([])
}
