import Kernel
import Server

/// Making and changing people, and showing what is masked.
package enum PeopleRoutes {
  package static let routes: [Route] = [
    .call(.post, "/v1/people", addDoc) { call, app in
      let body = try call.json()
      let since = try body.optionalDay("since")
      let house = try body.integer("house_id")
      let role = try body.optionalChoice("role", ["owner", "family", "tenant"]) ?? "family"
      let draft = PersonDraft(
        name: try body.text("name", limit: 64), sex: try body.optionalChoice("sex", ["男", "女"]),
        birth: try body.optionalDay("birth_date"), idNumber: try body.optionalText("id_number", limit: 64),
        phone: try body.optionalText("phone", limit: 32), hukou: try body.optionalChoice("hukou", hukou),
        ethnicity: try body.optionalThing("ethnicity", limit: 32),
        education: try body.optionalThing("education", limit: 32), source: "manual")
      try body.finish()
      let id = try await AddPerson.run(
        .init(draft, house: house, role: role, since: since), caller: call.caller, app: app)
      return try await RowRoutes.answer(.people, id, call, app, status: 201)
    },
    .call(.patch, "/v1/people/{id}", changeDoc) { call, app in
      let (id, version) = (try call.id(), try call.ifMatch())
      try await ChangePerson.run(
        id, try patch(call.json()), version: version, caller: call.caller, app: app)
      return try await RowRoutes.answer(.people, id, call, app)
    },
    .call(.post, "/v1/people/{id}/reveal", revealDoc, keepsAnswer: false) { call, app in
      let body = try call.json()
      let names = try body.optionalWords("fields") ?? RevealPerson.Field.allCases.map(\.rawValue)
      let fields = try names.map { name throws(Problem) in
        guard let field = RevealPerson.Field(rawValue: name) else {
          throw body.bad("fields", "没有「\(name)」这一项。", suggestions: RevealPerson.Field.allCases.map(\.rawValue))
        }
        return field
      }
      let reason = try body.optionalText("reason", limit: 500) ?? ""
      try body.finish()
      let answer = try await RevealPerson(fields: Set(fields), reason: reason)
        .run(call.id(), in: app, by: call.caller)
      return .json(
        .object(
          [("name", answer.name), ("id_number", answer.idNumber), ("phone", answer.phone)]
            .filter { field, _ in answer.fields.contains { $0.rawValue == field } }
            .map { .init($0, $1.map { .string($0) } ?? .null) }))
    },
  ]

  private static let hukou = ["本市", "外省市", "港澳台", "外籍"]

  private static func patch(_ body: BodyReader) throws(Problem) -> PersonPatch {
    var patch = PersonPatch()
    patch.name = try body.change("name") { name throws(Problem) in try body.optionalText(name, limit: 64) }
    patch.sex = try body.change("sex") { name throws(Problem) in try body.optionalChoice(name, ["男", "女"]) }
    patch.birth = try body.change("birth_date") { name throws(Problem) in try body.optionalDay(name) }
    patch.death = try body.change("death_date") { name throws(Problem) in try body.optionalDay(name) }
    patch.idNumber = try body.change("id_number") { name throws(Problem) in try body.optionalText(name, limit: 64) }
    patch.phone = try body.change("phone") { name throws(Problem) in try body.optionalText(name, limit: 32) }
    patch.hukou = try body.change("hukou") { name throws(Problem) in try body.optionalChoice(name, hukou) }
    patch.ethnicity = try body.change("ethnicity") { name throws(Problem) in try body.optionalThing(name, limit: 32) }
    patch.education = try body.change("education") { name throws(Problem) in try body.optionalThing(name, limit: 32) }
    try body.finish()
    return patch
  }
}

extension PeopleRoutes {
  private static let fields: [(String, JSONValue)] = [
    ("name", Schemas.text), ("sex", Schemas.words(["男", "女"])), ("birth_date", Schemas.day),
    ("id_number", Schemas.optionalText), ("phone", Schemas.optionalText), ("hukou", Schemas.words(hukou)),
    ("ethnicity", Schemas.optionalText), ("education", Schemas.optionalText),
  ]

  private static let addDoc = RouteDoc(
    tag: "people", id: "add_person", summary: "A new person, living at a house.",
    body: Schemas.object(
      fields + [
        ("house_id", Schemas.integer), ("role", Schemas.words(["owner", "family", "tenant"])), ("since", Schemas.day),
      ], required: ["name", "house_id"]),
    status: 201, answer: Schemas.ref("Person"))

  private static let changeDoc = RouteDoc(
    tag: "people", id: "change_person", summary: "New values for some fields; null empties one.",
    body: Schemas.object(fields + [("death_date", Schemas.day)]), answer: Schemas.ref("Person"), needsIfMatch: true)

  private static let revealDoc = RouteDoc(
    tag: "people", id: "reveal_person", summary: "What is masked, for a reason that is recorded.",
    body: Schemas.object(
      [
        ("reason", ["type": "string", "minLength": 4, "maxLength": 500]),
        ("fields", Schemas.array(Schemas.words(["name", "id_number", "phone"]))),
      ], required: ["reason"]),
    answer: Schemas.object([
      ("name", Schemas.optionalText), ("id_number", Schemas.optionalText), ("phone", Schemas.optionalText),
    ]))
}
