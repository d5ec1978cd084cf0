import CXlsxwriter

/// The formats of one workbook. Cells are told apart by kind: a format cannot be changed once a row is written.
struct XLSXStyles {
  typealias Format = UnsafeMutablePointer<lxw_format>?

  let title, subtitle, header, heading: Format
  private let text, code, number, date, tick, note: Format

  init(_ book: UnsafeMutablePointer<lxw_workbook>, dateFormat: String) {
    func format(_ change: (Format) -> Void) -> Format {
      let format = workbook_add_format(book)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
      change(format)
      return format
    }
    func bordered(_ change: (Format) -> Void) -> Format {
      format {
        format_set_border($0, UInt8(LXW_BORDER_THIN.rawValue))
        change($0)
      }
    }
    title = format {
      format_set_bold($0)
      format_set_font_size($0, 16)
      // Over all columns without merging them, which would stand in the way of sorting.
      format_set_align($0, UInt8(LXW_ALIGN_CENTER_ACROSS.rawValue))
    }
    subtitle = format { format_set_font_size($0, 10) }
    header = bordered {
      format_set_bold($0)
      format_set_text_wrap($0)
      format_set_bg_color($0, 0xE7E6E6)
      format_set_align($0, UInt8(LXW_ALIGN_CENTER.rawValue))
    }
    heading = format {
      format_set_bold($0)
      // No lines between its cells: the text of the first goes on over them.
      format_set_top($0, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_bottom($0, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_bg_color($0, 0xF5F5F5)
    }
    text = bordered {
      format_set_num_format($0, "@")
      format_set_text_wrap($0)
    }
    code = bordered { format_set_num_format($0, "@") }
    number = bordered { format_set_align($0, UInt8(LXW_ALIGN_CENTER.rawValue)) }
    date = bordered {
      format_set_num_format($0, dateFormat)
      format_set_align($0, UInt8(LXW_ALIGN_CENTER.rawValue))
    }
    tick = bordered { format_set_align($0, UInt8(LXW_ALIGN_CENTER.rawValue)) }
    note = bordered { format_set_text_wrap($0) }
  }

  /// Of a cell in a column of this kind.
  func body(_ kind: SheetLayout.Column.Kind) -> Format {
    switch kind {
    case .text: text
    case .code: code
    case .number: number
    case .date: date
    case .tick: tick
    case .note: note
    }
  }
}
