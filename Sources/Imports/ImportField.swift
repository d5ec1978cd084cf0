import Kernel
import TagIndex

/// A column's meaning. The raw value is what a mapping file calls it.
package struct ImportField: RawRepresentable, Hashable, Sendable, CaseIterable, Codable {
  package let rawValue: String

  /// - Returns: nil for what no roster has.
  package init?(rawValue: String) {
    guard Self.names.contains(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  private init(_ name: String) { rawValue = name }

  package init(_ field: StoredField) { rawValue = field.name }

  package static let name = ImportField("name")
  package static let sex = ImportField("sex")
  package static let phone = ImportField("phone")
  package static let address = ImportField("address")
  package static let hukou = ImportField("hukou")
  package static let ethnicity = ImportField("ethnicity")
  package static let education = ImportField("education")
  package static let role = ImportField("role")
  package static let since = ImportField("since")
  package static let until = ImportField("until")
  package static let remark = ImportField("remark")
  package static let idNumber = ImportField("id_number")
  package static let birth = ImportField("birth_date")
  package static let death = ImportField("death_date")
  package static let creditCode = ImportField("credit_code")
  package static let category = ImportField("category")
  package static let status = ImportField("status")
  package static let opened = ImportField("opened")
  package static let closes = ImportField("closes")
  package static let contact = ImportField("contact")
  package static let kind = ImportField("kind")
  package static let licenceUntil = ImportField("licence_until")
  package static let code = ImportField("code")
  package static let due = ImportField("due")
  package static let district = ImportField("district")
  package static let street = ImportField("street")
  package static let committee = ImportField("committee")
  package static let grid = ImportField("grid")
  package static let compound = ImportField("compound")
  package static let alias = ImportField("alias")
  package static let area = ImportField("area_m2")
  package static let tag = ImportField("tag")
  package static let evidence = ImportField("evidence")
  /// 政治面貌.
  package static let politics = ImportField("politics")
  /// How a house is used.
  package static let use = ImportField("use")
  /// A second telephone.
  package static let phone2 = ImportField("phone_2")
  /// In which system the coordinates are.
  package static let datum = ImportField("datum")

  package static let allCases: [ImportField] = {
    var all: [ImportField] = []
    for subject in ImportSubject.allCases { all += Self.all(for: subject).filter { !all.contains($0) } }
    return all
  }()

  private static let names = Set(allCases.map(\.rawValue))
}

extension ImportField {
  /// What the headers of rosters call the field when the roster is about `subject`; empty where it has no such field.
  package func synonyms(for subject: ImportSubject) -> [String] {
    Self.words[subject]?.first { $0.field == self }?.words ?? []
  }

  /// The fields that a roster about `subject` may have.
  package static func all(for subject: ImportSubject) -> [ImportField] { words[subject]?.map(\.field) ?? [] }

  /// Headers of a person's column that mean just the same: a file that has two of them, with different values in one row, does
  /// not say which holds. Not those that may well differ, as the address where somebody lives and the one to write to.
  var equalWords: [String] { Self.equals[self] ?? [] }

  private static let equals: [ImportField: [String]] = [
    .name: "姓名 居民姓名 人员姓名 名字 住户姓名 本人姓名 中文姓名 成员姓名", .idNumber: idWords,
    .birth: "出生日期 生日 出生年月日 出生 出生时间", .sex: "性别", .ethnicity: "民族", .education: "文化程度 学历 教育程度",
    .hukou: "户籍类型 户籍性质 户籍类别 户籍 户口 户口性质 户籍归属", .death: "死亡日期 去世日期 死亡时间",
    .since: "入住日期 迁入日期 入住时间 来本址日期 迁入时间", .until: "迁出日期 搬离日期 离开日期 迁出时间",
  ].mapValues { $0.split(separator: " ").map(String.init) }

  private typealias Words = (field: ImportField, words: [String])

  private static func words(_ field: ImportField, _ words: String) -> Words {
    (field, words.split(separator: " ").map(String.init))
  }

  private static let words: [ImportSubject: [Words]] = [
    .houses: houses, .people: people, .tenancies: tenancies, .shops: shops, .assets: assets, .taggings: taggings,
  ]

  private static let addressWords =
    "地址 住址 现住址 现住地址 居住地址 实际居住地址 实际居住地 实有地址 居住地 家庭住址 家庭地址 现居住地 现居住地址 联系地址 详细地址 房屋地址 门牌地址 门牌 门牌号 标准地址 坐落 房屋坐落"
  private static let idWords =
    "身份证 身份证号 身份证号码 公民身份号码 公民身份证号码 居民身份证号码 居民身份证号 证件号码 证件号 证件编号 身份号码 证照号码"
  private static let phoneWords = "电话 手机 手机号 手机号码 联系电话 联系方式 电话号码 移动电话 本人电话 联系手机 联系电话1 电话1 手机1 联系方式1 联系电话一 固定电话"
  private static let secondPhoneWords =
    "联系电话2 电话2 手机2 联系方式2 联系电话二 备用电话 备用联系电话 其他电话 其他联系方式 第二电话 家庭电话 住宅电话 固话 座机 固定电话"
  private static let committeeWords = "居委会 居委 居民区 居民委员会 所属居委 所属居委会 所属居民区 社区 社区居委会 村居 村居委会"
  private static let gridWords = "微网格 网格 所属网格 网格名称 微网格名称 所属微网格"
  private static let remarkWords = "备注标签 备注 标签 人员标签 人员类别 人员分类 人群分类 重点人群 特殊人群 说明 情况说明 备注说明 特殊情况"

  private static let places: [Words] = [
    words(.district, "区 区县 行政区 所属区 所在区"), words(.street, "街道 街镇 街道镇 所属街道 所属街镇 乡镇街道"),
    words(.committee, committeeWords), words(.grid, gridWords),
  ]

  private static let houses: [Words] =
    places + [
      words(.address, addressWords),
      words(.kind, "房屋类型 房屋类别 房屋性质 房屋用途 类型 类别 用途 性质"),
      words(.area, "面积 建筑面积 房屋面积 建筑面积平方米 面积平方米"),
      words(.use, "使用情况 房屋使用情况 使用状况 居住情况 房屋状态"),
      words(.compound, "小区 小区名称 小区名 住宅小区"), words(.alias, "别名 俗称 曾用名 又名 楼名 大楼名称"),
      words(.datum, "坐标系 坐标系统 坐标类型 坐标来源"),
    ] + StoredField.ofHouseRosters.map { (ImportField($0), $0.headers) }

  private static let person: [Words] = [
    words(.idNumber, idWords),
    words(.birth, "出生日期 生日 出生年月日 出生 出生年月 出生时间"), words(.sex, "性别"),
    words(.phone, phoneWords), words(.phone2, secondPhoneWords), words(.ethnicity, "民族"),
    words(.education, "文化程度 学历 教育程度"),
    words(.hukou, "户籍 户籍类型 户籍性质 户籍类别 户口 户口性质 户籍归属"),
    words(.death, "死亡日期 去世日期 死亡时间"),
    words(.politics, "政治面貌 政治身份"), words(.use, "使用情况 房屋使用情况 居住情况 居住状况 房屋状态"),
    words(.committee, committeeWords), words(.grid, gridWords), words(.remark, remarkWords),
  ]

  private static let people: [Words] =
    person + [
      words(.name, "姓名 居民姓名 人员姓名 名字 住户姓名 本人姓名 中文姓名 成员姓名 产权人 产权人姓名"),
      words(.address, addressWords),
      words(.role, "角色 居住关系 居住身份 身份 人员身份 关系 与户主关系 家庭成员关系 与房主关系 与产权人关系 家庭关系 居住性质 住户类型"),
      words(.since, "入住日期 迁入日期 入住时间 来本址日期 迁入时间"), words(.until, "迁出日期 搬离日期 离开日期 迁出时间 截止日期"),
    ]

  private static let tenancies: [Words] =
    person + [
      words(.name, "承租人 承租人姓名 租客 租客姓名 租户 租户姓名 租赁人 承租方 姓名 租房人 租住人"),
      words(.address, "租住地址 租赁地址 出租地址 房屋地址 出租房地址 承租地址 租赁房屋地址 " + addressWords),
      words(.since, "起租日 起租日期 租赁起始 租赁开始日期 租期开始 开始日期 起始日期 租赁起始日期 租期起 合同开始日期 起租时间 租赁开始"),
      words(.until, "到期日 到期日期 租赁到期日 租期结束 结束日期 终止日期 租赁终止日期 租期止 合同到期日 退租日 租赁结束日期 合同到期日期 租赁到期"),
    ]

  private static let shops: [Words] = [
    words(.name, "店招名称 店招 店名 商铺名称 商户名称 店铺名称 企业名称 单位名称 名称 字号 商家名称 门店名称 市场主体名称"),
    words(.creditCode, "统一社会信用代码 信用代码 社会信用代码 统一信用代码 营业执照号 营业执照编号 注册号 统一代码"),
    words(.address, "经营地址 经营场所 营业地址 店铺地址 商铺地址 注册地址 " + addressWords),
    words(.category, "业态 行业 经营业态 行业类别 经营类别 经营范围 业态类型 主营"),
    words(.status, "状态 经营状态 营业状态 店铺状态"), words(.kind, "类型 主体类型 商户类型 企业类型"),
    words(.opened, "开业日期 成立日期 开业时间 开张日期 注册日期"),
    words(.licenceUntil, "许可到期 许可证到期日 许可证有效期至 执照到期日 许可到期日 证照到期日 许可证到期日期 有效期至"),
    words(.closes, "打烊时间 关门时间 闭店时间 营业结束时间"),
    words(.contact, "负责人 经营者 联系人 法定代表人 负责人姓名 法人 店主 经营者姓名"),
    words(.phone, "负责人电话 负责人手机 经营者电话 联系人电话 法人电话 店主电话 " + phoneWords), words(.phone2, secondPhoneWords),
    words(.committee, committeeWords), words(.grid, gridWords), words(.remark, remarkWords),
  ]

  private static let assets: [Words] = [
    words(.code, "设备编号 设施编号 编号 设备代码 设备注册代码 注册代码 电梯编号 桩号 设备号 使用登记证编号 电梯注册代码"),
    words(.address, "楼栋地址 安装地址 设备地址 使用地点 所在地址 设施地址 安装位置 位置 使用地址 楼栋 " + addressWords),
    words(.kind, "设备类型 设备种类 设施类型 类型 类别 设备类别 设备名称 设施名称"),
    words(.due, "下次检验 下次年检日期 年检到期日 下次检验日期 检验到期日 下次检测日期 下次维保日期 到期日 到期日期 有效期至 下次检查日期 检验有效期至"),
    words(.status, "状态 使用状态 设备状态 运行状态"), words(.committee, committeeWords), words(.grid, gridWords),
  ]

  private static let taggings: [Words] = [
    words(.tag, "标签 标签名称 标签代码 人员标签 类别 备注标签 人员类别"), words(.idNumber, idWords),
    words(.name, "姓名 居民姓名 人员姓名 名称 对象 对象名称 店招名称"),
    words(.creditCode, "统一社会信用代码 信用代码"), words(.address, addressWords),
    words(.birth, "出生日期 生日 出生年月日"), words(.phone, phoneWords),
    words(.since, "起始 起始日期 开始日期 起始日 生效日期 认定日期 打标日期 起"),
    words(.until, "截止 截止日期 结束日期 到期日 到期日期 失效日期 有效期至 止"),
    words(.evidence, "依据 证明 证明材料 来源 凭证 认定依据 文号 证号"),
    words(.committee, committeeWords), words(.grid, gridWords),
  ]
}
