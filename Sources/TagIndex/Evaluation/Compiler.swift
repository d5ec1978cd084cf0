import FilterLanguage
import Kernel

/// Makes a question ready for one frame: names become sets and columns, relative dates days, tags their members. No row is
/// looked at yet.
///
/// Parts that wait to be asked hold what they will be made of, for good when they are never asked. So nothing of a question may
/// hold the compiler, which remembers questions in `rules`: they would hold themselves.
struct Compiler {
  let catalogue: Catalogue
  private let fields: FieldCompiler
  /// The members of a computed tag as a ready set, where that is wanted; nil makes its rule part of the question.
  var members: (TagEntry) throws(Problem) -> Bitmap?
  /// The rules that are part of the question, each once however often it is named.
  private let rules = CompiledRules()

  init(
    frame: Frame, catalogue: Catalogue, sealed: [SealedTest: [UInt32]], fold: @escaping @Sendable (String) -> String,
    members: @escaping (TagEntry) throws(Problem) -> Bitmap?
  ) {
    (self.catalogue, self.members) = (catalogue, members)
    fields = FieldCompiler(frame: frame, sealed: sealed, fold: fold)
  }

  private var frame: Frame { fields.frame }
  private var world: World { fields.world }

  /// - Parameter linked: whether rows are people that an occupancy led to, of which role, since and until then speak.
  func compile(_ expression: Expression, _ subject: Subject, linked: Bool = false) throws(Problem) -> any Node {
    switch expression {
    case .everything: return EverythingNode()
    case .and(let parts): return AndNode(try all(parts, subject, linked))
    case .or(let parts): return OrNode(try all(parts, subject, linked))
    case .not(let inner): return NotNode(try compile(inner, subject, linked: linked))
    case .tag(let code): return try tag(code, subject)
    case .field(let field, let test): return try fields.field(field, test, subject, linked: linked)
    case .related(let quantifier, let relation, let inner):
      let way = try self.way(relation, inner, subject)
      return RelationNode(quantifier, way.step, way.inner, frame, anyTime: way.anyTime)
    case .count(let relation, let inner, let op, let number):
      if relation == .residents, inner == .everything, frame.isToday {
        let test = NumberTest(.compare(op, .number(Double(number))))
        return SmallNumberNode(test, world.houses.residents)
      }
      let way = try self.way(relation, inner, subject)
      return CountNode(way.step, way.inner, op, number, frame, anyTime: way.anyTime)
    }
  }

  private func all(_ parts: [Expression], _ subject: Subject, _ linked: Bool) throws(Problem) -> [any Node] {
    var nodes: [any Node] = []
    for part in parts { nodes.append(try compile(part, subject, linked: linked)) }
    return nodes
  }

  private struct Way {
    let step: Step
    let inner: InnerQuestion
    let anyTime: Bool
  }

  private func way(_ relation: Relation, _ inner: Expression, _ subject: Subject) throws(Problem) -> Way {
    if case .records(let code) = relation, catalogue.dataset(code) == nil {
      throw Problem(.invalid, "unknown_dataset", "没有专题库「\(code)」。")
    }
    guard let target = relation.target(from: subject),
      let step = Step(relation, from: subject, dataset: world.records.number)
    else { throw Problem(.invalid, "unknown_relation", "\(subject.word) 没有关系 \(relation.name)。") }
    let speaks = target == .people ? OccupancyWords(inner) : OccupancyWords()
    let node = try compile(inner, target, linked: target == .people)
    let asSet = Subject.searchable.contains(target) && !speaks.ofOccupancy
    let question = InnerQuestion(node, target: asSet ? target : nil, isOfLinks: speaks.ofOccupancy)
    return Way(step: step, inner: question, anyTime: speaks.ofDates)
  }

  private func tag(_ code: String, _ subject: Subject) throws(Problem) -> any Node {
    guard let entry = catalogue.tag(code), entry.subject == subject.tagSubject else {
      throw Problem(.invalid, "unknown_tag", "没有标签「\(code)」。")
    }
    if let fault = catalogue.fault(of: code) {
      throw Problem(
        .conflict, "tag_broken", "标签「\(code)」的规则现在不能用：\(fault.detail)请先修改它的规则，或在条件里去掉它。")
    }
    guard let rule = entry.rule else {
      let (frame, taggings) = (frame, world.taggings)
      if frame.isToday { return SetNode(taggings.current[Int(entry.id)] ?? Bitmap()) }
      return SetNode(taggings.members(of: entry.id, on: frame.day))
    }
    if let known = rules.nodes[code] { return known }
    // Its own question while it is made ready: a rule that leads back to itself ends here instead of nowhere.
    guard rules.open.insert(code).inserted else {
      throw Problem(.invalid, "tag_cycle", "标签「\(code)」的规则互相引用。")
    }
    defer { rules.open.remove(code) }
    let node: any Node
    if let ready = try members(entry) {
      node = SetNode(ready)
    } else {
      let inner = try compile(rule, subject)
      node = inner.cost == .walk ? MemoNode(inner) : inner
    }
    rules.nodes[code] = node
    return node
  }
}

/// What has been made ready of the rules of computed tags, for one question.
private final class CompiledRules {
  var nodes: [String: any Node] = [:]
  var open: Set<String> = []
}

/// Whether a question speaks of the occupancy that led to a person, not counting what nested relations ask.
private struct OccupancyWords {
  var ofOccupancy = false
  var ofDates = false

  init() {}

  init(_ expression: Expression) {
    switch expression {
    case .everything, .tag, .related, .count: break
    case .not(let inner): self = OccupancyWords(inner)
    case .and(let parts), .or(let parts):
      for part in parts.map(OccupancyWords.init) {
        ofOccupancy = ofOccupancy || part.ofOccupancy
        ofDates = ofDates || part.ofDates
      }
    case .field(let field, _):
      ofDates = field == .since || field == .until
      ofOccupancy = ofDates || field == .role
    }
  }
}
