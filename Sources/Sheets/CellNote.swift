/// What is known of a cell beside its text: why the text may not be what was meant.
package enum CellNote: String, Sendable, Codable {
  /// A formula that no program has worked out: the cell looks empty and is not.
  case formulaUncalculated = "formula_uncalculated"
  /// #N/A, #REF!, #NAME? …
  case formulaError = "formula_error"
  /// A number of sixteen digits or more: a spreadsheet keeps fifteen of them and makes up the rest.
  case longNumber = "long_number"
  /// A quotation mark without its fellow; the file was read on by lines.
  case strayQuote = "stray_quote"

  package var detail: String {
    switch self {
    case .formulaUncalculated: "这一格是公式，文件里没有算出的值；请在表格软件里打开、重新计算并保存后再导入"
    case .formulaError: "这一格的公式出错，没有值"
    case .longNumber: "这一格是 16 位以上的数字，表格软件只留得住 15 位，末几位不可信；请把该列设为文本后重新填写"
    case .strayQuote: "这一格有不成对的引号，请核对内容"
    }
  }
}
