import FilterLanguage
import Kernel

extension TagIndex {
  /// Whether a row is there for the asker, the dead among people too: lists leave them out, their own page does not.
  package func knows(_ id: UInt32, _ subject: Subject, scope: Scope) -> Bool {
    lock.readAlways {
      Frame(world, asOf: Day(number: world.today), scope: scope, budget: WorkBudget(.unbounded)).knows(id, subject)
    }
  }

  /// All rows of a kind for which `knows` holds.
  package func everyone(_ subject: Subject, scope: Scope) -> Bitmap {
    lock.readAlways {
      Frame(world, asOf: Day(number: world.today), scope: scope, budget: WorkBudget(.unbounded)).everyone(subject)
        .copy()
    }
  }
}

extension Frame {
  /// Whether a row is in its table and the asker may know of it, whatever the question's day.
  func knows(_ id: UInt32, _ subject: Subject) -> Bool {
    guard exists(id, subject) else { return false }
    guard let open else { return true }
    func cared(_ family: BitmapFamily) -> Bool { open.contains { family[Int($0)]?.contains(id) == true } }
    return switch subject {
    case .people: cared(world.people.care)
    case .shops: cared(world.shops.care)
    case .houses: sees(house: id)
    case .buildings: sees(building: id)
    case .assets: sees(asset: id)
    case .workOrders: sees(order: id)
    case .visits, .records: false
    }
  }
}
