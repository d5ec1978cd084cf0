// How social workers, residents and policies call the people of the lines of work, in the form of `conditions`. Words that
// fit two tags, or only a part of one, are not here: `AskReasons` names the choices.

extension AskWords {
  static let ofWelfare = """
    !五保户|五保老人|五保对象|特困供养对象|特困对象|特困户|people|tag:特困人员
    特困供养|people|tag:特困人员
    !最低生活保障对象|最低生活保障人员|低保家庭成员|people|tag:低保人员
    吃低保|在保|低保在保|people|tag:低保人员
    !流浪汉|流浪乞讨人员|people|tag:流浪乞讨求助人员
    !支内人员|支内回沪职工|支内职工|people|tag:支内支青支疆回沪人员
    !疑似救助对象|潜在救助对象|救助潜在对象|people|tag:疑似救助潜在对象
    !困境未成年人|people|tag:困境儿童
    !监护缺失儿童|people|tag:监护缺失未成年人
    !高龄长者|高龄老年人|高龄居民|people|age >= 80
    高龄|people|age >= 80
    !低龄老人|低龄老年人|people|age in 60..69
    !百岁寿星|百岁长者|百岁老寿星|people|tag:百岁老人
    !独居老年居民|独居高龄长者|people|tag:独居老人
    !高龄独居长者|高龄独居老年人|people|tag:高龄独居老人
    独自住|一人居住|一人独住|一个人生活|一个人过|单独一人居住|一人独居|people|any house(count(residents()) = 1)
    !空巢老年人|空巢长者|people|tag:空巢老人
    没有子女|无子女|没子女|没有儿女|无儿无女|没儿没女|膝下无子女|未生育子女|people|any records.family(children = 0)
    有子女|有儿女|people|any records.family(children >= 1)
    !孤老人员|孤寡|孤老对象|people|tag:孤老
    !失能人员|失能居民|失能老年人|失能长者|people|tag:长护险评估2-6级老人
    !失智人员|失智老年人|认知症老人|老年痴呆患者|老年痴呆老人|认知障碍患者|people|tag:认知障碍老人
    认知障碍|老年痴呆|people|tag:认知障碍老人
    !长护险老人|长护险人员|长护险服务对象|people|tag:长护险享受对象
    !敬老卡老人|people|tag:敬老卡持有人
    有敬老卡|有了敬老卡|people|tag:敬老卡持有人
    养老院里|在养老院里|people|tag:养老机构入住老人
    !养老院老人|住养老院的老年人|people|tag:养老机构入住老人
    住养老院|住在养老院|入住养老院|在养老院|在养老院住|住进养老院|住进了养老院|住养老机构|入住养老机构|住在养老机构|people|tag:养老机构入住老人
    !老伙伴对象|老伙伴结对老人|老伙伴服务对象|people|tag:老伙伴结对对象
    !悬空老年人|悬空长者|people|tag:悬空老人
    !视障人士|视障人员|视障者|盲人朋友|people|tag:视力残疾人
    视障|people|tag:视力残疾人
    !听障人士|听障人员|聋人|听障者|听力残疾人|people|any records.disability(kind = 听力)
    !言语残疾人|people|any records.disability(kind = 言语)
    听障|聋哑|people|tag:听力言语残疾人
    !肢残人|肢残人士|肢残人员|people|tag:肢体残疾人
    肢残|肢体残障|people|tag:肢体残疾人
    !智残人员|智残人|people|tag:智力残疾人
    智残|people|tag:智力残疾人
    !精残人员|精残人|people|tag:精神残疾人
    精残|people|tag:精神残疾人
    !重残人士|重残居民|重度残疾人员|重度残疾人士|people|tag:重度残疾人
    !独居重残人员|people|tag:独居重度残疾人
    !重残无业对象|people|tag:重残无业人员
    在阳光之家|去阳光之家|参加阳光之家|people|tag:阳光之家学员
    !复员军人|复退军人|退伍老兵|退役老兵|转业干部|军转干部|退伍士兵|people|tag:退役军人
    当过兵|服过役|服过兵役|参过军|people|tag:退役军人
    !军人家属|现役军属|现役军人家庭成员|people|tag:现役军人家属
    !烈士家属|people|tag:烈士遗属
    !革命伤残军人|people|tag:残疾军人
    !参战人员|参战军人|参战退役军人|参战参试人员|people|tag:参战参试退役人员
    !高龄退役军人|people|tag:80周岁及以上退役军人
    !独居老兵|people|tag:独居退役军人
    !特扶对象|计生特扶对象|计生特殊家庭对象|计划生育特殊家庭对象|people|tag:独生子女死亡家庭特扶对象 or tag:独生子女伤残家庭特扶对象
    !失独人员|失独父母|失独者|people|tag:独生子女死亡家庭特扶对象
    怀孕|怀了孕|people|tag:孕产妇
    !高龄孕妇|高龄孕产妇|people|age >= 35 and tag:孕产妇
    !怀孕妇女|people|tag:孕产妇
    家医签约|签过家庭医生|签约了家庭医生|有签约家庭医生|签家庭医生|家庭医生已签约|people|tag:家庭医生签约居民
    !家医签约居民|家医签约对象|家庭医生签约对象|people|tag:家庭医生签约居民
    !严重精神障碍患者|重精患者|重性精神病患者|people|tag:严重精神障碍在管患者
    患大病|得大病|生大病|患重大疾病|people|tag:重大疾病患者
    !大病人员|people|tag:重大疾病患者
    !失业居民|登记失业者|people|tag:登记失业人员
    登记失业|people|tag:登记失业人员
    失业半年以上|失业超过半年|失业满半年|失业6个月以上|失业六个月以上|失业超过6个月|连续失业半年以上|连续失业半年|连续失业超过半年|people|tag:连续失业6个月以上
    !失业青年|people|age in 16..35 and tag:登记失业人员
    !就业困难对象|就业困难者|people|tag:就业困难人员
    !外卖员|外卖小哥|快递小哥|骑手|外卖配送员|快递骑手|新就业群体|新就业形态人员|people|tag:新就业形态劳动者
    送外卖|送快递|跑外卖|people|tag:新就业形态劳动者
    !灵活就业者|people|tag:灵活就业人员
    !退休职工|退休工人|people|any records.employment(status = 退休)
    在职|people|any records.employment(status = 在职)
    有工作|已就业|已经就业|在就业|people|any records.employment(status in [在职, 灵活就业])
    上班|在上班|people|any records.employment(status = 在职)
    在校|在读|在校读书|在校就读|people|any records.employment(status = 在校)
    !在读学生|people|any records.employment(status = 在校)
    !社矫人员|社区矫正人员|社区服刑人员|people|tag:社区矫正对象
    社区矫正|社矫|people|tag:社区矫正对象
    !安置帮教人员|帮教对象|安帮对象|people|tag:安置帮教对象
    !法律援助对象|法援对象|法援受援人|people|tag:法律援助受援人
    !人户分离人员|人户分离人口|人户分离对象|人户分离居民|people|tag:人户分离
    !人户一致人员|people|tag:户在人在
    人不在户在|人不在户口在|户口在人不在|户在人不住|户口在人不住|people|tag:空挂户
    人在户口不在|户口不在人在|people|tag:人户分离
    !空挂户口|空挂人员|空挂户人员|people|tag:空挂户
    !来沪人口|来沪居民|外来流动人口|流动人口|外地来沪人员|people|tag:来沪人员
    来沪|外地来沪|people|tag:来沪人员
    !户籍人口|户籍人员|户籍居民|沪籍人员|沪籍居民|本市户籍人员|本市户籍人口|本市户籍居民|上海人|people|hukou = 本市
    !户籍老人|户籍老年人|people|hukou = 本市 ~ age >= 60
    上海本地户口|沪籍户口|沪户|上海市户籍|上海市户口|本市居民户口|户口是上海的|户口是本市的|people|hukou = 本市
    !外省市人员|外省市户籍人员|外省市居民|外地户籍人员|people|hukou = 外省市
    外省籍|外省市籍|外地户口的|户口是外地的|people|hukou = 外省市
    !外籍人士|外籍居民|外国居民|外国籍人员|people|hukou = 外籍
    !房主|房屋产权人|people|role = owner
    !租房户|承租户|租住户|houses|use = let
    !租房户|租房人员|租房者|租房居民|承租户|承租人员|租住人员|租住户|租房人|people|role = tenant
    租房子住|租房子|租房居住|租的房|租住在这里|people|role = tenant
    新搬来未办居住登记|新入住没办居住登记|people|tag:新入住未办居住登记
    !戒毒人员|社区戒毒人员|people|tag:戒毒康复人员
    !反诈对象|反诈重点对象|people|tag:反诈重点提醒对象
    !防汛转移对象|防汛转移人员|防台转移人员|防汛防台转移人员|people|tag:防汛防台转移对象
    !业委会成员|people|tag:业委会委员
    !社区达人|people|tag:社区能人
    !楼道组长|people|tag:楼组长
    当志愿者|做志愿者|做义工|当义工|people|tag:注册志愿者
    !志愿者队员|people|tag:注册志愿者
    !活跃的志愿者|people|tag:活跃志愿者
    户口不在现住房屋|户口不在现住房屋里|户籍不在现住房屋|户籍不在现住房屋里|户口不在现住地|户口不在现居住地|户籍不在现住地|户籍不在现居住地|户口不在现在住的房子里|户口不在现在住的地方|户口不在住的房子里|people|any records.hukou_place(here = false)
    户口在现住房屋|户口在现住房屋里|户籍在现住房屋里|户口就在现住房屋|户口在现住地|户口在现居住地|户籍在现住地|户籍在现居住地|people|any records.hukou_place(here = true)
    还是失业|仍是失业|仍失业|还失业|现在失业|目前失业|失业中|还在失业|people|any records.employment(status = 失业)
    线上还没实名认证|线上没实名认证|线上没有实名认证|线上未实名认证|线上还没实名|线上没实名|线上还没实名认证过|线上没实名认证过|线上没有实名认证过|线上还没认证|线上没认证|people|not tag:线上实名认证居民
    没实名认证|未实名认证|没有实名认证|没做实名认证|还没实名认证|没线上实名认证|未线上实名认证|没有线上实名认证|没做线上实名认证|还没做线上实名认证|未完成线上实名认证|people|not tag:线上实名认证居民
    实名认证|已实名|已实名认证|线上实名认证|已线上实名|线上已实名|完成线上实名认证|people|tag:线上实名认证居民
    !学前儿童|学前的孩子|学龄前孩子|学龄前小孩|学龄前的孩子|学龄前幼儿|people|tag:学龄前儿童
    学龄前|people|tag:学龄前儿童
    !小毛头|people|age < 3
    !婴儿|people|age < 1
    !小伙子|people|sex = 男 ~ age in 14..35
    !老太|people|sex = 女 ~ age >= 60
    报名暑托班|报了暑托班|参加暑托班|上暑托班|报暑托班|报名爱心暑托班|参加爱心暑托班|people|tag:爱心暑托班报名
    !少数民族同胞|少数民族人员|少数民族群众|people|tag:少数民族居民
    !民主党派人士|民主党派人员|people|tag:民主党派成员
    !港澳台人员|港澳台同胞|people|hukou = 港澳台
    证件号错误|证件号不对|证件号有误|身份证号错误|身份证号不对|身份证号有误|身份证号校验不通过|证件号码校验不通过|people|tag:证件号校验不通过
    多处居住|多处在住|一人多处居住|people|tag:一人多处在住
    疑似死亡|people|tag:疑似死亡未注销
    电话失效|电话无效|联系电话无效|手机号失效|people|tag:联系电话失效
    没有出生日期|出生日期没填|出生日期不详|缺出生日期|无出生日期|出生日期未填|people|tag:出生日期缺失
    没有户籍信息|户籍没填|户籍未填|户籍不详|缺户籍信息|户籍缺失|people|tag:户籍信息缺失
    没有登记房屋|没登记房屋|未登记房屋|没有房屋登记|people|tag:无房屋人员
    !大学生毕业生|people|tag:应届高校毕业生
    大学学历|大学文化|大学本科|大学本科学历|本科文化|people|education = 本科
    大专文化|专科学历|people|education = 大专
    高中文化|高中文化程度|people|education = 高中
    初中文化|初中文化程度|people|education = 初中
    小学文化|小学文化程度|people|education = 小学
    """

  /// The peoples of the country; rosters write them with or without 族.
  static let ofPeoples: String = {
    let names = """
      汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 \
      布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺
      """
    return names.split(separator: " ").map { name in
      let filter = "people|ethnicity in [\(name)族, \(name)]"
      return "\(name)族|\(filter)\n!" + ["同胞", "居民", "群众", "人"].map { "\(name)族\($0)" }.joined(separator: "|")
        + "|\(filter)"
    }.joined(separator: "\n")
  }()
}
