import Kernel
import Schema

extension ReferenceCatalogue {
  /// The calendar of working days that ships with the program. Throws only when the embedded file is broken, which a test
  /// excludes. Reading takes a few milliseconds: whoever needs it keeps it.
  package static func calendar() throws(Problem) -> WorkingCalendar { try WorkingCalendar(csv: Schema.holidays) }
}
