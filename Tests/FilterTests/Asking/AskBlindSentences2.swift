// Sentences written by people who knew the fields and not the program, and what each must mean on 21 November 2026;
// several filters that find the same are parted by `;;`, ERROR is what must be refused.

enum AskBlindSentences2 {
  static let table = """
    十月份没做过志愿服务的党员 | people | (tag:中共正式党员 or tag:中共预备党员) and no records.volunteering(on in 2026-10-01..2026-10-31)
    今年转正的党员 | people | (tag:中共正式党员 or tag:中共预备党员) and any records.party(full_on in this-year) ;; tag:中共正式党员 and any records.party(full_on in this-year)
    国庆节以来新搬进来的租客 | people | role = tenant and since >= 2026-10-01 ;; role = tenant and since in 2026-10-01..today
    业主，60到65岁 | people | role = owner and age in 60..65
    外国人，住雁荡路的 | people | tag:外籍人员 and road = 雁荡路 ;; hukou = 外籍 and road = 雁荡路
    回族老人 | people | ethnicity = 回族 and age >= 60 ;; ethnicity in [回族, 回] and age >= 60
    大专学历的登记失业人员 | people | education = 大专 and tag:登记失业人员
    永嘉居委的楼组长和居民代表 | people | committee = 永嘉 and (tag:楼组长 or tag:居民代表)
    不是党员的业委会委员 | people | tag:业委会委员 and not (tag:中共正式党员 or tag:中共预备党员)
    除延中居委以外的孤老 | people | tag:孤老 and not committee = 延中 ;; tag:孤老 and committee != 延中
    和重残人员同住的70岁以上老人 | people | age >= 70 and any housemates(tag:重度残疾人)
    住石库门的80岁以上老人 | people | age >= 80 and any house(any building(tag:保留历史建筑))
    住在合用厨卫房子里的残疾人 | people | tag:持证残疾人 and any house(tag:不成套住房)
    养犬户里的独居老人 | people | tag:独居老人 and any house(tag:养犬登记户)
    一九三六年生的老人 | people | birth_date in 1936-01-01..1936-12-31 ;; birth_date in 1936-01-01..1936-12-31 and age >= 60
    五十年代出生的独居男老人 | people | birth_date in 1950-01-01..1959-12-31 and sex = 男 and tag:独居老人
    00后志愿者 | people | tag:注册志愿者 and birth_date in 2000-01-01..2009-12-31
    明天过80岁生日的 | people | turns(80) in today+1d..today+1d ;; turns(80) = today+1d
    这个礼拜满一百岁的 | people | turns(100) in this-week
    元旦前满60周岁的女同志 | people | sex = 女 and turns(60) in today..2026-12-31
    下半年满70岁的本市户籍 | people | hukou = 本市 and turns(70) in 2026-07-01..2026-12-31
    一次都没走访过的低保户 | people | tag:低保人员 and not last_visited >= 1900-01-01 ;; tag:低保人员 and not last_visited <= today
    延中居委會的獨居老人，滿九十歲 | people | committee = 延中 and age >= 90 and tag:独居老人
    低保人員中的肢體殘疾人 | people | tag:低保人员 and tag:肢体残疾人
    不满一周岁的小毛头 | people | age < 1 ;; age < 1 and age < 3
    叫李秀英的 | people | name = 李秀英
    反诈提醒对象里的独居老人 | people | tag:反诈重点提醒对象 and tag:独居老人
    老伙伴结对对象，近一个月没走访的 | people | tag:老伙伴结对对象 and not last_visited >= today-1m
    悬空老人，女的，南昌路 | people | tag:悬空老人 and sex = 女 and road = 南昌路
    外来人口里的快递员 | people | tag:来沪人员 and tag:新就业形态劳动者
    具有本市户籍，年满70周岁不满80周岁，且未享受最低生活保障的老年人 | people | hukou = 本市 and age >= 70 and age < 80 and not tag:低保人员
    登记失业人员中，女性年满45周岁、男性年满50周岁的 | people | tag:登记失业人员 and (sex = 女 and age >= 45 or sex = 男 and age >= 50)
    退役军人、烈士遗属、现役军人家属中年满80周岁的 | people | (tag:退役军人 or tag:烈士遗属 or tag:现役军人家属) and age >= 80
    已签约家庭医生、本年度尚未体检的65周岁以上老年人 | people | tag:家庭医生签约居民 and age >= 65 and no records.checkup(on in this-year) ;; tag:家庭医生签约居民 and age >= 65 and tag:65岁以上年度体检未完成
    2024年1月1日以来毕业的硕士、博士 | people | any records.graduation(on >= 2024-01-01 and level in [硕士, 博士]) ;; any records.graduation(on in 2024-01-01..today and level in [硕士, 博士])
    除已入住养老机构的外，长护险评估等级五级及以上的老年人 | people | age >= 60 and any records.care(level >= 5) and not tag:养老机构入住老人
    连续失业6个月以上且不满35周岁的人员 | people | tag:连续失业6个月以上 and age < 35
    居住证已过期且年满16周岁的来沪人员 | people | tag:居住证已过期 and age >= 16 and tag:来沪人员
    80岁以上老人按居委统计 | people | age >= 80
    持证残疾人男女各多少 | people | tag:持证残疾人
    最年长的五位党员 | people | tag:中共正式党员 or tag:中共预备党员
    年纪最小的三个退役军人 | people | tag:退役军人
    低保人员名单，带电话和地址 | people | tag:低保人员
    永嘉居委外来人口有几个 | people | committee = 永嘉 and tag:来沪人员
    下个月满90岁的，按生日先后排 | people | turns(90) in next-month
    各居委楼组长人数 | people | tag:楼组长
    空置半年以上的房子 | houses | any records.vacancy(since <= today-6m) ;; use = vacant and any records.vacancy(since <= today-6m)
    月租一万以上的房子 | houses | any records.lease(rent >= 10000)
    月租金5000到8000、在南昌路上的 | houses | road = 南昌路 and any records.lease(rent in 5000..8000)
    春节前租约到期的房子 | houses | any records.lease(until in today..2027-02-05)
    烟感失灵、家里有90岁以上老人的 | houses | tag:烟感失灵户 and any residents(age >= 90)
    去年装了独立烟感的人家，永嘉居委 | houses | committee = 永嘉 and any records.smoke_alarm(installed in last-year)
    手拎马桶、住着80岁以上老人的房子 | houses | tag:无卫生设施住房 and any residents(age >= 80)
    装修计划下个月完工的住宅 | houses | kind = dwelling and any records.renovation(planned_end in next-month) ;; any records.renovation(planned_end in next-month)
    今年调解过两次以上的人家 | houses | count(records.mediation(on in this-year)) >= 2
    家里既有婴幼儿又有80岁以上老人的 | houses | any residents(age < 3) and any residents(age >= 80) ;; tag:有婴幼儿家庭 and any residents(age >= 80) ;; any residents(tag:3岁以下婴幼儿) and any residents(age >= 80)
    有残疾人的双老家庭 | houses | tag:双老家庭 and any residents(tag:持证残疾人)
    50到90平方的商品房 | houses | area_m2 in 50..90 and tag:商品住宅
    下个月要复核的低保家庭 | houses | tag:最低生活保障家庭 and any records.aid_review(next_review in next-month)
    适老化改造状态是施工的人家 | houses | any records.home_adaptation(status = 施工)
    十月份入户安全检查不合格的人家 | houses | any records.safety_check(on in 2026-10-01..2026-10-31 and passed = false) ;; any records.safety_check(on in 2026-10-01..2026-10-31 and not passed = true)
    雁荡路上空着的门面房 | houses | road = 雁荡路 and use = vacant and kind = shopfront
    住的全是外省市户籍的房子 | houses | all residents(hukou = 外省市)
    今年还没走访过的低保家庭 | houses | tag:最低生活保障家庭 and no visits(visited_on in this-year) ;; tag:最低生活保障家庭 and no visits(visited_on >= 2026-01-01)
    長樂路的空置房屋 | houses | road = 长乐路 and use = vacant
    三代同堂、房子不到40平米 | houses | tag:三代同住户 and area_m2 < 40
    养犬证过期的人家，延中和南昌两个居委 | houses | (committee = 延中 or committee = 南昌) and tag:养犬证已过期
    厨卫合用且建筑面积不足15平方米的直管公房 | houses | tag:不成套住房 and area_m2 < 15 and tag:直管公房
    住有三名以上租客且未装独立烟感的房屋 | houses | count(residents(role = tenant)) >= 3 and no records.smoke_alarm()
    直管公房或者系统公房中居住人数达到四人以上的 | houses | (tag:直管公房 or tag:系统公房) and residents >= 4
    各马路空置房套数 | houses | use = vacant
    面积最大的十套直管公房 | houses | tag:直管公房
    纯老家庭一共多少户 | houses | tag:纯老家庭
    营业超过晚上十一点的咖啡店 | shops | category = 咖啡 and closes > 23:00
    歇业的沿街店铺 | shops | status = 歇业 and tag:沿街商铺
    没装可燃气报警器的餐饮店 | shops | tag:未装可燃气体报警器商户 and category = 餐饮 ;; any records.shop_gas(alarm = false) and category = 餐饮
    上个月商铺检查不合格的店 | shops | any records.shop_inspection(on in last-month and passed = false) ;; any records.shop_inspection(on in last-month and not passed = true)
    今年还没做过消防检查的酒吧 | shops | category = 酒吧 and no records.fire_check(on in this-year) ;; category = 酒吧 and no records.fire_check(on >= 2026-01-01)
    外摆面积超过10平米的店 | shops | any records.outdoor_seating(area > 10)
    餐厨垃圾收运协议年底前到期的餐饮店 | shops | category = 餐饮 and any records.kitchen_waste(until in today..2026-12-31)
    瑞金二路今年签了门责协议的店 | shops | road = 瑞金二路 and any records.gate_duty(signed_on in this-year)
    证照核对下来证照不符的 | shops | any records.licence_check(result = 证照不符)
    食品许可证明年一季度到期的店 | shops | any records.food_licence(until in 2027-01-01..2027-03-31)
    店铺装修停工的 | shops | any records.shop_renovation(status = 停工)
    用瓶装气、半年没安检的商铺 | shops | any records.shop_gas(kind = 瓶装 and not last_check >= today-6m) ;; any records.shop_gas(kind = 瓶装) and no records.shop_gas(last_check >= today-6m) ;; tag:瓶装液化气商户 and no records.shop_gas(last_check >= today-6m) ;; tag:瓶装液化气商户 and any records.shop_gas(not last_check >= today-6m)
    被投诉过三次以上的酒吧 | shops | category = 酒吧 and count(work_orders(kind = 投诉)) >= 3
    有逾期工单的店 | shops | any work_orders(overdue = true)
    店名里有面馆的店 | shops | name ~ 面馆
    2024年以来开的咖啡馆 | shops | category = 咖啡 and opened >= 2024-01-01 ;; category = 咖啡 and opened in 2024-01-01..today
    三合一、在长乐路的 | shops | tag:三合一住人店铺 and road = 长乐路
    经营异常或者证照过期还在营业的店 | shops | tag:经营异常名录 or tag:证照已过期仍营业
    除九小场所外，餐厨收运协议到期的餐饮店 | shops | category = 餐饮 and tag:餐厨收运协议到期 and not tag:九小场所
    网红店按马路统计 | shops | tag:网红店铺
    打烊最晚的10家店 | shops | 
    维修资金余额不到两成的楼 | buildings | any records.maintenance_fund(remaining_percent < 20)
    业委会明年上半年任期届满的楼栋 | buildings | any records.owners_committee(term_end in 2027-01-01..2027-06-30)
    去年选举业委会的楼 | buildings | any records.owners_committee(elected in last-year)
    加装电梯项目阶段是公示的楼 | buildings | any records.elevator_retrofit(stage = 公示)
    这个月电梯困过人的楼 | buildings | any records.elevator_event(kind = 困人 and on in this-month)
    楼道堆物、整改期限已经过了还没销号的楼 | buildings | any records.hazard(kind = 楼道堆物 and due < today and not status = 销号)
    上周垃圾分类检查不到80分的楼 | buildings | any records.waste_check(on in last-week and score < 80)
    上世纪三十年代造的老洋房 | buildings | tag:优秀历史建筑 and built in 1930..1939
    七层以上没电梯的楼 | buildings | storeys >= 7 and not elevators >= 1
    有水箱、今年还没洗过的楼 | buildings | any records.water_tank() and no records.water_tank(cleaned_on in this-year) ;; tag:二次供水水箱楼栋 and no records.water_tank(cleaned_on in this-year)
    住了五个以上独居老人的楼 | buildings | count(houses(any residents(tag:独居老人))) >= 5
    没有电梯且有90周岁以上老年人居住的楼栋 | buildings | not elevators >= 1 and any houses(any residents(age >= 90))
    建筑高度超过54米的楼栋 | buildings | any records.structure(height > 54)
    各居委危房数 | buildings | tag:危房
    层数最多的5幢楼 | buildings | 
    明年三月前要检验的电梯 | assets | kind = elevator and due in today..2027-02-28
    进贤路上的消火栓 | assets | kind = hydrant and road = 进贤路
    高层住宅里的电梯，下季度要年检 | assets | kind = elevator and any building(tag:高层住宅) and due in next-quarter
    没有登记检验日期的电梯 | assets | kind = elevator and not due >= 1900-01-01
    两周内到期检验的消火栓 | assets | kind = hydrant and due in today..today+2w
    停用的电梯 | assets | kind = elevator and status = 停用
    消火栓按居委统计 | assets | kind = hydrant
    检验最早到期的20台电梯 | assets | kind = elevator
    昨天报上来的工单 | work_orders | reported_at in today-1d..today-1d ;; reported_at = today-1d
    上周的咨询件 | work_orders | kind = 咨询 and reported_at in last-week
    今天到期的工单 | work_orders | due_at in today..today ;; due_at = today
    逾期的求助工单 | work_orders | kind = 求助 and overdue = true
    进贤路上营业场所噪声的投诉 | work_orders | road = 进贤路 and category = 营业场所噪声 and kind = 投诉
    派给城管中队的投诉 | work_orders | unit = 城管中队 and kind = 投诉
    十月份结案的工单 | work_orders | closed_at in 2026-10-01..2026-10-31
    国庆以来的投诉 | work_orders | kind = 投诉 and reported_at >= 2026-10-01 ;; kind = 投诉 and reported_at in 2026-10-01..today
    满意度不到3分的工单 | work_orders | satisfaction < 3
    紧急的求助工单 | work_orders | urgent = true and kind = 求助
    状态为退单的12345工单 | work_orders | source = 12345 and state = returned
    三天内到期的督办件 | work_orders | supervised = true and due_at in today..today+3d
    不是12345来的投诉 | work_orders | kind = 投诉 and source != 12345 ;; kind = 投诉 and not source = 12345
    投诉酒吧的工单 | work_orders | kind = 投诉 and any shop(category = 酒吧)
    独居老人家的求助工单 | work_orders | kind = 求助 and any house(any residents(tag:独居老人)) ;; kind = 求助 and any people(tag:独居老人)
    二季度的举报件 | work_orders | kind = 举报 and reported_at in 2026-04-01..2026-06-30
    去年的建议类工单 | work_orders | kind = 建议 and reported_at in last-year
    雁荡路和进贤路的12345工单 | work_orders | source = 12345 and (road = 雁荡路 or road = 进贤路) ;; source = 12345 and road in [雁荡路, 进贤路]
    南昌居委近7天的投诉 | work_orders | committee = 南昌 and kind = 投诉 and reported_at in today-7d..today ;; committee = 南昌 and kind = 投诉 and reported_at >= today-7d
    本週到期的督辦件 | work_orders | supervised = true and due_at in this-week
    2026年上半年受理且已逾期的投诉、求助类工单 | work_orders | reported_at in 2026-01-01..2026-06-30 and overdue = true and kind in [投诉, 求助]
    除咨询外，9月1日至10月31日受理的12345工单 | work_orders | source = 12345 and not kind = 咨询 and reported_at in 2026-09-01..2026-10-31 ;; source = 12345 and kind != 咨询 and reported_at in 2026-09-01..2026-10-31
    上月投诉按居委统计 | work_orders | kind = 投诉 and reported_at in last-month
    今年受理的逾期工单按承办单位统计 | work_orders | overdue = true and reported_at in this-year
    督办件，最早到期的排前面 | work_orders | supervised = true
    今天一共来了多少12345工单 | work_orders | source = 12345 and reported_at in today..today ;; source = 12345 and reported_at = today
    满意度五分的工单各居委多少件 | work_orders | satisfaction = 5
    有心脏病的老人 | ERROR | 
    退休工资五千以上的老人 | ERROR | 
    住五楼以上的残疾人 | people | tag:持证残疾人 and any house(floor >= 5)
    80岁以上的未成年人 | ERROR | 
    2010年以后出生的90岁老人 | ERROR | 
    没进居委微信群的居民 | ERROR | 
    信佛的居民 | ERROR | 
    属兔的老人 | ERROR | 
    把独居老人都删掉 | ERROR | 
    低保标准今年是多少 | ERROR | 
    燃气费欠费的人家 | ERROR | 
    营业额超过一百万的店 | ERROR | 
    2月30日出生的人 | ERROR | 
    电梯品牌是日立的楼 | ERROR | 
    独居老人按血型统计 | ERROR | 
    徐家汇居委会的独居老人 | ERROR | 
    空朝老人名单 | ERROR | 
    退役君人里的残疾人 | ERROR | 
    志原者，南昌居委 | ERROR | 
    沿街商埔装修中的 | ERROR | 
    居住正过期的租客 | ERROR | 
    持证残急人80岁以上 | ERROR | 
    电提年检超期 | ERROR | 
    八九十岁的老人 | ERROR | 
    本市户籍且80岁以上或者重残的 | ERROR | 
    居住证快到期的人 | ERROR | 
    最近走访过的老人 | ERROR | 
    年纪轻一点的志愿者 | ERROR | 
    面积大的空置房 | ERROR | 
    前几天的工单 | ERROR | 
    雁荡路今年的餐饮油烟工单 | work_orders | road = 雁荡路 and category = 餐饮油烟 and reported_at in this-year
    无子女且年满75周岁的老年人 | people | age >= 75 and any records.family(children = 0)
    跟子女一起住的八十岁以上老人 | people | age >= 80 and any records.family(with_children = true)
    近六个月内获得两次以上临时救助的居民 | people | count(records.aid(kind = 临时救助 and on >= today-6m)) >= 2 ;; count(records.aid(kind = 临时救助 and on in today-6m..today)) >= 2
    电话核实是空号的独居老人 | people | tag:独居老人 and any records.phone_check(result = 空号)
    电梯楼按层数从高到低排 | buildings | elevators >= 1 ;; tag:在用电梯楼栋
    今年检查两次以上不合格的店 | shops | count(records.shop_inspection(passed = false and on in this-year)) >= 2
    今年一次都没走访过的90岁以上老人 | people | age >= 90 and not last_visited in this-year ;; age >= 90 and not last_visited >= 2026-01-01
    永嘉居委无照经营的 | shops | committee = 永嘉 and tag:疑似无照经营
    今年为停车闹过纠纷的人家 | houses | any records.mediation(kind = 停车 and on in this-year)
    加装电梯正在施工的楼 | buildings | any records.elevator_retrofit(stage = 施工)
    手拎马桶还有几户，按居委会分 | houses | tag:无卫生设施住房
    """
}
