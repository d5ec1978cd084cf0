import FilterLanguage
import Kernel

/// What rows are ordered by: a rank that is monotone in the value and, for texts, whose equal ranks do not mean equal
/// values, the texts themselves.
struct SortColumn {
  private let source: SortSource
  private let descending: Bool

  init(_ key: SortKey, _ subject: Subject, _ frame: Frame) throws(Problem) {
    guard let source = SortSource(key.field, subject, frame) else {
      throw Problem(.invalid, "unsortable_field", "不能按此项排序。")
    }
    self.source = source
    descending = key.descending
  }

  /// The texts that rows are ordered by; nil where numbers are.
  var text: ((UInt32) -> UnsafeBufferPointer<UInt8>?)? {
    if case .text(let text, _) = source { text } else { nil }
  }

  /// `UInt64.max` for a missing value, which comes last in both directions.
  func rank(_ id: UInt32) -> UInt64 {
    switch source {
    case .number(let number):
      let value = number(id)
      return value.isNaN ? .max : directed(SortColumn.rank(of: value))
    case .whole(let view):
      let value = view[id]
      return value == noDay ? .max : directed(UInt64(Int64(value) - Int64(Int32.min)))
    case .word(let code, let order):
      let code = code(id)
      return code == 0 ? .max : directed(SortColumn.rank(of: order.ranks[Int(code)]))
    case .text(let text, _): return rank(of: text(id))
    }
  }

  /// What a cursor keeps of a row.
  func mark(of id: UInt32) -> Cursor.Mark {
    switch source {
    case .number(let number):
      let value = number(id)
      return value.isNaN ? .missing : .number(value)
    case .whole(let view): return view[id] == noDay ? .missing : .whole(view[id])
    case .word(let code, let order): return code(id) == 0 ? .missing : .text(Array(order.texts[Int(code(id))].utf8))
    case .text(let text, _): return text(id).map { .text(Array($0)) } ?? .missing
    }
  }

  /// Nil for what is no value of this column.
  func rank(of mark: Cursor.Mark) -> UInt64? {
    switch (source, mark) {
    case (_, .missing): return .max
    case (.number, .number(let value)): return value.isNaN ? nil : directed(SortColumn.rank(of: value))
    case (.whole, .whole(let value)): return directed(UInt64(Int64(value) - Int64(Int32.min)))
    case (.word(_, let order), .text(let bytes)): return directed(SortColumn.rank(of: order.rank(of: bytes)))
    case (.text, .text(let bytes)): return bytes.withUnsafeBufferPointer { rank(of: $0) }
    default: return nil
    }
  }

  func rank(of text: UnsafeBufferPointer<UInt8>?) -> UInt64 {
    guard let text else { return .max }
    if case .text(_, natural: true) = source { return directed(0) }
    return directed(SortColumn.rank(of: text))
  }

  /// Negative when the first comes first, 0 when a text is missing.
  func compare(_ left: UnsafeBufferPointer<UInt8>?, _ right: UnsafeBufferPointer<UInt8>?) -> Int {
    guard case .text(_, let natural) = source, let left, let right else { return 0 }
    let order = natural ? NaturalOrder.compare(left, right) : NaturalOrder.bytes(left, right)
    return descending ? -order : order
  }

  private func directed(_ rank: UInt64) -> UInt64 { descending ? .max - 1 - rank : rank }

  /// The order of doubles as an order of whole numbers.
  private static func rank(of value: Double) -> UInt64 {
    let bits = (value + 0).bitPattern
    return (bits >> 63 == 0 ? bits | 1 << 63 : ~bits) >> 1
  }

  /// The first bytes of a text.
  private static func rank(of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var rank: UInt64 = 0
    for index in 0..<8 { rank = rank << 8 | UInt64(index < text.count ? text[index] : 0) }
    return min(rank, .max - 2)
  }
}

/// Where the values of a sort come from.
enum SortSource {
  case number((UInt32) -> Double)
  /// Days, minutes and years: looked at without a detour, as they are sorted by most.
  case whole(ColumnView<Int32>)
  /// Words out of few, by the number that each row has of one; 0 for none.
  case word((UInt32) -> UInt32, WordOrder)
  /// `natural`: runs of digits compare as numbers.
  case text((UInt32) -> UnsafeBufferPointer<UInt8>?, natural: Bool)

