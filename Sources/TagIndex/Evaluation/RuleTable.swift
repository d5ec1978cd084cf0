import FilterLanguage
import Kernel

/// What is known of the rules of computed tags, found out once when the catalogue or the areas change: which of them cannot
/// be asked and why, and how far each looks.
///
/// A rule that cannot be asked is told of at its tag, and whoever names it is refused; nobody else notices.
struct RuleTable {
  private(set) var faults: [String: Problem] = [:]
  private(set) var reaches: [String: Reach] = [:]
  /// For each tag, those whose rules lead to it, itself among them.
  private var users: [String: Set<String>] = [:]

  /// How many rules may stand on one another.
  static let deepest = 16
  /// Terms of a rule and of all that it stands on, each counted once.
  static let most = 1_000

  init() {}

  /// - Parameter compile: makes a rule ready, with the rules that it names already in the table.
  init(_ catalogue: Catalogue, compile: (Expression, Subject, RuleTable) throws(Problem) -> Void) {
    var walk = RuleWalk(catalogue)
    for tag in catalogue.tags { walk.visit(tag.code) }
    for code in walk.order {
      guard let tag = catalogue.tag(code) else { continue }
      for below in walk.below[code] ?? [] { users[below, default: []].insert(code) }
      let subject = tag.subject.subject
      if let fault = tag.fault ?? walk.faults[code] {
        faults[code] = fault
      } else if let rule = tag.rule {
        reaches[code] = Reach.of(rule, subject, self)
        do throws(Problem) { try compile(rule, subject, self) } catch { faults[code] = error }
      }
    }
  }

  /// These tags and all whose rules lead to them.
  func users(of codes: Set<String>) -> Set<String> {
    codes.reduce(into: codes) { $0.formUnion(users[$1] ?? []) }
  }
}

/// Goes through the rules in such an order that what a rule names comes before it.
private struct RuleWalk {
  private let catalogue: Catalogue
  /// The computed tags that a rule names.
  private var links: [String: Set<String>] = [:]
  private(set) var order: [String] = []
  package private(set) var faults: [String: Problem] = [:]
  /// All tags that a rule stands on, by whatever way, and itself.
  private(set) var below: [String: Set<String>] = [:]
  private var terms: [String: Int] = [:]
  private var heights: [String: Int] = [:]
  private var open: Set<String> = []

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    for tag in catalogue.tags {
      terms[tag.code] = tag.rule?.terms ?? 0
      links[tag.code] = (tag.rule?.tags ?? []).filter { catalogue.tag($0) != nil }
    }
  }

  /// - Parameter depth: bounded, so that a chain of thousands ends in a refusal and not in the stack.
  mutating func visit(_ code: String, depth: Int = 0) {
    guard below[code] == nil, depth <= 4 * RuleTable.deepest, open.insert(code).inserted else { return }
    defer { open.remove(code) }
    var (all, height, circles): (Set<String>, Int, Bool) = ([code], 0, false)
    for named in (links[code] ?? []).sorted() {
      if open.contains(named) { circles = true }
      visit(named, depth: depth + 1)
      all.formUnion(below[named] ?? [named])
      // What is too far down has no height yet; what is open leads back here and is told of as that.
      if links[named]?.isEmpty == false || catalogue.tag(named)?.rule != nil {
        height = max(height, (heights[named] ?? (open.contains(named) ? 0 : RuleTable.deepest)) + 1)
      }
    }
    (below[code], heights[code]) = (all, height)
    order.append(code)
    if circles || all.subtracting([code]).contains(where: { links[$0]?.contains(code) == true }) {
      faults[code] = Problem(.conflict, "tag_cycle", "标签「\(code)」的规则绕了一圈又用到了它自己。")
    } else if height >= RuleTable.deepest {
      faults[code] = Problem(
        .invalid, "tag_too_deep", "标签「\(code)」的规则一层套一层，超过 \(RuleTable.deepest) 层。")
    } else if all.reduce(0, { $0 + (terms[$1] ?? 0) }) > RuleTable.most {
      faults[code] = Problem(
        .invalid, "tag_too_large", "标签「\(code)」的规则连同它用到的规则超过 \(RuleTable.most) 项。")
    }
  }
}

extension Expression {
  /// Tags, comparisons, relations and counts in it; each value of a list counts.
  package var terms: Int {
    switch self {
    case .everything: 0
    case .tag: 1
    case .and(let parts), .or(let parts): parts.reduce(0) { $0 + $1.terms }
    case .not(let inner): inner.terms
    case .field(_, .list(let values)): max(1, values.count)
    case .field: 1
    case .related(_, _, let inner), .count(_, let inner, _, _): 1 + inner.terms
    }
  }
}

extension TagIndex {
  /// Why rules of the catalogue cannot be asked, by the code of their tags.
  package var faults: [String: Problem] { lock.readAlways { world.catalogue.rules.faults } }

  /// The same of a catalogue that is not in use yet: what would be wrong if it were.
  package func faults(in catalogue: Catalogue) -> [String: Problem] {
    lock.readAlways { rules(of: catalogue).faults }
  }

  /// Under the lock. A rule must be a question for whoever sees everything and for whoever sees nothing.
  func rules(of catalogue: Catalogue) -> RuleTable {
    let budget = WorkBudget(.unbounded)
    let frames = [Scope.everything, .areas([])].map {
      Frame(world, asOf: Day(number: world.today), scope: $0, budget: budget)
    }
    return RuleTable(catalogue) { rule, subject, known throws(Problem) in
      var catalogue = catalogue
      catalogue.rules = known
      for frame in frames {
        // What a rule names was made ready before it: an empty set stands for it.
        let compiler = Compiler(frame: frame, catalogue: catalogue, sealed: [:], fold: fold) { _ in Bitmap() }
        _ = try compiler.compile(rule, subject)
      }
    }
  }
}
