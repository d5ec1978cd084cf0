/// The words by which policies say what a clause is. What is in none of these lists is read as a condition, or left to a
/// person.
enum PolicyWords {
  static func split(_ words: String) -> [String] { words.split(separator: "|").map(String.init) }

  /// 下列 and what it counts.
  static let these = split("下列|以下|如下")
  /// Kinds of lists: conditions hold together unless 之一 says otherwise.
  static let conditions = split("条件|情形|要求|情况|资格条件|基本条件")
  /// One is enough to be one of them.
  static let people = split("人员|对象|人群|人士|家庭|居民|群体|老年人|老人|房屋|商铺|单位")
  static let benefits = split("服务|待遇|补贴|津贴|补助|优惠|标准|材料|流程|方式|程序|救助|政策|金额|内容")
  static let oneOf = split(
    """
    之一|中任意一项|中的任意一项|中任一项|中的任一项|任意一项|任一项|任一|中的一项|其中一项|其中之一|中一项|中任意一条|任意一条|\
    任何一项|中的任何一项
    """)
  static let absence = split("没|无|不存在")
  static let someOfSeveral = split("其一|之一|任一|任选|任意|至少|一项|两项|二项|三项|两者|二者|三者")
  static let beforeThese = split("同时|符合|具备|满足|具有|有|属于|属|为|应当|应|须|需|必须|均|还|并|且|在|是|对|凡|的|其|和|及|申请人|申请者|，")
  static let together = split("同时|均")

  /// Whole clauses that only hold the text together.
  static let frames = Set(
    split(
      """
      申请条件|补贴对象|补助对象|保障对象|服务对象|适用对象|适用范围|对象范围|申请对象|基本条件|资格条件|享受条件|发放对象|发放范围|\
      享受对象|救助对象|政策对象|保障范围|服务范围|对象|条件|其中|同时|另外|此外|具体如下|如下|申请人|申请者|上述人员|前款人员|\
      上述对象|符合上述条件的|符合上述条件|符合条件的|符合条件者|符合条件|符合前款规定的|符合前款条件的|符合以上条件的|下同|且|或|\
      或者|并且|以及|和|的|政策内容|主要内容|有关事项通知如下|现将有关事项通知如下|现通知如下|通知如下|具体规定如下|规定如下|\
      经研究决定|具体对象为|符合条件的人员|符合条件的对象|符合上述条件的人员
      """))

  /// Grounds, names for short, the paper's own days and author.
  static let grounds = split("根据《|依据《|依照《|按照《")
  static let groundEnds = Set(
    split("规定|的规定|要求|的要求|精神|的精神|有关规定|的有关规定|等规定|等有关规定|等文件精神|等文件规定|等文件要求|及有关规定"))
  static let abbreviations = split("以下简称|简称|以下统称")
  static let papers = split("本办法|本政策|本通知|本细则|本规定|本意见|本方案")
  static let paperEnds = split("施行|实施|执行|解释|废止|起生效")
  static let making = split("制定本|特制定|现制定")
  static let frameEnds = split("通知如下|规定如下|公告如下|说明如下|安排如下|解答如下")
  static let aims = split(
    """
    为进一步|为了|为切实|为更好|为保障|为提高|为做好|为加强|为完善|为落实|为解决|为鼓励|为规范|为贯彻|为深入|为推进|为积极|\
    为健全|为关心
    """)
  static let titles = split("办法|政策|通知|细则|公告|指南|问答|意见|规定|方案|告知书|须知|一览")

  /// Before a condition: said of the reader's paper, not of anybody.
  static let leadIns = split(
    """
    补贴对象为|补助对象为|保障对象为|服务对象为|适用对象为|申请对象为|享受对象为|发放对象为|救助对象为|政策对象为|对象为|对象是|\
    补贴对象是|服务对象是|本办法适用于|本政策适用于|本通知适用于|本细则适用于|本规定适用于|适用于|适用范围为|申请人应当为|申请人应为|\
    申请人须为|申请人为|申请人应当|申请人必须|申请人须|申请人应|申请人需|申请人|申请者应当|申请者须|申请者|本人应当|本人须|本人|\
    应当为|应当是|应当|必须|须|需|凡是|凡属|凡|对于|针对|面向|对|同时|并且|而且|且|并|以及|还应当|还应|还须|还需|还|也|\
    另外|此外|的|或者|或|和|上述人员应当|上述人员须|上述人员
    """)
  /// 应 before a verb; 应届 is another word.
  static let after应 = Set("具符满年为是属持在有享".map { $0 })
  static let before提供 = split("为|向|给|对于|对")
  static let orBegins = split("或者|或")

