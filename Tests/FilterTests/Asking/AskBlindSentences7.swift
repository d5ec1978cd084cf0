// 200 sentences written with the sixth set and kept back until after it. When they were first read, 167 were right (16 of them
// rightly refused), 24 refused and 9 another filter; what was another list was mended by kind afterwards.

enum AskBlindSentences7 {
  static let table = """
    延中这边的百岁老人有几位？ | people | committee = 延中 and tag:百岁老人
    麻烦拉一下南昌居委85岁以上、一个人住的阿婆名单，谢谢 | people | committee = 南昌 and age >= 85 and sex = 女 and any house(count(residents()) = 1)
    敬老卡已停用的老人 | people | age >= 60 and any records.senior_card(status = 停用)
    今年丧偶的老人 | people | age >= 60 and any records.family(widowed_on in this-year)
    有三个及以上子女、却不与子女同住的老人 | people | age >= 60 and any records.family(children >= 3 and with_children = false)
    入党日期早于1976年7月1日的正式党员 | people | tag:中共正式党员 and any records.party(join_date < 1976-07-01)
    转正日期在去年的人 | people | any records.party(full_on in last-year)
    所在支部是南昌第二党支部、入党不满五年的 | people | any records.party(branch = 南昌第二党支部 and join_date > today-5y)
    今年有过一笔超过2000元的助学帮扶的人 | people | any records.aid(kind = 助学帮扶 and on in this-year and amount > 2000)
    上个月领过慰问金的退伍军人 | people | tag:退役军人 and any records.aid(kind = 慰问金 and on in last-month)
    还有哪些低保户今年没领过节日帮困？ | people | tag:低保人员 and no records.aid(kind = 节日帮困 and on in this-year)
    大病患者里拿到过1万元以上医疗救助的 | people | tag:重大疾病患者 and any records.aid(kind = 医疗救助 and amount >= 10000)
    不满35周岁，就业状态为失业，且失业开始日期早于2025年1月1日的人员 | people | age < 35 and any records.employment(status = 失业 and since < 2025-01-01)
    单位是瑞金医院、目前在职的居民 | people | any records.employment(employer = 瑞金医院 and status = 在职)
    毕业信息里学校是复旦大学、学历是博士的 | people | any records.graduation(school = 复旦大学 and level = 博士)
    雁荡居委会未就业毕业生有多少人 | people | committee = 雁荡 and tag:离校未就业高校毕业生
    残疾类别为听力或者言语、等级三级的人 | people | any records.disability(kind in [听力, 言语] and level = 3)
    残疾人证明年到期的，提前通知换证 | people | any records.disability(cert_until in next-year)
    陕西南路上多重残疾一级的居民 | people | road = 陕西南路 and any records.disability(kind = 多重 and level = 1)
    持证残疾人当中，不是重残、也不是低保的 | people | tag:持证残疾人 and not tag:重度残疾人 and not tag:低保人员
    照护评估等级5级或6级、结论有效期今年到期的 | people | any records.care(level in 5..6 and valid_until in this-year)
    上个季度做的照护评估，评下来是2级的人 | people | any records.care(assessed_on in last-quarter and level = 2)
    居住证下周到期的租客 | people | role = tenant and any records.permit(until in next-week)
    外省市户籍的租客，从没做过居住登记的 | people | role = tenant and hukou = 外省市 and no records.residence_registration()
    居住登记事由是务工的来沪人员 | people | tag:来沪人员 and any records.residence_registration(reason = 务工)
    户籍地核对日期在去年、户籍不在现住房屋的人 | people | any records.hukou_place(checked_on in last-year and here = false)
    人户分离的80岁以上老人，按居委会分组 | people | tag:人户分离 and age >= 80
    今年还没体检过的党员 | people | (tag:中共正式党员 or tag:中共预备党员) and no records.checkup(on in this-year)
    65岁以上、今年在瑞金医院做过体检的老人 | people | age >= 65 and any records.checkup(on in this-year and place = 瑞金医院)
    本月应种麻腮风的有哪些人 | people | any records.vaccination(vaccine = 麻腮风 and due in this-month)
    接种逾期儿童里的外来人口 | people | tag:接种逾期儿童 and tag:来沪人员
    有过一次服务满6小时的志愿者 | people | tag:注册志愿者 and any records.volunteering(hours >= 6)
    今年服务了10次以上的志愿者 | people | tag:注册志愿者 and count(records.volunteering(on in this-year)) >= 10
    志愿服务项目为文明交通、时长不足2小时的人 | people | any records.volunteering(project = 文明交通 and hours < 2)
    楼组长里还不是线上实名认证居民的 | people | tag:楼组长 and not tag:线上实名认证居民
    电话核实结果为空号的独居老人，带地址 | people | tag:独居老人 and any records.phone_check(result = 空号)
    这个月电话打过去无人接听的高龄独居老人 | people | tag:高龄独居老人 and any records.phone_check(result = 无人接听 and on in this-month)
    证件核验没有通过的租客 | people | role = tenant and any records.id_check(valid = false)
    当过海军的老兵，雁荡的 | people | committee = 雁荡 and tag:退役军人 and any records.service_record(branch = 海军)
    军种为武警，退役日期在1980年1月1日至1985年12月31日之间 | people | any records.service_record(branch = 武警 and discharged in 1980-01-01..1985-12-31)
    入伍满六十年的退役军人 | people | tag:退役军人 and any records.service_record(enlisted <= today-60y)
    八一慰问名单：雁荡居民区的伤残军人、参战老兵和军属 | people | committee = 雁荡 and (tag:残疾军人 or tag:参战参试退役人员 or tag:现役军人家属)
    助餐点是明复里食堂、今年开始助餐的 | people | any records.meal_service(place = 明复里食堂 and since in this-year)
    上个月助餐服务结束的人 | people | any records.meal_service(until in last-month)
    殡葬信息来源为医保停发的人员 | people | any records.funeral(source = 医保停发)
    南昌路136弄里的残疾人 | people | address ~ 南昌路136弄 and tag:持证残疾人
    长乐和南昌两个居民区90岁以上、本市户籍的老人，带出生日期，年纪大的排前面 | people | (committee = 长乐 or committee = 南昌) and age >= 90 and hukou = 本市
    除延中居委会外的孤老 | people | tag:孤老 and not committee = 延中
    外国人和港澳台居民一共多少人 | people | tag:外籍人员 or tag:港澳台居民
    少数民族的业主 | people | tag:少数民族居民 and role = owner
    回族老人 | people | ethnicity = 回族 and age >= 60
    硕士或者博士学历的社区能人 | people | tag:社区能人 and education in [硕士, 博士]
    年龄在30至45周岁之间、学历为高中的登记失业人员 | people | tag:登记失业人员 and age in 30..45 and education = 高中
    2025年3月1日以来入住的外籍人员 | people | tag:外籍人员 and since >= 2025-03-01
    上周走访过的社区矫正对象 | people | tag:社区矫正对象 and last_visited in last-week
    两个礼拜没走访过的失智老人有吗 | people | tag:认知障碍老人 and not last_visited >= today-14d
    下季度满65周岁的本市户籍居民 | people | turns(65) in next-quarter and hukou = 本市
    明年满16周岁的困境儿童 | people | tag:困境儿童 and turns(16) in next-year
    本周满100岁的寿星，男的 | people | turns(100) in this-week and sex = 男
    1936年1月1日至1940年12月31日出生的女性 | people | birth_date in 1936-01-01..1940-12-31 and sex = 女
    在吗？1966年出生的男同志帮我导一份 | people | sex = 男 and birth_date in 1966-01-01..1966-12-31
    同住人里有重残人员的80岁以上老人 | people | age >= 80 and any housemates(tag:重度残疾人)
    没有不满60周岁的人同住的85岁以上老人 | people | age >= 85 and no housemates(age < 60)
    所住楼栋在五层及以上且没有电梯的重残人员 | people | tag:重度残疾人 and any house(any building(storeys >= 5 and not elevators >= 1))
    住在直管公房里、还在用手拎马桶的独居老人 | people | tag:独居老人 and any house(tag:直管公房 and tag:无卫生设施住房)
    住在老洋房里的民主党派成员 | people | tag:民主党派成员 and any house(any building(tag:优秀历史建筑))
    住房建筑面积不到15平方米的低保人员 | people | tag:低保人员 and any house(area_m2 < 15)
    又是志愿者，又是楼组长，又是居民代表的人 | people | tag:注册志愿者 and tag:楼组长 and tag:居民代表
    居民代表或者楼组长，但不是党员 | people | (tag:居民代表 or tag:楼组长) and not (tag:中共正式党员 or tag:中共预备党员)
    高龄独居老人里没有家庭医生签约的 | people | tag:高龄独居老人 and not tag:家庭医生签约居民
    长护险对象，但不是养老服务补贴对象的，请各居委核对 | people | tag:长护险享受对象 and not tag:养老服务补贴对象
    外卖骑手里户籍在外省市的，按年龄从小到大 | people | tag:新就业形态劳动者 and hukou = 外省市
    反诈提醒对象，70岁以上，女，本月还没走访 | people | tag:反诈重点提醒对象 and age >= 70 and sex = 女 and not last_visited in this-month
    年纪最大的20个志愿者 | people | tag:注册志愿者
    失独家庭65岁以上的，南昌居委 | people | committee = 南昌 and tag:独生子女死亡家庭特扶对象 and age >= 65
    同时符合下列条件的人员：（一）年满60周岁；（二）具有本市户籍；（三）属于重度残疾人；（四）不是残疾人两项补贴对象 | people | age >= 60 and hukou = 本市 and tag:重度残疾人 and not tag:残疾人两项补贴对象
    本办法所称关爱对象，是指孤老、认知障碍老人以及独居重度残疾人 | people | tag:孤老 or tag:认知障碍老人 or tag:独居重度残疾人
    16至59周岁、既不在职也不是灵活就业的持证残疾人 | people | tag:持证残疾人 and age in 16..59 and no records.employment(status in [在职, 灵活就业])
    就业情况登记为在校、已满18周岁的 | people | age >= 18 and any records.employment(status = 在校)
    手机号13800001234是谁 | people | phone = 13800001234
    资料自2026年1月1日以来没有更新过的微网格长 | people | tag:微网格长 and not updated_at >= 2026-01-01
    防汛防台转移对象中住在雁荡路上的，先列名字和电话 | people | tag:防汛防台转移对象 and road = 雁荡路
    特困人员、孤儿及事实无人抚养儿童，不含今年已获帮扶人员 | people | (tag:特困人员 or tag:孤儿及事实无人抚养儿童) and not tag:今年已获帮扶人员
    长乐路上的合租房 | houses | road = 长乐路 and tag:多人合租房屋
    月租金超过8000元的出租屋 | houses | tag:出租房屋 and any records.lease(rent > 8000)
    租赁备案的到期日在下个月、出租间数不少于3间的房屋 | houses | any records.lease(until in next-month and rooms >= 3)
    装修停工的人家 | houses | any records.renovation(status = 停工)
    下周计划完工的装修户 | houses | tag:住宅装修中 and any records.renovation(planned_end in next-week)
    用瓶装气又没装报警器的人家有几户 | houses | any records.gas(kind = 瓶装 and alarm = false)
    上次安检早于2024年1月1日的管道燃气用户 | houses | any records.gas(kind = 管道 and last_check < 2024-01-01)
    厨卫合用的售后公房 | houses | tag:售后公房 and any records.property(shared_kitchen = true)
    没有独用卫生间、又住着80岁以上老人的房子 | houses | any records.property(own_toilet = false) and any residents(age >= 80)
    今年受理的噪声纠纷，南昌的 | houses | committee = 南昌 and any records.mediation(kind = 噪声 and on in this-year)
    邻里纠纷或停车纠纷已结的人家 | houses | any records.mediation(kind in [邻里, 停车] and status = 已结)
    养金毛或者拉布拉多、养犬证下个月到期的人家 | houses | any records.dog(breed in [金毛, 拉布拉多] and cert_until in next-month)
    今年狗还没免疫的养犬户 | houses | tag:养犬登记户 and no records.dog(vaccinated_on in this-year)
    分隔出租检查中有分隔、居住间数5间以上的房屋 | houses | any records.partition(partitioned = true and rooms >= 5)
    独立烟感安装日期早于2020年1月1日的房屋 | houses | any records.smoke_alarm(installed < 2020-01-01)
    救助类别为低保、下次复核日在本月的家庭 | houses | any records.aid_review(kind = 低保 and next_review in this-month)
    适老化改造正在施工的人家 | houses | any records.home_adaptation(status = 施工)
    家里有长护险对象、适老化改造还在评估的房屋 | houses | any residents(tag:长护险享受对象) and any records.home_adaptation(status = 评估)
    雁荡居委的长期空置房，按面积从大到小 | houses | committee = 雁荡 and tag:空置90日以上房屋
    入户安全检查里用电不合格的房屋 | houses | any records.safety_check(kind = 用电 and passed = false)
    今年没做过入户安全检查的群租 | houses | tag:群租嫌疑 and no records.safety_check(on in this-year)
    没装一键通的双老家庭 | houses | tag:双老家庭 and not tag:一键通应急呼叫户
    自住的商品房，面积100平方米以上 | houses | use = self and tag:商品住宅 and area_m2 >= 100
    三代同堂、住房面积不到30平方米的家庭 | houses | tag:三代同住户 and area_m2 < 30
    既有失业人员又有不满18周岁孩子的家庭 | houses | any residents(tag:登记失业人员) and any residents(age < 18)
    瑞金二路上的办公用房 | houses | road = 瑞金二路 and kind = office
    租约已过期未续、且居住人数超过3人的 | houses | tag:租约已过期未续 and residents > 3
    凡属违法搭建在册、且不是居改非的房屋，由各居民区逐户上门告知 | houses | tag:违法搭建在册 and not tag:居改非
    雁荡路上已经歇业的店 | shops | road = 雁荡路 and status = 歇业
    食品经营许可下个月到期的奶茶店 | shops | category = 奶茶 and any records.food_licence(until in next-month)
    食品经营许可的经营项目为热食类制售的店铺 | shops | any records.food_licence(scope = 热食类制售)
    用管道气但没装报警器的餐饮店 | shops | category = 餐饮 and any records.shop_gas(kind = 管道 and alarm = false)
    瓶装气商户，上次安检早于2026年3月1日的 | shops | tag:瓶装液化气商户 and any records.shop_gas(last_check < 2026-03-01)
    门责协议签订日期在2025年的沿街门店 | shops | tag:沿街商铺 and any records.gate_duty(signed_on in 2025-01-01..2025-12-31)
    今年消防检查不合格的九小场所 | shops | tag:九小场所 and any records.fire_check(passed = false and on in this-year)
    商铺检查内容是食品安全、上个月检查且不合格的 | shops | any records.shop_inspection(kind = 食品安全 and on in last-month and passed = false)
    证照核对结果是证照不符或者已注销的商铺 | shops | any records.licence_check(result in [证照不符, 已注销])
    外摆备案面积大于10平方米的咖啡店 | shops | category = 咖啡 and any records.outdoor_seating(area > 10)
    公共场所卫生许可今年到期的店有哪些 | shops | any records.health_licence(until in this-year)
    餐厨垃圾收运单位为城投环境、协议本季度到期的餐饮店 | shops | category = 餐饮 and any records.kitchen_waste(carrier = 城投环境 and until in this-quarter)
    商铺装修停工了的，长乐居委 | shops | committee = 长乐 and any records.shop_renovation(status = 停工)
    上个月新开的烘焙店 | shops | category = 烘焙 and opened in last-month
    今年被投诉3次以上的网红店 | shops | tag:网红店铺 and count(work_orders(kind = 投诉 and reported_at in this-year)) >= 3
    打烊时间晚于23:30的轻餐饮 | shops | tag:轻餐饮 and closes > 23:30
    店名里有“老克勒”三个字的店 | shops | name ~ 老克勒
    持食品经营许可证、且未列入经营异常名录的餐饮店 | shops | category = 餐饮 and tag:持食品经营许可证 and not tag:经营异常名录
    开在老洋房里的酒吧 | shops | category = 酒吧 and any house(any building(tag:优秀历史建筑))
    证照明年到期的预付卡商户 | shops | tag:预付卡发卡商户 and licence_until in next-year
    既是住人店铺又是瓶装气商户的 | shops | tag:三合一住人店铺 and tag:瓶装液化气商户
    正在营业的校外培训机构，按马路统计家数 | shops | tag:校外培训机构 and status = 营业
    12层以上、有两部及以上电梯的楼 | buildings | storeys >= 12 and elevators >= 2
    物业企业是永绿物业、物业合同今年到期的楼栋 | buildings | any records.property_management(company = 永绿物业 and contract_until in this-year)
    维修资金余额不到首期50%的楼 | buildings | any records.maintenance_fund(remaining_percent < 50)
    隐患类别为消防设施、状态为整改中、整改期限在本月的楼栋 | buildings | any records.hazard(kind = 消防设施 and status = 整改中 and due in this-month)
    业委会选举日期在2023年的楼 | buildings | any records.owners_committee(elected in 2023-01-01..2023-12-31)
    电梯维保单位是三菱电梯的楼有几栋 | buildings | any records.elevator(maintainer = 三菱电梯)
    去年发生过电梯困人的楼 | buildings | any records.elevator_event(kind = 困人 and on in last-year)
    砖木结构的石库门，要列进防火检查 | buildings | tag:保留历史建筑 and any records.structure(structure = 砖木)
    建筑用途为商住、高度超过50米的楼栋 | buildings | any records.structure(usage = 商住 and height > 50)
    水箱下次清洗在下个月的楼栋 | buildings | any records.water_tank(next_due in next-month)
    防火门不完好的楼 | buildings | any records.fire_facility(kind = 防火门 and working = false)
    加装电梯到了公示阶段的楼，延中 | buildings | committee = 延中 and any records.elevator_retrofit(stage = 公示)
    本月垃圾分类检查得分不到60分的楼 | buildings | any records.waste_check(score < 60 and on in this-month)
    今年投诉工单超过10件的楼 | buildings | count(work_orders(kind = 投诉 and reported_at in this-year)) > 10
    楼道堆物隐患和消防设施失效两样都占的楼栋 | buildings | tag:楼道堆物隐患 and tag:消防设施失效
    延中的消火栓有多少个 | assets | kind = hydrant and committee = 延中
    下季度到期检验的电梯，按到期日排序 | assets | kind = elevator and due in next-quarter
    本周到期的设施设备 | assets | due in this-week
    编号31050101的电梯 | assets | kind = elevator and code = 31050101
    南昌路上到期日不晚于2026年12月31日的电梯 | assets | road = 南昌路 and kind = elevator and due <= 2026-12-31
    高层住宅里的消火栓 | assets | kind = hydrant and any building(tag:高层住宅)
    所在楼栋住着90岁以上老人的电梯 | assets | kind = elevator and any building(any houses(any residents(age >= 90)))
    电梯困人高发楼栋里的电梯，下个月要检验的 | assets | kind = elevator and due in next-month and any building(tag:电梯困人高发)
    检验超期超过一个月的电梯 | assets | kind = elevator and due < today-1m
    长乐路和陕西南路上的电梯 | assets | (road = 长乐路 or road = 陕西南路) and kind = elevator
    除雁荡居委外，检验已经超期的电梯 | assets | kind = elevator and due < today and not committee = 雁荡
    2027年1月1日至2027年3月31日到期的消火栓 | assets | kind = hydrant and due in 2027-01-01..2027-03-31
    1980年以前老楼里的电梯 | assets | kind = elevator and any building(tag:1980年以前老楼)
    无物业小区里60天内要检验的电梯 | assets | kind = elevator and due in today..today+60d and any building(tag:无物业管理小区)
    上周收到的求助工单 | work_orders | kind = 求助 and reported_at in last-week
    紧急工单里还没有结案的 | work_orders | urgent = true and not state = closed
    被退单的12345工单 | work_orders | source = 12345 and state = returned
    挂起的工单，南昌居委 | work_orders | committee = 南昌 and state = suspended
    12345本月的咨询工单有多少件 | work_orders | source = 12345 and kind = 咨询 and reported_at in this-month
    上个月结案的举报工单 | work_orders | kind = 举报 and closed_at in last-month
    满意度不到3分的督办件 | work_orders | satisfaction < 3 and supervised = true
    满意度5分的建议工单 | work_orders | satisfaction = 5 and kind = 建议
    一周内到期的督办件 | work_orders | supervised = true and due_at in today..today+7d
    承办单位是城管中队、已经逾期的工单 | work_orders | unit = 城管中队 and overdue = true
    南昌路上涉及酒吧的投诉工单 | work_orders | road = 南昌路 and kind = 投诉 and any shop(category = 酒吧)
    涉及群租嫌疑房屋的举报工单 | work_orders | kind = 举报 and any house(tag:群租嫌疑)
    独居老人的求助工单，急的 | work_orders | kind = 求助 and urgent = true and any people(tag:独居老人)
    工单编号20261101001 | work_orders | number = 20261101001
    2026年7月1日至2026年9月30日受理的投诉，按承办单位统计 | work_orders | kind = 投诉 and reported_at in 2026-07-01..2026-09-30
    上季度延中的工单，按诉求类别排前五 | work_orders | committee = 延中 and reported_at in last-quarter
    来源不是12345的紧急工单 | work_orders | urgent = true and not source = 12345
    诉求类别为物业管理、满意度1分或2分的工单 | work_orders | category = 物业管理 and satisfaction in 1..2
    今年以来涉及网红店的投诉工单 | work_orders | kind = 投诉 and reported_at in this-year and any shop(tag:网红店铺)
    长乐路372弄上个月的工单 | work_orders | address ~ 长乐路372弄 and reported_at in last-month
    办结期限在本周、还没超期的工单 | work_orders | due_at in this-week and overdue = false
    住着80岁以上老人的房屋的投诉工单 | work_orders | kind = 投诉 and any house(any residents(age >= 80))
    家里养猫的独居老人 | ERROR | 
    信佛教的居民有多少 | ERROR | 
    A型血的志愿者 | ERROR | 
    退休工资五千元以上的老人 | ERROR | 
    还没结婚的小青年，30岁以上 | ERROR | 
    会说日语的志愿者 | ERROR | 
    家里有私家车的住户 | ERROR | 
    朝南的房子，60平方米以上 | ERROR | 
    上个月用电超过500度的人家 | ERROR | 
    年营业额超过100万的咖啡店 | ERROR | 
    店员没有健康证的餐饮店 | ERROR | 
    外墙刷成红色的楼 | ERROR | 
    载重1000公斤以上的电梯 | ERROR | 
    水压不够的消火栓 | ERROR | 
    处理费用超过5000块的工单 | ERROR | 
    投诉人态度不好的工单 | ERROR | 
    """
}
