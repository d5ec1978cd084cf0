/// What becomes of a field: left alone, or set (nil empties it).
package enum FieldChange<Value: Sendable & Equatable>: Sendable, Equatable {
  case keep
  case set(Value?)
}
