// More of what is said in a street office, written down with its meaning before it was asked: other numbers, dates,
// measure words and turns of phrase, and the rows of datasets. The form is that of `AskSentences`.

enum AskMoreSentences {
  static let table = #"""
    请帮我查一下延中居委会80岁以上的老人 | people | committee = 延中 and age >= 80 |
    麻烦看看雁荡居民区有没有独居的高龄老人 | people | committee = 雁荡 and tag:80周岁及以上高龄老人 and tag:独居老人 |
    下个月满一百岁的老人都有谁 | people | turns(100) in 2026-12-01..2026-12-31 |
    十二月份过九十岁生日的老人 | people | turns(90) in 2026-12-01..2026-12-31 |
    明年一季度年满65周岁的本市户籍居民 | people | hukou = 本市 and turns(65) in 2027-01-01..2027-03-31 |
    75到79岁的独居老人一共多少人 | people | age in 75..79 and tag:独居老人 | count
    八十多岁的党员 | people | age in 80..89 and (tag:中共正式党员 or tag:中共预备党员) |
    不到60岁的残疾人 | people | age < 60 and tag:持证残疾人 |
    超过85岁的女性 | people | age > 85 and sex = 女 |
    至少七十岁的志愿者 | people | age >= 70 and tag:注册志愿者 |
    南昌路上的咖啡店 | shops | road = 南昌路 and category = 咖啡 |
    歇业的餐饮店有几家 | shops | status = 歇业 and category = 餐饮 | count
    营业执照三个月内到期的店 | shops | licence_until in today..today+3m |
    执照已经过期的商铺 | shops | licence_until < today |
    进贤路营业到晚上11点以后的酒吧 | shops | road = 进贤路 and closes >= 23:00 and category = 酒吧 |
    半年内新开的店铺 | shops | opened in today-6m..today |
    今年新开业的餐饮店 | shops | category = 餐饮 and opened in 2026-01-01..2026-12-31 |
    食品经营许可证30天内到期的餐饮店 | shops | category = 餐饮 and any records.food_licence(until in today..today+30d) |
    检查不合格的店铺 | shops | any records.shop_inspection(passed = false) |
    住人的店铺 | shops | tag:三合一住人店铺 |
    用瓶装液化气的商户 | shops | tag:瓶装液化气商户 |
    本月底前要年检的电梯有多少台 | assets | kind = elevator and due in 2026-11-21..2026-11-30 | count
    年检过期的电梯在哪些楼 | buildings | any assets(kind = elevator and due < today) |
    下周到期检验的电梯 | assets | kind = elevator and due in 2026-11-23..2026-11-29 |
    明年第一季度到期的电梯 | assets | kind = elevator and due in 2027-01-01..2027-03-31 |
    六层以上没有电梯的楼 | buildings | storeys >= 6 and not elevators >= 1 |
    外墙有脱落隐患的楼栋 | buildings | tag:外墙脱落隐患 |
    楼道堆物的楼 | buildings | tag:楼道堆物隐患 |
    隐患整改超期的楼栋按居委会分组 | buildings | tag:隐患整改超期 | group=committee
    长乐居委会的空置房 | houses | committee = 长乐 and use = vacant |
    空关超过90天的房屋 | houses | use = vacant and any records.vacancy(since < today-90d) |
    群租嫌疑的房子 | houses | tag:群租嫌疑 |
    住着残疾人的家庭 | houses | any residents(tag:持证残疾人) |
    家里有孕妇的住户 | houses | any residents(tag:孕产妇) |
    家里既有老人又有小孩的家庭 | houses | any residents(age >= 60) and any residents(age < 14) |
    三个人以上租客的房屋 | houses | count(residents(role = tenant)) >= 3 |
    没有人登记的住宅 | houses | no residents() and kind = dwelling |
    养狗的人家 | houses | tag:养犬登记户 |
    养犬证过期的住户 | houses | any records.dog(cert_until < today) and no records.dog(cert_until >= today) |
    正在装修的房子 | houses | tag:住宅装修中 |
    燃气安检逾期的住户 | houses | tag:居民燃气安检逾期 |
    低保家庭有多少户 | houses | tag:最低生活保障家庭 | count
    纯老家庭里住着90岁以上老人的 | houses | tag:纯老家庭 and any residents(age >= 90) |
    租约已经过期还没续的房屋 | houses | any records.lease(until < today) and no records.lease(until >= today) |
    面积不到15平方米的出租房 | houses | area_m2 < 15 and use = let |
    外地来的租客 | people | hukou = 外省市 and role = tenant |
    老外 | people | hukou = 外籍 |
    港澳台居民名单 | people | tag:港澳台居民 |
    少数民族居民有哪些 | people | tag:少数民族居民 |
    不是本市户籍的60岁以上老人 | people | not hukou = 本市 and age >= 60 |
    两周没有上门走访的高龄独居老人 | people | tag:高龄独居老人 and not last_visited >= today-14d |
    从来没走访过的独居老人 | people | not last_visited >= 1900-01-01 and tag:独居老人 |
    一个月没有走访过的孤老 | people | tag:孤老 and not last_visited >= today-1m |
    本周走访过的独居老人 | people | tag:独居老人 and last_visited in 2026-11-16..2026-11-22 |
    最近一个月搬来的外省市人员 | people | hukou = 外省市 and since in today-1m..today |
    居住证30天内到期的人 | people | any records.permit(until in today..today+30d) |
    居住证过期的外来人口 | people | any records.permit(until < today) and no records.permit(until >= today) and tag:来沪人员 |
    今年毕业的大学生 | people | tag:应届高校毕业生 |
    登记失业人员里的残疾人 | people | tag:登记失业人员 and tag:持证残疾人 |
    没有参加体检的65岁以上老人 | people | age >= 65 and not any records.checkup() |
    楼组长和志愿者名单，带电话 | people | (tag:楼组长 or tag:注册志愿者) | columns=phone
    延中、雁荡和南昌三个居委会的低保户 | people | (committee = 延中 or committee = 雁荡 or committee = 南昌) and tag:低保人员 |
    淮海中路和长乐路的商铺 | shops | (road = 淮海中路 or road = 长乐路) |
    瑞金二路上营业中的餐饮店 | shops | road = 瑞金二路 and status = 营业 and category = 餐饮 |
    锦江公寓住着多少党员 | people | compound = 锦江公寓 and (tag:中共正式党员 or tag:中共预备党员) | count
    茂名南路的房子里住着90岁以上老人的 | houses | road = 茂名南路 and any residents(age >= 90) |
    男的党员，70岁以下 | people | sex = 男 and (tag:中共正式党员 or tag:中共预备党员) and age <= 70 |
    90后党员 | people | birth_date in 1990-01-01..1999-12-31 and (tag:中共正式党员 or tag:中共预备党员) |
    1940年以前出生的老人 | people | birth_date < 1940-01-01 and age >= 60 |
    重残无业人员按居委会分组统计 | people | tag:重残无业人员 | group=committee
    独居老人按年龄从大到小排列 | people | tag:独居老人 | sort=age.desc
    年龄最大的前10位老人 | people | age >= 60 | sort=age.desc limit=10
    刚满60岁的人 | people | age = 60 |
    既不是党员也不是志愿者的楼组长 | people | tag:楼组长 and not (tag:中共正式党员 or tag:中共预备党员) and not tag:注册志愿者 |
    六岁到十二岁的孩子 | people | age in 6..12 |
    未成年人一共几个 | people | age < 18 | count
    0到3岁的宝宝 | people | age in 0..3 |
    一户多残的家庭 | houses | tag:一户多残家庭 |
    和子女同住的80岁以上老人 | people | age >= 80 and any records.family(with_children = true) |
    享受长护险的老人 | people | tag:长护险享受对象 and age >= 60 |
    有敬老卡的老人 | people | tag:敬老卡持有人 and age >= 60 |
    党龄满50年的老党员 | people | tag:党龄满50年党员 and (tag:中共正式党员 or tag:中共预备党员) and age >= 60 |
    今天过100岁生日的老人 | people | turns(100) in today..today |
    三代同堂的家庭 | houses | tag:三代同住户 |
    有优秀历史建筑的楼 | buildings | tag:优秀历史建筑 |
    在职党员有多少 | people | tag:在职党员 | count
    汉族以外的居民 | people | not ethnicity in [汉族, 汉] |
    业主是80岁以上老人的房子 | houses | any residents(role = owner and age >= 80) |
    请帮我列出南昌居委会90岁以上的老人 | people | committee = 南昌 and age >= 90 |
    麻烦查查香山居民区70岁以上的党员 | people | committee = 香山 and age >= 70 and (tag:中共正式党员 or tag:中共预备党员) |
    思南居委会有多少低保户 | people | committee = 思南 and tag:低保人员 | count
    帮忙找一下住在永嘉路的独居老人 | people | road = 永嘉路 and tag:独居老人 |
    想知道巨鹿居委会一共有几个百岁老人 | people | committee = 巨鹿 and tag:百岁老人 | count
    看一下茂名居委会的重残人员 | people | committee = 茂名 and tag:重度残疾人 |
    我要瑞兴居委会退役军人的名单 | people | committee = 瑞兴 and tag:退役军人 |
    九十岁及以上的老人 | people | age >= 90 |
    满80岁的独居老人 | people | age >= 80 and tag:独居老人 |
    60岁至69岁的女志愿者 | people | age in 60..69 and sex = 女 and tag:注册志愿者 |
    65-70岁的男性 | people | age in 65..70 and sex = 男 |
    七八十岁的老人 | people | age in 70..89 |
    九十多岁的老太太 | people | age in 90..99 and sex = 女 |
    八十几岁的老伯伯 | people | age in 80..89 and sex = 男 |
    年龄大于等于80的人 | people | age >= 80 |
    年龄小于18岁的人 | people | age < 18 |
    年龄超过100岁的 | people | age > 100 |
    年龄在60岁到80岁之间的党员 | people | age in 60..80 and (tag:中共正式党员 or tag:中共预备党员) |
    16到35岁的失业人员 | people | age in 16..35 and tag:登记失业人员 |
    未满14周岁的儿童 | people | age < 14 |
    不满三岁的小囡 | people | age < 3 |
    3到6岁的小朋友 | people | age in 3..6 |
    八十岁以下的老党员 | people | age <= 80 and (tag:中共正式党员 or tag:中共预备党员) and age >= 60 |
    90岁的老人 | people | age = 90 |
    九旬老人 | people | age in 90..99 |
    年逾九旬的独居老人 | people | age >= 90 and tag:独居老人 |
    耄耋老人 | people | age in 80..99 |
    古稀老人 | people | age in 70..79 |
    80后的志愿者 | people | birth_date in 1980-01-01..1989-12-31 and tag:注册志愿者 |
    1936年出生的老人 | people | birth_date in 1936-01-01..1936-12-31 |
    1930年到1940年之间出生的人 | people | birth_date in 1930-01-01..1940-12-31 |
    1946年12月出生的 | people | birth_date in 1946-12-01..1946-12-31 |
    上个月满60岁的人 | people | turns(60) in 2026-10-01..2026-10-31 |
    下礼拜满90岁的老人 | people | turns(90) in 2026-11-23..2026-11-29 |
    这个礼拜过百岁生日的老人 | people | turns(100) in 2026-11-16..2026-11-22 |
    月底前满70岁的 | people | turns(70) in 2026-11-21..2026-11-30 |
    本季度内满65岁的老人 | people | turns(65) in 2026-10-01..2026-12-31 |
    下季度满80岁的老人 | people | turns(80) in 2027-01-01..2027-03-31 |
    明年三月份满18岁的男青年 | people | turns(18) in 2027-03-01..2027-03-31 and sex = 男 |
    今年第四季度满60周岁的人 | people | turns(60) in 2026-10-01..2026-12-31 |
    明年上半年满100岁的老人 | people | turns(100) in 2027-01-01..2027-06-30 |
    下半年满60岁的居民 | people | turns(60) in 2026-07-01..2026-12-31 |
    半年内满90岁的老人 | people | turns(90) in today..today+6m |
    三十天内满80岁的老人 | people | turns(80) in today..today+30d |
    两个月之内年满65岁的人 | people | turns(65) in today..today+2m |
    未来一周过九十岁生日的老人 | people | turns(90) in today..today+1w |
    过去一年满60岁的 | people | turns(60) in today-1y..today |
    12月1号到12月15号满80岁的人 | people | turns(80) in 2026-12-01..2026-12-15 |
    去年满90岁的老人 | people | turns(90) in 2025-01-01..2025-12-31 |
    后年满100岁的老人 | people | turns(100) in 2028-01-01..2028-12-31 |
    孤寡老人有哪些 | people | tag:孤老 |
    单独居住的70岁以上老人 | people | any house(count(residents()) = 1) and age >= 70 |
    住在没电梯的楼里的80岁以上老人 | people | age >= 80 and any house(any building(not elevators >= 1)) |
    悬空老人 | people | tag:悬空老人 |
    肢体残疾的低保人员 | people | tag:肢体残疾人 and tag:低保人员 |
    低保又是重残的人 | people | tag:低保人员 and tag:重度残疾人 |
    既是低保人员又是残疾人的独居老人 | people | tag:低保人员 and tag:持证残疾人 and tag:独居老人 |
    党员或者志愿者 | people | (tag:中共正式党员 or tag:中共预备党员 or tag:注册志愿者) |
    是党员但不是志愿者的 | people | (tag:中共正式党员 or tag:中共预备党员) and not tag:注册志愿者 |
    非本市户籍的党员 | people | not hukou = 本市 and (tag:中共正式党员 or tag:中共预备党员) |
    不含党员的志愿者 | people | tag:注册志愿者 and not (tag:中共正式党员 or tag:中共预备党员) |
    排除党员后的退役军人 | people | tag:退役军人 and not (tag:中共正式党员 or tag:中共预备党员) |
    除低保人员外的残疾人 | people | tag:持证残疾人 and not tag:低保人员 |
    除了独居老人，80岁以上的老人 | people | age >= 80 and not tag:独居老人 |
    80岁以上老人，独居老人除外 | people | age >= 80 and not tag:独居老人 |
    80岁以上但不是独居的老人 | people | age >= 80 and not tag:独居老人 |
    没有家庭医生签约的65岁以上老人 | people | age >= 65 and not tag:家庭医生签约居民 |
    还没签约家庭医生的老人 | people | age >= 60 and not tag:家庭医生签约居民 |
    男性80岁以上独居老人，不是党员 | people | sex = 男 and age >= 80 and tag:独居老人 and not (tag:中共正式党员 or tag:中共预备党员) |
    本地人里的90岁以上老人 | people | hukou = 本市 and age >= 90 |
    外地人 | people | hukou = 外省市 |
    外省市户口的人有多少 | people | hukou = 外省市 | count
    上海户籍的租客 | people | hukou = 本市 and role = tenant |
    沪籍老人 | people | hukou = 本市 and age >= 60 |
    房客里的外国人 | people | role = tenant and tag:外籍人员 |
    70岁以上的房东 | people | age >= 70 and role = owner |
    租房的党员 | people | role = tenant and (tag:中共正式党员 or tag:中共预备党员) |
    近30天新搬来的租客 | people | since in today-30d..today and role = tenant |
    上个月搬来的人 | people | since in 2026-10-01..2026-10-31 |
    今年入住的外籍人员 | people | since in 2026-01-01..2026-12-31 and tag:外籍人员 |
    去年搬走的人 | people | until in 2025-01-01..2025-12-31 |
    两周没走访的独居老人 | people | tag:独居老人 and not last_visited >= today-14d |
    七天没有走访过的高龄独居老人 | people | tag:高龄独居老人 and not last_visited >= today-7d |
    超过一个月没有走访的重残人员 | people | tag:重度残疾人 and not last_visited >= today-1m |
    一年以上没走访过的老人 | people | age >= 60 and not last_visited >= today-1y |
    最近半个月没上过门的独居老人 | people | tag:独居老人 and not last_visited >= today-15d |
    本月没走访的独居老人 | people | tag:独居老人 and not last_visited in 2026-11-01..2026-11-30 |
    今年还没走访过的低保人员 | people | tag:低保人员 and not last_visited in 2026-01-01..2026-12-31 |
    最近一周走访过的老人 | people | age >= 60 and last_visited in today-1w..today |
    从未走访的残疾人 | people | not last_visited >= 1900-01-01 and tag:持证残疾人 |
    昨天走访过的人 | people | last_visited in 2026-11-20..2026-11-20 |
    独居老人超期未走访 | people | tag:独居老人超期未走访 |
    今年应届毕业生 | people | tag:应届高校毕业生 |
    未就业的毕业生 | people | tag:离校未就业高校毕业生 |
    失业的人 | people | tag:登记失业人员 |
    灵活就业的人员 | people | tag:灵活就业人员 |
    外卖骑手和快递员 | people | tag:新就业形态劳动者 |
    就业困难的残疾人 | people | tag:就业困难人员 and tag:持证残疾人 |
    退休的党员 | people | any records.employment(status = 退休) and (tag:中共正式党员 or tag:中共预备党员) |
    居住证已过期的人 | people | tag:居住证已过期 |
    残疾人证三个月内到期的 | people | any records.disability(cert_until in today..today+3m) |
    预备党员有哪些 | people | tag:中共预备党员 |
    中共党员名单带手机号 | people | (tag:中共正式党员 or tag:中共预备党员) | columns=phone
    独居老人名单，只要姓名和住址 | people | tag:独居老人 | columns=name,address
    80岁以上老人带上电话和地址 | people | age >= 80 | columns=phone,address
    低保户附上身份证号 | people | tag:低保人员 | columns=id_number
    各居委会有多少独居老人 | people | tag:独居老人 | group=committee count
    统计各居委会80岁以上老人人数 | people | age >= 80 | group=committee count
    按居委会统计党员人数 | people | (tag:中共正式党员 or tag:中共预备党员) | group=committee count
    每个居委会有几个退役军人 | people | tag:退役军人 | group=committee count
    残疾人按性别分组 | people | tag:持证残疾人 | group=sex
    90岁以上老人按年龄从大到小排列 | people | age >= 90 | sort=age.desc
    志愿者按年龄从小到大排 | people | tag:注册志愿者 | sort=age
    志愿者按出生日期排序 | people | tag:注册志愿者 | sort=birth_date
    年龄最大的20位独居老人 | people | tag:独居老人 | sort=age.desc limit=20
    80岁以上老人前20名按年龄降序 | people | age >= 80 | sort=age.desc limit=20
    楼组长按居委会分组带电话 | people | tag:楼组长 | columns=phone group=committee
    延中居委会和雁荡居委会的楼组长 | people | (committee = 延中 or committee = 雁荡) and tag:楼组长 |
    不在延中居委会的独居老人 | people | not committee = 延中 and tag:独居老人 |
    除延中以外各居委会的志愿者 | people | not committee = 延中 and tag:注册志愿者 | group=committee
    淮海中路上的独居老人 | people | road = 淮海中路 and tag:独居老人 |
    住在锦江公寓的外国人 | people | compound = 锦江公寓 and tag:外籍人员 |
    黄浦区90岁以上老人 | people | district = 黄浦区 and age >= 90 |
    瑞金二路的独居老人 | people | road = 瑞金二路 and tag:独居老人 |
    南昌路延中居委会的党员 | people | road = 南昌路 and committee = 延中 and (tag:中共正式党员 or tag:中共预备党员) |
    独居阿婆 | people | tag:独居老人 and sex = 女 |
    80岁以上的爷叔 | people | age >= 80 and sex = 男 |
    女性居民 | people | sex = 女 |
    全部居民 | people |  |
    所有的志愿者 | people | tag:注册志愿者 |
    男的有多少人 | people | sex = 男 | count
    回族居民 | people | ethnicity in [回族, 回] |
    本科以上学历的志愿者 | people | education in [本科, 硕士, 博士] and tag:注册志愿者 |
    老兵 | people | tag:退役军人 |
    烈属 | people | tag:烈士遗属 |
    优抚对象有哪些人 | people | tag:优抚定期抚恤补助对象 |
    孕妇 | people | tag:孕产妇 |
    困境儿童名单 | people | tag:困境儿童 |
    隔代家庭有几户 | houses | tag:一老一小家庭 | count
    住了六个人以上的房子 | houses | residents >= 6 |
    超过5个人住的房屋 | houses | residents > 5 |
    空房子 | houses | use = vacant |
    自住房 | houses | use = self |
    正在出租的房屋有几套 | houses | use = let | count
    有外地租客的出租房 | houses | use = let and any residents(role = tenant and hukou = 外省市) |
    住着老外的房子 | houses | any residents(hukou = 外籍) |
    有独居老人的房屋 | houses | any residents(tag:独居老人) |
    有90岁以上老人的家庭 | houses | any residents(age >= 90) |
    有党员的家庭 | houses | any residents(tag:中共正式党员 or tag:中共预备党员) |
    家里有婴幼儿的家庭 | houses | any residents(age < 3) |
    租约三个月内到期的房屋 | houses | any records.lease(until in today..today+3m) |
    下个月租约到期的出租房 | houses | use = let and any records.lease(until in 2026-12-01..2026-12-31) |
    有群租嫌疑的出租房 | houses | use = let and tag:群租嫌疑 |
    养犬证一个月内到期的 | houses | any records.dog(cert_until in today..today+1m) |
    养狗的住户 | houses | tag:养犬登记户 |
    装修超期的房子 | houses | tag:装修超期未销 |
    售后公房 | houses | tag:售后公房 |
    厨卫合用的房屋 | houses | tag:不成套住房 |
    手拎马桶的住户 | houses | tag:无卫生设施住房 |
    未结纠纷的住户 | houses | tag:未结调解纠纷户 |
    飞线充电的人家 | houses | tag:飞线充电电瓶车入户隐患 |
    面积20平米以下的房屋 | houses | area_m2 <= 20 |
    建筑面积大于100平方米的房屋 | houses | area_m2 > 100 |
    沿街门面房 | houses | kind = shopfront |
    巨鹿路的餐饮店 | shops | road = 巨鹿路 and category = 餐饮 |
    长乐路上的酒吧有几家 | shops | road = 长乐路 and category = 酒吧 | count
    长乐路上除了咖啡店以外的店 | shops | road = 长乐路 and not category = 咖啡 |
    不是餐饮的沿街商铺 | shops | not category = 餐饮 and tag:沿街商铺 |
    营业中的酒吧 | shops | status = 营业 and category = 酒吧 |
    已经歇业的店铺 | shops | status = 歇业 |
    关门歇业的商铺 | shops | status = 歇业 |
    关了的店 | shops | status = 歇业 |
    准备招租的店面 | shops | status = 招租 |
    证照30天内到期的商铺 | shops | licence_until in today..today+30d |
    营业执照下个月到期的餐饮店 | shops | licence_until in 2026-12-01..2026-12-31 and category = 餐饮 |
    营业执照过期了还在营业的店 | shops | status = 营业 and licence_until < today |
    食品许可证已经过期的餐饮店 | shops | any records.food_licence(until < today) and no records.food_licence(until >= today) and category = 餐饮 |
    近三个月新开的店 | shops | opened in today-3m..today |
    上个月开业的咖啡馆 | shops | category = 咖啡 and opened in 2026-10-01..2026-10-31 |
    2020年以前开业的店 | shops | opened < 2020-01-01 |
    晚上十点以后关门的酒吧 | shops | closes >= 22:00 and category = 酒吧 |
    23点以后还开着的店 | shops | closes > 23:00 |
    无照经营的商户 | shops | tag:疑似无照经营 |
    网红店有哪些 | shops | tag:网红店铺 |
    淮海中路的网红咖啡店 | shops | road = 淮海中路 and category = 咖啡 and tag:网红店铺 |
    没签门责书的商铺 | shops | tag:门责书未签订 |
    有外摆的咖啡店 | shops | category = 咖啡 and tag:备案外摆位 |
    商铺按业态分组 | shops |  | group=category
    沿街商铺按路名统计数量 | shops | tag:沿街商铺 | group=road
    各条路上有多少家餐饮店 | shops | category = 餐饮 | group=road count
    九小场所一年没消防检查的 | shops | tag:九小场所 and not any records.fire_check(on >= today-1y) |
    所有电梯 | assets | kind = elevator |
    延中居委会的电梯 | assets | committee = 延中 and kind = elevator |
    三个月内要检验的电梯 | assets | kind = elevator and due in today..today+3m |
    本月到期的电梯有几部 | assets | kind = elevator and due in 2026-11-01..2026-11-30 | count
    电梯年检已过期 | assets | kind = elevator and due < today |
    年检超期的电梯按居委会分组 | assets | kind = elevator and due < today | group=committee
    淮海中路上年内要年检的电梯 | assets | kind = elevator and road = 淮海中路 and due in 2026-01-01..2026-12-31 |
    有电梯超期未检的楼栋 | buildings | any assets(kind = elevator and due < today) |
    四层以上没电梯的楼栋 | buildings | storeys >= 4 and not elevators >= 1 |
    七层以上的楼栋 | buildings | storeys >= 7 |
    加装了电梯的楼 | buildings | tag:已加装电梯门洞 |
    业委会三个月内任期届满的楼栋 | buildings | any records.owners_committee(term_end in today..today+3m) |
    水箱清洗逾期的楼 | buildings | tag:水箱清洗逾期 |
    石库门 | buildings | tag:保留历史建筑 |
    长乐居委会90周岁以上老人共有多少位 | people | committee = 长乐 and age >= 90 | count
    各居委会80岁以上独居老人各有多少人 | people | age >= 80 and tag:独居老人 | group=committee count
    把延中居委会的老人按年龄从大到小排，取前10名 | people | committee = 延中 and age >= 60 | sort=age.desc limit=10
    12月份到期的电梯 | assets | kind = elevator and due in 2026-12-01..2026-12-31 |
    二〇二六年十二月到期的电梯 | assets | kind = elevator and due in 2026-12-01..2026-12-31 |
    2027年1月1日至2027年3月31日到期的电梯 | assets | kind = elevator and due in 2027-01-01..2027-03-31 |
    年检在12月15日之前到期的电梯 | assets | kind = elevator and due in 2026-11-21..2026-12-15 |
    这个月租约到期的房子 | houses | any records.lease(until in 2026-11-01..2026-11-30) |
    今年没体检的65岁以上老人 | people | age >= 65 and not any records.checkup(on in 2026-01-01..2026-12-31) |
    去年做过体检的老人 | people | age >= 60 and any records.checkup(on in 2025-01-01..2025-12-31) |
    两年没有燃气安检的房屋 | houses | not any records.gas(last_check >= today-2y) |
    半年没检查的餐饮店 | shops | category = 餐饮 and not any records.shop_inspection(on >= today-6m) |
    一年没有消防检查的九小场所 | shops | tag:九小场所 and not any records.fire_check(on >= today-1y) |
    本月检查过的店 | shops | any records.shop_inspection(on in 2026-11-01..2026-11-30) |
    今年装修开工的房子 | houses | any records.renovation(started in 2026-01-01..2026-12-31) |
    去年退役的人 | people | any records.service_record(discharged in 2025-01-01..2025-12-31) |
    下个月要复核的低保家庭 | houses | tag:最低生活保障家庭 and any records.aid_review(next_review in 2026-12-01..2026-12-31) |
    这周要清洗水箱的楼 | buildings | any records.water_tank(next_due in 2026-11-16..2026-11-22) |
    独居老人，低保的除外 | people | tag:独居老人 and not tag:低保人员 |
    志愿者(党员除外) | people | tag:注册志愿者 and not (tag:中共正式党员 or tag:中共预备党员) |
    除了党员和志愿者以外的楼组长 | people | tag:楼组长 and not (tag:中共正式党员 or tag:中共预备党员 or tag:注册志愿者) |
    不是党员也不是志愿者的老人 | people | age >= 60 and not (tag:中共正式党员 or tag:中共预备党员) and not tag:注册志愿者 |
    既不是低保也不是特困的重残人员 | people | tag:重度残疾人 and not tag:低保人员 and not tag:特困人员 |
    家里没有年轻人的老人 | people | any house(no residents(age in 14..35)) and age >= 60 |
    有老人没有小孩的家庭 | houses | any residents(age >= 60) and not any residents(age < 14) |
    没有老人的房屋 | houses | not any residents(age >= 60) |
    十八岁到三十五岁的男青年 | people | age in 18..35 and sex = 男 |
    十七八岁的男孩 | people | age in 17..18 and sex = 男 |
    五六岁的小朋友 | people | age in 5..6 |
    80岁(含)以上老人 | people | age >= 80 |
    60岁+的女性党员 | people | age >= 60 and sex = 女 and (tag:中共正式党员 or tag:中共预备党员) |
    60周岁及以上、70周岁以下的志愿者 | people | age >= 60 and age <= 70 and tag:注册志愿者 |
    大于60岁小于80岁的独居老人 | people | age > 60 and age < 80 and tag:独居老人 |
    80岁以上，独居，低保 | people | age >= 80 and tag:独居老人 and tag:低保人员 |
    70岁以上独居或者80岁以上的老人 | people | (age >= 70 and tag:独居老人 or age >= 80) |
    属于延中居委会且住在南昌路的党员 | people | committee = 延中 and road = 南昌路 and (tag:中共正式党员 or tag:中共预备党员) |
    南昌路100弄的老人 | people | address ~ 南昌路100弄 and age >= 60 |
    南昌路100弄5号的住户 | houses | address ~ 南昌路100弄5号 |
    陕西南路歇业或者招租的店铺 | shops | road = 陕西南路 and (status = 歇业 or status = 招租) |
    雁荡路饭店 | shops | road = 雁荡路 and category = 餐饮 |
    雁荡路上正在营业的咖啡馆和酒吧 | shops | road = 雁荡路 and status = 营业 and (category = 咖啡 or category = 酒吧) |
    思南路的便利店 | shops | road = 思南路 and category = 便利店 |
    有老人住的出租房 | houses | use = let and any residents(age >= 60) |
    有90岁以上老人居住的没有电梯的楼 | buildings | any houses(any residents(age >= 90)) and not elevators >= 1 |
    有空置房的楼栋 | buildings | any houses(use = vacant) |
    楼里有90岁以上老人的楼栋 | buildings | any houses(any residents(age >= 90)) |
    独居老人住的楼 | buildings | any houses(any residents(tag:独居老人)) |
    住了残疾人的出租房 | houses | use = let and any residents(tag:持证残疾人) |
    只住着老人的房屋 | houses | all residents(age >= 60) |
    全家都是党员的家庭 | houses | all residents(tag:中共正式党员 or tag:中共预备党员) |
    家里有两个以上残疾人的家庭 | houses | count(residents(tag:持证残疾人)) >= 2 |
    两个人住的房子 | houses | residents = 2 |
    1936年12月24日出生的人 | people | birth_date in 1936-12-24..1936-12-24 |
    明年过百岁的老人 | people | turns(100) in 2027-01-01..2027-12-31 |
    明年满百岁的老人 | people | turns(100) in 2027-01-01..2027-12-31 |
    今年内即将满60岁的女性 | people | sex = 女 and turns(60) in 2026-01-01..2026-12-31 |
    延中居委会满90岁老人有几位 | people | committee = 延中 and age >= 90 | count
    麻烦帮我查一下雁荡居委会的残疾人名单 | people | committee = 雁荡 and tag:持证残疾人 |
    90岁以上的独居女性 | people | age >= 90 and tag:独居老人 and sex = 女 |
    85到90岁的男性退役军人 | people | age in 85..90 and sex = 男 and tag:退役军人 |
    下个月满60岁的本市户籍居民 | people | hukou = 本市 and turns(60) in 2026-12-01..2026-12-31 |
    未来半年满100岁的老人 | people | turns(100) in today..today+6m |
    今年年内满70岁的低保人员 | people | tag:低保人员 and turns(70) in 2026-01-01..2026-12-31 |
    下个月过80大寿的老人 | people | turns(80) in 2026-12-01..2026-12-31 |
    明年二月满65岁的老人 | people | turns(65) in 2027-02-01..2027-02-28 |
    两个月没走访的孤老 | people | tag:孤老 and not last_visited >= today-2m |
    最近7天走访过的低保户 | people | tag:低保人员 and last_visited in today-7d..today |
    十天内没上门的独居老人 | people | tag:独居老人 and not last_visited >= today-10d |
    没有租客的出租房 | houses | use = let and not any residents(role = tenant) |
    有外籍租客的房屋 | houses | any residents(role = tenant and hukou = 外籍) |
    住着独居老人的没有电梯的房子 | houses | any residents(tag:独居老人) and any building(not elevators >= 1) |
    住着三个以上未成年人的房屋 | houses | count(residents(age < 18)) >= 3 |
    家里全是80岁以上老人的房屋 | houses | all residents(age >= 80) |
    独居老人住的房屋 | houses | any residents(tag:独居老人) |
    面积30到50平方米的房屋 | houses | area_m2 in 30..50 |
    租约两周内到期的出租房 | houses | use = let and any records.lease(until in today..today+2w) |
    租约已到期的房子 | houses | any records.lease(until < today) and no records.lease(until >= today) |
    明年一月到期的租约 | houses | any records.lease(until in 2027-01-01..2027-01-31) |
    空置半年以上的房屋 | houses | use = vacant and any records.vacancy(since <= today-6m) |
    茂名南路的药店 | shops | road = 茂名南路 and category = 药店 |
    永嘉路上没有营业的店铺 | shops | road = 永嘉路 and not status = 营业 |
    证照一周内到期的店 | shops | licence_until in today..today+1w |
    今年第三季度开业的店 | shops | opened in 2026-07-01..2026-09-30 |
    凌晨两点以后打烊的酒吧 | shops | category = 酒吧 and closes >= 26:00 |
    进贤路上除酒吧以外的餐饮店 | shops | road = 进贤路 and category = 餐饮 and not category = 酒吧 |
    歇业和招租的商铺 | shops | (status = 歇业 or status = 招租) |
    无证经营的餐饮店 | shops | category = 餐饮 and tag:疑似无照经营 |
    经营异常的商户 | shops | tag:经营异常名录 |
    轻餐饮店 | shops | tag:轻餐饮 |
    店里装修超期的 | shops | tag:商铺装修超期 |
    延中居委会三个月内到期年检的电梯 | assets | committee = 延中 and kind = elevator and due in today..today+3m |
    今年要年检的电梯 | assets | kind = elevator and due in 2026-01-01..2026-12-31 |
    超期未检的电梯有几台 | assets | kind = elevator and due < today | count
    年检逾期30天以上的电梯 | assets | kind = elevator and due <= today-30d |
    十层以上的楼 | buildings | storeys >= 10 |
    1980年以前建的没有电梯的楼栋 | buildings | built < 1980 and not elevators >= 1 |
    维修资金不足的楼栋 | buildings | tag:"专项维修资金不足30%" |
    业委会下个月届满的楼栋 | buildings | any records.owners_committee(term_end in 2026-12-01..2026-12-31) |
    独居的90岁以上老人按居委会分组统计人数 | people | tag:独居老人 and age >= 90 | group=committee count
    党员按年龄从小到大排序带电话 | people | (tag:中共正式党员 or tag:中共预备党员) | columns=phone sort=age
    志愿者和党员 | people | (tag:注册志愿者 or tag:中共正式党员 or tag:中共预备党员) |
    既是党员又是楼组长的人 | people | (tag:中共正式党员 or tag:中共预备党员) and tag:楼组长 |
    不是租客的外省市人员 | people | hukou = 外省市 and not role = tenant |
    非低保的重残人员 | people | tag:重度残疾人 and not tag:低保人员 |
    本市户籍以外的租客 | people | role = tenant and not hukou = 本市 |
    住在售后公房的低保人员 | people | tag:低保人员 and any house(tag:售后公房) |
    住在老洋房里的外国人 | people | tag:外籍人员 and any house(any building(tag:优秀历史建筑)) |
    群租房里的租客 | people | role = tenant and any house(tag:群租嫌疑) |
    有婴幼儿的三代同住户 | houses | tag:有婴幼儿家庭 and tag:三代同住户 |
    18岁以下的孩子有多少 | people | age <= 18 | count
    60后党员 | people | birth_date in 1960-01-01..1969-12-31 and (tag:中共正式党员 or tag:中共预备党员) |
    下个月到期的租约有多少 | houses | any records.lease(until in 2026-12-01..2026-12-31) | count
    一个月内到期的食品许可证 | shops | any records.food_licence(until in today..today+1m) |
    明年到期的居住证 | people | any records.permit(until in 2027-01-01..2027-12-31) |
    过期的养犬证 | houses | any records.dog(cert_until < today) and no records.dog(cert_until >= today) |
    麻烦看看有没有下个月过100岁大寿的 | people | turns(100) in 2026-12-01..2026-12-31 |
    晚上十二点以后还营业的酒吧 | shops | category = 酒吧 and closes > 24:00 |
    营业到半夜十二点以后的酒吧 | shops | category = 酒吧 and closes >= 24:00 |
    上周办结的12345工单 | work_orders | source = 12345 and closed_at in 2026-11-09..2026-11-15 |
    近30天办结的投诉 | work_orders | kind = 投诉 and closed_at in today-30d..today |
    办结的投诉工单 | work_orders | kind = 投诉 and state = closed |
    本月受理的噪音投诉 | work_orders | kind = 投诉 and category in [空调外机冷却塔噪声, 营业场所噪声, 深夜人声喧哗, 广场舞唱歌, 邻里生活噪声, 夜间施工噪声, 装修扰民] and reported_at in 2026-11-01..2026-11-30 |
    延中居委会未办结的求助工单 | work_orders | committee = 延中 and kind = 求助 and not state = closed |
    紧急工单有哪些 | work_orders | urgent = true |
    超期的投诉工单按居委会分组 | work_orders | kind = 投诉 and overdue = true | group=committee
    进贤路上的油烟投诉 | work_orders | road = 进贤路 and kind = 投诉 and category = 餐饮油烟 |
    三天内到期的工单 | work_orders | due_at in today..today+3d |
    租客超过6个人的房子 | houses | count(residents(role = tenant)) > 6 |
    租客3人以上的房屋 | houses | count(residents(role = tenant)) >= 3 |
    残疾人两个以上的家庭 | houses | count(residents(tag:持证残疾人)) >= 2 |
    各居委会的低保人员数 | people | tag:低保人员 | group=committee count
    今年十月以后开业的店铺 | shops | opened >= 2026-10-01 |
    今年3月以前开业的店铺 | shops | opened < 2026-03-01 |
    后年3月以后到期的居住证 | people | any records.permit(until >= 2028-03-01) |
    """#
}
