extension AddressParser {
  /// Puts a number in its place. `direct` says that no words stood between it and the number before.
  mutating func assign(_ token: AddressToken, direct: Bool) {
    switch token.marker {
    case .lane: assignLane(token.joined)
    case .sublane: assignSublane(token.joined)
    case .number: assignNumber(token, direct: direct)
    case .building: assignBuilding(token)
    case .unit: assignOnce(\.unit, token.joined, .unit)
    case .floor: assignOnce(\.floor, token.joined, .floor)
    case .room, .bare: assignTail(token)
    case .name: break
    }
  }

  private mutating func assignOnce(
    _ path: WritableKeyPath<Address, String?>, _ value: String, _ marker: AddressToken.Marker
  ) {
    guard address[keyPath: path] == nil else {
      addRest(value.unicodeScalars)
      return
    }
    address[keyPath: path] = value
    level = max(level, marker.rawValue)
  }

  private mutating func assignLane(_ value: String) {
    if address.lane == nil, let gate = address.number {
      // 拦海路1号7弄: the lane behind a gate, which is not 拦海路7弄.
      address.number = nil
      assignOnce(\.lane, gate + "号" + value, .lane)
    } else if address.lane == nil {
      assignOnce(\.lane, value, .lane)
    } else if value != address.lane {
      assignSublane(value + "弄")
    }
  }

  /// Only before the number: 5号3支弄 says something else than 3支弄5号.
  private mutating func assignSublane(_ value: String) {
    if address.number == nil {
      assignOnce(\.sublane, value, .sublane)
    } else {
      addRest(value.unicodeScalars)
    }
  }

  private mutating func assignNumber(_ token: AddressToken, direct: Bool) {
    let value = token.joined
    let goesOn = text.at(token.end).map { $0.isDigit || $0.isLetter || $0 == "-" } ?? false
    if address.number == nil {
      if token.parts.count == 2, address.lane == nil, address.sublane == nil,
        !AddressSplit.isAscending(token.parts[0], token.parts[1])
      {
        readings.append(Reading(lane: token.parts[0], number: token.parts[1]))
      }
      if token.parts.count >= 3, address.lane == nil, !goesOn {
        assignTail(token)
      } else {
        assignOnce(\.number, value, .number)
      }
    } else if address.room == nil, !goesOn, AddressSplit.isRoom(value), isRoomPlace(direct) {
      // 16号504号, 16栋1602号, 4楼700号: the last 号 stands for 室.
      assignOnce(\.room, value, .room)
    } else if numberIsBuilding, address.lane != nil, address.building == nil {
      address.building = address.number
      address.number = value
      numberIsBuilding = false
    } else {
      assignOnce(\.building, value, .building)
    }
  }

  private func isRoomPlace(_ direct: Bool) -> Bool {
    last == .floor || direct && (numberIsBuilding || address.lane != nil && last == .number)
  }

  private mutating func assignBuilding(_ token: AddressToken) {
    if address.number != nil {
      assignOnce(\.building, token.joined, .building)
    } else if address.lane == nil, token.parts.count == 2 {
      assignOnce(\.number, token.parts[0], .number)
      assignOnce(\.building, token.parts[1], .building)
      readings.append(Reading(lane: token.parts[0], number: token.parts[1]))
    } else {
      assignOnce(\.number, token.joined, .number)
      numberIsBuilding = true
    }
  }

  /// Numbers without a word of their own, or with 室: how many there are says what they are.
  private mutating func assignTail(_ token: AddressToken) {
    let explicit = token.marker == .room
    if address.number != nil || level >= AddressToken.Marker.building.rawValue {
      assignBehindNumber(token.parts)
    } else if address.lane != nil || address.sublane != nil {
      assignBehindLane(token.parts, explicit: explicit)
    } else {
      assignBehindRoad(token.parts, explicit: explicit)
    }
  }

  private mutating func assignBehindNumber(_ parts: [String]) {
    var parts = parts
    // 201-1 and 901-902 are rooms; 8-118-201 is building, unit and room.
    if parts.count == 2, AddressSplit.isRoom(parts[0]) { parts = [parts.joined(separator: "-")] }
    if parts.count >= 2 {
      let path: WritableKeyPath<Address, String?> =
        address.lane == nil && address.building == nil ? \.building : \.unit
      assignOnce(path, parts[0], .building)
    }
    if parts.count >= 3 { assignOnce(\.unit, parts[1], .unit) }
    if let room = parts.last { assignOnce(\.room, room, .room) }
  }

  private mutating func assignBehindLane(_ parts: [String], explicit: Bool) {
    switch parts.count {
    case 1:
      let splits = AddressSplit.splits(parts[0])
      if explicit || splits.isEmpty && parts[0].utf8.count > 4 {
        assignOnce(\.room, parts[0], .room)
        readings += splits.map { Reading(lane: address.lane, number: $0.number, room: $0.room) }
      } else if let first = splits.first {
        assignOnce(\.number, first.number, .number)
        assignOnce(\.room, first.room, .room)
        readings += splits.dropFirst().map { Reading(lane: address.lane, number: $0.number, room: $0.room) }
        readings.append(Reading(lane: address.lane, number: parts[0]))
      } else {
        assignOnce(\.number, parts[0], .number)
      }
    case 2 where !explicit && AddressSplit.isRange(parts[0], parts[1]):
      assignOnce(\.number, parts.joined(separator: "-"), .number)
      readings.append(Reading(lane: address.lane, number: parts[0], room: parts[1]))
    default:
      assignOnce(\.number, parts[0], .number)
      assignBehindNumber(Array(parts.dropFirst()))
    }
  }

  private mutating func assignBehindRoad(_ parts: [String], explicit: Bool) {
    switch parts.count {
    case 1:
      if explicit { assignOnce(\.room, parts[0], .room) } else { assignOnce(\.number, parts[0], .number) }
    case 2:
      if explicit || AddressSplit.isRoom(parts[1]) {
        assignOnce(\.number, parts[0], .number)
        assignOnce(\.room, parts[1], .room)
      } else {
        assignOnce(\.number, parts.joined(separator: "-"), .number)
        readings.append(Reading(number: parts[0], room: parts[1]))
      }
      if !explicit { readings.append(Reading(lane: parts[0], number: parts[1])) }
    case 3...4:
      assignOnce(\.lane, parts[0], .lane)
      assignOnce(\.number, parts[1], .number)
      assignBehindNumber(Array(parts.dropFirst(2)))
    default:
      assignOnce(\.number, parts.joined(separator: "-"), .number)
    }
  }

  /// 5楼501室 is 501室; 二楼6 keeps its storey, or it would be another house's 6, and so does 6楼501室, which is neither.
  mutating func dropSaidStorey() {
    guard let floor = address.floor, let room = address.room, AddressRooms.isSaid(floor, by: room) else { return }
    address.floor = nil
  }

  mutating func addAlternatives() {
    for reading in readings {
      var other = address
      other.alternatives = []
      other.lane = reading.lane
      other.number = reading.number
      other.room = reading.room ?? (reading.number == address.number ? nil : otherRoom(reading))
      if other.building != nil, reading.number == address.building { other.building = nil }
      if other.canonical != address.canonical { address.alternatives.append(other) }
    }
  }

  /// The room stays where the reading only moves the numbers before it (372-5号201); it goes where its digits were used.
  private func otherRoom(_ reading: Reading) -> String? {
    guard let room = address.room, let number = reading.number else { return nil }
    return number.hasSuffix(room) ? nil : room
  }
}
