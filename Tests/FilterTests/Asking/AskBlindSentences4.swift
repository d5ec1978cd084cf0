// 220 sentences written by somebody who has worked in a street office and knew the fields, the tags and not the program; in
// the form of the other sets.

enum AskBlindSentences4 {
  static let table = """
    麻烦看下延中那边80岁以上、独居、两周没人去看过的老人 | people | committee = 延中 and age >= 80 and tag:独居老人 and not last_visited >= today-2w
    雁荡居委的预备党员 | people | committee = 雁荡 and tag:中共预备党员
    今年转正的党员有谁 | people | (tag:中共正式党员 or tag:中共预备党员) and any records.party(full_on in this-year)
    1978年以前入党的正式党员，女的 | people | tag:中共正式党员 and sex = 女 and any records.party(join_date < 1978-01-01)
    光荣在党50年的一共几个人 | people | tag:党龄满50年党员
    流动党员里35岁以上的，按年龄从大到小排 | people | tag:流动党员 and age >= 35
    既是党员又是志愿者的 | people | (tag:中共正式党员 or tag:中共预备党员) and tag:注册志愿者
    所在支部为延中第二党支部的中共正式党员 | people | tag:中共正式党员 and any records.party(branch = 延中第二党支部)
    双报到党员花名册，带上电话 | people | tag:在职党员
    两代表一委员都有谁呀 | people | tag:两代表一委员
    入党积极分子，不满40岁 | people | tag:入党积极分子 and age < 40
    特困人员，男的，住长乐居委 | people | tag:特困人员 and sex = 男 and committee = 长乐
    今年领过节日帮困的重残人员 | people | tag:重度残疾人 and any records.aid(kind = 节日帮困 and on in this-year)
    去年拿了医疗救助、今年没拿过医疗救助的人 | people | any records.aid(kind = 医疗救助 and on in last-year) and no records.aid(kind = 医疗救助 and on in this-year)
    单笔帮扶金额超过3000元的居民 | people | any records.aid(amount > 3000)
    一次帮扶都没拿过的低保对象 | people | tag:低保人员 and no records.aid()
    上个月发过慰问金的人 | people | any records.aid(kind = 慰问金 and on in last-month)
    困境儿童，6到12岁 | people | tag:困境儿童 and age in 6..12
    支内回沪人员当中的独居长者 | people | tag:支内支青支疆回沪人员 and tag:独居老人
    慈善帮困对象里面不是低保的 | people | tag:慈善帮困对象 and not tag:低保人员
    住在纯老家庭里的85岁以上老太太 | people | sex = 女 and age >= 85 and any house(tag:纯老家庭)
    明年满65岁的沪籍居民有多少 | people | hukou = 本市 and turns(65) in next-year
    下季度满70周岁的人，请按居委会分组 | people | turns(70) in next-quarter
    半年内要满80岁的男同志 | people | sex = 男 and turns(80) in today..today+6m
    长护险对象中的高龄独居老人 | people | tag:长护险享受对象 and tag:高龄独居老人
    照护评估等级3级、结论今年到期的老人 | people | age >= 60 and any records.care(level = 3 and valid_until in this-year)
    从没做过照护评估的85岁以上老人 | people | age >= 85 and no records.care()
    家住长乐路的失智老人 | people | tag:认知障碍老人 and road = 长乐路
    今年开始助餐的80岁以上老人 | people | age >= 80 and any records.meal_service(since in this-year)
    空巢但不是独居的老人 | people | tag:空巢老人 and not tag:独居老人
    有两个以上子女、却不和子女同住的老人 | people | age >= 60 and any records.family(children >= 2 and with_children = false)
    去年丧偶的老人 | people | age >= 60 and any records.family(widowed_on in last-year)
    延中有几位住养老院老人 | people | committee = 延中 and tag:养老机构入住老人
    敬老卡停用了的人 | people | any records.senior_card(status = 停用)
    上个月刚发敬老卡的 | people | any records.senior_card(issued in last-month)
    悬空老人名册，要姓名、年龄、地址 | people | tag:悬空老人
    雁荡路上今年没体检过的独居老人 | people | road = 雁荡路 and tag:独居老人 and no records.checkup(on in this-year)
    今年体检机构是瑞金医院的65岁以上老人 | people | age >= 65 and any records.checkup(place = 瑞金医院 and on in this-year)
    家庭医生签约居民里去年没做体检的 | people | tag:家庭医生签约居民 and no records.checkup(on in last-year)
    老伙伴结对对象中，一个礼拜没走访过的 | people | tag:老伙伴结对对象 and not last_visited >= today-1w
    二级视力残疾的人 | people | any records.disability(kind = 视力 and level = 2)
    残疾人证下个月到期的 | people | any records.disability(cert_until in next-month)
    除听力言语残疾人外的持证残疾人 | people | tag:持证残疾人 and not tag:听力言语残疾人
    智力残疾人或者精神残疾人，年龄不满35周岁 | people | (tag:智力残疾人 or tag:精神残疾人) and age < 35
    残疾类别是多重的有几个 | people | any records.disability(kind = 多重)
    阳光之家学员里住南昌居委的 | people | tag:阳光之家学员 and committee = 南昌
    家里还有别的残疾人的残疾人 | people | tag:持证残疾人 and any housemates(tag:持证残疾人)
    当过海军的退伍军人 | people | tag:退役军人 and any records.service_record(branch = 海军)
    1970年到1979年入伍的老兵，麻烦列一下 | people | tag:退役军人 and any records.service_record(enlisted in 1970-01-01..1979-12-31)
    军种是武警、今年退役的人 | people | any records.service_record(branch = 武警 and discharged in this-year)
    军属和优抚对象里近一个月没走访过的 | people | (tag:现役军人家属 or tag:优抚定期抚恤补助对象) and not last_visited >= today-1m
    八一慰问要用：参战老兵，75岁以上的 | people | tag:参战参试退役人员 and age >= 75
    失独的，70岁以上 | people | tag:独生子女死亡家庭特扶对象 and age >= 70
    孕产妇中的来沪人员 | people | tag:孕产妇 and tag:来沪人员
    水痘疫苗应种日期在下周的 | people | any records.vaccination(vaccine = 水痘 and due in next-week)
    接种逾期儿童，延中和雁荡两个居委的 | people | tag:接种逾期儿童 and (committee = 延中 or committee = 雁荡)
    登记失业人员中年满16周岁、不满25周岁的 | people | tag:登记失业人员 and age >= 16 and age < 25
    年满50周岁且户籍为外省市的灵活就业人员 | people | age >= 50 and hukou = 外省市 and tag:灵活就业人员
    单位是瑞金医院的在职居民 | people | any records.employment(status = 在职 and employer = 瑞金医院)
    2025年1月1日之前就开始失业的人 | people | any records.employment(status = 失业 and since < 2025-01-01)
    上海交通大学毕业的居民，名单给我 | people | any records.graduation(school = 上海交通大学)
    女的未就业毕业生 | people | sex = 女 and tag:离校未就业高校毕业生
    文化程度本科的楼组长 | people | education = 本科 and tag:楼组长
    住在出租屋里的外卖骑手 | people | tag:新就业形态劳动者 and any house(tag:出租房屋)
    人民调解员、法律明白人，有一个身份就算 | people | tag:人民调解员 or tag:法律明白人
    空挂户里60岁以上的 | people | tag:空挂户 and age >= 60
    人户分离的党员，住陕西南路 | people | tag:人户分离 and (tag:中共正式党员 or tag:中共预备党员) and road = 陕西南路
    近30日新入住人员中没有居住登记的外省市户籍居民 | people | tag:近30日新入住人员 and hukou = 外省市 and no records.residence_registration()
    居住证三个月内到期的租客 | people | role = tenant and any records.permit(until in today..today+3m)
    居住登记的事由写的是务工的人 | people | any records.residence_registration(reason = 务工)
    上个月搬进来的租客 | people | role = tenant and since in last-month
    住了十年以上的业主 | people | role = owner and since <= today-10y
    雁荡居委会有多少老外 | people | committee = 雁荡 and hukou = 外籍
    港澳台居民里的租客 | people | tag:港澳台居民 and role = tenant
    70岁以上、反诈重点提醒对象、还是独居的 | people | age >= 70 and tag:反诈重点提醒对象 and tag:独居老人
    电话是空号或停机的独居老人 | people | tag:独居老人 and any records.phone_check(result in [空号, 停机])
    证件核验没通过的租客 | people | role = tenant and any records.id_check(valid = false)
    今年完成线上实名认证的60岁以上居民 | people | age >= 60 and any records.online_account(verified = true and since in this-year)
    单次服务时长4小时以上的志愿者 | people | tag:注册志愿者 and any records.volunteering(hours >= 4)
    今年服务10次以上的志愿者 | people | tag:注册志愿者 and count(records.volunteering(on in this-year)) >= 10
    不是志愿者的楼组长 | people | tag:楼组长 and not tag:注册志愿者
    微网格长或者居民代表，要党员 | people | (tag:微网格长 or tag:居民代表) and (tag:中共正式党员 or tag:中共预备党员)
    南昌路的回族居民 | people | road = 南昌路 and ethnicity = 回族 ;; road = 南昌路 and ethnicity in [回族, 回]
    归侨侨眷和台属一起拉个名单 | people | tag:归侨侨眷 or tag:台胞台属
    跟未满18岁的人同住的80岁以上老人 | people | age >= 80 and any housemates(age < 18)
    南昌路53弄里60岁以上的 | people | address ~ 南昌路53弄 and age >= 60
    住直管公房的低保户 | people | tag:低保人员 and any house(tag:直管公房)
    90后业主 | people | role = owner and birth_date in 1990-01-01..1999-12-31
    台风要来了，住在危房里、年满70周岁或者属于重残人员的居民 | people | any house(any building(tag:危房)) and (age >= 70 or tag:重度残疾人)
    具有本市户籍、年满70周岁且一个月内未走访的独居老人 | people | hukou = 本市 and age >= 70 and tag:独居老人 and not last_visited >= today-1m
    长乐路上空着的房子 | houses | road = 长乐路 and use = vacant
    面积不到20平、住了4个人以上的出租屋 | houses | tag:出租房屋 and area_m2 < 20 and residents >= 4
    养泰迪或者金毛的住户 | houses | any records.dog(breed in [泰迪, 金毛])
    狗证下个月到期的人家 | houses | any records.dog(cert_until in next-month)
    免疫日期在一年以前的养犬户 | houses | tag:养犬登记户 and any records.dog(vaccinated_on < today-1y)
    备案月租金一万元以上的房屋 | houses | any records.lease(rent >= 10000)
    装修停工了的房子有哪些 | houses | any records.renovation(status = 停工)
    上个月开工装修的人家 | houses | any records.renovation(started in last-month)
    用瓶装气又没装报警器的居民家 | houses | any records.gas(kind = 瓶装 and alarm = false)
    燃气安检逾期的纯老家庭，南昌居委的 | houses | tag:居民燃气安检逾期 and tag:纯老家庭 and committee = 南昌
    售后公房里有群租嫌疑的 | houses | tag:售后公房 and tag:群租嫌疑
    今年受理的噪声纠纷，已经了结的 | houses | any records.mediation(kind = 噪声 and on in this-year and status = 已结)
    今年调解过两次以上的人家 | houses | count(records.mediation(on in this-year)) >= 2
    装修纠纷或者停车纠纷没结案的 | houses | any records.mediation(kind in [装修, 停车] and status = 未结)
    住着独居老人的烟感失灵户 | houses | tag:烟感失灵户 and any residents(tag:独居老人)
    未安装独立烟感的出租房屋 | houses | tag:出租房屋 and no records.smoke_alarm()
    低保家庭里下个月要复核的 | houses | tag:最低生活保障家庭 and any records.aid_review(next_review in next-month)
    适老化改造正在施工的房屋 | houses | any records.home_adaptation(status = 施工)
    有80岁以上老人、适老化改造意向的家庭 | houses | tag:适老化改造意向 and any residents(age >= 80)
    空置原因是待售的房屋 | houses | any records.vacancy(reason = 待售)
    超过三天没用水的独居老人家 | houses | any residents(tag:独居老人) and any records.water_meter(last_use < today-3d) ;; any residents(tag:独居老人) and any records.water_meter() and no records.water_meter(last_use >= today-3d)
    用电检查不合格的住宅，近三个月 | houses | kind = dwelling and any records.safety_check(kind = 用电 and passed = false and on in today-3m..today)
    三代同堂、家里有残疾人的 | houses | tag:三代同住户 and any residents(tag:持证残疾人)
    家里就两个人、都80岁以上的 | houses | residents = 2 and all residents(age >= 80)
    今年没上门走访过的自住房 | houses | use = self and no visits(visited_on in this-year)
    住着5个以上租客的房屋，陕西南路 | houses | road = 陕西南路 and count(residents(role = tenant)) >= 5
    高龄独居老人家里没装一键通的 | houses | any residents(tag:高龄独居老人) and not tag:一键通应急呼叫户
    南昌路上的办公用房一共多少间 | houses | road = 南昌路 and kind = office
    本月检查发现有分隔的房屋 | houses | any records.partition(partitioned = true and checked_on in this-month)
    1949年以前造的私房 | houses | built < 1949 and tag:私房
    陕西南路夜里11点以后还营业的酒吧 | shops | road = 陕西南路 and category = 酒吧 and closes > 23:00
    瑞金二路招租的铺子 | shops | road = 瑞金二路 and status = 招租
    歇业的餐饮店，按路统计 | shops | status = 歇业 and category = 餐饮
    食品经营许可证下个月到期的店 | shops | any records.food_licence(until in next-month)
    食品许可经营项目里包含冷食的 | shops | any records.food_licence(scope ~ 冷食)
    店里用瓶装气、没装报警器的商铺 | shops | any records.shop_gas(kind = 瓶装 and alarm = false) ;; tag:瓶装液化气商户 and tag:未装可燃气体报警器商户
    门责协议本月到期的沿街店铺 | shops | tag:沿街商铺 and any records.gate_duty(until in this-month)
    今年检查不合格两次以上的商户 | shops | count(records.shop_inspection(passed = false and on in this-year)) >= 2
    今年一次都没检查过的沿街商铺 | shops | tag:沿街商铺 and no records.shop_inspection(on in this-year)
    证照核对结果是证照不符的店 | shops | any records.licence_check(result = 证照不符)
    外摆面积超过10平米的商铺 | shops | any records.outdoor_seating(area > 10)
    公共场所卫生许可下季度到期的商户 | shops | any records.health_licence(until in next-quarter)
    没有餐厨垃圾收运协议的餐饮店 | shops | category = 餐饮 and no records.kitchen_waste()
    延中居民区的三合一店铺 | shops | committee = 延中 and tag:三合一住人店铺
    近半年消防检查不合格的九小场所 | shops | tag:九小场所 and any records.fire_check(passed = false and on in today-6m..today)
    轻餐饮里的新店 | shops | tag:轻餐饮 and tag:近90日新开业
    有人投诉过的网红店 | shops | tag:网红店铺 and any work_orders(kind = 投诉)
    今年被12345投诉3次以上的商铺，次数多的排前面 | shops | count(work_orders(source = 12345 and kind = 投诉 and reported_at in this-year)) >= 3
    列入经营异常名录的预付卡商户 | shops | tag:经营异常名录 and tag:预付卡发卡商户
    去年开的甜品店 | shops | category = 甜品 and opened in last-year
    南昌路上的奶茶店和茶饮店 | shops | road = 南昌路 and category in [奶茶, 茶饮]
    晚上9点之前就打烊的烘焙店 | shops | category = 烘焙 and closes < 21:00
    开在优秀历史建筑里的咖啡店 | shops | category = 咖啡 and any house(any building(tag:优秀历史建筑))
    雁荡居委会的深夜营业商铺，餐饮除外 | shops | committee = 雁荡 and tag:深夜营业商铺 and not category = 餐饮
    消防设施失效的高层住宅 | buildings | tag:消防设施失效 and tag:高层住宅
    层数在7层及以上且未设电梯的楼栋 | buildings | storeys >= 7 and not elevators >= 1
    1990年到1999年建的楼栋 | buildings | built in 1990..1999
    物业合同今年到期的楼 | buildings | any records.property_management(contract_until in this-year)
    物业企业是永业物业的楼栋，延中居委 | buildings | committee = 延中 and any records.property_management(company = 永业物业)
    专项维修资金余额占首期百分比低于50的楼栋 | buildings | any records.maintenance_fund(remaining_percent < 50)
    本周新发现隐患的楼栋 | buildings | any records.hazard(found in this-week)
    消防设施类隐患、状态还是待整改的楼 | buildings | any records.hazard(kind = 消防设施 and status = 待整改)
    业委会任期明年届满的楼栋 | buildings | any records.owners_committee(term_end in next-year)
    电梯维保单位是上海三菱的楼 | buildings | any records.elevator(maintainer = 上海三菱)
    近半年电梯故障3次以上的楼 | buildings | count(records.elevator_event(kind = 故障 and on in today-6m..today)) >= 3
    砖木结构的石库门，按居委会分 | buildings | tag:保留历史建筑 and any records.structure(structure = 砖木)
    水箱下个月该洗的楼 | buildings | any records.water_tank(next_due in next-month)
    加装电梯项目在公示阶段的楼，长乐居委 | buildings | committee = 长乐 and any records.elevator_retrofit(stage = 公示)
    上个月垃圾分类检查得分90以上的楼栋 | buildings | any records.waste_check(score >= 90 and on in last-month)
    三户以上住着独居老人的楼 | buildings | count(houses(any residents(tag:独居老人))) >= 3
    无物业小区里有外墙隐患的楼 | buildings | tag:无物业管理小区 and tag:外墙脱落隐患
    雁荡居委的消火栓一共几个 | assets | committee = 雁荡 and kind = hydrant
    一个礼拜内要年检的电梯 | assets | kind = elevator and due in today..today+1w
    南昌路上检验过期的电梯有吗 | assets | road = 南昌路 and kind = elevator and due < today
    高层住宅里的电梯，按到期日排序 | assets | kind = elevator and any building(tag:高层住宅)
    2027年3月31日前检验到期的电梯 | assets | kind = elevator and due in today..2027-03-31
    编号DT0012的电梯 | assets | kind = elevator and code = DT0012
    10层以上楼里的消火栓 | assets | kind = hydrant and any building(storeys >= 10)
    今年到期的电梯和消火栓 | assets | kind in [elevator, hydrant] and due in this-year
    本周到期要检的设施设备 | assets | due in this-week
    除电梯外，检验已过期的设施设备 | assets | not kind = elevator and due < today
    无物业小区里的电梯 | assets | kind = elevator and any building(tag:无物业管理小区)
    住着90岁以上老人的楼里，下个月要年检的电梯 | assets | kind = elevator and due in next-month and any building(any houses(any residents(age >= 90)))
    检验过期超过半年的电梯 | assets | kind = elevator and due < today-6m
    下季度要检验的消火栓，延中和长乐居委 | assets | kind = hydrant and due in next-quarter and (committee = 延中 or committee = 长乐)
    今年发生过困人的楼里的电梯 | assets | kind = elevator and any building(any records.elevator_event(kind = 困人 and on in this-year))
    上周收到的咨询类工单 | work_orders | kind = 咨询 and reported_at in last-week
    紧急的12345工单，还没超期的 | work_orders | source = 12345 and urgent = true and overdue = false
    逾期的举报件 | work_orders | kind = 举报 and overdue = true
    长乐路这个月的投诉 | work_orders | road = 长乐路 and kind = 投诉 and reported_at in this-month
    三天内到期的工单，快到期的排前面 | work_orders | due_at in today..today+3d
    上个月办结的工单有几件 | work_orders | closed_at in last-month
    工单编号20261103001 | work_orders | number = 20261103001
    涉及独居老人的求助工单 | work_orders | kind = 求助 and any people(tag:独居老人)
    投诉酒吧的工单，本季度 | work_orders | kind = 投诉 and reported_at in this-quarter and any shop(category = 酒吧)
    涉及出租屋的工单，雁荡居委 | work_orders | committee = 雁荡 and any house(tag:出租房屋)
    满意度低于3分的投诉 | work_orders | kind = 投诉 and satisfaction < 3
    南昌居委的督办投诉工单 | work_orders | committee = 南昌 and supervised = true and kind = 投诉
    2026年第三季度受理的工单，按类型统计 | work_orders | reported_at in 2026-07-01..2026-09-30
    2026年10月1日至10月7日收到的投诉 | work_orders | kind = 投诉 and reported_at in 2026-10-01..2026-10-07
    承办单位是城管中队的逾期工单 | work_orders | unit = 城管中队 and overdue = true
    这周到期的紧急工单 | work_orders | urgent = true and due_at in this-week
    满意度5分的建议类工单 | work_orders | kind = 建议 and satisfaction = 5
    近7天各居委会分别收到多少件投诉 | work_orders | kind = 投诉 and reported_at in today-7d..today
    除咨询以外的逾期工单 | work_orders | overdue = true and not kind = 咨询
    反映九小场所的举报工单 | work_orders | kind = 举报 and any shop(tag:九小场所)
    长乐路372弄今年的工单 | work_orders | address ~ 长乐路372弄 and reported_at in this-year
    去年受理、今年才办结的工单 | work_orders | reported_at in last-year and closed_at in this-year
    涉及70岁以上老人的紧急求助 | work_orders | kind = 求助 and urgent = true and any people(age >= 70)
    上个月不是投诉的12345工单 | work_orders | source = 12345 and reported_at in last-month and not kind = 投诉
    非督办的逾期工单，陕西南路 | work_orders | supervised = false and overdue = true and road = 陕西南路 ;; not supervised = true and overdue = true and road = 陕西南路
    涉及网红店或者酒吧的投诉，今年的 | work_orders | kind = 投诉 and reported_at in this-year and any shop(tag:网红店铺 or category = 酒吧)
    信佛的独居老人 | ERROR | 
    退休金每月超过5000块的老人 | ERROR | 
    血型是A型的志愿者 | ERROR | 
    会讲英语的楼组长 | ERROR | 
    名下有私家车的居民 | ERROR | 
    离过婚的租客 | ERROR | 
    头发花白的党员 | ERROR | 
    个子一米八以上的兵役登记对象 | ERROR | 
    家里养猫的住户 | ERROR | 
    朝南的空置房 | ERROR | 
    房价十万一平以上的商品房 | ERROR | 
    年营业额超过一百万的餐饮店 | ERROR | 
    店员不到5个人的咖啡店 | ERROR | 
    点评网上4.5分以上的网红店 | ERROR | 
    外墙刷成黄色的楼 | ERROR | 
    日立牌的电梯 | ERROR | 
    载重1000公斤的电梯 | ERROR | 
    来电人口气很凶的投诉工单 | ERROR | 
    """
}
