// 200 sentences written by somebody who has worked in a street office and knew the fields, the tags and not the program; kept
// back until the reader of the four other sets was done.

enum AskBlindSentences5 {
  static let table = """
    麻烦帮我拉一下延中居委会80岁以上的老人名单，谢谢 | people | committee = 延中 and age >= 80
    下个月要满90岁的老人有几位？ | people | turns(90) in next-month
    雁荡居委的独居老人，女的，75岁以上 | people | committee = 雁荡 and tag:独居老人 and sex = 女 and age >= 75
    请报送年满70周岁且属于低保对象的人员 | people | age >= 70 and tag:低保人员
    住在南昌路的重残人员 | people | road = 南昌路 and tag:重度残疾人
    十天没上门看过的孤老有谁 | people | tag:孤老 and not last_visited >= today-10d
    上周走访过的高龄独居老人 | people | tag:高龄独居老人 and last_visited in last-week
    退伍军人里头还是党员的 | people | tag:退役军人 and (tag:中共正式党员 or tag:中共预备党员)
    入党满四十年的正式党员 | people | tag:中共正式党员 and any records.party(join_date <= today-40y)
    所在支部是雁荡第一党支部的预备党员 | people | tag:中共预备党员 and any records.party(branch = 雁荡第一党支部)
    今年转正的党员有哪些 | people | (tag:中共正式党员 or tag:中共预备党员) and any records.party(full_on in this-year)
    不到35岁、就业状态为失业的居民 | people | age < 35 and any records.employment(status = 失业)
    登记失业人员中不属于就业困难人员的 | people | tag:登记失业人员 and not tag:就业困难人员
    去年毕业的硕士和博士，按居委会统计 | people | any records.graduation(on in last-year and level in [硕士, 博士])
    毕业学校是复旦大学的居民 | people | any records.graduation(school = 复旦大学)
    残疾人证下个季度到期的人 | people | any records.disability(cert_until in next-quarter)
    听力残疾三级的，麻烦列一下 | people | any records.disability(kind = 听力 and level = 3)
    残疾等级是四级的外来人口 | people | tag:来沪人员 and any records.disability(level = 4)
    长护险享受对象，住长乐路的 | people | tag:长护险享受对象 and road = 长乐路
    照护评估等级刚好是5级的老人 | people | age >= 60 and any records.care(level = 5)
    今年8月份做过照护评估的人 | people | any records.care(assessed_on in 2026-08-01..2026-08-31)
    居住证是去年签发的居民 | people | any records.permit(issued in last-year)
    居住登记里居住事由写求学的人 | people | any records.residence_registration(reason = 求学)
    65岁以上，人户分离的，帮忙导一份，带电话和地址 | people | age >= 65 and tag:人户分离
    港澳台居民中的女性 | people | tag:港澳台居民 and sex = 女
    在陕西南路租房的外国人 | people | tag:外籍人员 and role = tenant and road = 陕西南路
    今年还没体检过的75岁以上老人 | people | age >= 75 and no records.checkup(on in this-year)
    老伴去年走了的老人 | people | age >= 60 and any records.family(widowed_on in last-year)
    有三个以上子女的空巢老人 | people | tag:空巢老人 and any records.family(children >= 3)
    跟子女住在一起的九十岁以上老人 | people | age >= 90 and any records.family(with_children = true)
    下周要打百白破的婴幼儿 | people | tag:3岁以下婴幼儿 and any records.vaccination(vaccine = 百白破 and due in next-week)
    敬老卡状态为停用的人员 | people | any records.senior_card(status = 停用)
    今年有一次服务时长超过4小时的志愿者 | people | tag:注册志愿者 and any records.volunteering(on in this-year and hours > 4)
    上个月参加过平安巡逻项目的志愿者 | people | tag:注册志愿者 and any records.volunteering(on in last-month and project = 平安巡逻)
    近三个月志愿服务满5次的居民 | people | count(records.volunteering(on >= today-3m)) >= 5 ;; count(records.volunteering(on in today-3m..today)) >= 5
    电话核实结果是空号的独居老人 | people | tag:独居老人 and any records.phone_check(result = 空号)
    证件核验没通过的租客 | people | role = tenant and any records.id_check(valid = false)
    楼组长当中不是线上实名认证居民的 | people | tag:楼组长 and not tag:线上实名认证居民
    军种是海军的老兵 | people | tag:退役军人 and any records.service_record(branch = 海军)
    1970年以前入伍的退役军人，年纪大的排前面 | people | tag:退役军人 and any records.service_record(enlisted < 1970-01-01)
    助餐点是南昌社区食堂的老人 | people | age >= 60 and any records.meal_service(place = 南昌社区食堂)
    今年开始助餐的85岁以上老人 | people | age >= 85 and any records.meal_service(since in this-year)
    助餐服务对象中没有敬老卡的 | people | tag:助餐服务对象 and not tag:敬老卡持有人
    一次领过1000元以上慰问金的低保人员 | people | tag:低保人员 and any records.aid(kind = 慰问金 and amount >= 1000)
    今年一次节日帮困都没发过的特困人员 | people | tag:特困人员 and no records.aid(kind = 节日帮困 and on in this-year)
    低保边缘家庭里的残疾人 | people | tag:持证残疾人 and any house(tag:最低生活保障边缘家庭)
    住直管公房的80岁以上老人 | people | age >= 80 and any house(tag:直管公房)
    住在石库门里的高龄老兵 | people | tag:80周岁及以上退役军人 and any house(any building(tag:保留历史建筑))
    孤老，家里手拎马桶的 | people | tag:孤老 and any house(tag:无卫生设施住房)
    长乐居委悬空老人多少个 | people | committee = 长乐 and tag:悬空老人
    少数民族的学龄前儿童 | people | tag:少数民族居民 and tag:学龄前儿童
    回族居民名单 | people | ethnicity = 回族 ;; ethnicity in [回族, 回]
    文化程度是本科的社区能人 | people | education = 本科 and tag:社区能人
    这个礼拜刚搬进来的租客 | people | role = tenant and since in this-week
    在雁荡路住满二十年的居民 | people | road = 雁荡路 and since <= today-20y
    业主里60岁以上的女同志 | people | role = owner and age >= 60 and sex = 女
    2019年9月出生的小囡 | people | birth_date in 2019-09-01..2019-09-30
    雁荡今年满6周岁儿童，要做入学摸底 | people | committee = 雁荡 and tag:今年满6周岁儿童
    2028年满60周岁的男性居民 | people | sex = 男 and turns(60) in 2028-01-01..2028-12-31
    本周过八十岁生日的老人家 | people | turns(80) in this-week
    下季度满65周岁的本市户籍居民 | people | turns(65) in next-quarter and hukou = 本市
    除楼组长、居民代表以外的注册志愿者 | people | tag:注册志愿者 and not (tag:楼组长 or tag:居民代表)
    微网格长或者信息员，要不到40岁的 | people | (tag:微网格长 or tag:热心居民信息员) and age < 40
    外地户口的孕妇 | people | hukou = 外省市 and tag:孕产妇
    和未成年人同住的80岁以上老人 | people | age >= 80 and any housemates(age < 18)
    同住人里有重度残疾人的老人 | people | age >= 60 and any housemates(tag:重度残疾人)
    军属和优抚对象一共多少人 | people | tag:现役军人家属 or tag:优抚定期抚恤补助对象
    75周岁以上、没有家庭医生签约的 | people | age >= 75 and not tag:家庭医生签约居民
    独居老人里面属于反诈重点提醒对象的 | people | tag:独居老人 and tag:反诈重点提醒对象
    住在长乐路372弄的外卖骑手 | people | address ~ 长乐路372弄 and tag:新就业形态劳动者
    长乐路372弄现在一共住了多少人 | people | address ~ 长乐路372弄
    灵活就业人员，女，四十到五十岁 | people | tag:灵活就业人员 and sex = 女 and age in 40..50
    信息超180日未核实的租客 | people | tag:信息超180日未核实 and role = tenant
    老伙伴结对对象里14天没走访的 | people | tag:老伙伴结对对象 and not last_visited >= today-14d
    延中居委的侨眷、台属 | people | committee = 延中 and (tag:归侨侨眷 or tag:台胞台属)
    住养老院老人里90到99岁的，要本市户籍 | people | tag:养老机构入住老人 and age in 90..99 and hukou = 本市
    一个人租房住的外来人口 | people | tag:来沪人员 and role = tenant and any house(count(residents()) = 1)
    重度残疾人，且所住楼栋为五层以上、没有电梯 | people | tag:重度残疾人 and any house(any building(storeys >= 5 and not elevators >= 1))
    凡年满75周岁的参战参试退役人员或者残疾军人，均列入本次慰问范围 | people | age >= 75 and (tag:参战参试退役人员 or tag:残疾军人)
    既非本市户籍又未满16周岁的人员 | people | not hukou = 本市 and age < 16
    年纪最大的20个退役军人，南昌居委 | people | committee = 南昌 and tag:退役军人
    租期下个月到的外省市租客 | people | hukou = 外省市 and role = tenant and until in next-month
    家里住着孤老的房子 | houses | any residents(tag:孤老)
    空置登记里原因写着待征收的房屋 | houses | any records.vacancy(reason = 待征收)
    月租金超过8000的出租屋 | houses | tag:出租房屋 and any records.lease(rent > 8000)
    租赁备案明年3月到期的房屋 | houses | any records.lease(until in 2027-03-01..2027-03-31)
    装修停工了的人家 | houses | any records.renovation(status = 停工)
    装修计划这个月完工的房屋，按居委会分组 | houses | any records.renovation(planned_end in this-month)
    用瓶装气的人家有多少户 | houses | any records.gas(kind = 瓶装)
    有80岁以上老人、燃气没装报警器的房屋 | houses | any residents(age >= 80) and any records.gas(alarm = false)
    合用厨卫的售后公房 | houses | tag:不成套住房 and tag:售后公房
    今年闹过噪声纠纷的住户 | houses | any records.mediation(kind = 噪声 and on in this-year)
    停车纠纷已结的户 | houses | any records.mediation(kind = 停车 and status = 已结)
    养金毛或者拉布拉多的人家 | houses | any records.dog(breed in [金毛, 拉布拉多])
    养犬证下个月到期的住户，提醒一下 | houses | any records.dog(cert_until in next-month)
    南昌居委烟感失灵户 | houses | committee = 南昌 and tag:烟感失灵户
    今年装了独立烟感、住着独居老人的房屋 | houses | any records.smoke_alarm(installed in this-year) and any residents(tag:独居老人)
    适老化改造正在施工的 | houses | any records.home_adaptation(status = 施工)
    智能水表显示用水异常的房屋 | houses | any records.water_meter(alert = true)
    入户安全检查内容为消防且不合格的房屋 | houses | any records.safety_check(kind = 消防 and passed = false)
    三代同堂，面积还不到40平方 | houses | tag:三代同住户 and area_m2 < 40
    建筑面积50至80平方米的自住房屋 | houses | area_m2 in 50..80 and use = self
    住了6个人以上而且有不满3岁小孩的房子 | houses | residents >= 6 and any residents(age < 3)
    既是双老家庭又是低保家庭的 | houses | tag:双老家庭 and tag:最低生活保障家庭
    全家都是外地户口的房子 | houses | all residents(hukou = 外省市)
    至少有3个租客的公租房 | houses | tag:公租房保障性租赁住房 and count(residents(role = tenant)) >= 3
    今年一次都没走访过的房屋 | houses | no visits(visited_on in this-year)
    里面开着咖啡店的居改非 | houses | tag:居改非 and any shops(category = 咖啡)
    救助复核的下次复核日在下周的家庭 | houses | any records.aid_review(next_review in next-week)
    分隔出租检查发现有分隔的房屋，雁荡路的 | houses | road = 雁荡路 and any records.partition(partitioned = true)
    雁荡路还在营业的酒吧 | shops | road = 雁荡路 and category = 酒吧 and status = 营业
    已经歇业的沿街门店 | shops | status = 歇业 and tag:沿街商铺
    食品经营许可下个月到期的奶茶店 | shops | category = 奶茶 and any records.food_licence(until in next-month)
    过了晚上11点还开着的餐饮店 | shops | category = 餐饮 and closes > 23:00
    今年消防检查不合格的九小场所 | shops | tag:九小场所 and any records.fire_check(on in this-year and passed = false)
    消防检查查到有人住店的商铺 | shops | any records.fire_check(dwelling = true)
    证照核对结果为证照不符的商铺 | shops | any records.licence_check(result = 证照不符)
    门责协议明年到期的店 | shops | any records.gate_duty(until in next-year)
    外摆备案面积超过20平方的店家 | shops | any records.outdoor_seating(area > 20)
    公共场所卫生许可2026年12月到期的店 | shops | any records.health_licence(until in 2026-12-01..2026-12-31)
    餐厨垃圾收运单位是申城环卫的餐饮店 | shops | category = 餐饮 and any records.kitchen_waste(carrier = 申城环卫)
    陕西南路上的网红店，做咖啡的 | shops | road = 陕西南路 and tag:网红店铺 and category = 咖啡
    雁荡居委的早C晚A有几家 | shops | committee = 雁荡 and tag:日咖夜酒
    近半年新开的烘焙店 | shops | category = 烘焙 and opened in today-6m..today
    一年内没做过商铺检查的校外培训机构 | shops | tag:校外培训机构 and no records.shop_inspection(on >= today-1y)
    预付卡商户里列入经营异常名录的 | shops | tag:预付卡发卡商户 and tag:经营异常名录
    三个月内被投诉3次以上的酒吧 | shops | category = 酒吧 and count(work_orders(kind = 投诉 and reported_at >= today-3m)) >= 3 ;; category = 酒吧 and count(work_orders(kind = 投诉 and reported_at in today-3m..today)) >= 3
    证照下季度到期的甜品店和茶饮店 | shops | category in [甜品, 茶饮] and licence_until in next-quarter
    营业中的商铺，餐饮和咖啡除外 | shops | status = 营业 and not category in [餐饮, 咖啡]
    2015年以前就开业、现在还在营业的商铺 | shops | opened < 2015-01-01 and status = 营业
    无照经营的门店，长乐路、瑞金二路两条路 | shops | tag:疑似无照经营 and (road = 长乐路 or road = 瑞金二路)
    今年10月开工装修的商铺 | shops | any records.shop_renovation(started in 2026-10-01..2026-10-31)
    十层以上的楼有多少栋 | buildings | storeys >= 10
    1937年以前造的石库门 | buildings | built < 1937 and tag:保留历史建筑
    物业合同今年到期的楼栋 | buildings | any records.property_management(contract_until in this-year)
    物业企业是上房物业的楼 | buildings | any records.property_management(company = 上房物业)
    专项维修资金余额占首期百分比低于50的楼 | buildings | any records.maintenance_fund(remaining_percent < 50)
    消防设施隐患还在整改中的楼 | buildings | any records.hazard(kind = 消防设施 and status = 整改中)
    业委会任期明年届满的楼栋 | buildings | any records.owners_committee(term_end in next-year)
    上个月电梯困过人的楼 | buildings | any records.elevator_event(kind = 困人 and on in last-month)
    加梯项目正在公示的楼栋 | buildings | any records.elevator_retrofit(stage = 公示)
    应急灯坏掉的楼有伐，拉个清单 | buildings | any records.fire_facility(kind = 应急灯 and working = false)
    本月垃圾分类检查得分低于90的楼栋 | buildings | any records.waste_check(on in this-month and score < 90)
    砖木结构、三层以上的楼 | buildings | any records.structure(structure = 砖木) and storeys >= 3
    住着独居老人的无电梯多层楼栋 | buildings | tag:无电梯多层楼栋 and any houses(any residents(tag:独居老人))
    空置房有3套以上的楼 | buildings | count(houses(use = vacant)) >= 3
    属于危房但不在动迁基地的楼栋 | buildings | tag:危房 and not tag:征收动迁基地
    长乐路上的电梯 | assets | kind = elevator and road = 长乐路
    下周到期的消火栓 | assets | kind = hydrant and due in next-week
    2027年上半年到期的电梯，按到期日排序 | assets | kind = elevator and due in 2027-01-01..2027-06-30
    南昌居委辖区内消火栓总共多少个 | assets | committee = 南昌 and kind = hydrant
    装在优秀历史建筑里的消火栓 | assets | kind = hydrant and any building(tag:优秀历史建筑)
    十层以上楼里的电梯 | assets | kind = elevator and any building(storeys >= 10)
    无物业小区里检验已过期的电梯 | assets | kind = elevator and due < today and any building(tag:无物业管理小区)
    7天之内就要检验的电梯 | assets | kind = elevator and due in today..today+7d
    上个月到期的设施设备 | assets | due in last-month
    雁荡路和南昌路的消火栓 | assets | (road = 雁荡路 or road = 南昌路) and kind = hydrant
    除电梯外，本季度到期的设备 | assets | not kind = elevator and due in this-quarter
    编号DT-0031的电梯 | assets | kind = elevator and code = DT-0031
    1990年以前建成的楼里的电梯 | assets | kind = elevator and any building(built < 1990)
    电梯困人高发楼栋的电梯，检验下个月到期的 | assets | any building(tag:电梯困人高发) and kind = elevator and due in next-month
    今年到期的电梯，长乐居委的不要 | assets | kind = elevator and due in this-year and not committee = 长乐
    上周12345转来的求助工单 | work_orders | source = 12345 and kind = 求助 and reported_at in last-week
    本周受理的紧急工单 | work_orders | urgent = true and reported_at in this-week
    逾期了的紧急工单，赶紧给我看看 | work_orders | overdue = true and urgent = true
    三天内到期的工单 | work_orders | due_at in today..today+3d
    承办单位是城管中队的举报件 | work_orders | unit = 城管中队 and kind = 举报
    长乐路372弄的投诉 | work_orders | address ~ 长乐路372弄 and kind = 投诉
    满意度不到3分的12345工单 | work_orders | source = 12345 and satisfaction < 3
    上个月办结的咨询工单 | work_orders | kind = 咨询 and closed_at in last-month
    本月受理、来源不是12345的工单 | work_orders | reported_at in this-month and not source = 12345 ;; reported_at in this-month and source != 12345
    诉求类别为噪声的工单，今年的 | work_orders | category = 噪声 and reported_at in this-year
    涉及酒吧的投诉工单 | work_orders | kind = 投诉 and any shop(category = 酒吧)
    牵涉到网红店的工单，按月统计 | work_orders | any shop(tag:网红店铺)
    独居老人的求助工单 | work_orders | kind = 求助 and any people(tag:独居老人)
    2026年9月1日至10月15日期间受理的投诉 | work_orders | kind = 投诉 and reported_at in 2026-09-01..2026-10-15
    12345投诉里督办的 | work_orders | source = 12345 and kind = 投诉 and supervised = true
    雁荡居委去年全年的工单数 | work_orders | committee = 雁荡 and reported_at in last-year
    本季度受理的投诉和建议 | work_orders | reported_at in this-quarter and kind in [投诉, 建议]
    满意度5分的投诉工单 | work_orders | kind = 投诉 and satisfaction = 5
    发生在出租屋的投诉工单 | work_orders | kind = 投诉 and any house(tag:出租房屋)
    近10天除咨询以外的12345工单 | work_orders | source = 12345 and not kind = 咨询 and reported_at in today-10d..today
    南昌路上不紧急的投诉工单 | work_orders | road = 南昌路 and kind = 投诉 and urgent = false
    本月受理并且本月办结的工单 | work_orders | reported_at in this-month and closed_at in this-month
    信佛的老人有哪些 | ERROR | 
    家里养猫的住户 | ERROR | 
    有私家车的居民 | ERROR | 
    月营业额超过十万的咖啡店 | ERROR | 
    血型是A型的志愿者 | ERROR | 
    房间朝南的出租房 | ERROR | 
    市价一千万以上的房子 | ERROR | 
    大众点评4.5分以上的餐饮店 | ERROR | 
    喜欢打麻将的独居老人 | ERROR | 
    外墙刷成黄色的楼 | ERROR | 
    身高一米八以上的退役军人 | ERROR | 
    投诉人态度很凶的工单 | ERROR | 
    额定载重1000公斤以上的电梯 | ERROR | 
    家里有wifi的80岁以上老人 | ERROR | 
    会说英语的楼组长 | ERROR | 
    老板脾气好的沿街商铺 | ERROR | 
    """
}
