// Words that are conditions, with the filter that each stands for. A row whose filter does not parse for the caller (a
// tag that the catalogue lacks, a subject that does not exist) is simply no word.

extension AskWords {
  /// words | subject | filter; after `~` what holds unless another age is said. `!` before the words marks those that stand for somebody by themselves.
  static let conditions = """
    男性|男的|男|男士|people|sex = 男
    !男人|男子|男同志|people|sex = 男
    女性|女的|女|女士|people|sex = 女
    !女人|女子|妇女|女同志|people|sex = 女
    !男青年|people|sex = 男 ~ age in 14..35
    !女青年|people|sex = 女 ~ age in 14..35
    !男孩|男孩子|男童|people|sex = 男 ~ age < 14
    !女孩|女孩子|女童|people|sex = 女 ~ age < 14
    !老太太|老奶奶|老婆婆|people|sex = 女 ~ age >= 60
    !老大爷|老爷爷|老伯伯|people|sex = 男 ~ age >= 60
    !育龄妇女|people|sex = 女 and age in 15..49
    本市户籍|本市户口|本地户籍|本地户口|上海户籍|上海户口|沪籍|户籍在本市|户籍是本市|户籍为本市|户籍在上海|户口在上海|户口在本市|people|hukou = 本市
    !本地人|本市人|people|hukou = 本市
    外省市户籍|户籍在外省市|户籍是外省市|户籍在外地|户口在外地|户口在外省市|外省市户口|外地户籍|外地户口|外省户籍|外省市|外省|外地|people|hukou = 外省市
    !外地人|外省人|外来人员|people|hukou = 外省市
    港澳台户籍|港澳台|people|hukou = 港澳台
    外籍|外国籍|people|hukou = 外籍
    !老外|people|hukou = 外籍
    !租客|租户|租房客|承租人|房客|租房的人|租房子的人|people|role = tenant
    租房|租房的|租住|租房住|people|role = tenant
    !业主|房东|产权人|people|role = owner
    !家属|people|role = family
    !党员|中共党员|共产党员|people|tag:中共正式党员 or tag:中共预备党员
    !老党员|老年党员|people|tag:中共正式党员 or tag:中共预备党员 ~ age >= 60
    !残疾人|残疾人士|残障人士|残疾人员|持证残疾人员|people|tag:持证残疾人
    残疾|残障|有残疾证|持残疾证|people|tag:持证残疾人
    !重度残疾|重残人|people|tag:重度残疾人
    !聋哑人|people|tag:听力言语残疾人
    视力残疾|people|tag:视力残疾人
    听力残疾|言语残疾|people|tag:听力言语残疾人
    肢体残疾|people|tag:肢体残疾人
    智力残疾|people|tag:智力残疾人
    精神残疾|people|tag:精神残疾人
    !低保户|低保人|低保居民|people|tag:低保人员
    !低保户家庭|houses|tag:最低生活保障家庭
    !退役士兵|退伍兵|转业军人|people|tag:退役军人
    !退休人员|people|tag:退休社会化管理人员
    !失业者|people|tag:登记失业人员
    失业|people|tag:登记失业人员
    !义工|people|tag:注册志愿者
    !留守老人|people|tag:空巢老人
    !独居长者|独居老年人|people|tag:独居老人
    !独居高龄老人|people|tag:高龄独居老人
    !孤寡老年人|people|tag:孤老
    !特困供养人员|people|tag:特困人员
    !失能老人|people|tag:长护险评估2-6级老人
    !大学毕业生|高校毕业生|people|tag:应届高校毕业生
    助餐|吃助餐|people|tag:助餐服务对象
    家庭医生签约|签约家庭医生|签了家庭医生|people|tag:家庭医生签约居民
    !成年人|people|age >= 18
    成年|people|age >= 18
    !未成年人|未成年|people|age < 18
    !3岁以下婴幼儿|3周岁以下婴幼儿|三岁以下婴幼儿|people|age < 3
    !14岁以下儿童|14周岁以下儿童|people|age < 14
    !18岁以下未成年人|18周岁以下未成年人|people|age < 18
    一个人住|一个人居住|独自居住|独自一人居住|独自一人生活|独自生活|单独居住|单人居住|自己一个人住|只有一个人住|只住一个人|people|any house(count(residents()) = 1)
    一个人住|一个人居住|单人居住|只有一个人住|只住一个人|独自居住|houses|count(residents()) = 1
    持有居住证|有居住证|持居住证|办了居住证|people|tag:居住证持有人
    本科学历|本科|people|education = 本科
    大专学历|大专|people|education = 大专
    硕士学历|硕士|people|education = 硕士
    博士学历|博士|people|education = 博士
    高中学历|people|education = 高中
    初中学历|people|education = 初中
    小学学历|people|education = 小学
    中专学历|people|education = 中专
    本科以上学历|本科及以上学历|本科以上|people|education in [本科, 硕士, 博士]
    大专以上学历|大专及以上学历|大专以上|people|education in [大专, 本科, 硕士, 博士]
    硕士以上学历|硕士及以上学历|研究生学历|people|education in [硕士, 博士]
    汉族|people|ethnicity in [汉族, 汉]
    回族|people|ethnicity in [回族, 回]
    满族|people|ethnicity in [满族, 满]
    维吾尔族|people|ethnicity in [维吾尔族, 维吾尔]
    蒙古族|people|ethnicity in [蒙古族, 蒙古]
    藏族|people|ethnicity in [藏族, 藏]
    壮族|people|ethnicity in [壮族, 壮]
    朝鲜族|people|ethnicity in [朝鲜族, 朝鲜]
    苗族|people|ethnicity in [苗族, 苗]
    土家族|people|ethnicity in [土家族, 土家]
    !出租房|出租的房子|出租户|租赁房|租赁房屋|houses|use = let
    出租|正在出租|已出租|租出去|对外出租|用于出租|出租中|houses|use = let
    空置|空关|闲置|无人居住|没人住|没有人住|没有人居住|无人住|空着|houses|use = vacant
    !空房|空置房|空关房|空房子|闲置房|空置房屋|houses|use = vacant
    自住|自己住|自用|houses|use = self
    !自住房|houses|use = self
    !群租房|群租户|houses|tag:群租嫌疑
    !住宅|民宅|居住用房|houses|kind = dwelling
    !店面房|houses|kind = shopfront
    !办公房|办公用房|houses|kind = office
    !三代同堂家庭|三代同住家庭|houses|tag:三代同住户
    !纯老户|纯老年人家庭|houses|tag:纯老家庭
    长期空置|houses|tag:空置90日以上房屋
    多人合租|合租|houses|tag:多人合租房屋
    三代同堂|三代同住|houses|tag:三代同住户
    正在装修|装修中|在装修|装修|shops|status = 装修
    正在装修|装修中|在装修|装修|houses|tag:住宅装修中
    招租|正在招租|招租中|待租|转让招租|shops|status = 招租
    !空铺|招租铺|shops|status = 招租
    营业|正在营业|营业中|在营|在营业|正常营业|开着|开门营业|shops|status = 营业
    歇业|停业|关门|关张|歇业中|已歇业|关掉|shops|status = 歇业
    !沿街商铺|沿街店铺|沿街门面|临街商铺|临街店铺|沿街商户|shops|tag:沿街商铺
    新开|新开业|新开张|刚开业|刚开张|shops|tag:近90日新开业
    有外摆|有外摆位|shops|tag:备案外摆位
    沿街|临街|shops|tag:沿街商铺
    !企业|公司|shops|kind = company
    有食品许可证|有食品经营许可证|持有食品经营许可证|持食品经营许可证|shops|tag:持食品经营许可证
    无食品许可证|没有食品许可证|没有食品经营许可证|无食品经营许可证|未办食品经营许可证|shops|not tag:持食品经营许可证
    无照|无证照|无证|shops|tag:疑似无照经营
    有电梯|带电梯|装有电梯|buildings|elevators >= 1
    没有电梯|无电梯|没电梯|未装电梯|没有安装电梯|没装电梯|buildings|not elevators >= 1
    有电梯|带电梯|houses|any building(elevators >= 1)
    没有电梯|无电梯|没电梯|houses|any building(not elevators >= 1)
    !电梯房|houses|any building(elevators >= 1)
    住电梯房|people|any house(any building(elevators >= 1))
    没有物业|无物业|没有物业管理|没物业|buildings|tag:无物业管理小区
    装修超期|装修逾期|shops|tag:商铺装修超期
    装修超期|装修逾期|houses|tag:装修超期未销
    用瓶装气|使用瓶装气|用瓶装液化气|使用瓶装液化气|shops|tag:瓶装液化气商户
    高层|buildings|tag:高层住宅
    !高层楼|buildings|tag:高层住宅
    !老洋房|洋房|buildings|tag:优秀历史建筑
    停用|已停用|assets|status = 停用
    在用|使用中|正在使用|assets|status = 在用
    维修|正在维修|维修中|assets|status = 维修
    报废|已报废|assets|status = 报废
    12345热线|12345|市民热线|work_orders|source = 12345
    投诉|work_orders|kind = 投诉
    咨询|work_orders|kind = 咨询
    求助|work_orders|kind = 求助
    建议|work_orders|kind = 建议
    举报|work_orders|kind = 举报
    !投诉工单|投诉单|work_orders|kind = 投诉
    超期|逾期|已超期|超时|work_orders|overdue = true
    未超期|没有超期|没超期|未逾期|未超时|work_orders|overdue = false
    紧急|加急|work_orders|urgent = true
    未结|未办结|没办结|没有办结|未关闭|work_orders|not state = closed
    已办结|办结|已结|已关闭|work_orders|state = closed
    处理中|办理中|正在处理|正在办理|work_orders|state = in_progress
    """

