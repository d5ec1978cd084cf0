extension PersonEntry {
  /// The person as held after this row: fields by the better source, the link to the house, remarks.
  ///
  /// - Parameter remarks: what of the remarks stays a remark; tags are put on by whoever knows the catalogue.
  package func merged(
    into held: HeldPerson, house: Int64, committee: Int64, source: String, isRepeated: Bool, remarks: [String]
  ) -> HeldPerson {
    var person = held
    var merge = FieldMerge(source: source, heldSource: held.source, isRepeated: isRepeated, claims: held.claims)
    if nameState == .whole, NameLikeness(held.name, name) != .same {
      person.name = merge.settle(.name, held.name, name) ?? held.name
    }
    person.sex = merge.settle(.sex, held.sex, sex)
    person.birth = merge.settle(.birth, held.birth, birth) { $0.description }
    person.death = merge.settle(.death, held.death, death) { $0.description }
    if held.idNumber == nil, let idNumber { (person.idNumber, person.idKind) = (idNumber, idKind) }
    if let wrongNumber { merge.claim(ImportField.idNumber.rawValue, Masking.idNumber(wrongNumber), source) }
    person.phone = merge.settle(.phone, held.phone, phone, shown: Masking.phone)
    person.hukou = merge.settle(.hukou, held.hukou, hukou)
    person.ethnicity = merge.settle(.ethnicity, held.ethnicity, ethnicity)
    person.education = merge.settle(.education, held.education, education)
    if ImportSource.rank(source) > ImportSource.rank(held.source) { person.source = source }
    link(&person, house, committee, &merge)
    for remark in remarks { merge.claim("remark", remark, source) }
    for value in kept { merge.claim(value.field, value.value, source) }
    person.claims = merge.claims
    return person
  }

  /// Adds the link to the house unless there is one of the kind. A default `family` adds nothing to whoever has any
  /// link to the house without an end; a tenancy is known by its first day, and only its end can change.
  private func link(_ person: inout HeldPerson, _ house: Int64, _ committee: Int64, _ merge: inout FieldMerge) {
    let new = HeldOccupancy(
      id: nil, house: house, committee: committee, role: role, since: since, until: until, source: merge.source)
    let here = person.occupancies.indices.filter { person.occupancies[$0].house == house }
    if role == "family", since == nil, until == nil,
      here.contains(where: { person.occupancies[$0].role != "tenant" || person.occupancies[$0].until == nil })
    {
      return
    }
    let same = here.first { index in
      let held = person.occupancies[index]
      return held.role == role && (held.since == since || (since == nil && until == nil))
    }
    guard let same else { return person.occupancies.append(new) }
    guard let until, person.occupancies[same].until != until else { return }
    let held = person.occupancies[same]
    if !merge.isRepeated, ImportSource.rank(merge.source) >= ImportSource.rank(held.source) {
      person.occupancies[same].until = until
    } else {
      merge.claim("occupancy.until", "\(since?.description ?? "")..\(until)", merge.source)
    }
  }
}