  /// Nil for what cannot be sorted by.
  init?(_ field: Field, _ subject: Subject, _ frame: Frame) {
    if let order = SortSource.order(field, subject, frame) {
      self = order
      return
    }
    if let place = SortSource.place(field, subject, frame) {
      self = place
      return
    }
    let world = frame.world
    if case .stored(let name) = field, let column = world.stored(name, subject) {
      switch column {
      case .numbers(let column):
        let view = column.view
        self = .number { view[$0] }
      case .words(let column): self = .words(column)
      }
      return
    }
    switch (subject, field) {
    case (.people, .name): self = .surnames(world.people.name)
    case (.people, .birthDate), (.people, .turns): self = .days(world.people.birth)
    case (.people, .age):
      let birth = world.people.birth.view
      let ages = AgeTable(on: frame.asOf)
      self = .number { birth[$0] == noDay ? .nan : ages.years(born: birth[$0]) }
    case (.people, .sex): self = .words(world.people.sex)
    case (.people, .hukou): self = .words(world.people.hukou)
    case (.people, .ethnicity): self = .words(world.people.ethnicity)
    case (.people, .education): self = .words(world.people.education)
    case (.people, .lastVisited):
      self = .number { id in
        let day = LastVisitNode.day(id, frame)
        return day == noDay ? .nan : Double(day)
      }
    case (.people, .updatedAt): self = .days(world.people.updated)
    case (.houses, _), (.buildings, _):
      guard let source = SortSource.fixed(field, subject, frame) else { return nil }
      self = source
    case (.shops, .name): self = .texts(world.shops.name)
    case (.shops, .kind): self = .words(world.shops.kind)
    case (.shops, .category): self = .words(world.shops.category)
    case (.shops, .status): self = .words(world.shops.status)
    case (.shops, .opened): self = .days(world.shops.opened)
    case (.shops, .licenceUntil): self = .days(world.shops.licenceUntil)
    case (.shops, .closes): self = .days(world.shops.closes)
    case (.shops, .updatedAt): self = .days(world.shops.updated)
    case (.assets, .kind): self = .words(world.assets.kind)
    case (.assets, .status): self = .words(world.assets.status)
    case (.assets, .due): self = .days(world.assets.due)
    case (.assets, .updatedAt): self = .days(world.assets.updated)
    default: return nil
    }
  }

  /// What orders have of their own; an area comes by its id, as for everything.
  private static func order(_ field: Field, _ subject: Subject, _ frame: Frame) -> SortSource? {
    guard subject == .workOrders else { return nil }
    let (orders, world) = (frame.world.orders, frame.world)
    func flags(_ set: Bitmap) -> SortSource {
      let dense = DenseSet(set)
      return .number { dense.contains($0) ? 1 : 0 }
    }
    switch field {
    case .reportedAt: return .days(orders.reported)
    case .dueAt: return .days(orders.due)
    case .closedAt: return .days(orders.closed)
    case .updatedAt: return .days(orders.updated)
    case .urgent: return flags(orders.urgent)
    case .supervised: return flags(orders.supervised)
    case .overdue: return flags(frame.overdue)
    case .satisfaction:
      let view = orders.satisfaction.view
      return .number { view[$0] == 0 ? .nan : Double(view[$0]) }
    case .committee, .grid, .subdistrict, .district:
      guard let level = FieldCompiler.level(field) else { return nil }
      let (area, tree) = (orders.area.view, world.areas)
      let above = Dictionary(uniqueKeysWithValues: tree.rows.keys.map { ($0, tree.above($0, level)) })
      return .number { id in above[area[id]].flatMap { $0 }.map(Double.init) ?? .nan }
    default: return world.words(of: field, .workOrders).map { .words($0) }
    }
  }

  private static func fixed(_ field: Field, _ subject: Subject, _ frame: Frame) -> SortSource? {
    let world = frame.world
    switch (subject, field) {
    case (.houses, .kind): return .words(world.houses.kind)
    case (.houses, .updatedAt): return .days(world.houses.updated)
    case (.houses, .residents):
      let residents = world.houses.residents.view
      let walk = Walk(.residents, frame)
      return .number { id in
        Double(frame.isToday ? Int(residents[id]) : CountNode.count(id, walk))
      }
    case (.houses, .area):
      let area = world.houses.area.view
      return .number { area[$0] }
    case (.buildings, .updatedAt): return .days(world.buildings.updated)
    case (.buildings, .elevators): return .number { Double(Elevators.count(of: $0, world, frame)) }
    default: return nil
    }
  }

