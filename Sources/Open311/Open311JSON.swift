import Kernel
import TextClassifier

/// The values of GeoReport v2, for both formats.
enum Open311JSON {
  static func discovery(at url: String) -> JSONValue {
    [
      "changeset": "2026-11-21T00:00:00+08:00", "contact": "请联系本街道的系统管理员。",
      "key_service": "api_key 即本系统的令牌，由街道的系统管理员签发。",
      "endpoints": [
        [
          "specification": "http://wiki.open311.org/GeoReport_v2", "url": .string(url),
          "changeset": "2026-11-21T00:00:00+08:00", "type": "production",
          "formats": .texts(Open311Format.allCases.map(\.type)),
        ]
      ],
    ]
  }

  static func service(_ duty: Duty) -> JSONValue {
    [
      "service_code": .string(duty.code), "service_name": .string(duty.subcategory),
      "description": .string("\(duty.category)—\(duty.subcategory)，牵头单位：\(duty.unit)"), "metadata": true,
      "type": "realtime",
      "keywords": .string(duty.isFallback ? "" : duty.writtenKeywords.joined(separator: ",")),
      "group": .string(duty.category),
    ]
  }

  static func definition(of duty: Duty) -> JSONValue {
    ["service_code": .string(duty.code), "attributes": .array(Open311Attribute.allCases.map(\.json))]
  }

  static func request(_ view: ReadRequests.View, withMore: Bool) -> JSONValue {
    let request = view.request
    let house: JSONValue = .optional(request.house.map { String($0) })
    let lat: JSONValue = request.lat.map { .number($0) } ?? .null
    let long: JSONValue = request.lon.map { .number($0) } ?? .null
    var members: [JSONValue.Member] = [
      .init("service_request_id", .string(String(request.id))), .init("status", status(request.state)),
      .init("status_notes", .string(request.state.title)),
      .init("service_name", .optional(view.service?.subcategory ?? request.category)),
      .init("service_code", .optional(view.service?.code)), .init("description", .string(request.text)),
      .init("agency_responsible", .optional(request.unit)), .init("service_notice", notice(request.number)),
      .init("requested_datetime", .string(request.reportedAt)), .init("updated_datetime", .string(request.updatedAt)),
      .init("expected_datetime", .string(request.dueAt)), .init("address", .optional(request.address)),
      .init("address_id", house), .init("zipcode", .null),
      .init("lat", lat), .init("long", long), .init("media_url", .null),
    ]
    if withMore {
      members.append(
        .init(
          "extended_attributes",
          [
            "number": .string(request.number), "source": .string(request.source),
            "state": .string(request.state.rawValue), "group": .optional(view.service?.category),
          ]))
    }
    return .object(members)
  }

  static func posted(_ answer: PostRequest.Answer) -> JSONValue {
    let kept = answer.hasLeftOutEmail ? "联系方式以电话为准，未保存电子邮箱。" : ""
    return [
      "service_request_id": .string(String(answer.order.id)),
      "service_notice": .string("工单编号 \(answer.order.number)。\(kept)"), "account_id": .null,
    ]
  }

  static func update(_ update: PublicUpdate) -> JSONValue {
    [
      "update_id": .string(String(update.id)), "service_request_id": .string(String(update.request)),
      "status": status(update.state), "updated_datetime": .string(update.at),
      "description": .string(update.state.title), "media_url": .null,
    ]
  }

  private static func status(_ state: WorkOrderState) -> JSONValue { state.isClosed ? "closed" : "open" }

  private static func notice(_ number: String) -> JSONValue { .string("工单编号 \(number)。") }
}

/// What is asked for with every service, beside what GeoReport v2 itself asks for.
enum Open311Attribute: String, CaseIterable {
  case kind, urgent

  /// What the field of a posted form is called.
  var field: String { "attribute[\(rawValue)]" }

  var json: JSONValue {
    let values: [(key: String, name: String)] =
      switch self {
      case .kind: WorkOrderKind.allCases.map { ($0.rawValue, $0.title) }
      case .urgent: [("true", "是"), ("false", "否")]
      }
    return [
      "variable": true, "code": .string(rawValue), "datatype": "singlevaluelist", "required": false,
      "datatype_description": .null, "order": .integer(self == .kind ? 1 : 2),
      "description": self == .kind ? "诉求类型，不填为求助" : "是否紧急，不填为否",
      "values": .array(values.map { ["key": .string($0.key), "name": .string($0.name)] }),
    ]
  }
}
