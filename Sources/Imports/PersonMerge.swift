import Identity
import Kernel
import Registry

extension PersonEntry {
  /// The person as held after this row: fields by the better source, the link to the house, remarks.
  ///
  /// - Parameters:
  ///   - remarks: what of the remarks stays a remark; tags are put on by whoever knows the catalogue.
  ///   - day: the day that the roster speaks of.
  package func merged(
    into held: ExistingPerson, house: Int64, committee: Int64, source: String, isRepeated: Bool, remarks: [String],
    on day: Day
  ) -> ExistingPerson {
    var person = held
    var merge = FieldMerge(source: source, heldSource: held.source, isRepeated: isRepeated, claims: held.claims)
    if nameState == .whole, NameLikeness(held.name, name) != .same {
      person.name = merge.settle(.name, held.name, name) ?? held.name
    }
    person.sex = merge.settle(.sex, held.sex, sex)
    person.birth = merge.settle(.birth, held.birth, birth) { $0.description }
    person.death = merge.settle(.death, held.death, death) { $0.description }
    if held.idNumber == nil, let idNumber { (person.idNumber, person.idKind) = (idNumber, idKind) }
    if let wrongNumber { merge.claim(ImportField.idNumber.rawValue, wrongNumber, source) }
    person.phone = merge.settle(.phone, held.phone, phone)
    person.hukou = merge.settle(.hukou, held.hukou, hukou)
    person.ethnicity = merge.settle(.ethnicity, held.ethnicity, ethnicity)
    person.education = merge.settle(.education, held.education, education)
    if ImportSource.rank(source) > ImportSource.rank(held.source) { person.source = source }
    var stay = self
    if let birth = person.birth, let since, since < birth {
      // A lease is older than the child of those who took it: the child has lived there since its birth.
      stay.since = birth
      merge.claim("occupancy.since", since.description, source)
    }
    stay.link(&person, house, committee, day, &merge)
    for remark in remarks { merge.claim("remark", remark, source) }
    for value in kept { merge.claim(value.field, value.value, source) }
    person.claims = merge.claims
    return person
  }

  /// Adds the link to the house unless there is one of the kind. A default `family` adds nothing to whoever has any
  /// link to the house without an end; a tenancy is known by its first day, and only its end can change. Whoever had moved
  /// out by the roster's day and is listed again has come back: a new link, from the day that the row names or else from
  /// the roster's.
  private func link(
    _ person: inout ExistingPerson, _ house: Int64, _ committee: Int64, _ day: Day, _ merge: inout FieldMerge
  ) {
    let links = person.occupancies
    let here = links.indices.filter { links[$0].house == house }
    let open = here.filter { index in links[index].until.map { day < $0 } ?? true }
    if role == "family", since == nil, until == nil,
      open.contains(where: { links[$0].role != "tenant" || links[$0].until == nil })
    {
      return
    }
    guard let same = sameStay(links, here: here, open: open) else {
      // Nobody moves back after their death.
      if let death = person.death, death <= day, !here.isEmpty { return }
      let left = here.filter { links[$0].role == role }.compactMap { links[$0].until }.filter { $0 <= day }.max()
      let isBack = left.map { left in since.map { $0 < left } ?? true } ?? false
      return person.occupancies.append(
        ExistingOccupancy(
          id: nil, house: house, committee: committee, role: role, since: isBack && until == nil ? day : since,
          until: until, source: merge.source))
    }
    let held = links[same]
    if let since, held.since != since { merge.claim("occupancy.since", since.description, merge.source) }
    guard let until, held.until != until else { return }
    if !merge.isRepeated, ImportSource.rank(merge.source) >= ImportSource.rank(held.source) {
      person.occupancies[same].until = until
    } else {
      merge.claim("occupancy.until", "\(since?.description ?? "")..\(until)", merge.source)
    }
  }

  /// The link that the row speaks of: one that began on the same day, or, where the row names no days, one that goes on;
  /// of those who are no tenants, one that goes on in the days that the row names.
  private func sameStay(_ links: [ExistingOccupancy], here: [Int], open: [Int]) -> Int? {
    let period = DayPeriod(since: since, until: until)
    return here.first { links[$0].role == role && links[$0].since == since && (until != nil || open.contains($0)) }
      ?? open.first { index in
        links[index].role == role
          && (since == nil && until == nil || role != "tenant" && links[index].period.overlaps(period))
      }
  }

  /// Whether the row speaks of a stay in the house that has ended by the roster's day, as if it went on: it is older than
  /// what is held, or the person has come back and it names the day of long ago.
  package func namesEndedStay(of held: ExistingPerson, house: Int64, on day: Day) -> Bool {
    guard let since, until == nil else { return false }
    let here = held.occupancies.filter { $0.house == house && $0.role == role }
    guard !here.contains(where: { link in link.until.map { day < $0 } ?? true }) else { return false }
    return here.contains { link in link.until.map { since < $0 } ?? false }
  }
}

extension ExistingPerson {
  /// What `LifeRules` and `OccupancyRules` say of what a row changes: a plan says the same as the writing would.
  package func check(today: Day, was old: ExistingPerson?) throws(Problem) {
    let isSameLife = old.map { ($0.birth, $0.death) == (birth, death) } ?? false
    if !isSameLife {
      try LifeRules.check(birth: birth, death: death, today: today)
      try LifeRules.check(birth: birth, death: death, links: (old?.occupancies ?? []).map(\.period))
      try LifeRules.check(birth: birth, death: death, visits: old?.visits)
    }
    for (index, link) in occupancies.enumerated() where old?.occupancies.contains(link) != true {
      try OccupancyRules.check(link.period, birth: birth, death: death, today: today)
      let others = occupancies.indices.filter { other in
        other != index && occupancies[other].house == link.house && occupancies[other].role == link.role
      }
      try OccupancyRules.check(link.period, besides: others.map { occupancies[$0].period })
    }
  }
}

extension ExistingShop {
  /// What a row changes must be what the writing would take.
  package func check(today: Day, was old: ExistingShop?) throws(Problem) {
    guard opened != old?.opened else { return }
    try PlausibleDays.checkOpened(opened, today: today)
  }
}
