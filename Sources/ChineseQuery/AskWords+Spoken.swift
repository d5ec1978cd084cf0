// How people talk, in the dialect of the city and at the counter: words that mean what a tag, a field or a state of an order
// is called elsewhere. In the form of `heads`, `conditions` and `topics`.

extension AskWords {
  static let spokenHeads = """
    阿姨爷叔|爷叔阿姨|阿姨叔叔|叔叔阿姨|people|
    爷爷奶奶|阿公阿婆|阿爷阿娘|阿爷阿奶|老头老太|老爷爷老奶奶|大爷大妈|老伯伯老妈妈|老阿公老阿婆|老爷叔老阿姨|老年人群|people|age >= 60
    小年轻|小青年|people|age in 14..35
    小朋友们|小囡们|小宝贝|people|age < 14
    老房|老房子|老屋|老住房|旧房|旧房子|houses|
    老楼|老大楼|旧楼|老楼房|buildings|
    """

  static let spoken = """
    就一个人|就她一个人|就他一个人|就一个人住|就自己一个人|只有自己一个人|只有一个人|单独一个人|一个人过日子|自己一个人过|独自过|自己一个人|就剩一个人|就剩她一个人|就剩他一个人|只剩一个人|只剩下一个人|孤身一人|people|any house(count(residents()) = 1)
    家里就一个人|家里只有一个人|家里就自己一个人|家里就剩一个人|家里只剩一个人|家里没别人|家里没有别人|屋里就一个人|屋里只有一个人|屋里厢就一个人|屋里厢只有一个人|屋里厢就自己一个人|屋里没别人|家里没有其他人|家里没其他人|people|any house(count(residents()) = 1)
    家里就一个人|家里只有一个人|家里就剩一个人|家里只剩一个人|屋里就一个人|屋里只有一个人|屋里厢就一个人|屋里厢只有一个人|只有一个人|就一个人|就住一个人|houses|count(residents()) = 1
    结对老伙伴|结了老伙伴|有老伙伴|结对了老伙伴|老伙伴结对|结上老伙伴|配了老伙伴|people|tag:老伙伴结对对象
    没有家庭医生|没家庭医生|没签家庭医生|没签约家庭医生|没有签约家庭医生|没有签家庭医生|还没签家庭医生|还没签约家庭医生|未签约家庭医生|未签家庭医生|没有签约的家庭医生|没签家医|没有家医|people|not tag:家庭医生签约居民
    有家庭医生|有签约的家庭医生|签过家医|签了家医|有家医|签约家医|people|tag:家庭医生签约居民
    !严重精神障碍病人|重精病人|严重精神病人|重性精神病人|people|tag:严重精神障碍在管患者
    !认知症病人|失智病人|痴呆病人|老年痴呆病人|阿尔茨海默病人|阿尔茨海默症老人|认知障碍病人|痴呆老人|people|tag:认知障碍老人
    !大病病人|重病病人|重病患者|重大疾病病人|重病人员|people|tag:重大疾病患者
    生重病|得重病|患重病|people|tag:重大疾病患者
    持证残疾|people|tag:持证残疾人
    大学本科以上学历|大学本科及以上学历|大学本科及以上|大学本科以上|本科以上文化程度|本科及以上文化程度|people|education in [本科, 硕士, 博士]
    大学专科以上学历|大专以上文化程度|大专及以上文化程度|people|education in [大专, 本科, 硕士, 博士]
    没大人一起住|没有大人一起住|没有大人同住|没大人同住|身边没大人|身边没有大人|没跟大人住|不和大人一起住|不跟大人一起住|家里没大人|家里没有大人|people|no housemates(age >= 18)
    陆军|当过陆军|在陆军当过兵|people|any records.service_record(branch = 陆军)
    海军|当过海军|在海军当过兵|people|any records.service_record(branch = 海军)
    空军|当过空军|在空军当过兵|people|any records.service_record(branch = 空军)
    空号|电话空号|号码空号|手机空号|电话打过去空号|people|any records.phone_check(result = 空号)
    电话停机|手机停机|号码停机|people|any records.phone_check(result = 停机)
    证件号过不了校验|证件号没过校验|证件号校验没通过|证件号校验没过|证件号码过不了校验|身份证过不了校验|身份证号过不了校验|身份证号没过校验|证件号校验通不过|身份证号校验没通过|people|tag:证件号校验不通过
    大病|people|tag:重大疾病患者
    身边没子女|身边没有子女|身边没儿女|身边没有儿女|身边无子女|people|any records.family(with_children = false)
    房东自己住|房东自住|自家住|房东自己住着|houses|use = self
    电瓶车推上楼|电瓶车上楼|电瓶车推进楼|电动车上楼|电动车推上楼|电瓶车拎上楼充电|houses|tag:飞线充电电瓶车入户隐患
    户口不在这里|户籍不在这里|户口不在这儿|people|any records.hukou_place(here = false)
    登记了两处房子|登记在两处|两处登记|登记了两处|在两处登记|一个人登记了两处房子|一个人登记了两处|登记了两处住房|登记了两个地方|people|tag:一人多处在住
    还没寻着工作|没寻着工作|没寻到工作|还没寻到工作|没找着工作|还没找着工作|没寻着生活|还没上班|没上班|people|no records.employment(status in [在职, 灵活就业])
    外墙掉过东西|外墙掉东西|外墙掉砖|外墙掉墙皮|外墙掉皮|外墙掉过墙皮|外墙掉过砖|外墙掉下来过|外墙掉落过|墙皮掉过|buildings|any records.hazard(kind = 外墙脱落)
    整改还没销号|整改没销号|整改未销号|整改尚未销号|隐患还没销号|隐患没销号|隐患未销号|隐患尚未销号|buildings|any records.hazard(not status = 销号)
    没有排烟道|没排烟道|无排烟道|没烟道|没有烟道|没装排烟道|buildings|flue = none
    空着招租|空着在招租|空着待租|空着等租|空着等招租|shops|status = 招租
    厨房合用|厨房公用|公用厨房|共用厨房|厨房共用|灶间合用|合用灶间|合用灶披间|灶披间合用|houses|tag:不成套住房
    厨房合用|厨房公用|公用厨房|共用厨房|厨房共用|灶间合用|合用灶间|合用灶披间|灶披间合用|people|any house(tag:不成套住房)
    没打狂犬针|没打狂犬疫苗|没打过狂犬针|没打过狂犬疫苗|狂犬疫苗没打|狂犬针没打|还没打狂犬针|还没打狂犬疫苗|狂犬针还没打|狂犬疫苗还没打|houses|any records.dog(not vaccinated_on <= today)
    用瓶装煤气|使用瓶装煤气|瓶装煤气|houses|any records.gas(kind = 瓶装)
    用瓶装煤气|使用瓶装煤气|瓶装煤气|shops|tag:瓶装液化气商户
    没报警器|没有装报警器|没有装燃气报警器|没燃气报警器|没装煤气报警器|shops|tag:未装可燃气体报警器商户
    没报警器|没有装报警器|没有装燃气报警器|没燃气报警器|houses|any records.gas(alarm = false)
    还没派出去|没派出去|没有派出去|未派出|没派出|还没派出|还没派|没派|还没分派|没分派|等派|等着派|等派单|等着派单|待派|没派下去|还没派下去|work_orders|state = received
    等裁定|等着裁定|等待裁定|退单等裁定|退单等着裁定|退单等待裁定|退回来等裁定|work_orders|state = returned
    合并掉|合并掉了|并掉|并掉了|被合并掉|被并掉|work_orders|state = merged
    挂着|挂起来|挂起来了|挂起了|挂起中|被挂起|work_orders|state = suspended
    没受理成|不给受理|没给受理|没被受理|work_orders|state = rejected
    !漏水件|漏水单|渗漏水件|渗漏水单|work_orders|category in [共用部位渗漏水, 楼上楼下漏水纠纷]
    !噪声件|噪音件|噪声单|噪音单|work_orders|category in [空调外机冷却塔噪声, 营业场所噪声, 深夜人声喧哗, 广场舞唱歌, 邻里生活噪声, 夜间施工噪声, 装修扰民]
    夜里施工吵|半夜施工吵|晚上施工吵|夜里施工|半夜施工|夜间施工|晚上施工|夜里施工噪音|夜里施工扰民|夜间施工扰民|work_orders|category = 夜间施工噪声
    过了期限|超了期限|超过了期限|过了办理期限|超过办理期限|work_orders|overdue = true
    没人接单|还没人接单|没有人接单|work_orders|state = dispatched
    油烟大|油烟味|work_orders|category = 餐饮油烟
    广场舞|广场舞扰民|work_orders|category = 广场舞唱歌
    """

