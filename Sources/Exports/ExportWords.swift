import FilterLanguage
import Identity
import Kernel
import Ledgers

/// What codes are called on paper: nobody who reads a list knows them.
enum ExportWords {
  /// The Chinese of stored words, by column: tenant is 租客.
  static func of(_ columns: [LedgerColumn], _ subject: Subject) -> [Int: [String: String]] {
    let known = ["owner", "family", "tenant", "dwelling", "shopfront", "office", "other", "storefront", "company"]
    let uses = ["self", "let", "vacant", "elevator"]
    var words: [Int: [String: String]] = [:]
    for (index, column) in columns.enumerated() {
      if let stored = subject.storedField(column.name), !stored.words.isEmpty {
        words[index] = Dictionary(uniqueKeysWithValues: stored.words.map { ($0.code, $0.title) })
        continue
      }
      if let codes = codes[column.name] {
        words[index] = codes
        continue
      }
      guard let field = Field.entries(of: subject).first(where: { $0.name == column.name })?.field,
        [.role, .kind, .use, .state].contains(field)
      else { continue }
      if subject == .workOrders {
        words[index] = field == .kind ? orderKinds : orderStates
        continue
      }
      if subject == .assets, field == .kind {
        words[index] = RosterWords.assetTitles
        continue
      }
      let pairs = (known + uses).map { ($0, FieldWords.chinese($0, field, subject)) }
      words[index] = Dictionary(uniqueKeysWithValues: pairs)
    }
    return words
  }

  private static let orderKinds = Dictionary(
    uniqueKeysWithValues: WorkOrderKind.allCases.map { ($0.rawValue, $0.title) })
  private static let orderStates = Dictionary(
    uniqueKeysWithValues: WorkOrderState.allCases.map { ($0.rawValue, $0.title) })

  /// Whether a column says yes or nothing.
  static func isFlag(_ column: String, _ subject: Subject) -> Bool {
    marks.contains(column) || Field.entries(of: subject).contains { $0.name == column && $0.type == .flag }
  }

  /// Columns of work orders that nobody asks by.
  private static let marks: Set = ["returned", "corrected", "extended", "due_provisional"]

  /// By column, of whatever rows. A word that is not among them stands as it is: sources are also named by who sends them.
  private static let codes: [String: [String: String]] = [
    "source": [
      "police": "公安人口信息", "official": "主管部门", "register": "登记簿", "tenancy": "租赁登记", "committee": "居委会台账",
      "manual": "手工录入", "import": "导入",
    ],
    "id_kind": Dictionary(
      Identifier.Kind.allCases.map { ($0.rawValue, idKind($0)) }, uniquingKeysWith: { first, _ in first }),
    "mode": ["auto": "自动派单", "queue": "人工派单"],
    "outcome": ["solved": "已解决", "explained": "已解释"],
    "solved": ["1": "是", "true": "是", "0": "否", "false": "否"],
  ]

  private static func idKind(_ kind: Identifier.Kind) -> String {
    switch kind {
    case .residentIdentity: "居民身份证"
    case .hmtResidencePermit: "港澳台居民居住证"
    case .hmTravelPermit: "港澳居民来往内地通行证"
    case .twTravelPermit: "台湾居民来往大陆通行证"
    case .foreignPermanentOld, .foreignPermanentNew: "外国人永久居留身份证"
    case .passport: "护照"
    case .unifiedSocialCredit: "统一社会信用代码"
    case .mobilePhone: "手机"
    case .landlinePhone: "固定电话"
    case .unknown: "未识别的证件"
    }
  }
}