  /// By the place that `Frame.home` names.
  private static func place(_ field: Field, _ subject: Subject, _ frame: Frame) -> SortSource? {
    let world = frame.world
    let (houses, buildings) = (world.houses.address.view, world.buildings.address.view)
    switch field {
    case .address:
      return .text(
        { id in
          guard let place = frame.home(of: id, subject) else { return nil }
          return place.house != 0 ? houses.utf8(place.house) : buildings.utf8(place.building)
        }, natural: true)
    case .road: return placeWords(world.buildings.road, subject, frame)
    case .compound: return placeWords(world.buildings.compound, subject, frame)
    case .committee, .grid, .subdistrict, .district:
      return .number { id in
        guard let place = frame.home(of: id, subject) else { return .nan }
        let areas = frame.areas(of: place)
        let area: UInt32? =
          switch field {
          case .committee: areas.committee
          case .grid: areas.grid == 0 ? nil : areas.grid
          case .subdistrict: world.areas.above(areas.committee, .subdistrict)
          default: world.areas.above(areas.committee, .district)
          }
        return area.map(Double.init) ?? .nan
      }
    default: return nil
    }
  }

  private static func placeWords(_ column: WordColumn, _ subject: Subject, _ frame: Frame) -> SortSource {
    let codes = column.view
    return .word({ id in frame.home(of: id, subject).map { codes[$0.building] } ?? 0 }, WordOrder(column))
  }

  private static func texts(_ column: TextColumn) -> SortSource {
    let view = column.view
    return .text({ view.utf8($0) }, natural: false)
  }

  /// Of people's names only the first character, which masked names show: the place among others would tell the rest by trying.
  private static func surnames(_ column: TextColumn) -> SortSource {
    let view = column.view
    return .text(
      { id in
        guard let name = view.utf8(id), let first = name.first else { return nil }
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        return UnsafeBufferPointer(rebasing: name.prefix(length))
      }, natural: false)
  }

  private static func days(_ column: Column<Int32>) -> SortSource {
    .whole(column.view)
  }

  private static func words(_ column: WordColumn) -> SortSource {
    let codes = column.view
    return .word({ codes[$0] }, WordOrder(column))
  }
}

/// Ages of a day by a guess from the number of days lived and a look at one or two birthdays.
struct AgeTable {
  private let day: Int32
  /// By completed years, the latest birth.
  private let births: [Int32]

  init(on day: Day) {
    self.day = day.number
    births = (0...400).map { day.adding(years: -$0).number }
  }

  /// Completed years; not a number before birth.
  func years(born birth: Int32) -> Double {
    guard birth <= day else { return .nan }
    var years = min(Int(Double(day - birth) / 365.2425), 399)
    while years > 0, birth > births[years] { years -= 1 }
    while years < 399, birth <= births[years + 1] { years += 1 }
    return Double(years)
  }
}

/// The words of a column in the order of their UTF-8.
struct WordOrder {
  /// By code.
  let texts: [String]
  /// By code: the word's place in the order.
  let ranks: [Double]
  private let order: [Int]

  init(_ column: WordColumn) {
    let texts = column.words.texts
    let order = texts.indices.sorted { texts[$0].utf8.lexicographicallyPrecedes(texts[$1].utf8) }
    var ranks = [Double](repeating: 0, count: order.count)
    for (rank, code) in order.enumerated() { ranks[code] = Double(rank) }
    (self.texts, self.ranks, self.order) = (texts, ranks, order)
  }

  /// Of a word that may have gone: between its neighbours.
  func rank(of word: [UInt8]) -> Double {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if texts[order[middle]].utf8.lexicographicallyPrecedes(word) { low = middle + 1 } else { high = middle }
    }
    let isThere = low < order.count && texts[order[low]].utf8.elementsEqual(word)
    return Double(low) - (isThere ? 0 : 0.5)
  }
}
