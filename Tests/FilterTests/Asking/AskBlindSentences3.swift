// Sentences written by people who knew the fields and not the program, and what each must mean on 21 November 2026;
// several filters that find the same are parted by `;;`, ERROR is what must be refused.

enum AskBlindSentences3 {
  static let table = """
    餐厨垃圾收运协议已到期且仍在营业的餐饮店 | shops | tag:餐厨收运协议到期 and category = 餐饮
    党龄不满五年的中共正式党员 | people | tag:中共正式党员 and any records.party(join_date > today-5y)
    茂名居委群租嫌疑的房子 | houses | committee = 茂名 and tag:群租嫌疑
    具有本市户籍、年满65周岁且未持有敬老卡的老年人 | people | hukou = 本市 and age >= 65 and not tag:敬老卡持有人
    明年一季度要年检的电梯 | assets | kind = elevator and due in 2027-01-01..2027-03-31
    大房子 | ERROR | 
    四十岁以上的登记失业人员 | people | tag:登记失业人员 and age >= 40
    去年丧偶的老人 | people | age >= 60 and any records.family(widowed_on in last-year)
    明天下午三点开会 | ERROR | 
    年纪大的党员 | ERROR | 
    居住证本周到期的人 | people | any records.permit(until in this-week)
    今年道路违停的工单有几件 | work_orders | category = 道路违停 and reported_at in this-year
    长乐路上住的外国人 | people | tag:外籍人员 and road = 长乐路 ;; hukou = 外籍 and road = 长乐路
    困难党员，两个月没走访的 | people | tag:困难党员 and not last_visited >= today-2m
    水箱下个月该洗的楼 | buildings | any records.water_tank(next_due in next-month)
    上个月开工装修的人家 | houses | any records.renovation(started in last-month)
    家里有80岁以上老人的求助工单 | work_orders | kind = 求助 and any house(any residents(age >= 80))
    上个月开业的咖啡店 | shops | category = 咖啡 and opened in last-month
    大病患者里今年没拿过医疗救助的 | people | tag:重大疾病患者 and no records.aid(kind = 医疗救助 and on in this-year)
    2000年以前建成、七层以上并有电梯的楼栋 | buildings | built < 2000 and storeys >= 7 and elevators >= 1
    没签约家庭医生的老人 | people | age >= 60 and not tag:家庭医生签约居民
    物业合同明年到期的楼栋 | buildings | any records.property_management(contract_until in next-year)
    茂名居委双报到党员 | people | committee = 茂名 and tag:在职党员
    空置房达到3套以上的楼栋 | buildings | count(houses(use = vacant)) >= 3
    失业人员按学历统计 | people | tag:登记失业人员
    低保家庭里有未成年人的 | houses | tag:最低生活保障家庭 and any residents(age < 18)
    本市户籍居民中，年满60周岁的男性和年满55周岁的女性 | people | hukou = 本市 and (sex = 男 and age >= 60 or sex = 女 and age >= 55)
    检验到期已超过三个月的电梯 | assets | kind = elevator and due < today-3m
    养泰迪或者比熊的人家 | houses | any records.dog(breed in [泰迪, 比熊])
    连续90日未走访的高龄独居老人 | people | tag:高龄独居老人 and not last_visited >= today-90d
    营业中的店按业态统计 | shops | status = 营业
    既是危房又在积水点的楼 | buildings | tag:危房 and tag:低洼易积水点
    当过海军的退役军人 | people | tag:退役军人 and any records.service_record(branch = 海军)
    少数民族又是低保的 | people | tag:少数民族居民 and tag:低保人员
    十层以上的楼 | buildings | storeys >= 10
    陕西南路上的烘焙店 | shops | road = 陕西南路 and category = 烘焙
    低保家庭的未成年人 | people | age < 18 and any house(tag:最低生活保障家庭)
    今年上半年受理的咨询、建议类工单 | work_orders | kind in [咨询, 建议] and reported_at in 2026-01-01..2026-06-30
    住在五楼以上的老人 | people | age >= 60 and any house(floor >= 5)
    月租金一万块以上的房子 | houses | any records.lease(rent >= 10000)
    残疾等级为三级或四级的智力、精神残疾人 | people | any records.disability(level in 3..4 and kind in [智力, 精神])
    建筑面积不超过15平方米且居住人数在3人以上的出租房屋 | houses | tag:出租房屋 and area_m2 <= 15 and residents >= 3
    明天到期的工单 | work_orders | due_at in today+1d..today+1d ;; due_at >= today+1d and due_at < today+2d
    麻烦拉一份茂名居委85岁以上老太太的名单 | people | committee = 茂名 and sex = 女 and age >= 85
    单笔救助金额2000元以上的有哪些人 | people | any records.aid(amount >= 2000)
    血型是O型的志愿者 | ERROR | 
    上个月各居委会的投诉各有多少件 | work_orders | kind = 投诉 and reported_at in last-month
    低保人员里住直管公房的 | people | tag:低保人员 and any house(tag:直管公房)
    最近没去过的老人 | ERROR | 
    军属里头65岁以上的 | people | tag:现役军人家属 and age >= 65
    和平居委的独居老人 | ERROR | 
    年龄最大的5位退役军人，带电话 | people | tag:退役军人
    用瓶装气的住户 | houses | any records.gas(kind = 瓶装)
    进贤路上合用厨卫的私房 | houses | road = 进贤路 and tag:不成套住房 and tag:私房
    最近的20件举报 | work_orders | kind = 举报
    没装可燃气体报警器的餐饮店 | shops | category = 餐饮 and tag:未装可燃气体报警器商户
    处理中的投诉 | work_orders | kind = 投诉 and state = in_progress
    2026年10月1日至10月31日期间受理的消费纠纷类工单 | work_orders | category = 消费纠纷 and reported_at in 2026-10-01..2026-10-31
    随申拍本月报上来的工单 | work_orders | source = 随申拍 and reported_at in this-month
    租客有三个以上的房子 | houses | count(residents(role = tenant)) >= 3
    退休金低于四千元的独居老人 | ERROR | 
    人均居住面积不足5平方米的家庭 | ERROR | 
    外墙刷成白色的楼 | ERROR | 
    年满18周岁、不满60周岁的重度残疾人 | people | age >= 18 and age < 60 and tag:重度残疾人
    食品经营许可证年底前到期的茶饮店 | shops | category = 茶饮 and any records.food_licence(until in today..2026-12-31)
    餐饮油咽工单 | ERROR | 
    阳光之家学员，要电话 | people | tag:阳光之家学员
    今年还没体检的空巢老人 | people | tag:空巢老人 and no records.checkup(on in this-year)
    来源为随申拍或者社工上报的举报类工单 | work_orders | source in [随申拍, 社工上报] and kind = 举报
    麻腮风应种日期过了还没打的 | people | any records.vaccination(vaccine = 麻腮风 and due < today and not given = true) ;; any records.vaccination(vaccine = 麻腮风 and due < today and given = false)
    歇业的餐饮店 | shops | status = 歇业 and category = 餐饮
    共建单位名单，要联系电话 | shops | tag:共建单位
    困难一点的人家 | ERROR | 
    位于十层以上楼栋且于2027年6月30日前到期的电梯 | assets | kind = elevator and any building(storeys >= 10) and due in today..2027-06-30
    开在老洋房里的咖啡店 | shops | category = 咖啡 and any house(any building(tag:优秀历史建筑))
    本年度消防检查结果为不合格的九小场所 | shops | tag:九小场所 and any records.fire_check(passed = false and on in this-year)
    入党积极分子，不到35岁的 | people | tag:入党积极分子 and age < 35
    房屋产权类型为售后公房且居住人员均为60周岁以上老年人的家庭 | houses | tag:售后公房 and all residents(age >= 60)
    防火门坏掉的楼 | buildings | any records.fire_facility(kind = 防火门 and working = false)
    80岁以上的老人分居委会、分性别统计一下 | people | age >= 80
    有三个以上子女的老人 | people | age >= 60 and any records.family(children >= 3)
    今年的表扬工单 | work_orders | kind = 表扬 and reported_at in this-year
    永嘉居委的失智老人 | people | committee = 永嘉 and tag:认知障碍老人
    既是楼组长又是志愿者 | people | tag:楼组长 and tag:注册志愿者
    十天没上门走访的孤老 | people | tag:孤老 and not last_visited >= today-10d
    居住证将于2027年1月31日前到期的外省市户籍人员 | people | hukou = 外省市 and any records.permit(until in today..2027-01-31)
    元旦前满80岁的老人 | people | turns(80) in today..2026-12-31
    所在楼栋层数为四层以上且没有电梯的持证残疾人 | people | tag:持证残疾人 and any house(any building(storeys >= 4 and not elevators >= 1)) ;; tag:持证残疾人 and any house(any building(tag:无电梯多层楼栋))
    接种逾期的儿童 延中 | people | committee = 延中 and tag:接种逾期儿童
    港澳台居民有多少人 | people | tag:港澳台居民 ;; hukou = 港澳台
    入户安全检查用电不合格的住户 | houses | any records.safety_check(kind = 用电 and passed = false)
    敬老卡停用了的人 | people | any records.senior_card(status = 停用)
    上个月噪声方面的工单 | work_orders | category ~ 噪声 and reported_at in last-month
    自2026年1月1日起无走访记录的住宅 | houses | kind = dwelling and no visits(visited_on >= 2026-01-01)
    自住的商品房 | houses | use = self and tag:商品住宅
    各居委会有几个消火栓 | assets | kind = hydrant
    这个礼拜走访过哪些独居老人 | people | tag:独居老人 and last_visited in this-week
    七十岁以上，家里还带着未成年人一起住的 | people | age >= 70 and any housemates(age < 18)
    社工上报的楼道堆物工单 | work_orders | source = 社工上报 and category = 楼道堆物
    失独家庭的老人，住巨鹿居委 | people | committee = 巨鹿 and tag:独生子女死亡家庭特扶对象 and age >= 60
    永嘉居委的消火栓 | assets | committee = 永嘉 and kind = hydrant
    长乐路上有楼道堆物的楼 | buildings | road = 长乐路 and tag:楼道堆物隐患
    外卖骑手里租房住的 | people | tag:新就业形态劳动者 and role = tenant
    巨鹿居民区低保对象里的重残人员 | people | committee = 巨鹿 and tag:低保人员 and tag:重度残疾人
    去年领过慰问金的退伍军人 | people | tag:退役军人 and any records.aid(kind = 慰问金 and on in last-year)
    预付卡商户里已经歇业的 | shops | tag:预付卡发卡商户 and status = 歇业
    三代同堂人家里八十岁以上的老人 | people | age >= 80 and any house(tag:三代同住户)
    帮我找一下雁荡居委的老伙伴结对对象 | people | committee = 雁荡 and tag:老伙伴结对对象
    私房一共有多少套 | houses | tag:私房
    外省市户口的孕妇 | people | hukou = 外省市 and tag:孕产妇
    南昌路上正在助餐的老人 | people | tag:正在助餐老人 and road = 南昌路 ;; road = 南昌路 and tag:正在助餐老人 and age >= 60
    退役军人、烈士遗属和现役军人家属中年满80周岁的人员 | people | (tag:退役军人 or tag:烈士遗属 or tag:现役军人家属) and age >= 80
    面积不到10平米还住着人的房子 | houses | area_m2 < 10 and residents >= 1 ;; area_m2 < 10 and any residents()
    针对酒吧的投诉 | work_orders | kind = 投诉 and any shop(category = 酒吧)
    关门最晚的5家餐饮店 | shops | category = 餐饮
    由物业服务企业承办的物业服务质量类投诉工单 | work_orders | unit = 物业服务企业 and category = 物业服务质量 and kind = 投诉
    人户分离的老人 | people | tag:人户分离 and age >= 60
    各居委会的退役军人分别有几个 | people | tag:退役军人
    南昌居委退役军入 | ERROR | 
    就业困难人员，大专学历 | people | tag:就业困难人员 and education = 大专
    第2党支部今年转正的 | people | any records.party(branch = 第2党支部 and full_on in this-year)
    装修停工的房子 长乐路 | houses | road = 长乐路 and any records.renovation(status = 停工)
    网格长联系电话 | people | tag:微网格长
    2020年9月1日至2021年8月31日出生的本市户籍儿童 | people | birth_date in 2020-09-01..2021-08-31 and hukou = 本市
    南昌路最近10天的工单 | work_orders | road = 南昌路 and reported_at in today-10d..today
    装了一键通的纯老家庭 | houses | tag:一键通应急呼叫户 and tag:纯老家庭
    孤佬名单 | ERROR | 
    雁荡路的便利店和药店 | shops | road = 雁荡路 and category in [便利店, 药店]
    上月垃圾分类检查得分低于80分的楼栋 | buildings | any records.waste_check(score < 80 and on in last-month)
    下个月要救助复核的家庭 | houses | any records.aid_review(next_review in next-month)
    租赁备案将于2027年3月31日前到期且有未成年人居住的房屋 | houses | any records.lease(until in today..2027-03-31) and any residents(age < 18)
    维修资金余额不到20%的楼 | buildings | any records.maintenance_fund(remaining_percent < 20)
    证照下个月到期的店 | shops | licence_until in next-month
    群租工单，房管所办的 | work_orders | category = 群租 and unit = 房管所
    今年被投诉过的酒吧 | shops | category = 酒吧 and any work_orders(kind = 投诉 and reported_at in this-year)
    属马的楼组长 | ERROR | 
    独居老人和孤老中年满70周岁的本市户籍人员 | people | age >= 70 and hukou = 本市 and (tag:独居老人 or tag:孤老)
    年营业额一百万以上的餐饮店 | ERROR | 
    长护险对象里的男性 | people | tag:长护险享受对象 and sex = 男
    入党满四十年的女同志 | people | sex = 女 and any records.party(join_date <= today-40y)
    既有80岁以上老人又有残疾人的家庭 | houses | any residents(age >= 80) and any residents(tag:持证残疾人)
    90后楼组长 | people | tag:楼组长 and birth_date in 1990-01-01..1999-12-31
    开了十年以上的美发店 | shops | category = 美发 and opened <= today-10y
    最早到期的10台电梯 | assets | kind = elevator
    年捡超期的电梯 | ERROR | 
    晚上十点以后还开着的餐饮店 | shops | category = 餐饮 and closes > 22:00
    今年工单按承办单位统计 | work_orders | reported_at in this-year
    紧急的求助件 | work_orders | urgent = true and kind = 求助
    群祖嫌疑的房子 | ERROR | 
    同住人员中有持证残疾人的70周岁以上老年人 | people | age >= 70 and any housemates(tag:持证残疾人)
    住养老院的老人 | people | tag:养老机构入住老人 ;; tag:养老机构入住老人 and age >= 60
    低保人员名单，年纪从小到大排 | people | tag:低保人员
    照护评估结论年底前到期的人 | people | any records.care(valid_until in today..2026-12-31)
    快到期的店 | ERROR | 
    今年做过三次以上志愿服务的居民 | people | count(records.volunteering(on in this-year)) >= 3
    处理人是小张的工单 | ERROR | 
    带车位的房子 | ERROR | 
    2026年9月30日以前受理、至今未结的邻里纠纷 | houses | any records.mediation(on <= 2026-09-30 and status = 未结 and kind = 邻里)
    没有物业的石库门 | buildings | tag:无物业管理小区 and tag:保留历史建筑
    长户险对象 | ERROR | 
    三天内到期的举报件 | work_orders | kind = 举报 and due_at in today..today+3d
    未满50岁的高龄独居老人 | ERROR | 
    灵活就业的女性 | people | tag:灵活就业人员 and sex = 女
    小区停车管理的工单，不要12345来的 | work_orders | category = 小区停车管理 and not source = 12345
    面积最大的5套空置房 | houses | use = vacant
    2026年2月30日前到期的电梯 | ERROR | 
    年底前到期的消火栓 | assets | kind = hydrant and due in today..2026-12-31
    每个居委会有多少栋危房 | buildings | tag:危房
    已经离婚的低保人员 | ERROR | 
    住石库门的独居老人 | people | tag:独居老人 and any house(any building(tag:保留历史建筑))
    照护等级为五级以上且评估结论仍在有效期内的老年人 | people | age >= 60 and any records.care(level >= 5 and valid_until >= today)
    独居老人家里的烟感 | assets | kind = smoke_alarm and any house(any residents(tag:独居老人))
    2026年度内年满80周岁的本市户籍老年人 | people | hukou = 本市 and turns(80) in this-year
    门责协议将于2027年3月31日前到期的沿街商铺 | shops | tag:沿街商铺 and any records.gate_duty(until in today..2027-03-31)
    下个月满一百岁的寿星 | people | tag:下月百岁寿星 ;; turns(100) in next-month
    满意度不到3分的投诉 | work_orders | kind = 投诉 and satisfaction < 3
    残疾证下个季度到期的人 | people | any records.disability(cert_until in next-quarter)
    昨天的工单 | work_orders | reported_at in today-1d..today-1d ;; reported_at >= today-1d and reported_at < today
    上周办结的工单 | work_orders | closed_at in last-week
    列入经营异常名录且处于营业状态的商户 | shops | tag:经营异常名录 and status = 营业
    下周到期的督办工单 | work_orders | supervised = true and due_at in next-week
    1930年代建的空置房 | houses | built in 1930..1939 and use = vacant
    今年搬进来的租客 | people | role = tenant and since in this-year
    正在维修的电梯 | assets | kind = elevator and status = 维修
    城管中队本季度的工单 | work_orders | unit = 城管中队 and reported_at in this-quarter
    2026年1月1日至2026年6月30日期间领取过节日帮困的人员 | people | any records.aid(kind = 节日帮困 and on in 2026-01-01..2026-06-30)
    """
}