  static let spokenTopics: [(AskTopic, String)] = [
    (.event(dataset: "volunteering", field: "on", .person), "做志愿|做过志愿|参加志愿|参加过志愿|当过志愿者|做过志愿者"),
    (.vacancy, "没住人|没住过人|没人住过|没有人住过"),
    (.event(dataset: "service_record", field: "discharged", .person), "退下来|退下来的|从部队退下来|从部队回来"),
    (.reported, "进来|打进来|新进来|报进来|拍上来|反映上来|送过来|交过来|转过来|派过来|报过来|推过来|推送过来"),
    (.moveIn, "搬进去|搬过来住|住过来|新住进来的|搬来住|搬进来住"),
    (.visit, "去看望|上门看|登门看|上门看一看|上过门看过|有人上门|有人上门看过|有人走访|有人看过|有人去过|有人看望"),
    (.finished, "办好|办好了|办掉|办掉了|处理完|处理完了|办理完|办理完毕|处理好|处理好了"),
    (.update, "信息更新|信息更新过|资料更新|资料更新过|更新过信息|更新过资料"),
  ]

  /// What is asked politely, hastily or in the dialect, and says nothing of who is meant.
  static let spokenFillers: [(AskFiller, String)] = [
    (
      .request,
      "筛查|筛查一下|筛查出|请筛查|筛查名单|拉给我|找给我|列给我|查给我|弄给我|先把人拉出来|把人拉出来|把人列出来|人拉出来|把人找出来|把名单拉出来|把名单列出来|把人员列出来|把名单给我|帮我看看|帮我看一下|帮我看下|帮我找找|帮我找一下|帮我找下|帮我查查|帮我查一查|帮我理一理|理一理|理一下|理出来|捋一捋|捋一下|过一遍|侬帮我|侬|帮阿拉|帮吾|谢谢侬|谢谢哦|谢谢啊|麻烦侬|我这边要|我这里要|这边要|这里要|给我看看|给我看一下|数一数|数数|数一下|点一点|排出来|排个|拉一拉|汇总一下|汇一下|筛出来|筛选出来|统计出来|整理出来|整理一下|一个个列出来|全部列出来|都列出来|一并列出|请列出|请统计|请汇总|请整理|请提供|请导出|请查|请查询|逐一列出"
    ),
    (.asking, "有啥人|啥人|有哪几位|有哪几家|有哪几户|有几多|是哪些|有哪些个|有些谁|有些啥|是啥人|是哪家|哪一些|都是谁|都是哪些|多少个人|有哪些人|有哪些户|有哪些店|有哪些楼|都有啥"),
    (.closing, "在哪里|在哪儿|住哪里|住哪儿|住啥地方|住哪|伐啦|啦|喽|对伐|是伐|哟|了没|了伐|名单一份|的名单一份"),
    (.still, "到今天|到今天还|直到现在|直到今天|到目前|到目前还|到现在都|至今都|眼下还|还一直"),
    (.now, "眼前|这会儿"),
  ]
}