  /// Ends of exceptions.
  static let exceptEnds = split("不包括在内|不计算在内|不在此列|不在此限|不计在内|除外")
  static let exceptBegins = split("不适用于|不包括|不包含|不含|剔除|排除")
  static let exceptAround = (begins: split("除了|除"), ends: split("以外的|之外的|以外|之外|外"))

  /// What is refused to those who were named before it.
  static let denials = split(
    """
    不再享受|不再发放|不再补贴|不再给予|不再重复|不再|不得享受|不得申请|不得重复|不得同时|不得|不予|不适用本|不适用|不享受|\
    不能申请|不能享受|不能重复|不可申请|不可享受|不可重复|不重复|不同时享受|不纳入|不列入|停发|停止发放|停止享受|取消
    """)

  /// Verbs after which the name of what is given stands.
  static let naming = split("可申请|可以申请|可享受|可以享受|可领取|可以领取|可获得|可以获得")

  /// Those that are plain in the middle of a clause.
  static let denialsInside = denials.filter { $0.count > 2 } + ["不予", "停发"]

  /// What is given, and how one comes to it: only at the beginning of a clause, or right behind those who get it.
  static let giving = split(
    """
    可申请|可以申请|可享受|可以享受|可领取|可以领取|可获得|可以获得|可按|可以按|可向|可以向|可凭|可以凭|可到|可以到|可在|\
    可以在|可优先|可以优先|可免费|可以免费|可选择|可以选择|可由|可以由|可参加|可以参加|可报名|可以报名|可预约|均可|都可以|都可|\
    即可|给予|予以|发放|每人每|每户每|每月|每年|每次|每日|每天|每季度|一次性|免费|优先|提供|减免|应当给予|应给予|享受每|\
    按每人|按每月|按每户|按月|按季|按年|上门提供
    """)
  static let procedure = split(
    """
    补贴标准|补助标准|津贴标准|发放标准|救助标准|标准为|标准是|标准按|具体标准|最高|由街道|由居|由社区|由区|由市|由民政|由所在|\
    由本人|由申请人|由其|由户籍|由受理|由服务|由专人|由财政|向户籍|向居住|向所在|向街道|向社区|向居|到社区|到街道|到户籍|\
    到居住|到居|到所在|凭身份证|凭户口|凭本人|凭居住证|凭有效|持本人身份证|携带|办理时|申请时|提交|提出申请|填写|申请材料|\
    所需材料|经审核|经街道|经区|经民政|经公示|审核通过|自申请|自批准|自审核|自受理|当月|次月|从次月|从申请|自次月|金额|资金|\
    费用|经费|所需资金|所需经费|具体办法|补贴金额|补助金额|补贴方式|办理流程|申请流程|申请方式|申请程序|办理方式|办理程序|\
    咨询电话|联系电话|受理地点|受理时间|办理地点|发放方式|服务内容|服务方式|居委会|居民委员会|社区事务受理|街道办事处|受理中心|\
    所在街道|所在居|审核后|审批后|公示
    """)

  /// Signs that a clause says who is meant, whatever it begins with.
  static let conditionSigns = split(
    """
    岁|户籍|户口|收入|财产|资产|存款|低于|不足|不满|高于|除外|未享|未领|未入|未参|没有|不得|对象为|对象是|连续|累计|缴纳|\
    参保|居住满|住满|以上的|以下的|的老年人|的老人|的人员|的家庭|的居民|的对象|的残疾人|的儿童|的妇女|的人|名下|无房|独居|\
    失能|限于|仅限|只限|必须|须为|符合
    """)
  /// Words of procedure in which a sign is none.
  static let innocent = split("户籍所在地|户籍地|户口簿|户口本|户籍证明|户籍材料|收入证明|财产证明|符合条件|符合规定|符合要求|经核对符合")
  /// Who may get something, in the middle of a clause.
  static let somebody = split("老人|老年人|人员|家庭|居民|残疾人|儿童|党员|军人|妇女|学生|志愿者")
  /// How a clause ends that names somebody.
  static let namesSomebody = split("的|者|人员|家庭|老人|老年人|居民|对象|残疾人|儿童|党员|志愿者|妇女|学生|军人|户")
  static let benefitNouns = split("服务|补贴|津贴|待遇|补助|改造|救助|优惠|护理|体检|奖励|资助")
}
