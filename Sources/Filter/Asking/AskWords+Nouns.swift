extension AskWords {
  /// words | subject | what it implies unless another age is said; `#` marks households, before which people can stand.
  static let heads = """
    人|居民|人员|者|群众|对象|人群|常住人口|市民|民众|人士|同志|寿星|people|
    老人|老年人|老人家|长者|老年居民|老年|老年朋友|老年群众|people|age >= 60
    儿童|小孩|孩子|小朋友|小孩子|小囡|娃娃|people|age < 14
    婴幼儿|宝宝|小宝宝|people|age < 3
    青年|年轻人|青年人|people|age in 14..35
    房屋|房子|住房|房|屋子|房间|住处|居所|房产|门牌|houses|
    #家庭|户|人家|住户|户家|家户|家|户人家|居民家|居民家里|居民家庭|居民户|houses|
    商铺|店铺|商店|店|门店|店家|商户|铺子|铺面|门面|小店|店面|经营户|商家|shops|
    楼|楼栋|楼房|大楼|居民楼|住宅楼|楼宇|门洞|楼幢|建筑|楼道|门栋|buildings|
    设施|设备|设施设备|assets|
    工单|诉求|单子|work_orders|
    """

  static let plain: [(AskPiece, String)] = [
    (.de, "的|之|住的|居住的|所住的|在住的|住着的|所在的|了的|过的"),
    (.inside, "里|里面|中|当中|之中|其中|里头|内|内的|范围内|名下|在哪些|在哪几|都在哪些|住在哪些|住在哪几|都住在哪些|分布在哪些|分布在哪几"),
    (.livingIn, "里住着|里住|内住|里面住着|内住着"),
    (.and, "且|并且|而且|又|也|同时|既|既是|又是|也是|同时是|同时也是|并|还|还是|但|但是|却|不过|同时又是|同时具有|另外"),
    (.or, "或|或者|或是|或者是|要么"),
    (.list, "和|与|及|以及|跟|加上"), (.pause, "、"),
    (.comma, ",|，|；|;|:|："),
    (.not(.isNot), "不是|不属于|并非|不在|不住在|不含|不包括|不包含|不要|剔除|排除|不算|刨除|又不是|也不是|且不是"),
    (.not(.prefix), "非"),
    (.not(.lack), "没有|无|没|未|不|还没|还没有|尚未|还未|未曾|不曾|没人|没有人|无人|一直没|一直没有|一直未|一次都没有|一次都没|一次也没有|一次也没|一次没|一趟都没|没有住|未住|没有任何|且没有|又没有|也没有"),
    (.not(.never), "从未|从没|从来未|从未有过|从来没有|从来没|从没有"),
    (
      .have(ofHousehold: false),
      "有|住着|住有|住了|里有|内有|住|居住着|楼里有|楼内有|里面有|户内有|带有|含有|包括有|有人是|家里既有|家中既有|既有|既住着|还有|也有|又有|且有|并有|开着|开有|设有"
    ),
    (.have(ofHousehold: true), "家里有|家中有|家里还有别的|家里还有其他|家里还有另外的|家里另有|家里还带着|家里带着|家里还住着|同住人员中有|同住人员里有|同住的人里有|同住的人中有|同住人里有|同户人员中有|同户有|家庭成员中有|家庭成员里有|家人里有|家人中有|同住的有|同住人中有|同住人有|家里还有|户里有|家里住着"),
    (.all, "全是|都是|成员均为|成员都是|家庭成员均为|家庭成员都是|家庭成员全是|居住人员均为|居住人员都是|住的人都是|成员全是|全都是|全部是|全家都是|全家是|全为|均为|只住着|只有|全部都是|住的都是|住的全是|住着的都是|全部为|都住着|只住"),
    (.except, "除了|除|除去|除开|去掉|扣除|排除|剔除|刨除|排除掉|剔除掉|去除|撇开|不算"),
    (.exceptEnd, "以外|之外|以外的其他|之外的其他|以外其他|以外的|之外的"), (.exceptThen, "外|外的|外其他|后|后的|后的其他|以后的"),
    (.exceptLast, "除外|不算在内|不包括在内|不计在内|不在内"),
    (.dwell, "住在|家住|家在|居住在|居住于|住在的|现住在|现居住在|常住在|租住在|租在|开在|设在|装在|安装在"),
    (.verb(.expires), "到期|届满|期满|要到期|该检|要检|应检|到期检|到期要检|失效|要做|满期|快到期限"),
    (
      .verb(.overdue),
      "超期|过期|逾期|已到期|超期未检|到期未检|过期未检|逾期未检|超期没检|到期没检|过期没检|逾期没检|已经超期|已经过期|已超期|已过期|过了期|超过期限|已经到期|过期未换|过期未续|到期未续|到期没续|过期没续|过期还没续|已经过期还没续|到期还没续|到期未续签|过期未续签|已到期未续|已过期未续|到期没有续签|过期没有续签"
    ),
    (.already, "已|已经|已然"),
    (.open, "「"), (.close, "」"),
    (.comma, "(|)"),
    (
      .tail(.count),
      "多少|人数|人员数|户数|总数|数量|数目|总人数|总户数|统计人数|统计数量|个数|计数"
    ),
  ]

  /// How many of something: 有几户, 一共多少部.
  static let countings: [String] = {
    let counters = ["", "个", "名", "位", "人", "间", "套", "部", "台", "栋", "幢", "户", "家", "件", "条", "处", "座"]
    let some = counters.map { "多少\($0)" } + counters.dropFirst().map { "几\($0)" }
    let leads = ["", "有", "共", "共有", "各有", "各", "分别有"]
    return ["有几"] + leads.flatMap { lead in some.map { lead + $0 } }.filter { $0 != "多少" }
  }()

  /// Words that say nothing about who is meant, each in its place and in no other: see `AskFiller`.
  static let fillers: [(AskFiller, String)] = [
    (
      .request,
      "请|请问|把|调一下|调|可以给我|可以给我一份|可以给我一个|给我一份|给我一个|能给我|麻烦|麻烦你|帮我|帮忙|帮|给我|替我|我要|我想|我想要|我想知道|想知道|想看|我想看|想要|我需要|需要一份|需要一个|要一份|要一个|我|查|查询|查找|查一下|查一查|查查|查看|查出|找|找出|找一下|找找|找到|看|看看|看一下|看一看|列出|列一下|列|列个|列出来|拉|拉出|拉一份|拉一下|拉个|导出|生成|做|做一份|做个|统计|统计一下|统计出|筛选|筛选出|筛出|筛一下|调出|显示|打印|整理|汇总|一下|出来|谢谢|一份|一张|一个名单|我们|咱们|辖区|辖区内|本辖区|全辖区|辖区里|让我看看|告诉我|您好|你好|查下|帮我查下|看下|列下|找下|统计下|问一下|问下|了解一下|了解|想了解|想了解一下|核对一下|梳理|梳理一下|梳理出|摸排|摸排一下|排摸|排摸一下|摸底|挑出|挑出来|拎出来|筛一筛|搞个|弄个|弄一份|提供|提供一下|导一份|导个|发我|发给我|辛苦|辛苦你|辛苦了|劳驾|拜托|多谢|麻烦您|麻烦帮我|请您|能不能|可不可以|能否|可否|阿拉|按名单|按条件|的话|到底|究竟|可以帮我|能帮我|给|出|一起|一并|要用|给我|名单给我|给一下|求|求一份|来一份|来个|来一个|拉出来|排一下"
    ),
    (
      .asking,
      "所有|所有的|全部|全体|哪些|有哪些|都有哪些|有谁|都有谁|是谁|有什么|谁是|哪些是|哪些人是|哪些人|哪几个|哪几位|共|一共|总共|共有|一共有|总共有|有没有|哪里有|哪儿有|哪家|哪户|谁|谁家|哪|哪栋|哪几户|是不是|分别|分别有|具体|所有人|中的哪些|哪几名|哪几家|哪几栋|哪几部|哪几台|哪几人|哪几套|哪些户|哪些家|都有|里头有哪些|目前有|现有的|当前的|现在有|这些|那些"
    ),
    (
      .closing,
      "有吗|有没有|有么|么|名单|清单|台账|列表|名册|花名册|情况|吗|呢|吧|啊|呀|哦|？|?|！|!|。|.|一览|一览表|明细|明细表|名录|汇总表|表格|统计表|信息|都"
    ),
    (.now, "目前|现在|当前|现有|截至目前|截止目前|截至今天"),
    (.copula, "是|为|属于|属|系|还是|具有|具备|享受|享受着|领取|享有|拥有|登记为|都是"),
    (.locative, "在|于|位于|居住"),
    (.along, "上|上的|沿线|沿线的|上面|那边|那边的|这边|这边的|一带|一带的"),
    (.aspect, "了|过|着"),
    (.just, "才|刚|刚刚|就|也就"),
    (.future, "将|将在|将于|将要|要|需|需要|应|应当|正"),
  ]

  /// What rows can be grouped, sorted or shown by: words = field.
  static let keys = """
    居民区|居委会|居委|社区|各居民区=committee
    微网格|网格=grid
    街道=subdistrict
    路|道路|路名|马路|路段=road
    小区|弄=compound
    年龄|年纪|岁数|周岁=age
    姓名|名字=name
    性别=sex
    户籍|户口|户籍类型=hukou
    民族=ethnicity
    学历|文化程度=education
    居住关系|居住类型=role
    地址|住址|家庭地址|现住址|现居住地|居住地|门牌|门牌号|家庭住址|详细地址|住在哪里|居住地址=address
    电话|手机|手机号|联系电话|联系方式|电话号码|手机号码=phone
    身份证|身份证号|身份证号码|证件号|证件号码=id_number
    出生日期|生日|出生年月|出生年月日=birth_date
    业态|类别|行业|经营类别|经营类型|业种=category
    状态|经营状态|营业状态=status
    类型|房屋类型|设施类型|种类=kind
    使用情况|用途=use
    人数|居住人数|住的人数=residents
    面积|建筑面积=area_m2
    建成年份|建成时间|年代=built
    层数|楼层数=storeys
    电梯数=elevators
    到期日|到期时间|年检日期|年检时间|下次检验|到期日期=due
    许可到期|证照到期|许可证到期日|许可到期日=licence_until
    最近走访|最后走访|走访时间|最近走访时间|上次走访|走访日期|最近走访日期=last_visited
    开业日期|开业时间=opened
    入住日期|入住时间=since
    更新日期|更新时间=updated_at
    承办单位|责任单位|办理单位|处置单位|单位=unit
    来源|诉求来源|工单来源=source
    办理状态|工单状态=state
    诉求类型|工单类型=kind
    诉求类别|事项类别|诉求事项=category
    上报时间|收到时间|来电时间|上报日期|反映时间|收到日期=reported_at
    办结时间=closed_at
    办理期限|截止时间=due_at
    名称|店名=name
    标签=tags
    """

  /// words = topic.
  static let topics: [(AskTopic, String)] = [
    (.inspection, "年检|检验|检测|定期检验|年度检验|安全检验|维保检验|检修"),
    (.lease, "租约|租赁合同|租期|租房合同|房租合同|租房协议|租赁期|合同"),
    (.licence, "许可证|许可|证照|执照|营业执照|经营许可|经营许可证|证件"),
    (.record(dataset: "food_licence", field: "until", .shop), "食品许可证|食品经营许可证|食品许可|食品经营许可"),
    (.record(dataset: "health_licence", field: "until", .shop), "卫生许可证|卫生许可"),
    (.record(dataset: "outdoor_seating", field: "until", .shop), "外摆备案|外摆"),
    (.record(dataset: "permit", field: "until", .person), "居住证"),
    (.record(dataset: "disability", field: "cert_until", .person), "残疾证|残疾人证|残疾证件"),
    (.record(dataset: "care", field: "valid_until", .person), "照护评估|照护评估结论|长护险评估"),
    (.record(dataset: "dog", field: "cert_until", .house), "养犬证|犬证|狗证"),
    (.record(dataset: "kitchen_waste", field: "until", .shop), "餐厨协议|餐厨收运协议|餐厨垃圾收运协议|餐厨垃圾协议"),
    (.record(dataset: "gate_duty", field: "until", .shop), "门责协议|门责书"),
    (.due(dataset: "aid_review", field: "next_review", .house), "救助复核|复核|低保复核"),
    (.due(dataset: "water_tank", field: "next_due", .building), "清洗水箱|洗水箱"),
    (.event(dataset: "graduation", field: "on", .person), "毕业"),
    (.event(dataset: "checkup", field: "on", .person), "体检|体检过|健康体检|参加体检|参加过体检|做体检|做过体检|去体检"),
    (.event(dataset: "volunteering", field: "on", .person), "志愿服务|参加志愿服务|参加过志愿服务|做志愿服务|做过志愿服务"),
    (.event(dataset: "aid", field: "on", .person), "帮扶|帮扶过|获帮扶|获得帮扶|得到帮扶"),
    (.event(dataset: "service_record", field: "discharged", .person), "退役|退伍"),
    (.event(dataset: "residence_registration", field: "on", .person), "居住登记|办居住登记|办理居住登记|办过居住登记|做居住登记|登记居住"),
    (.event(dataset: "gas", field: "last_check", .house), "燃气安检|煤气安检|做燃气安检|燃气检查|做过燃气安检"),
    (.event(dataset: "safety_check", field: "on", .house), "入户检查|安全检查|入户安全检查|入户检查过|安全检查过"),
    (.event(dataset: "renovation", field: "started", .house), "装修开工|开工装修|开始装修"),
    (
      .event(dataset: "water_tank", field: "cleaned_on", .building),
      "清洗过水箱|洗过水箱|水箱清洗过|洗了水箱|清洗了水箱|水箱洗过|水箱清洗记录"
    ),
    (.event(dataset: "mediation", field: "on", .house), "调解|调解过|纠纷调解"),
    (.event(dataset: "shop_inspection", field: "on", .shop), "检查|检查过|被检查|被检查过|商铺检查"),
    (.event(dataset: "fire_check", field: "on", .shop), "消防检查|消防检查过|做消防检查"),
    (.vacancy, "空置|空关|闲置|空着|空置了|空关了|闲置了"),
    (.moveOut, "搬走|搬出|搬离|迁出|搬出去|搬走了|退租|搬家离开"),
    (.reported, "收到|上报|来电|接到|受理|反映|提交|收件|接收"),
    (.finished, "办结|办结了|结案|办完|办完了|关闭"),
    (.record(dataset: "property_management", field: "contract_until", .building), "物业合同|物业管理合同|物业服务合同"),
    (.record(dataset: "owners_committee", field: "term_end", .building), "业委会|业委会任期|业委会换届|任期"),
    (.record(dataset: "water_tank", field: "next_due", .building), "水箱清洗|水箱"),
    (
      .visit,
      "走访|上门|探访|看望|巡访|上过门|去过|去看过|走访到|登门|登门走访|上门走访过|上门看望过|家访过|入户走访|入户走访过|探访过|看望过|家访|走访过|上门走访|被走访|走访记录|去走访|上门看望|探望|上门过"
    ),
    (.moveIn, "入住|搬来|搬进来|搬入|迁入|住进来|搬进|新入住|搬过来|新搬来|新搬入|刚搬来|入住登记"),
    (.opening, "开业|开张|新开|新开业|开店|开出来|开的|新开的"),
    (.birth, "出生|出生的|生的|出生于|生于|出生在"),
    (.birthday, "过生日|生日|生日要到"),
    (.update, "更新|更新过|核实|更新信息|核实信息|更新资料"),
  ]
}
