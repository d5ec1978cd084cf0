// 200 sentences that speak as people talk: dialect, sums, notices, and what no list has. When they were first read, 96 were right (31
// of them rightly refused or asked), 97 refused and 7 answered otherwise; mended for by kind afterwards. ERROR is what must be refused
// or asked.

enum AskBlindSentences8 {
  static let table = """
    瑞兴七十五岁往上、屋里厢就一个人的 | people | committee = 瑞兴 and age >= 75 and any house(count(residents()) = 1)
    属马的六十岁本命年不要算 就要今年满60的 | ERROR | 
    今年满60的阿姨爷叔 | people | turns(60) in this-year
    永嘉三网格低保户里头有残疾证的 | people | grid = 永嘉第三微网格 and tag:低保人员 and tag:持证残疾人
    南昌路上住着的九十朝上老人，按岁数从大到小排 | people | road = 南昌路 and age >= 90
    高龄独居但是没结对老伙伴的 | people | tag:高龄独居老人 and not tag:老伙伴结对对象
    请统计一下全街道持证残疾人各居委数量 | people | tag:持证残疾人 ;; subdistrict = 瑞金二路街道 and tag:持证残疾人
    重残无业又不吃低保的有哪些人 | people | tag:重残无业人员 and not tag:低保人员
    上个月走访过的独居老人名单 | people | tag:独居老人 and last_visited in last-month
    两个礼拜没上门看过的孤老 | people | tag:孤老 and not last_visited >= today-14d
    从来没走访过的80岁以上的 | people | age >= 80 and not last_visited <= today ;; not last_visited >= 1900-01-01 and age >= 80
    王阿姨她们那栋楼，瑞金二路118号，有几个80后 | ERROR | 
    瑞金二路118号的90后 | people | address ~ 瑞金二路118号 and birth_date in 1990-01-01..1999-12-31
    50后党员 雁荡的 | people | committee = 雁荡 and birth_date in 1950-01-01..1959-12-31 and (tag:中共正式党员 or tag:中共预备党员)
    党龄五十年以上的老党员，还没领过纪念章的 | ERROR | 
    预备党员今年底前要转正的 | ERROR | 
    延中支部的流动党员 | ERROR | 
    1976年11月21号以前入党的 | people | any records.party(join_date < 1976-11-21)
    楼组长里面女的，50岁以下 | people | tag:楼组长 and sex = 女 and age < 50
    居民代表中年纪最大的五个 | people | tag:居民代表
    志愿者今年服务满20小时的 | ERROR | 
    最近三个月做过3次以上志愿的注册志愿者 | people | tag:注册志愿者 and count(records.volunteering(on >= today-3m)) >= 3 ;; count(records.volunteering(on in today-3m..today)) >= 3 and tag:注册志愿者
    没参加过一次志愿服务的注册志愿者 | people | tag:注册志愿者 and no records.volunteering()
    下个月过80岁生日的 | people | turns(80) in next-month
    国庆节后搬进来的外地人 | people | hukou = 外省市 and since > 2026-10-07
    来沪人员没办居住证的，香山居民区 | people | committee = 香山 and tag:来沪人员 and no records.permit()
    居住证下个月到期的租客 | people | role = tenant and any records.permit(until in next-month)
    港澳台同胞有多少 | people | hukou = 港澳台
    老外，住淮海中路的 | people | hukou = 外籍 and road = 淮海中路
    人户分离的高龄老人 | people | tag:人户分离 and age >= 80
    挂空户口没人住的 长乐 | people | committee = 长乐 and tag:空挂户
    今年刚毕业还没寻着工作的大学生 | people | tag:离校未就业高校毕业生 and any records.graduation(on in this-year)
    失业半年朝上而且40岁50岁的 | people | tag:连续失业6个月以上 and age in 40..59
    4050就业困难人员 | ERROR | 
    退役军人，陆军，2000年以前退的 | people | tag:退役军人 and any records.service_record(branch = 陆军 and discharged < 2000-01-01)
    参战老兵家里有没有装一键通 | ERROR | 
    没装一键通的独居老人 | people | tag:独居老人 and no house(tag:一键通应急呼叫户) ;; any house(not tag:一键通应急呼叫户) and tag:独居老人
    独居老人家里烟感坏掉的 | people | tag:独居老人 and any house(any records.smoke_alarm(working = false))
    长护险三级以上还没评到期的老人 | people | any records.care(level >= 3 and valid_until >= today)
    照护评估结论明年一月到期 | people | any records.care(valid_until in 2027-01-01..2027-01-31)
    吃助餐但住得没电梯的 | people | tag:正在助餐老人 and no house(any building(elevators >= 1))
    住五楼以上没电梯的80岁以上老人 | people | age >= 80 and any house(floor >= 5 and any building(not elevators >= 1))
    瑞成居委会60—69岁女性，本市户籍 | people | committee = 瑞成 and sex = 女 and age in 60..69 and hukou = 本市
    3岁以下的宝宝，乙肝针没打的 | people | age < 3 and any records.vaccination(vaccine = 乙肝 and not given = true) ;; age <= 3 and any records.vaccination(vaccine = 乙肝 and given = false)
    百白破过期没接种的小孩 | people | age < 18 and any records.vaccination(vaccine = 百白破 and due < today and not given = true) ;; any records.vaccination(vaccine = 百白破 and due < today and given = false) and age < 14
    困境儿童和孤儿 | people | tag:困境儿童 or tag:孤儿及事实无人抚养儿童
    留守在家的未成年人，没大人一起住 | people | age < 18 and no housemates(age >= 18)
    和孙辈一起住的60岁以上老人 | ERROR | 
    姓单的 | people | name ~ 单
    叫李国强的老同志住啥地方 | people | name = 李国强
    回族同胞 65岁以上 | people | ethnicity ~ 回 and age >= 65 ;; ethnicity in [回族, 回] and age >= 65
    少数民族里的党员 | people | tag:少数民族居民 and (tag:中共正式党员 or tag:中共预备党员)
    大学本科以上学历的社区能人 | people | tag:社区能人 and education in [本科, 硕士, 博士]
    学历大专的网格长 | people | tag:微网格长 and education = 大专
    已戒毒康复人员这周没走访 | people | tag:戒毒康复人员 and not last_visited in this-week
    反诈重点对象里70岁以上的独居 | people | tag:反诈重点提醒对象 and age >= 70 and tag:独居老人
    空号停机的电话，把人列出来 | people | any records.phone_check(result in [空号, 停机]) ;; any records.phone_check(result = 空号) or any records.phone_check(result = 停机)
    联系电话失效但是最近走访过的独居老人 | people | tag:联系电话失效 and tag:独居老人 and last_visited >= today-30d
    证件号过不了校验的有几个，按居委 | people | tag:证件号校验不通过
    一个人登记了两处房子的 | people | tag:一人多处在住
    半年信息没更新过的群众 | people | updated_at < today-6m ;; not updated_at >= today-6m
    拿过两次以上临时救助的 | people | count(records.aid(kind = 临时救助)) >= 2
    今年慰问金超过500块的人 | people | any records.aid(kind = 慰问金 and amount > 500 and on in this-year)
    重病致贫、近一年没享受过医疗救助的 | ERROR | 
    敬老卡停用的 | people | any records.senior_card(status = 停用)
    年满65但没有敬老卡的本市户籍 | people | age >= 65 and hukou = 本市 and not tag:敬老卡持有人
    明年春节前要满100岁的 | people | turns(100) in today..2027-02-05
    高血压糖尿病随访的，巨鹿居民区，女 | people | committee = 巨鹿 and tag:高血压糖尿病随访对象 and sex = 女
    今年没做体检的65岁以上老人 | people | age >= 65 and no records.checkup(on in this-year)
    有家庭医生的失智老人 | people | tag:家庭医生签约居民 and tag:认知障碍老人
    把严重精神障碍病人名单拉给我 | people | tag:严重精神障碍在管患者
    我的独居老人 | people | tag:独居老人 and committee = 瑞兴
    我居委里80岁以上还没配对的 | ERROR | 
    志愿者里头的低保 | people | tag:注册志愿者 and tag:低保人员
    请梳理2000年以前建成、电梯投用满十五年且近三个月发生过困人或故障的楼栋，作为电梯更新改造优先对象 | buildings | built < 2000 and any records.elevator(in_use_since <= today-15y) and any records.elevator_event(kind in [困人, 故障] and on >= today-3m) ;; built < 2000 and any records.elevator(in_use_since <= today-15y) and any records.elevator_event(on in today-3m..today and kind in [困人, 故障])
    各居民区书记：接街道消防专项行动办通知，对家中未安装独立式感烟探测器的独居老人逐户上门，先把人拉出来，延中、茂名、瑞雪三个居委先做 | people | committee in [延中, 茂名, 瑞雪] and tag:独居老人 and no house(any records.smoke_alarm())
    不是党员的楼组长 | people | tag:楼组长 and not tag:中共正式党员 and not tag:中共预备党员 ;; not (tag:中共正式党员 or tag:中共预备党员) and tag:楼组长
    刑满安置帮叫人员 | ERROR | 
    社区矫正和安置帮教人员，茂名 | people | committee = 茂名 and (tag:社区矫正对象 or tag:安置帮教对象)
    一家里有三个以上老人的人 | ERROR | 
    老伴走了一年里的老人 | people | tag:近一年丧偶老人 ;; any records.family(widowed_on in today-1y..today) and age >= 60
    两个儿子以上的空巢老人 | ERROR | 
    子女数是0的老人 | people | age >= 60 and any records.family(children = 0)
    家里没有人在18到59岁的老两口 | ERROR | 
    为贯彻落实市、区关于做好高温天气困难老年人关爱工作的通知精神，请各居民区于11月25日前报送本辖区80周岁以上独居老人、低保老人及持证残疾老人名单 | people | tag:独居老人 and age >= 80 or tag:低保人员 and age >= 60 or tag:持证残疾人 and age >= 60
    按照《上海市老年综合津贴》规定，具有本市户籍、年满65周岁的老年人可以享受老年综合津贴，请筛查名单 | people | hukou = 本市 and age >= 65
    符合下列条件之一的可申请养老服务补贴：低保、低收入家庭的60周岁以上老年人；80周岁以上独居老人 | people | age >= 60 and (tag:低保人员 or any house(tag:最低生活保障边缘家庭)) or age >= 80 and tag:独居老人
    持有一级、二级残疾人证且家庭为低保的无就业人员 | people | any records.disability(level in 1..2) and (tag:低保人员 or any house(tag:最低生活保障家庭)) and no records.employment(status in [在职, 灵活就业])
    根据通知要求，对本辖区16周岁以上、女性60岁及以下、男性65岁及以下的登记失业人员开展一次就业需求摸底 | people | tag:登记失业人员 and (sex = 女 and age in 16..60 or sex = 男 and age in 16..65)
    年龄在18至60周岁、未纳入低保的二级以上智力残疾和精神残疾人 | people | age in 18..60 and not tag:低保人员 and any records.disability(kind in [智力, 精神] and level in 1..2)
    居住五年以上的租客 | people | role = tenant and since <= today-5y
    一户里有两个持证残疾人的人家 | houses | count(residents(tag:持证残疾人)) >= 2 ;; count(residents(tag:持证残疾人)) = 2
    空关房 茂名南路 | houses | road = 茂名南路 and use = vacant
    永嘉路那边空了一年以上的房子 | houses | road = 永嘉路 and any records.vacancy(since <= today-1y) ;; road = 永嘉路 and use = vacant and any records.vacancy(since <= today-1y)
    出租屋里住了5个人以上，面积不到30平的 | houses | tag:出租房屋 and residents >= 5 and area_m2 < 30
    底楼的租房户 | houses | floor = 1 and tag:出租房屋
    租约年底到的房子 | houses | any records.lease(until in today..2026-12-31)
    月租金八千以上的备案房 | houses | any records.lease(rent >= 8000)
    养金毛或者拉布拉多的人家 | houses | any records.dog(breed in [金毛, 拉布拉多])
    没打狂犬针的养狗户 | houses | tag:养犬登记户 and any records.dog(not vaccinated_on <= today)
    厨房合用的老公房，陕西南路 | houses | road = 陕西南路 and any records.property(shared_kitchen = true)
    根据区食药安办部署，即日起至年底，对辖区内食品经营许可证将于2026年12月31日前到期的餐饮单位逐一提醒续证 | shops | category = 餐饮 and any records.food_licence(until in today..2026-12-31)
    70平米以上的售后公房 | houses | tag:售后公房 and area_m2 >= 70
    二十平方不到住三口人以上的 | houses | area_m2 < 20 and residents >= 3
    燃气两年没安检了 | ERROR | 
    漏水纠纷没结的 | houses | any records.mediation(kind = 漏水 and status = 未结)
    去年调解过两次以上的户 | houses | count(records.mediation(on in last-year)) >= 2
    装修到现在还没完工的 | ERROR | 
    晴松里没人住的房间 | houses | compound = 晴松里 and residents = 0
    砖木结构的老房，1930年代造的 | houses | structure = 砖木 and built in 1930..1939
    适老化改造在施工的人家 | houses | any records.home_adaptation(status = 施工)
    十层以上的楼 | buildings | storeys >= 10
    没电梯、六层的楼，里面住80岁以上老人三个以上 | ERROR | 
    水箱半年没洗的楼栋 | buildings | no records.water_tank(cleaned_on >= today-6m)
    电梯维保是三菱的 | buildings | any records.elevator(maintainer ~ 三菱)
    电梯困过人的楼，今年 | buildings | any records.elevator_event(kind = 困人 and on in this-year)
    维修资金余额低于三成的小区 | buildings | any records.maintenance_fund(remaining_percent < 30)
    业委会明年上半年届满的 | buildings | any records.owners_committee(term_end in 2027-01-01..2027-06-30)
    加梯走到公示阶段的楼 | buildings | any records.elevator_retrofit(stage = 公示)
    外墙掉过东西、整改还没销号的 | buildings | any records.hazard(kind = 外墙脱落 and not status = 销号)
    一楼开饭店但是没排烟道的楼 | buildings | flue = none and any houses(floor = 1 and any shops(category = 餐饮))
    垃圾分类考核不及格的楼，按分数最低的十个 | ERROR | 
    咖啡馆，巨鹿路 | shops | road = 巨鹿路 and category = 咖啡
    进贤路上新开的小饭店 | shops | road = 进贤路 and category = 餐饮 and tag:近90日新开业
    打烊晚于十二点的酒吧 | shops | category = 酒吧 and closes > 24:00
    营业执照要到期的店，下个月 | shops | licence_until in next-month
    食品证过了还在营业的 | shops | tag:食品许可已过期仍营业
    查了三次以上不合格的商户 | shops | count(records.shop_inspection(passed = false)) >= 3
    今年还没被检查过的餐饮店 | shops | category = 餐饮 and no records.shop_inspection(on in this-year)
    住人的店铺 | shops | tag:三合一住人店铺
    用瓶装煤气又没报警器的店 | shops | any records.shop_gas(kind = 瓶装 and alarm = false) ;; tag:瓶装液化气商户 and tag:未装可燃气体报警器商户
    门责书没签的沿街商铺 | shops | tag:门责书未签订 and kind = storefront ;; tag:门责书未签订 and tag:沿街商铺
    外摆位面积大于10平米的 | shops | any records.outdoor_seating(area > 10)
    空着招租的铺面，复兴中路、建国西路 | shops | road in [复兴中路, 建国西路] and status = 招租
    发预付卡的理发店 | shops | tag:预付卡发卡商户 and category in [美发, 理发] ;; tag:预付卡发卡商户 and category = 美发
    经营异常名录里的企业 | shops | tag:经营异常名录 and kind = company
    歇业了的店按开业时间排 | shops | status = 歇业
    瑞金二路上开得最久的3家店 | shops | road = 瑞金二路
    1950年前老房子里开的店 | shops | any house(any building(built < 1950))
    投诉超过5次的店 | shops | count(work_orders(kind = 投诉)) > 5
    被举报过食品安全的店 | shops | any work_orders(category ~ 食品安全 and kind = 举报)
    共建单位里开咖啡店的 | shops | tag:共建单位 and category = 咖啡
    店里消防检查没过的 | shops | any records.fire_check(passed = false)
    餐厨垃圾协议没签的饭店 | shops | category = 餐饮 and no records.kitchen_waste()
    我辖区里的网红店 | shops | tag:网红店铺 and committee = 瑞兴
    评分最高的奶茶店 | ERROR | 
    便利店几点关门最晚 | shops | category = 便利店
    没办结的工单 | ERROR | 
    还没派出去的工单 | work_orders | state = received
    昨天进来的投诉 | work_orders | kind = 投诉 and reported_at = today-1d
    这个星期到期的件 | work_orders | due_at in this-week
    超期未办的漏水工单 | work_orders | overdue = true and category ~ 漏水 and not state = closed ;; overdue = true and category in [共用部位渗漏水, 楼上楼下漏水纠纷]
    12345转来的、紧急的 | work_orders | source = 12345 and urgent = true
    随申拍的单子按时间倒序 | work_orders | source = 随申拍
    绿化市容所手里的单，处理中 | work_orders | unit = 绿化市容所 and state = in_progress
    退单等裁定的 | work_orders | state = returned
    挂起的工单挂了多久了 | ERROR | 
    上周违停投诉最多的路 | work_orders | category ~ 道路违停 and kind = 投诉 and reported_at in last-week ;; reported_at in last-week and category = 道路违停 and kind = 投诉
    本月工单按类别统计 | work_orders | reported_at in this-month
    住户打进来的噪声投诉，思南路 | work_orders | category ~ 噪声 and kind = 投诉 and road = 思南路
    城管中队逾期的有几件 | work_orders | unit = 城管中队 and overdue = true
    满意度打1分2分的 | work_orders | satisfaction in 1..2
    督办的单子还没办结 | work_orders | supervised = true and state != closed ;; supervised = true and not state = closed
    我的工单今天到期的 | work_orders | due_at = today and unit = 城管中队
    我手上催办最多的五个单子 | ERROR | 
    11月10号到20号的表扬 | work_orders | kind = 表扬 and reported_at in 2026-11-10..2026-11-20
    跟店铺有关的投诉，不包括油烟 | work_orders | kind = 投诉 and count(shop()) >= 1 and not category ~ 油烟
    反映人是60岁以上老人的 | ERROR | 
    已回访还没关的 | work_orders | state = verified ;; state = verified and not state = closed
    群租的举报单 | work_orders | category ~ 群租 and kind = 举报 ;; category = 群租 and kind = 举报
    房管所和物业服务企业的渗漏水件，今年以来 | work_orders | unit in [房管所, 物业服务企业] and category ~ 渗漏水 and reported_at in this-year ;; (unit = 房管所 or unit = 物业服务企业) and category in [共用部位渗漏水, 楼上楼下漏水纠纷] and reported_at >= 2026-01-01
    昨天办结、但是比期限晚的 | work_orders | closed_at = today-1d and overdue = true
    未成年人保护类的单子加急的 | work_orders | category ~ 未成年人保护 and urgent = true
    群众反映夜里施工吵的 | work_orders | category ~ 夜间施工噪声 ;; category = 夜间施工噪声
    跨门营业的，永嘉居委 | work_orders | category ~ 跨门营业 and committee = 永嘉
    合并掉的工单 | work_orders | state = merged
    最近一次不予受理的单 | work_orders | state = rejected
    电梯下个月检的 | assets | kind = elevator and due in next-month
    消火栓坏掉的 | assets | kind = hydrant and status != 在用
    独用烟感，80岁以上老人家里那些 | assets | kind = smoke_alarm and any house(any residents(age >= 80))
    充电桩停用的 | assets | kind = charging_pile and status = 停用
    年检过期的电梯，陕西南路 | assets | kind = elevator and due < today and road = 陕西南路
    七层以上楼里的电梯 | assets | kind = elevator and any building(storeys >= 7)
    消火栓按下次检验日从近到远列出来 | assets | kind = hydrant
    按类型数一数设施 | assets | 
    独居老人家里没人走访的，去年全年 | houses | any residents(tag:独居老人) and no visits(visited_on in last-year)
    本周慰问过的家庭 | houses | any visits(purpose ~ 慰问 and visited_on in this-week)
    今年发过节日帮困的，按居委排 | people | any records.aid(kind = 节日帮困 and on in this-year)
    上个月走访记录超过三次的门牌 | houses | count(visits(visited_on in last-month)) > 3
    阿拉楼里响个不停哪能办 | ERROR | 
    今朝天气好伐 | ERROR | 
    帮我写一份工作总结 | ERROR | 
    张三李四王五哪个人好 | ERROR | 
    明天会有多少投诉 | ERROR | 
    asdf 123 哈哈 | ERROR | 
    老人 | ERROR | 
    11月31日到期的居住证 | ERROR | 
    1980年以后出生的九十岁老人 | ERROR | 
    工资低于3000的人 | ERROR | 
    把全部人的身份证号码发我 | ERROR | 
    """
}
