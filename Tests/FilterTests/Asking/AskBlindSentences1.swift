// Sentences written by people who knew the fields and not the program, and what each must mean on 21 November 2026;
// several filters that find the same are parted by `;;`, ERROR is what must be refused.

enum AskBlindSentences1 {
  static let table = """
    转正还不满一年的正式党员 | people | tag:中共正式党员 and any records.party(full_on > today-1y) ;; tag:中共正式党员 and any records.party(full_on >= today-1y)
    今年上半年转正的 | people | any records.party(full_on in 2026-01-01..2026-06-30)
    所在支部是第1党支部，65岁以上的党员 | people | age >= 65 and (tag:中共正式党员 or tag:中共预备党员) and any records.party(branch = 第1党支部) ;; age >= 65 and any records.party(branch = 第1党支部)
    七十年代入党的正式党员，要姓名和电话 | people | tag:中共正式党员 and any records.party(join_date in 1970-01-01..1979-12-31)
    今年单笔发放金额在2000元以上的帮扶，领的是哪些人 | people | any records.aid(on in this-year and amount >= 2000)
    今年还没领过任何帮扶的低保户 | people | tag:低保人员 and no records.aid(on in this-year) ;; tag:低保人员 and not tag:今年已获帮扶人员
    还没满55岁、就业状态已是退休的女同志 | people | age < 55 and sex = 女 and any records.employment(status = 退休)
    就业状态为失业、开始日期在今年的居民 | people | any records.employment(status = 失业 and since in this-year)
    听力残疾二级的，要带电话 | people | any records.disability(kind = 听力 and level = 2)
    残疾人证明年上半年到期的 | people | any records.disability(cert_until in 2027-01-01..2027-06-30)
    去年评过照护、评估等级三级的老人 | people | age >= 60 and any records.care(assessed_on in last-year and level = 3)
    从没做过照护评估的八十岁以上独居老人 | people | age >= 80 and tag:独居老人 and no records.care() ;; tag:高龄独居老人 and no records.care()
    国庆期间居住证到期的来沪人员 | people | tag:来沪人员 and any records.permit(until in 2026-10-01..2026-10-07)
    本周新办了居住登记的来沪人员 | people | tag:来沪人员 and any records.residence_registration(on in this-week)
    本市户籍里户籍地一年没核对过的 | people | hukou = 本市 and no records.hukou_place(checked_on >= today-1y)
    今年还没体检的70岁以上老人 | people | age >= 70 and no records.checkup(on in this-year)
    上个月在社区卫生服务中心体检过的老人 | people | age >= 60 and any records.checkup(on in last-month and place = 社区卫生服务中心) ;; age >= 60 and any records.checkup(on in last-month and place ~ 社区卫生服务中心)
    跟子女同住的90岁以上老人 | people | age >= 90 and any records.family(with_children = true)
    2025年丧偶的 | people | any records.family(widowed_on in 2025-01-01..2025-12-31)
    应种日期在下周、还没接种的婴幼儿 | people | tag:3岁以下婴幼儿 and any records.vaccination(due in next-week and not given = true) ;; tag:3岁以下婴幼儿 and any records.vaccination(due in next-week and given = false)
    敬老卡状态是停用的 | people | any records.senior_card(status = 停用)
    一次服务时长四小时以上的志愿者 | people | tag:注册志愿者 and any records.volunteering(hours >= 4)
    今年志愿服务满十次的 | people | count(records.volunteering(on in this-year)) >= 10
    居民代表里还没做线上实名认证的 | people | tag:居民代表 and not tag:线上实名认证居民 ;; tag:居民代表 and not any records.online_account(verified = true)
    三季度完成实名认证的居民 | people | any records.online_account(verified = true and since in 2026-07-01..2026-09-30) ;; any records.online_account(since in 2026-07-01..2026-09-30)
    电话核实结果是空号或者停机的独居老人 | people | tag:独居老人 and any records.phone_check(result in [空号, 停机])
    殡葬信息来源是医保停发的 | people | any records.funeral(source = 医保停发) ;; any records.funeral(source ~ 医保停发)
    八十年代入伍的老兵 | people | tag:退役军人 and any records.service_record(enlisted in 1980-01-01..1989-12-31)
    今年开始吃助餐的80岁以上老人 | people | age >= 80 and any records.meal_service(since in this-year)
    助餐点是南昌社区食堂的老人 | people | age >= 60 and any records.meal_service(place = 南昌社区食堂) ;; age >= 60 and any records.meal_service(place ~ 南昌社区食堂)
    月租金一万元以上的出租屋 | houses | tag:出租房屋 and any records.lease(rent >= 10000)
    租赁备案里出租间数不少于3间的房子 | houses | any records.lease(rooms >= 3)
    没有租赁备案的出租屋 | houses | tag:出租房屋 and no records.lease()
    元旦前要完工的装修户 | houses | tag:住宅装修中 and any records.renovation(planned_end in today..2026-12-31) ;; tag:住宅装修中 and any records.renovation(planned_end < 2027-01-01) ;; tag:住宅装修中 and any records.renovation(planned_end <= 2026-12-31)
    用瓶装气又没装报警器的人家 | houses | any records.gas(kind = 瓶装 and alarm = false) ;; any records.gas(kind = 瓶装 and not alarm = true)
    三年没有做过燃气安检的私房 | houses | tag:私房 and no records.gas(last_check >= today-3y) ;; tag:私房 and not any records.gas(last_check >= today-3y)
    系统公房里没有独用卫生间的 | houses | tag:系统公房 and any records.property(own_toilet = false) ;; tag:系统公房 and tag:无卫生设施住房
    非党员的楼组长，70岁以上 | people | tag:楼组长 and not (tag:中共正式党员 or tag:中共预备党员) and age >= 70
    半年里闹过两次以上纠纷的房子 | houses | count(records.mediation(on >= today-6m)) >= 2 ;; count(records.mediation(on in today-6m..today)) >= 2
    养犬证下个月到期的，养的是比熊 | houses | any records.dog(cert_until in next-month and breed = 比熊) ;; any records.dog(cert_until in next-month and breed ~ 比熊)
    养犬户里今年没打免疫的 | houses | tag:养犬登记户 and no records.dog(vaccinated_on in this-year) ;; tag:养犬登记户 and any records.dog(not vaccinated_on in this-year)
    分隔出租检查有分隔、居住间数5间以上的 | houses | any records.partition(partitioned = true and rooms >= 5)
    家里有高龄独居老人却还没有独立烟感登记的房屋 | houses | any residents(tag:高龄独居老人) and no records.smoke_alarm()
    下季度要救助复核的低保家庭 | houses | tag:最低生活保障家庭 and any records.aid_review(next_review in next-quarter)
    去年做完适老化改造、住着85岁以上老人的房子 | houses | any records.home_adaptation(status = 完成 and on in last-year) and any residents(age >= 85)
    空置原因里写着动迁的房屋 | houses | any records.vacancy(reason ~ 动迁)
    本月核对过地址、与标准地址不一致的房屋 | houses | any records.address_check(checked_on in this-month and matched = false)
    智能水表用水异常、住着孤老的房子 | houses | any records.water_meter(alert = true) and any residents(tag:孤老)
    今年消防入户安全检查不合格的 | houses | any records.safety_check(on in this-year and kind = 消防 and passed = false) ;; any records.safety_check(on in this-year and kind ~ 消防 and passed = false)
    食品经营许可证明年上半年到期的餐饮店 | shops | category = 餐饮 and any records.food_licence(until in 2027-01-01..2027-06-30)
    用管道气、没装报警器的商铺 | shops | any records.shop_gas(kind = 管道 and alarm = false) ;; any records.shop_gas(kind = 管道 and not alarm = true) ;; any records.shop_gas(kind = 管道) and tag:未装可燃气体报警器商户
    商铺检查内容是消防、今年不合格的店 | shops | any records.shop_inspection(on in this-year and kind = 消防 and passed = false)
    今年证照核对结果为证照不符的店 | shops | any records.licence_check(result = 证照不符 and on in this-year)
    没签餐厨垃圾收运协议的餐饮店 | shops | category = 餐饮 and no records.kitchen_waste()
    餐厨垃圾收运协议下个月到期的店 | shops | any records.kitchen_waste(until in next-month)
    九小场所中今年消防检查没通过的 | shops | tag:九小场所 and any records.fire_check(on in this-year and passed = false)
    消防检查发现有人住店的酒吧 | shops | category = 酒吧 and any records.fire_check(dwelling = true)
    物业合同明年到期的楼 | buildings | any records.property_management(contract_until in next-year)
    维修资金余额不到首期一半的楼栋 | buildings | any records.maintenance_fund(remaining_percent < 50)
    消防设施类隐患还在整改中的楼 | buildings | any records.hazard(kind = 消防设施 and status = 整改中)
    业委会任期明年上半年届满的 | buildings | any records.owners_committee(term_end in 2027-01-01..2027-06-30)
    今年电梯困过人的楼 | buildings | any records.elevator_event(kind = 困人 and on in this-year)
    建筑高度50米以上的楼 | buildings | any records.structure(height >= 50)
    砖木结构的石库门 | buildings | tag:保留历史建筑 and any records.structure(structure = 砖木) ;; tag:保留历史建筑 and any records.structure(structure ~ 砖木)
    今年还没清洗过水箱的二次供水水箱楼栋 | buildings | tag:二次供水水箱楼栋 and no records.water_tank(cleaned_on in this-year)
    应急灯不完好的楼 | buildings | any records.fire_facility(kind = 应急灯 and working = false) ;; any records.fire_facility(kind = 应急灯 and not working = true)
    加装电梯到了公示阶段的楼 | buildings | any records.elevator_retrofit(stage = 公示)
    垃圾分类检查得分低于60分的楼 | buildings | any records.waste_check(score < 60)
    麻烦调一下我们南昌居民区八十五岁以上的独居老人 | people | committee = 南昌 and age >= 85 and tag:独居老人
    我想看永嘉居委的楼组长 | people | committee = 永嘉 and tag:楼组长
    下个月将满80岁的本市户籍老人 | people | hukou = 本市 and turns(80) in next-month
    预备期已满、应转正的党员 | people | tag:预备期满待转正
    曾在海军服役的老人 | people | age >= 60 and any records.service_record(branch = 海军) ;; age >= 60 and tag:退役军人 and any records.service_record(branch = 海军)
    除延中居民区外的孤老 | people | tag:孤老 and not committee = 延中
    永嘉居民區的獨居老人，要電話 | people | committee = 永嘉 and tag:独居老人
    长乐路上的少数民族居民 | people | road = 长乐路 and tag:少数民族居民
    既不是低保也不是特困的重残人员 | people | tag:重度残疾人 and not tag:低保人员 and not tag:特困人员
    南昌、延中两个居委的志愿者，党员除外 | people | (committee = 南昌 or committee = 延中) and tag:注册志愿者 and not (tag:中共正式党员 or tag:中共预备党员)
    年龄最小的5个党员 | people | (tag:中共正式党员 or tag:中共预备党员)
    外籍人员按居委会、性别统计 | people | tag:外籍人员
    需要一份百岁老人名单，带姓名、地址、电话 | people | tag:百岁老人
    最久没走访的30个孤老 | people | tag:孤老
    10月1日以来没走访过的高龄独居 | people | tag:高龄独居老人 and not last_visited >= 2026-10-01
    住进贤路44弄的悬空老人 | people | tag:悬空老人 and address ~ 进贤路44弄
    跟残疾人住在一起的80岁以上老人 | people | age >= 80 and any housemates(tag:持证残疾人)
    今年上半年搬进来的租客 | people | role = tenant and since in 2026-01-01..2026-06-30
    具有本市户籍、年满65周岁且不满70周岁，尚未持有敬老卡的老年人 | people | hukou = 本市 and age >= 65 and age < 70 and not tag:敬老卡持有人
    持有《残疾人证》且未纳入最低生活保障、年龄在16周岁以上60周岁以下的本市户籍人员 | people | tag:持证残疾人 and not tag:低保人员 and age in 16..60 and hukou = 本市 ;; tag:持证残疾人 and not tag:低保人员 and age >= 16 and age <= 60 and hukou = 本市
    家庭成员均年满七十周岁的住户 | houses | all residents(age >= 70)
    2026年1月1日至2026年6月30日期间退出现役的本市户籍人员 | people | hukou = 本市 and any records.service_record(discharged in 2026-01-01..2026-06-30)
    除已享受长护险者外，照护评估等级为二级至六级的老年人 | people | age >= 60 and any records.care(level in 2..6) and not tag:长护险享受对象
    子女数为零、年满60周岁，且未入住养老机构的本市户籍老年人 | people | any records.family(children = 0) and age >= 60 and not tag:养老机构入住老人 and hukou = 本市
    居住在优秀历史建筑内、年满八十周岁的独居老年人 | people | any house(any building(tag:优秀历史建筑)) and age >= 80 and tag:独居老人
    证照已过期仍营业，且近90日检查不合格的商户 | shops | tag:证照已过期仍营业 and tag:近90日检查不合格商户
    建成于1990年以前、层数不低于六层且未安装电梯的楼栋 | buildings | built < 1990 and storeys >= 6 and not elevators >= 1
    三代同堂的人家有几户 | houses | tag:三代同住户
    家里既有80岁以上老人又有未成年人的房子 | houses | any residents(age >= 80) and any residents(tag:未成年人)
    没有党员的纯老家庭 | houses | tag:纯老家庭 and no residents(tag:中共正式党员 or tag:中共预备党员)
    租约快到期的房子，南昌路上的 | houses | road = 南昌路 and tag:租约30日内到期
    空置房面积最大的前十套 | houses | use = vacant
    50平方米以上、住了两个人以内的直管公房 | houses | tag:直管公房 and area_m2 >= 50 and residents <= 2
    想做适老化改造的人家 | houses | tag:适老化改造意向 ;; any records.home_adaptation(status = 意向)
    永嘉和延中的群租房 | houses | (committee = 永嘉 or committee = 延中) and tag:群租嫌疑
    长乐路上夜里11点以后还开着的店，酒吧除外 | shops | road = 长乐路 and not category = 酒吧 and closes > 23:00 ;; road = 长乐路 and not category = 酒吧 and closes >= 23:00 ;; road = 长乐路 and not category = 酒吧 and tag:深夜营业商铺
    雁蕩路上歇業的店鋪 | shops | road = 雁荡路 and status = 歇业
    网红店里经营异常的 | shops | tag:网红店铺 and tag:经营异常名录
    商铺按马路、业态统计 | shops | 
    进贤路和长乐路的住人店铺 | shops | (road = 进贤路 or road = 长乐路) and tag:三合一住人店铺
    七层以上的电梯楼，按层数从高到低 | buildings | storeys >= 7 and tag:在用电梯楼栋
    六十年代造的危房 | buildings | built in 1960..1969 and tag:危房
    有80岁以上老人的人家超过五户的楼 | buildings | count(houses(any residents(age >= 80))) > 5
    加梯征询中、又没有物业管理的楼 | buildings | tag:加梯征询中 and tag:无物业管理小区 ;; tag:加梯征询中 and any records.property_management(managed = false)
    永嘉居民区检验超期的电梯 | assets | committee = 永嘉 and kind = elevator and due < today
    元旦前到期的消火栓 | assets | kind = hydrant and due in today..2026-12-31 ;; kind = hydrant and due < 2027-01-01 ;; kind = hydrant and due <= 2026-12-31
    本季度要检的电梯，按到期日排序 | assets | kind = elevator and due in this-quarter
    上周来的紧急工单 | work_orders | urgent = true and reported_at in last-week
    明天要到期的12345工单 | work_orders | source = 12345 and due_at in today+1d..today+1d
    今年上半年的投诉，按承办单位统计 | work_orders | kind = 投诉 and reported_at in 2026-01-01..2026-06-30
    涉及沿街商铺的超期工单 | work_orders | any shop(tag:沿街商铺) and overdue = true
    延中居委本月办结的工单 | work_orders | committee = 延中 and closed_at in this-month
    国庆期间受理的投诉和举报 | work_orders | reported_at in 2026-10-01..2026-10-07 and kind in [投诉, 举报]
    昨天收到的工单 | work_orders | reported_at in today-1d..today-1d
    已签约家庭医生的75岁以上老人 | people | tag:家庭医生签约居民 and age >= 75
    生日在1936年的老人 | people | birth_date in 1936-01-01..1936-12-31 ;; age >= 60 and birth_date in 1936-01-01..1936-12-31
    六层以上又没有电梯的楼里住着的残疾人 | people | tag:持证残疾人 and any house(any building(storeys >= 6 and not elevators >= 1))
    可以给我一份延中居委低保边缘家庭的清单吗 | houses | committee = 延中 and tag:最低生活保障边缘家庭
    南昌路168弄2号里出租的房子 | houses | address ~ 南昌路168弄2号 and use = let
    福锦坊70岁以上的孤老 | people | compound = 福锦坊 and age >= 70 and tag:孤老
    全街道最老的十栋楼 | buildings | 
    餐饮油烟投诉里超期的 | work_orders | category = 餐饮油烟 and kind = 投诉 and overdue = true
    满意度不到3分的督办工单 | work_orders | satisfaction < 3 and supervised = true
    城管中队承办、还没办结的工单 | work_orders | unit = 城管中队 and not closed_at >= 1900-01-01 ;; unit = 城管中队 and not state = closed
    公共场所卫生许可下季度到期的美发店 | shops | category = 美发 and any records.health_licence(until in next-quarter)
    外摆面积超过10平方米的咖啡店 | shops | category = 咖啡 and any records.outdoor_seating(area > 10)
    高层住宅里检验超期的电梯 | assets | any building(tag:高层住宅) and kind = elevator and due < today
    设施按种类、状态统计 | assets | 
    随申拍来的投诉，满意度低的排前面 | work_orders | source = 随申拍 and kind = 投诉
    最新的20件社工上报工单 | work_orders | source = 社工上报
    进贤路44弄的邻里生活噪声投诉 | work_orders | address ~ 进贤路44弄 and kind = 投诉 and category = 邻里生活噪声
    商铺名单，开业最早的排前面，带打烊时间 | shops | 
    独居老人80岁以尚 | ERROR | 
    残极人员名单 | ERROR | 
    南唱居委的楼组长 | ERROR | 
    空潮老人 | ERROR | 
    月退休金五千元以上的老人 | ERROR | 
    有抑郁症的居民 | ERROR | 
    家里有私家车的住户 | ERROR | 
    五十岁以下的高龄独居老人 | ERROR | 
    一个人住的三代同堂家庭 | ERROR | 
    农历八月过生日的老人 | ERROR | 
    曾经住过养老院、现在搬回来的老人 | ERROR | 
    9月31日以前到期的租约 | ERROR | 
    住顶楼的80岁以上老人 | ERROR | 
    姓王的低保人员 | ERROR | 
    电梯困人超过两小时的楼 | ERROR | 
    月租金8000元以上5000元以下的出租屋 | ERROR | 
    我经办的工单 | ERROR | 
    快满九十岁的老人 | ERROR | 
    面积比较大的空置房 | ERROR | 
    独居或者残疾的低保人员和志愿者 | ERROR | 
    南昌居委九十岁朝上的老人 | people | committee = 南昌 and age >= 90
    八十五岁以上的老太太，半年没去看过 | people | age >= 85 and sex = 女 and not last_visited >= today-6m
    上礼拜去看过的失智老人 | people | tag:认知障碍老人 and last_visited in last-week
    长乐路上的孕妇 | people | road = 长乐路 and tag:孕产妇
    失独老人 | people | tag:独生子女死亡家庭特扶对象 and age >= 60
    今年退役的 | people | any records.service_record(discharged in this-year)
    1970年前入伍的老兵 | people | tag:退役军人 and any records.service_record(enlisted < 1970-01-01)
    只生了一个孩子的老人 | people | age >= 60 and any records.family(children = 1)
    老伴去年过世的老人 | people | age >= 60 and any records.family(widowed_on in last-year)
    电话是空号的独居老人 | people | tag:独居老人 and any records.phone_check(result = 空号)
    证件核验没通过的人 | people | any records.id_check(valid = false) ;; tag:证件号校验不通过 ;; any records.id_check(not valid = true)
    去年今年都没体检过的70岁以上老人 | people | age >= 70 and no records.checkup(on in last-year) and no records.checkup(on in this-year) ;; age >= 70 and no records.checkup(on >= 2025-01-01)
    居住证上个月过期的 | people | any records.permit(until in last-month)
    未办居住登记的租客 | people | tag:新入住未办居住登记 and role = tenant
    人户分离的残疾人 | people | tag:人户分离 and tag:持证残疾人
    已经退休的党员 | people | (tag:中共正式党员 or tag:中共预备党员) and any records.employment(status = 退休)
    低保里面还在校的 | people | tag:低保人员 and any records.employment(status = 在校)
    灵活就业的重残人员 | people | tag:灵活就业人员 and tag:重度残疾人
    复旦大学毕业的 | people | any records.graduation(school = 复旦大学) ;; any records.graduation(school ~ 复旦大学)
    残疾证明年上半年到期的人 | people | any records.disability(cert_until in 2027-01-01..2027-06-30)
    没满18岁的听力残疾 | people | age < 18 and any records.disability(kind = 听力)
    精神残疾三级 | people | any records.disability(kind = 精神 and level = 3)
    照护评估明年一月到期的 | people | any records.care(valid_until in 2027-01-01..2027-01-31)
    今年领过三次以上救助的 | people | count(records.aid(on in this-year)) >= 3
    单次帮扶金额超过2000元的 | people | any records.aid(amount > 2000)
    一次服务满4小时的志愿者 | people | tag:注册志愿者 and any records.volunteering(hours >= 4)
    """
}
