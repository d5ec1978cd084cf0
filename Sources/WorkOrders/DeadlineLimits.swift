/// The time that each sort of work order is given, in working days, and in hours where it is urgent.
///
/// An office may set others; these are the practice of Shanghai's 12345 hotline (first contact within one working day,
/// consultations one, requests and complaints five, complex ones fifteen), and urgent matters as the first level of
/// Beijing's 接诉即办, two hours.
package struct DeadlineLimits: Hashable, Sendable {
  package var firstContactDays = 1
  package var consultationDays = 1
  package var supervisedDays = 3
  package var ordinaryDays = 5
  package var complexDays = 15
  package var urgentContactHours = 1
  package var urgentHours = 2
  /// When an office closes, in minutes after midnight: what comes in later is as if it came on the next working day.
  package var closingMinute = 17 * 60

  package init() {}
}