  /// How people call trades; the second column is the trade as shops have it.
  static let trades = """
    餐饮|饭店|餐馆|餐厅|饭馆|小吃店|面馆|餐饮商户=餐饮
    酒吧=酒吧
    咖啡|咖啡馆|咖啡厅|咖啡店=咖啡
    茶饮|奶茶店|茶饮店|奶茶铺=茶饮
    烘焙|面包店|蛋糕店|烘焙店|面包房=烘焙
    便利店|便利超市=便利店
    美发|理发店|美发店|发廊|理发=美发
    药店|药房=药店
    服装|服装店|衣服店=服装
    零售|零售店|杂货店=零售
    教育|教育培训=教育
    维修|维修店|修理店|修理铺=维修
    洗衣|洗衣店|干洗店=洗衣
    宠物|宠物店=宠物
    超市=超市
    足浴|足浴店=足浴
    美容|美容店|美容院=美容
    """

  /// How people call the kinds of facilities; the second column is the kind as stored.
  static let facilities = """
    电梯|升降梯=elevator
    充电桩|充电设施|充电设备=charging_pile
    消火栓|消防栓=hydrant
    烟感|烟感报警器|独立烟感|烟雾报警器=smoke_alarm
    灭火器=extinguisher
    监控|摄像头=camera
    """
}
