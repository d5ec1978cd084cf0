// What social workers say, and the filter that each must mean on 21 November 2026. A line is: sentence | subject |
// filter | what is wanted beside it.

enum AskSentences {
  static let table = """
    85岁以上的独居老人 | people | age >= 85 and tag:独居老人 |
    八十五岁以上的老人 | people | age >= 85 |
    六十到六十九岁的老人 | people | age in 60..69 |
    不满18周岁的孩子 | people | age < 18 |
    60岁以下的低保人员 | people | age <= 60 and tag:低保人员 |
    80多岁的老人 | people | age in 80..89 |
    年龄在70到79之间的女性 | people | age in 70..79 and sex = 女 |
    年满60周岁的本市户籍人员 | people | age >= 60 and hukou = 本市 |
    超过100岁的老人 | people | age > 100 |
    90后的党员 | people | birth_date in 1990-01-01..1999-12-31 and (tag:中共正式党员 or tag:中共预备党员) |
    下个月满90周岁的老人 | people | turns(90) in next-month |
    下个月过90岁生日的老人 | people | turns(90) in next-month |
    本月满80岁的老人 | people | turns(80) in this-month |
    明年满60周岁的女性 | people | turns(60) in next-year and sex = 女 |
    今年满18周岁的男性居民 | people | turns(18) in this-year and sex = 男 |
    下季度年满100岁的老人 | people | turns(100) in next-quarter |
    未来半年年满70周岁的老人 | people | turns(70) in today..today+6m |
    未来30天内满80周岁的老人 | people | turns(80) in today..today+30d |
    2027年满65周岁的老人 | people | turns(65) in 2027-01-01..2027-12-31 |
    2027年3月年满90周岁的老人 | people | turns(90) in 2027-03-01..2027-03-31 |
    明年第一季度满60周岁的人 | people | turns(60) in 2027-01-01..2027-03-31 |
    明年上半年年满90周岁的老人 | people | turns(90) in 2027-01-01..2027-06-30 |
    近30天刚满60岁的人 | people | turns(60) in today-30d..today |
    延中的老人 | people | committee = 延中 and age >= 60 |
    延中居委会的独居老人 | people | committee = 延中 and tag:独居老人 |
    延中居民区有哪些孤老 | people | committee = 延中 and tag:孤老 |
    查一下南昌居委的低保户 | people | committee = 南昌 and tag:低保人员 |
    帮我列出雁荡居民区的残疾人 | people | committee = 雁荡 and tag:持证残疾人 |
    请列出长乐路上的党员 | people | road = 长乐路 and (tag:中共正式党员 or tag:中共预备党员) |
    进贤路和长乐路的咖啡馆 | shops | (road = 进贤路 or road = 长乐路) and category = 咖啡 |
    进贤路、长乐路、巨鹿路上的餐饮店 | shops | (road = 进贤路 or road = 长乐路 or road = 巨鹿路) and category = 餐饮 |
    延中、南昌和雁荡三个居民区的残疾人 | people | (committee = 延中 or committee = 南昌 or committee = 雁荡) and tag:持证残疾人 |
    延中或南昌的租客 | people | (committee = 延中 or committee = 南昌) and role = tenant |
    不在延中居民区的独居老人 | people | not committee = 延中 and tag:独居老人 |
    除延中以外的独居老人 | people | not committee = 延中 and tag:独居老人 |
    除了延中居民区之外的低保人员 | people | not committee = 延中 and tag:低保人员 |
    除租客外的居民 | people | not role = tenant |
    除了党员以外的志愿者 | people | not (tag:中共正式党员 or tag:中共预备党员) and tag:注册志愿者 |
    党员中的志愿者 | people | (tag:中共正式党员 or tag:中共预备党员) and tag:注册志愿者 |
    独居老人里的残疾人 | people | tag:独居老人 and tag:持证残疾人 |
    志愿者里不是党员的人 | people | tag:注册志愿者 and not (tag:中共正式党员 or tag:中共预备党员) |
    不是党员的楼组长 | people | not (tag:中共正式党员 or tag:中共预备党员) and tag:楼组长 |
    非本市户籍的租客 | people | not hukou = 本市 and role = tenant |
    非沪籍租户 | people | not hukou = 本市 and role = tenant |
    既是党员又是志愿者的居民 | people | (tag:中共正式党员 or tag:中共预备党员) and tag:注册志愿者 |
    又是低保又是残疾的老人 | people | tag:低保人员 and tag:持证残疾人 and age >= 60 |
    低保且残疾的老人 | people | tag:低保人员 and tag:持证残疾人 and age >= 60 |
    低保或残疾的老人 | people | (tag:低保人员 or tag:持证残疾人) and age >= 60 |
    低保人员或者特困人员 | people | tag:低保人员 or tag:特困人员 |
    低保人员和特困人员 | people | tag:低保人员 or tag:特困人员 |
    80岁以上的独居老人或者孤老 | people | age >= 80 and (tag:独居老人 or tag:孤老) |
    80岁以上老人或者重度残疾人 | people | age >= 80 or tag:重度残疾人 |
    60岁以上的低保人员或者80岁以上的独居老人 | people | age >= 60 and tag:低保人员 or age >= 80 and tag:独居老人 |
    独居或80岁以上的老人 | people | (tag:独居老人 or age >= 80) and age >= 60 |
    不是低保也不是残疾的独居老人 | people | not tag:低保人员 and not tag:持证残疾人 and tag:独居老人 |
    不是本市户籍的老人 | people | not hukou = 本市 and age >= 60 |
    没有低保的残疾人 | people | not tag:低保人员 and tag:持证残疾人 |
    70岁以上没有低保的独居老人 | people | age >= 70 and not tag:低保人员 and tag:独居老人 |
    老党员 | people | (tag:中共正式党员 or tag:中共预备党员) and age >= 60 |
    80岁以上的老党员 | people | age >= 80 and (tag:中共正式党员 or tag:中共预备党员) |
    女党员 | people | sex = 女 and (tag:中共正式党员 or tag:中共预备党员) |
    预备党员 | people | tag:中共预备党员 |
    入党积极分子 | people | tag:入党积极分子 |
    退伍军人 | people | tag:退役军人 |
    70岁以上的退役军人 | people | age >= 70 and tag:退役军人 |
    烈属和军属 | people | tag:烈士遗属 or tag:现役军人家属 |
    重残无业人员 | people | tag:重残无业人员 |
    盲人 | people | tag:视力残疾人 |
    孕产妇 | people | tag:孕产妇 |
    失业人员 | people | tag:登记失业人员 |
    应届高校毕业生 | people | tag:应届高校毕业生 |
    空巢老人 | people | tag:空巢老人 |
    高龄独居老人 | people | tag:高龄独居老人 |
    纯老家庭 | houses | tag:纯老家庭 |
    延中的纯老家庭 | houses | committee = 延中 and tag:纯老家庭 |
    双老家庭 | houses | tag:双老家庭 |
    三代同住的家庭 | houses | tag:三代同住户 |
    群租房 | houses | tag:群租嫌疑 |
    养犬户 | houses | tag:养犬登记户 |
    公租房 | houses | tag:公租房保障性租赁住房 |
    未成年人 | people | age < 18 |
    学龄前儿童 | people | tag:学龄前儿童 |
    0到3岁的婴幼儿 | people | age in 0..3 |
    3到6岁的儿童 | people | age in 3..6 |
    6岁以下的儿童 | people | age <= 6 |
    14岁以下儿童 | people | age < 14 |
    18岁以上的男性 | people | age >= 18 and sex = 男 |
    外籍人员 | people | tag:外籍人员 |
    外国人 | people | tag:外籍人员 |
    港澳台居民 | people | tag:港澳台居民 |
    少数民族居民 | people | tag:少数民族居民 |
    来沪人员 | people | tag:来沪人员 |
    人户分离人员 | people | tag:人户分离 |
    业主 | people | role = owner |
    延中的业主里的党员 | people | committee = 延中 and role = owner and (tag:中共正式党员 or tag:中共预备党员) |
    本科学历的志愿者 | people | education = 本科 and tag:注册志愿者 |
    30天内没有走访过的孤老 | people | not last_visited >= today-30d and tag:孤老 |
    一周没有走访的高龄独居老人 | people | not last_visited >= today-1w and tag:高龄独居老人 |
    最近7天没有走访的独居老人 | people | not last_visited >= today-7d and tag:独居老人 |
    超过三个月没有走访的低保人员 | people | not last_visited >= today-3m and tag:低保人员 |
    本月没有走访过的独居老人 | people | not last_visited in this-month and tag:独居老人 |
    本月走访过的老人 | people | last_visited in this-month and age >= 60 |
    近一周走访过的独居老人 | people | last_visited in today-1w..today and tag:独居老人 |
    半年未走访的残疾人 | people | not last_visited >= today-6m and tag:持证残疾人 |
    独居老人中30天没走访的 | people | tag:独居老人 and not last_visited >= today-30d |
    从未走访过的独居老人 | people | not last_visited >= 1900-01-01 and tag:独居老人 |
    30天没有走访的房屋 | houses | no visits(visited_on >= today-30d) |
    近30天新入住的租客 | people | since in today-30d..today and role = tenant |
    今年入住的租客 | people | since in this-year and role = tenant |
    2020年以前入住的居民 | people | since < 2020-01-01 |
    居住证30日内到期的人员 | people | tag:居住证30日内到期 |
    居住证下个月到期的租客 | people | any records.permit(until in next-month) and role = tenant |
    残疾人证三个月内到期的人 | people | any records.disability(cert_until in today..today+3m) |
    出租的房屋 | houses | use = let |
    正在出租的房子 | houses | use = let |
    延中的出租房 | houses | committee = 延中 and use = let |
    空置房 | houses | use = vacant |
    没人住的房子 | houses | use = vacant |
    长乐路上空置的房屋 | houses | road = 长乐路 and use = vacant |
    自住的房屋 | houses | use = self |
    没有租客的房屋 | houses | no residents(role = tenant) |
    有老人的家庭 | houses | any residents(age >= 60) |
    没有老人的家庭 | houses | no residents(age >= 60) |
    有残疾人的家庭 | houses | any residents(tag:持证残疾人) |
    有80岁以上老人的家庭 | houses | any residents(age >= 80) |
    有80岁以上的独居老人的房屋 | houses | any residents(age >= 80 and tag:独居老人) |
    有老人和小孩的家庭 | houses | any residents(age >= 60) and any residents(age < 14) |
    有两个以上残疾人的家庭 | houses | count(residents(tag:持证残疾人)) >= 2 |
    有3个以上租客的房屋 | houses | count(residents(role = tenant)) >= 3 |
    住着党员的房屋 | houses | any residents(tag:中共正式党员 or tag:中共预备党员) |
    住着低保人员的出租房 | houses | any residents(tag:低保人员) and use = let |
    全是老人的家庭 | houses | all residents(age >= 60) |
    全是80岁以上老人的家庭 | houses | all residents(age >= 80) |
    都是租客的房屋 | houses | all residents(role = tenant) |
    只有未成年人的家庭 | houses | all residents(age < 18) |
    住了3个人以上的房屋 | houses | residents >= 3 |
    住着6个人以上的出租房 | houses | residents >= 6 and use = let |
    只住了一个人的房屋 | houses | residents = 1 |
    一个人住的房屋 | houses | count(residents()) = 1 |
    五口之家 | houses | residents = 5 |
    面积100平方米以上的房屋 | houses | area_m2 >= 100 |
    面积不到20平方米的出租房 | houses | area_m2 < 20 and use = let |
    50平米以下的房屋 | houses | area_m2 <= 50 |
    1980年以前建的房屋 | houses | built < 1980 |
    独居老人的房屋 | houses | any residents(tag:独居老人) |
    独居老人家庭 | houses | any residents(tag:独居老人) |
    出租房里的老人 | people | any house(use = let) and age >= 60 |
    出租房里的未成年人 | people | any house(use = let) and age < 18 |
    空置房里的居民 | people | any house(use = vacant) |
    一个人住的残疾人 | people | any house(count(residents()) = 1) and tag:持证残疾人 |
    一个人居住的70岁以上女性 | people | any house(count(residents()) = 1) and age >= 70 and sex = 女 |
    家里有残疾人的老人 | people | any housemates(tag:持证残疾人) and age >= 60 |
    租约下个月到期的房屋 | houses | any records.lease(until in next-month) |
    租约快到期的房屋 | houses | tag:租约30日内到期 |
    养犬证过期的房屋 | houses | any records.dog(cert_until < today) and no records.dog(cert_until >= today) |
    延中居民区的商铺 | shops | committee = 延中 |
    正在营业的餐饮店 | shops | status = 营业 and category = 餐饮 |
    歇业的商铺 | shops | status = 歇业 |
    长乐路上歇业的店铺 | shops | road = 长乐路 and status = 歇业 |
    没有营业的商铺 | shops | not status = 营业 |
    进贤路上正在装修的店铺 | shops | road = 进贤路 and status = 装修 |
    进贤路的酒吧和咖啡馆 | shops | road = 进贤路 and (category = 酒吧 or category = 咖啡) |
    招租或者歇业的沿街商铺 | shops | (status = 招租 or status = 歇业) and tag:沿街商铺 |
    淮海中路不是餐饮的商铺 | shops | road = 淮海中路 and not category = 餐饮 |
    除了餐饮店以外的沿街商铺 | shops | not category = 餐饮 and tag:沿街商铺 |
    许可证一个月内到期的餐饮店 | shops | licence_until in today..today+1m and category = 餐饮 |
    证照30日内到期的商铺 | shops | tag:证照30日内到期 |
    许可证已经过期的商铺 | shops | licence_until < today |
    今年新开业的店铺 | shops | opened in this-year |
    近三个月开业的咖啡馆 | shops | opened in today-3m..today and category = 咖啡 |
    23点以后打烊的酒吧 | shops | closes >= 23:00 and category = 酒吧 |
    晚上11点以后还在营业的酒吧 | shops | closes > 23:00 and category = 酒吧 |
    网红店 | shops | tag:网红店铺 |
    无照经营的商铺 | shops | tag:疑似无照经营 |
    空铺 | shops | status = 招租 |
    沿街的理发店 | shops | tag:沿街商铺 and category = 美发 |
    没有食品经营许可证的餐饮店 | shops | not tag:持食品经营许可证 and category = 餐饮 |
    长乐路上的企业 | shops | road = 长乐路 and kind = company |
    有电梯的楼栋 | buildings | elevators >= 1 |
    没有电梯的楼 | buildings | not elevators >= 1 |
    6层以上没有电梯的楼 | buildings | storeys >= 6 and not elevators >= 1 |
    延中没有电梯的居民楼 | buildings | committee = 延中 and not elevators >= 1 |
    1990年以前建成的楼 | buildings | built < 1990 |
    2000年以后建的楼 | buildings | built >= 2000 |
    高层住宅 | buildings | tag:高层住宅 |
    危房 | buildings | tag:危房 |
    老洋房 | buildings | tag:优秀历史建筑 |
    住着90岁以上老人的没有电梯的楼 | buildings | any houses(any residents(age >= 90)) and not elevators >= 1 |
    没有电梯的楼里的80岁以上老人 | people | any house(any building(not elevators >= 1)) and age >= 80 |
    危房里的独居老人 | people | any house(any building(tag:危房)) and tag:独居老人 |
    有独居老人的楼 | buildings | any houses(any residents(tag:独居老人)) |
    业委会任期3个月内届满的楼 | buildings | any records.owners_committee(term_end in today..today+3m) |
    物业合同年底前到期的楼 | buildings | any records.property_management(contract_until in today..2026-12-31) |
    本月要年检的电梯 | assets | kind = elevator and due in this-month |
    三个月内到期的电梯 | assets | kind = elevator and due in today..today+3m |
    30天内要年检的电梯 | assets | kind = elevator and due in today..today+30d |
    未来两周要检验的电梯 | assets | kind = elevator and due in today..today+2w |
    超期未检的电梯 | assets | kind = elevator and due < today |
    年检过期的电梯 | assets | kind = elevator and due < today |
    没有超期的电梯 | assets | kind = elevator and not due < today |
    停用的电梯 | assets | kind = elevator and status = 停用 |
    长乐路上的充电桩 | assets | road = 长乐路 and kind = charging_pile |
    下季度要年检的电梯 | assets | kind = elevator and due in next-quarter |
    12月要年检的电梯 | assets | kind = elevator and due in 2026-12-01..2026-12-31 |
    2026年12月31日前到期的电梯 | assets | kind = elevator and due in today..2026-12-31 |
    明年3月年检到期的电梯 | assets | kind = elevator and due in 2027-03-01..2027-03-31 |
    延中和南昌的电梯 | assets | (committee = 延中 or committee = 南昌) and kind = elevator |
    瑞金二路街道的独居老人 | people | subdistrict = 瑞金二路街道 and tag:独居老人 |
    黄浦区的低保人员 | people | district = 黄浦区 and tag:低保人员 |
    锦江公寓的业主 | people | compound = 锦江公寓 and role = owner |
    长乐路372弄的居民 | people | address ~ 长乐路372弄 |
    长乐路372弄5号的房屋 | houses | address ~ 长乐路372弄5号 |
    南昌路上70岁以上的独居老人 | people | road = 南昌路 and age >= 70 and tag:独居老人 |
    南昌居民区南昌路上的商铺 | shops | committee = 南昌 and road = 南昌路 |
    独居老人有多少 | people | tag:独居老人 | count
    延中居民区有多少低保人员 | people | committee = 延中 and tag:低保人员 | count
    延中居民区有多少人 | people | committee = 延中 | count
    80岁以上老人有多少人 | people | age >= 80 | count
    统计各居民区的独居老人 | people | tag:独居老人 | group=committee
    各居民区80岁以上老人有多少 | people | age >= 80 | group=committee count
    独居老人按居民区分组 | people | tag:独居老人 | group=committee
    90岁以上老人，按居委会分组 | people | age >= 90 | group=committee
    低保人员按年龄从大到小排序 | people | tag:低保人员 | sort=age.desc
    80岁以上独居老人，按年龄从大到小排列，带上电话 | people | age >= 80 and tag:独居老人 | columns=phone sort=age.desc
    列出延中的党员，带上电话和地址 | people | committee = 延中 and (tag:中共正式党员 or tag:中共预备党员) | columns=phone,address
    独居老人的姓名、地址和电话 | people | tag:独居老人 | columns=name,address,phone
    按年龄排序的残疾人名单 | people | tag:持证残疾人 | sort=age
    商铺按业态统计 | shops |  | group=category
    餐饮店按路名分组 | shops | category = 餐饮 | group=road
    延中居民区的房屋按使用情况统计 | houses | committee = 延中 | group=use
    给我一份90岁以上老人的名单 | people | age >= 90 |
    麻烦帮我查一下延中居民区80岁以上的独居老人有哪些，谢谢 | people | committee = 延中 and age >= 80 and tag:独居老人 |
    哪些房屋住着90岁以上的老人 | houses | any residents(age >= 90) |
    哪些楼没有电梯 | buildings | not elevators >= 1 |
    哪些商铺正在装修 | shops | status = 装修 |
    哪些独居老人30天没有走访了 | people | tag:独居老人 and not last_visited >= today-30d |
    所有党员 | people | tag:中共正式党员 or tag:中共预备党员 |
    全部房屋 | houses |  |
    所有商铺 | shops |  |
    老人 | people | age >= 60 |
    老年人 | people | age >= 60 |
    儿童 | people | age < 14 |
    租客 | people | role = tenant |
    男性 | people | sex = 男 |
    女性老人 | people | sex = 女 and age >= 60 |
    育龄妇女 | people | sex = 女 and age in 15..49 |
    在长乐路上租房的外地人 | people | road = 长乐路 and role = tenant and hukou = 外省市 |
    80岁以上，独居，30天没有走访的老人 | people | age >= 80 and tag:独居老人 and not last_visited >= today-30d |
    70岁以上并且是党员的志愿者 | people | age >= 70 and (tag:中共正式党员 or tag:中共预备党员) and tag:注册志愿者 |
    低保家庭 | houses | tag:最低生活保障家庭 |
    低保家庭的未成年人 | people | any house(tag:最低生活保障家庭) and age < 18 |
    没有签约家庭医生的65岁以上老人 | people | not tag:家庭医生签约居民 and age >= 65 |
    次月津贴升档的老人 | people | tag:次月津贴升档 and age >= 60 |
    长护险对象 | people | tag:长护险享受对象 |
    助餐服务对象 | people | tag:助餐服务对象 |
    楼组长和居民代表 | people | tag:楼组长 or tag:居民代表 |
    合租房 | houses | tag:多人合租房屋 |
    我想知道延中居民区80岁以上的独居老人有多少 | people | committee = 延中 and age >= 80 and tag:独居老人 | count
    雁荡居民区的党员和志愿者 | people | committee = 雁荡 and (tag:中共正式党员 or tag:中共预备党员 or tag:注册志愿者) |
    雁荡居民区的党员、志愿者和楼组长 | people | committee = 雁荡 and (tag:中共正式党员 or tag:中共预备党员 or tag:注册志愿者 or tag:楼组长) |
    延中居民区75岁到85岁的女性独居老人 | people | committee = 延中 and age in 75..85 and sex = 女 and tag:独居老人 |
    户籍在外省市的老人 | people | hukou = 外省市 and age >= 60 |
    本市户籍且满65周岁的老人 | people | hukou = 本市 and age >= 65 |
    65周岁以上的沪籍老人 | people | age >= 65 and hukou = 本市 |
    男性60岁以上，女性55岁以上 | people | sex = 男 and age >= 60 or sex = 女 and age >= 55 |
    30岁以下的租客 | people | age <= 30 and role = tenant |
    25到35岁之间的女性租客 | people | age in 25..35 and sex = 女 and role = tenant |
    住在进贤路的老党员 | people | road = 进贤路 and (tag:中共正式党员 or tag:中共预备党员) and age >= 60 |
    巨鹿路上的独居老人和空巢老人 | people | road = 巨鹿路 and (tag:独居老人 or tag:空巢老人) |
    低保、特困和重残人员 | people | tag:低保人员 or tag:特困人员 or tag:重度残疾人 |
    有残疾证的低保户 | people | tag:持证残疾人 and tag:低保人员 |
    没有残疾证的低保户 | people | not tag:持证残疾人 and tag:低保人员 |
    享受低保的独居老人 | people | tag:低保人员 and tag:独居老人 |
    60岁以上没有独居的低保人员 | people | age >= 60 and not tag:独居老人 and tag:低保人员 |
    不独居的80岁以上老人 | people | not tag:独居老人 and age >= 80 |
    是党员但不是志愿者的居民 | people | (tag:中共正式党员 or tag:中共预备党员) and not tag:注册志愿者 |
    既不是党员也不是团员的人 | people | not (tag:中共正式党员 or tag:中共预备党员) and not tag:共青团员 |
    除了独居老人和孤老以外的80岁以上老人 | people | not (tag:独居老人 or tag:孤老) and age >= 80 |
    80岁以上老人，不包括独居老人 | people | age >= 80 and not tag:独居老人 |
    残疾人但不含重度残疾人 | people | tag:持证残疾人 and not tag:重度残疾人 |
    残疾人中除重度残疾人以外的 | people | tag:持证残疾人 and not tag:重度残疾人 |
    退役军人中80岁以上的 | people | tag:退役军人 and age >= 80 |
    租客中的外籍人员 | people | role = tenant and tag:外籍人员 |
    下周过生日满80岁的老人 | people | turns(80) in next-week |
    明年年满100岁的老人名单 | people | turns(100) in next-year |
    去年满60岁的人 | people | turns(60) in last-year |
    上个月满65周岁的老人 | people | turns(65) in last-month |
    本季度年满70周岁的本市户籍老人 | people | turns(70) in this-quarter and hukou = 本市 |
    三个月内年满90周岁的老人 | people | turns(90) in today..today+3m |
    2026年12月满90岁的老人 | people | turns(90) in 2026-12-01..2026-12-31 |
    今年12月满90岁的老人 | people | turns(90) in 2026-12-01..2026-12-31 |
    12月份年满80周岁的老人 | people | turns(80) in 2026-12-01..2026-12-31 |
    年底前满80岁的老人 | people | turns(80) in today..2026-12-31 |
    两个月没有上门的独居老人 | people | not last_visited >= today-2m and tag:独居老人 |
    今年没有走访过的低保人员 | people | not last_visited in this-year and tag:低保人员 |
    上周走访过的孤老 | people | last_visited in last-week and tag:孤老 |
    三个月以上没有走访的残疾人 | people | not last_visited >= today-3m and tag:持证残疾人 |
    延中居民区一个月没走访的90岁以上老人 | people | committee = 延中 and not last_visited >= today-1m and age >= 90 |
    超过60天未走访的出租房 | houses | no visits(visited_on >= today-60d) and use = let |
    今年走访过的房屋 | houses | any visits(visited_on in this-year) |
    有未成年人的出租房 | houses | any residents(age < 18) and use = let |
    有三个以上老人的房屋 | houses | count(residents(age >= 60)) >= 3 |
    有外籍人员的房屋 | houses | any residents(tag:外籍人员) |
    有孕妇的家庭 | houses | any residents(tag:孕产妇) |
    有党员的低保家庭 | houses | any residents(tag:中共正式党员 or tag:中共预备党员) and tag:最低生活保障家庭 |
    住着残疾人或者孤老的房屋 | houses | any residents(tag:持证残疾人 or tag:孤老) |
    没有人住的房屋 | houses | use = vacant |
    既有老人又有小孩的家庭 | houses | any residents(age >= 60) and any residents(age < 14) |
    有老人没有年轻人的家庭 | houses | any residents(age >= 60) and no residents(age in 14..35) |
    全是租客的房屋 | houses | all residents(role = tenant) |
    两个人住的房屋 | houses | residents = 2 |
    住了不到3个人的房屋 | houses | residents < 3 |
    60到100平方米的房屋 | houses | area_m2 in 60..100 |
    建筑面积大于90平方米的空置房 | houses | area_m2 > 90 and use = vacant |
    延中居民区空置或者出租的房屋 | houses | committee = 延中 and (use = vacant or use = let) |
    空置的和出租的房屋 | houses | use = vacant or use = let |
    售后公房里的独居老人 | people | any house(tag:售后公房) and tag:独居老人 |
    租约已经到期的房屋 | houses | any records.lease(until < today) and no records.lease(until >= today) |
    租约下季度到期的出租房 | houses | any records.lease(until in next-quarter) and use = let |
    长乐路上正在装修和招租的商铺 | shops | road = 长乐路 and (status = 装修 or status = 招租) |
    淮海中路除了餐饮店以外的商铺 | shops | road = 淮海中路 and not category = 餐饮 |
    不是沿街的商铺 | shops | not tag:沿街商铺 |
    进贤路上的便利店、药店和超市 | shops | road = 进贤路 and (category = 便利店 or category = 药店 or category = 超市) |
    营业执照三个月内到期的企业 | shops | licence_until in today..today+3m and kind = company |
    正在营业且许可证已过期的商铺 | shops | status = 营业 and licence_until < today |
    去年开业的酒吧 | shops | opened in last-year and category = 酒吧 |
    2020年以来开业的商铺 | shops | opened >= 2020-01-01 |
    营业到凌晨2点的酒吧 | shops | closes >= 26:00 and category = 酒吧 |
    深夜营业商铺 | shops | tag:深夜营业商铺 |
    食品许可30日内到期的餐饮店 | shops | tag:食品许可30日内到期 and category = 餐饮 |
    三合一住人店铺 | shops | tag:三合一住人店铺 |
    瓶装液化气商户 | shops | tag:瓶装液化气商户 |
    九小场所 | shops | tag:九小场所 |
    南昌居民区的楼栋 | buildings | committee = 南昌 |
    加装电梯的楼 | buildings | tag:已加装电梯门洞 |
    七层以上的楼 | buildings | storeys >= 7 |
    有电梯的7层以下楼房 | buildings | elevators >= 1 and storeys <= 7 |
    住着80岁以上老人且没有电梯的楼 | buildings | any houses(any residents(age >= 80)) and not elevators >= 1 |
    住在没有电梯的楼里的80岁以上独居老人 | people | any house(any building(not elevators >= 1)) and age >= 80 and tag:独居老人 |
    电梯年检超期的楼栋 | buildings | any assets(kind = elevator and due < today) |
    有超期电梯的楼 | buildings | any assets(kind = elevator and due < today) |
    老旧电梯楼栋 | buildings | tag:老旧电梯楼栋 |
    石库门里的独居老人 | people | any house(any building(tag:保留历史建筑)) and tag:独居老人 |
    本周要年检的电梯 | assets | due in this-week and kind = elevator |
    年检超期30天以上的电梯 | assets | due <= today-30d and kind = elevator |
    今年内到期的电梯 | assets | due in this-year and kind = elevator |
    15天内到期年检的充电桩 | assets | due in today..today+15d and kind = charging_pile |
    延中居民区超期的电梯 | assets | committee = 延中 and due < today and kind = elevator |
    消防栓 | assets | kind = hydrant |
    消火栓和灭火器 | assets | kind = hydrant or kind = extinguisher |
    雁荡居委会的设施 | assets | committee = 雁荡 |
    下半年要年检的电梯 | assets | due in 2026-07-01..2026-12-31 and kind = elevator |
    十二月到期的电梯 | assets | due in 2026-12-01..2026-12-31 and kind = elevator |
    2027年1月到3月要年检的电梯 | assets | due in 2027-01-01..2027-03-31 and kind = elevator |
    非本市户籍党员 | people | not hukou = 本市 and (tag:中共正式党员 or tag:中共预备党员) |
    出租房的老人 | people | any house(use = let) and age >= 60 |
    房屋里住着90岁以上老人的有哪些 | houses | any residents(age >= 90) |
    哪些家庭有残疾人 | houses | any residents(tag:持证残疾人) |
    哪些家庭没有老人 | houses | no residents(age >= 60) |
    延中居民区住着独居老人的房屋有多少户 | houses | committee = 延中 and any residents(tag:独居老人) | count
    有没有超期没检的电梯 | assets | due < today and kind = elevator |
    90岁以上老人住的房屋 | houses | any residents(age >= 90) |
    90岁以上老人居住的房屋 | houses | any residents(age >= 90) |
    租客住的房屋 | houses | any residents(role = tenant) |
    延中居民区的党员有多少名 | people | committee = 延中 and (tag:中共正式党员 or tag:中共预备党员) | count
    延中居民区共有多少商铺 | shops | committee = 延中 | count
    全街道有多少独居老人 | people | subdistrict = 瑞金二路街道 and tag:独居老人 | count
    街道里的独居老人 | people | subdistrict = 瑞金二路街道 and tag:独居老人 |
    60岁及以上的老年人 | people | age >= 60 |
    60周岁（含）以上老人 | people | age >= 60 |
    大于80岁的老人 | people | age > 80 |
    小于3岁的孩子 | people | age < 3 |
    年龄小于18岁的租客 | people | age < 18 and role = tenant |
    年龄大于等于90岁的女性 | people | age >= 90 and sex = 女 |
    年龄不超过35岁的党员 | people | age <= 35 and (tag:中共正式党员 or tag:中共预备党员) |
    18至60岁的失业人员 | people | age in 18..60 and tag:登记失业人员 |
    １８到３５岁的青年 | people | age in 18..35 |
    16到59岁的男性 | people | age in 16..59 and sex = 男 |
    正好60岁的人 | people | age = 60 |
    今天满90岁的老人 | people | turns(90) in today..today |
    明天满80岁的老人 | people | turns(80) = today+1d |
    下个月将满100岁的老人 | people | turns(100) in next-month |
    未来一年内年满60周岁的男性 | people | turns(60) in today..today+1y and sex = 男 |
    接下来两个月满70岁的老人 | people | turns(70) in today..today+2m |
    2026年年满60周岁的居民 | people | turns(60) in 2026-01-01..2026-12-31 |
    下个月90岁生日的老人 | people | turns(90) in next-month |
    90周岁生日在下个月的老人 | people | turns(90) in next-month |
    10天没有走访的孤老 | people | not last_visited >= today-10d and tag:孤老 |
    两周未走访的80岁以上独居老人 | people | not last_visited >= today-2w and age >= 80 and tag:独居老人 |
    已经一个月没有走访的空巢老人 | people | not last_visited >= today-1m and tag:空巢老人 |
    昨天走访过的老人 | people | last_visited = today-1d and age >= 60 |
    最近一个月走访过的房屋 | houses | any visits(visited_on in today-1m..today) |
    上个月没有走访的低保户 | people | not last_visited in last-month and tag:低保人员 |
    没有走访过的租客 | people | not last_visited >= 1900-01-01 and role = tenant |
    雁荡、延中的空置房 | houses | (committee = 雁荡 or committee = 延中) and use = vacant |
    长乐路和进贤路两条路上的酒吧 | shops | (road = 长乐路 or road = 进贤路) and category = 酒吧 |
    雁荡居民区和延中居民区的老人 | people | (committee = 雁荡 or committee = 延中) and age >= 60 |
    雁荡居民区80岁以上的老人和延中居民区的孤老 | people | committee = 雁荡 and age >= 80 or committee = 延中 and tag:孤老 |
    不在长乐路上的酒吧 | shops | not road = 长乐路 and category = 酒吧 |
    除了长乐路以外的咖啡店 | shops | not road = 长乐路 and category = 咖啡 |
    除雁荡和延中以外的低保人员 | people | not (committee = 雁荡 or committee = 延中) and tag:低保人员 |
    没有租客也没有老人的房屋 | houses | no residents(role = tenant) and no residents(age >= 60) |
    没有租客且不空置的房屋 | houses | no residents(role = tenant) and not use = vacant |
    不是出租的房屋 | houses | not use = let |
    非出租房 | houses | not use = let |
    未出租的房屋 | houses | not use = let |
    有未成年人但没有老人的家庭 | houses | any residents(age < 18) and no residents(age >= 60) |
    有80岁以上老人且有残疾人的家庭 | houses | any residents(age >= 80) and any residents(tag:持证残疾人) |
    有60岁以上老人或有残疾人的家庭 | houses | any residents(age >= 60) or any residents(tag:持证残疾人) |
    住着3个以上租客的房屋 | houses | count(residents(role = tenant)) >= 3 |
    住有5人以上的出租房 | houses | residents >= 5 and use = let |
    居住人数超过4人的房屋 | houses | residents > 4 |
    两个人住的80岁以上老人 | people | any house(residents = 2) and age >= 80 |
    独自居住的残疾人 | people | any house(count(residents()) = 1) and tag:持证残疾人 |
    独居的残疾人 | people | tag:独居老人 and tag:持证残疾人 |
    同住的有残疾人的老人 | people | any housemates(tag:持证残疾人) and age >= 60 |
    没有装修的店铺 | shops | not status = 装修 |
    没有在营业的咖啡馆 | shops | not status = 营业 and category = 咖啡 |
    既不是餐饮也不是酒吧的商铺 | shops | not category = 餐饮 and not category = 酒吧 |
    咖啡馆或者奶茶店 | shops | category = 咖啡 or category = 茶饮 |
    延中居民区的理发店有几家 | shops | committee = 延中 and category = 美发 | count
    下个月许可证到期的酒吧 | shops | licence_until in next-month and category = 酒吧 |
    许可证30天内到期的餐饮店 | shops | licence_until in today..today+30d and category = 餐饮 |
    食品经营许可证下个月到期的餐饮店 | shops | any records.food_licence(until in next-month) and category = 餐饮 |
    预付卡商户 | shops | tag:预付卡发卡商户 |
    电梯超期的楼 | buildings | any assets(kind = elevator and due < today) |
    电梯30日内到期检验的楼 | buildings | tag:电梯30日内到期检验 |
    没有电梯的高层住宅 | buildings | not elevators >= 1 and tag:高层住宅 |
    5层以上的居民楼 | buildings | storeys >= 5 |
    建于2000年以前的楼 | buildings | built < 2000 |
    2000年之前建成且没有电梯的楼 | buildings | built < 2000 and not elevators >= 1 |
    下个月需要年检的电梯有几部 | assets | due in next-month and kind = elevator | count
    今后三个月要检验的电梯 | assets | due in today..today+3m and kind = elevator |
    逾期未检的电梯 | assets | due < today and kind = elevator |
    已过期的电梯 | assets | due < today and kind = elevator |
    下个月到期的消防栓 | assets | due in next-month and kind = hydrant |
    未来30天到期的电梯 | assets | due in today..today+30d and kind = elevator |
    电梯按居民区统计 | assets | kind = elevator | group=committee
    延中居民区的残疾人名单，要带电话 | people | committee = 延中 and tag:持证残疾人 | columns=phone
    80岁以上的独居老人，带上姓名、年龄、地址和电话 | people | age >= 80 and tag:独居老人 | columns=name,age,address,phone
    按微网格统计独居老人 | people | tag:独居老人 | group=grid
    每个居民区的低保人员有多少 | people | tag:低保人员 | group=committee count
    各居委会的党员人数 | people | tag:中共正式党员 or tag:中共预备党员 | group=committee count
    把独居老人按年龄降序排列 | people | tag:独居老人 | sort=age.desc
    80岁以上老人按年龄从高到低排 | people | age >= 80 | sort=age.desc
    商铺数量 | shops |  | count
    志愿者多少人 | people | tag:注册志愿者 | count
    有多少户出租房 | houses | use = let | count
    今年新入住的租客有多少 | people | since in this-year and role = tenant | count
    本月新入住的外省市户籍人员 | people | since in this-month and hukou = 外省市 |
    持证残疾人里的低保户 | people | tag:持证残疾人 and tag:低保人员 |
    60岁以上的低保残疾人 | people | age >= 60 and tag:低保人员 and tag:持证残疾人 |
    女性低保残疾人 | people | sex = 女 and tag:低保人员 and tag:持证残疾人 |
    低保老人 | people | tag:低保人员 and age >= 60 |
    残疾老人 | people | tag:持证残疾人 and age >= 60 |
    残疾儿童 | people | tag:持证残疾人 and age < 14 |
    困境儿童 | people | tag:困境儿童 |
    孤儿 | people | tag:孤儿及事实无人抚养儿童 |
    认知障碍老人 | people | tag:认知障碍老人 |
    90岁以上的独居女性老人 | people | age >= 90 and tag:独居老人 and sex = 女 |
    住在延中居民区的外国人 | people | committee = 延中 and tag:外籍人员 |
    流动党员 | people | tag:流动党员 |
    困难党员 | people | tag:困难党员 |
    在职党员 | people | tag:在职党员 |
    现役军人家属 | people | tag:现役军人家属 |
    参战老兵 | people | tag:参战参试退役人员 |
    80岁以上的退役军人 | people | age >= 80 and tag:退役军人 |
    独居的退役军人 | people | tag:独居老人 and tag:退役军人 |
    征兵宣传对象 | people | tag:征兵宣传对象 |
    兵役登记对象 | people | tag:兵役登记适龄男性 |
    今年满18周岁的本市户籍男性 | people | turns(18) in this-year and hukou = 本市 and sex = 男 |
    外卖骑手 | people | tag:新就业形态劳动者 |
    社区能人和志愿者 | people | tag:社区能人 or tag:注册志愿者 |
    一老一小家庭 | houses | tag:一老一小家庭 |
    零就业家庭 | houses | tag:零就业家庭 |
    廉租补贴家庭 | houses | tag:廉租住房租金补贴家庭 |
    空置90日以上的房屋 | houses | tag:空置90日以上房屋 |
    半年没走访的房屋 | houses | no visits(visited_on >= today-6m) |
    民宿 | houses | tag:网约房日租房 |
    违建 | houses | tag:违法搭建在册 |
    老旧电梯的楼 | buildings | tag:老旧电梯楼栋 |
    有百岁老人的家庭 | houses | any residents(tag:百岁老人)
    已经到期的电梯 | assets | due < today and kind = elevator
    已出租的房屋 | houses | use = let
    三位以上老人的家庭 | houses | count(residents(age >= 60)) >= 3
    出生于1940年以前的独居老人 | people | birth_date < 1940-01-01 and tag:独居老人
    1950年到1960年出生的党员 | people | birth_date in 1950-01-01..1960-12-31 and (tag:中共正式党员 or tag:中共预备党员)
    上个月新搬来的租客 | people | since in last-month and role = tenant
    列出社区能人 | people | tag:社区能人
    60岁以上不满80岁的独居老人 | people | age >= 60 and age < 80 and tag:独居老人
    年满16周岁未满18周岁的未成年人 | people | age >= 16 and age < 18
    党员或志愿者中80岁以上的 | people | (tag:中共正式党员 or tag:中共预备党员 or tag:注册志愿者) and age >= 80
    独居老人和残疾人中的党员 | people | (tag:独居老人 or tag:持证残疾人) and (tag:中共正式党员 or tag:中共预备党员)
    长乐路和进贤路上除了酒吧以外的店 | shops | (road = 长乐路 or road = 进贤路) and not category = 酒吧
    既有老人又有未成年人的家庭 | houses | any residents(age >= 60) and any residents(age < 18)
    有高龄老人但没有电梯的楼 | buildings | any houses(any residents(tag:80周岁及以上高龄老人)) and not elevators >= 1
    90天内没有走访的出租房 | houses | no visits(visited_on >= today-90d) and use = let
    长期空置的房屋 | houses | tag:空置90日以上房屋
    """
}
