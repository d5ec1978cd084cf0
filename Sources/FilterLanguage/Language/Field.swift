import Kernel

/// Something of a subject that can be compared. `name` is the word in the language.
package enum Field: Hashable, Sendable {
  // people
  case name, idNumber, phone, birthDate, age
  /// The day on which a person completes that many years.
  case turns(Int)
  case sex, hukou, ethnicity, education, role, since, until, lastVisited
  // houses, buildings
  case kind, use, residents, area, elevators
  // shops, assets, visits
  case creditCode, category, status, opened, licenceUntil, closes, code, due, visitedOn, purpose
  // work orders
  case number, source, state, unit, urgent, reportedAt, dueAt, closedAt, overdue, supervised, satisfaction, duty
  // all
  case address, road, compound, committee, grid, subdistrict, district, updatedAt
  /// A plain column of the subject's own table (`StoredField`), by its name.
  case stored(String)
  /// A dataset's own field.
  case attribute(String)

  package static let storeys = Field.stored("storeys")
  package static let built = Field.stored("built")
}

package enum FieldType: Hashable, Sendable {
  /// Any text: `=`, `!=`, `~`, list.
  case text
  /// One of a closed list of words: `=`, `!=`, list.
  case word([String])
  /// Found by equality only (sealed in the database): `=`.
  case sealed
  /// Folded as an address; `~` is a prefix.
  case address
  /// The name of an area, with or without its suffix: `=`, `!=`, list.
  case area(AreaFacts.Level)
  case number
  case day
  case time
  case flag
}

/// Which fields a subject has, and of which type: the one table behind parser, index, columns, docs and OpenAPI.
package struct FieldEntry: Hashable, Sendable {
  package let field: Field
  package let name: String
  /// The Chinese title of a column.
  package let title: String
  package let type: FieldType
}

extension Field {
  /// The fields of a subject in the order of the documentation. A dataset's own fields come from `Vocabulary`.
  package static func entries(of subject: Subject) -> [FieldEntry] {
    switch subject {
    case .visits, .records: own(subject)
    case .people, .houses, .buildings, .shops, .assets, .workOrders: own(subject) + stored(subject) + everywhere
    }
  }

  private static func stored(_ subject: Subject) -> [FieldEntry] {
    subject.storedFields.map { field in
      let type: FieldType =
        switch field.kind {
        case .number: .number
        case .word(let words): .word(words.map(\.code))
        }
      return entry(.stored(field.name), field.name, field.title, type)
    }
  }

  private static func entry(_ field: Field, _ name: String, _ title: String, _ type: FieldType) -> FieldEntry {
    FieldEntry(field: field, name: name, title: title, type: type)
  }

  private static func own(_ subject: Subject) -> [FieldEntry] {
    switch subject {
    case .people:
      [
        entry(.name, "name", "姓名", .text), entry(.idNumber, "id_number", "证件号码", .sealed),
        entry(.phone, "phone", "联系电话", .sealed), entry(.birthDate, "birth_date", "出生日期", .day),
        entry(.age, "age", "周岁", .number), entry(.turns(0), "turns", "满周岁日", .day),
        entry(.sex, "sex", "性别", .word(["男", "女"])),
        entry(.hukou, "hukou", "户籍", .word(["本市", "外省市", "港澳台", "外籍"])),
        entry(.ethnicity, "ethnicity", "民族", .text), entry(.education, "education", "学历", .text),
        entry(.role, "role", "居住关系", .word(["owner", "family", "tenant"])),
        entry(.since, "since", "入住日期", .day), entry(.until, "until", "截止日期", .day),
        entry(.lastVisited, "last_visited", "最近走访", .day),
      ]
    case .houses:
      [
        entry(.kind, "kind", "房屋类型", .word(["dwelling", "shopfront", "office", "other"])),
        entry(.use, "use", "使用情况", .word(["self", "let", "vacant"])),
        entry(.residents, "residents", "居住人数", .number), entry(.area, "area_m2", "建筑面积", .number),
      ]
    case .buildings:
      [entry(.elevators, "elevators", "电梯数", .number)]
    case .shops:
      [
        entry(.name, "name", "名称", .text), entry(.creditCode, "credit_code", "统一社会信用代码", .sealed),
        entry(.kind, "kind", "类型", .word(["storefront", "company"])), entry(.category, "category", "业态", .text),
        entry(.status, "status", "状态", .word(["招租", "装修", "营业", "歇业"])),
        entry(.opened, "opened", "开业日期", .day), entry(.licenceUntil, "licence_until", "许可到期", .day),
        entry(.closes, "closes", "打烊时间", .time),
      ]
    case .assets:
      [
        entry(.kind, "kind", "设施类型", .text), entry(.code, "code", "设备编号", .sealed),
        entry(.status, "status", "状态", .text), entry(.due, "due", "下次检验", .day),
      ]
    case .workOrders:
      [
        entry(.number, "number", "工单编号", .sealed), entry(.source, "source", "来源", .text),
        entry(.kind, "kind", "诉求类型", .word(WorkOrderKind.allCases.map(\.title))),
        entry(.category, "category", "诉求类别", .text),
        entry(.state, "state", "工单状态", .word(WorkOrderState.allCases.map(\.rawValue))),
        entry(.unit, "unit", "主办单位", .text), entry(.duty, "duty", "权责条目", .text),
        entry(.urgent, "urgent", "紧急", .flag), entry(.supervised, "supervised", "督办", .flag),
        entry(.overdue, "overdue", "超期", .flag), entry(.reportedAt, "reported_at", "反映日期", .day),
        entry(.dueAt, "due_at", "办理期限", .day), entry(.closedAt, "closed_at", "办结日期", .day),
        entry(.satisfaction, "satisfaction", "满意度", .number),
      ]
    case .visits:
      [entry(.visitedOn, "visited_on", "走访日期", .day), entry(.purpose, "purpose", "事由", .text)]
    case .records: []
    }
  }

  private static var everywhere: [FieldEntry] {
    [
      entry(.address, "address", "地址", .address), entry(.road, "road", "路名", .text),
      entry(.compound, "compound", "小区", .text), entry(.committee, "committee", "居民区", .area(.committee)),
      entry(.grid, "grid", "微网格", .area(.grid)), entry(.subdistrict, "subdistrict", "街道", .area(.subdistrict)),
      entry(.district, "district", "区", .area(.district)), entry(.updatedAt, "updated_at", "更新日期", .day),
    ]
  }
}
