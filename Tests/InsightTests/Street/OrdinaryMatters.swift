/// What residents report on an ordinary day: categories with their share, their season, and how people put it.
struct OrdinaryMatter {
  var category: String
  var share: Double
  /// Months in which it comes two and a half times as often.
  var season: Set<Int> = []
  /// The trades that it is said of; without any it is about homes, compounds and roads.
  var trades: [String] = []
  var isOfShops: Bool { !trades.isEmpty }
  /// {小区} the compound, {路} the road, {店} the shop's name or trade, {室} the room above, {楼} the building.
  var wordings: [String]

  static let all: [OrdinaryMatter] = [
    .init(
      category: "物业服务质量", share: 7,
      wordings: ["{小区}物业不作为，楼道几个星期没人打扫", "物业保安晚上都在睡觉，{小区}什么人都能进来", "物业电话打不通，报修一周没人上门，{小区}居民意见很大"]),
    .init(category: "小区停车管理", share: 7, wordings: ["{小区}车位紧张，外来车辆随便停", "有人装地锁占公共车位，物业不管", "{小区}门口车辆堵住，晚上回家进不去"]),
    .init(
      category: "装修扰民", share: 6, season: [3, 4, 9, 10],
      wordings: ["{室}周末一大早装修敲墙，老人没法休息", "楼上装修电钻声很吵，中午也不停", "{楼}有户人家装修，建筑垃圾堆在楼道里"]),
    .init(
      category: "楼上楼下漏水纠纷", share: 5, season: [6, 7],
      wordings: ["楼上卫生间漏水到我家天花板，邻居不肯修", "{室}漏水，我家墙皮都掉了", "家里漏水几个月，楼上{室}不开门"]),
    .init(category: "小区管道堵塞冒溢", share: 4, wordings: ["{楼}下水道堵了，污水从地漏冒出来", "厨房下水堵塞，请物业疏通", "{小区}化粪池满了，味道很重"]),
    .init(category: "邻里生活噪声", share: 6, wordings: ["楼上小孩跑跳到半夜，多次沟通没用", "{室}每天弹钢琴到晚上十点", "隔壁邻居放音乐声音太大"]),
    .init(category: "楼道堆物", share: 5, wordings: ["{楼}楼道里堆满纸箱杂物，有火灾隐患", "邻居把鞋柜放在过道里，走路都不方便", "{楼}三楼平台堆物很久没人清理"]),
    .init(
      category: "电瓶车入户充电飞线", share: 5, season: [5, 6, 7, 8],
      wordings: ["{楼}有人从窗口拉线给电瓶车充电", "电瓶车推进电梯上楼充电，太危险了", "{小区}飞线充电没人管"]),
    .init(
      category: "小区垃圾房脏臭", share: 4, season: [6, 7, 8, 9],
      wordings: ["{小区}垃圾房没人清理，臭气熏天", "垃圾投放点垃圾满地，苍蝇很多", "误时投放点的垃圾桶太少，{小区}居民乱扔"]),
    .init(category: "垃圾混投混运", share: 2, wordings: ["看到保洁员把干湿垃圾倒在一个车里", "{小区}垃圾分类没人监督，混在一起"]),
    .init(
      category: "餐饮油烟", share: 3.5, trades: ["面", "小吃", "餐厅", "餐厅", "烧烤"],
      wordings: ["{店}油烟很大，直接排到居民窗口", "楼下{店}油烟扰民，衣服都不敢晾", "{店}的排烟管对着我家窗户"]),
    .init(
      category: "营业场所噪声", share: 3.5, trades: ["酒吧", "烧烤", "棋牌", "健身", "餐厅", "咖啡"],
      wordings: ["{店}半夜还在放音乐，睡不着", "{店}门口喇叭循环播放，声音很响", "{店}客人喝酒喧哗到凌晨"]),
    .init(
      category: "跨门营业占道", share: 3.5, trades: ["水果", "快递", "车行", "面", "小吃", "便利", "五金"],
      wordings: ["{店}把东西摆到人行道上，行人只能走马路", "{路}{店}占道经营", "{店}门口摆桌椅，影响通行"]),
    .init(
      category: "食品安全", share: 3, season: [6, 7, 8], trades: ["面", "小吃", "餐厅", "烧烤", "奶茶", "水果", "便利"],
      wordings: ["在{店}吃坏肚子，要求查处", "{店}食物里有头发，店员态度差", "{店}卫生很差，看到蟑螂"]),
    .init(
      category: "消费纠纷", share: 5, trades: ["服装", "便利", "药房", "房产", "宠物", "洗衣", "车行", "餐厅", "水果", "咖啡", "足浴"],
      wordings: ["在{店}买的东西有问题不给退", "{店}服务态度恶劣，还多收钱", "{店}承诺的赠品没有兑现"]),
    .init(
      category: "预付卡退费", share: 4, trades: ["健身", "健身", "理发", "足浴", "奶茶", "洗衣", "宠物"],
      wordings: ["{店}办卡后想退款，店家不同意", "充值了{店}的会员卡，余额不退", "{店}换了老板，原来的卡不认"]),
    .init(category: "非机动车乱停放", share: 4, wordings: ["{路}人行道停满电瓶车，盲道都占了", "地铁口自行车乱停，走不过去", "{小区}门口电瓶车停得乱七八糟"]),
    .init(
      category: "共享单车乱停淤积", share: 3, season: [4, 5, 9, 10], wordings: ["{路}共享单车堆成山", "共享单车堵在{小区}出口", "请清运{路}路口的共享单车"]),
    .init(category: "道路违停", share: 4, wordings: ["{路}两边违停严重，公交车过不去", "消防通道被私家车占了，{小区}", "{路}晚上全是违停车辆"]),
    .init(category: "道路破损", share: 2.5, wordings: ["{路}路面有个大坑，骑车差点摔倒", "{路}人行道砖松动，下雨溅一身水", "{路}窨井盖旁边塌陷"]),
    .init(
      category: "路灯不亮", share: 2.5, season: [11, 12, 1], wordings: ["{路}路灯坏了好几盏，晚上很黑", "{小区}里面的路灯一直不亮", "{路}路灯忽明忽暗"]),
    .init(category: "行道树修剪倒伏", share: 2, season: [7, 8], wordings: ["{路}行道树树枝太低打到头", "台风把{路}的树刮倒了", "树枝挡住我家采光，要求修剪"]),
    .init(category: "夜间施工噪声", share: 3, wordings: ["{路}工地半夜还在施工，机器声很响", "道路施工凌晨两点还在打桩，{路}", "夜间施工没有公告，吵得睡不着"]),
    .init(
      category: "广场舞唱歌", share: 2, season: [5, 6, 9, 10], wordings: ["{小区}广场舞音响太吵", "公园里唱歌的音响吵到九点多", "{路}绿地每天有人跳舞放音乐"]),
    .init(category: "不文明养犬", share: 3, wordings: ["{小区}有人遛狗不牵绳，吓到小孩", "邻居家的狗半夜叫", "{小区}草坪上都是狗屎"]),
    .init(category: "流动设摊", share: 2.5, wordings: ["{路}口每天早上有摆摊的，垃圾一地", "地铁口流动摊贩太多", "{路}晚上有人摆地摊卖袜子"]),
    .init(category: "群租", share: 2.5, wordings: ["{室}群租，进进出出很多人", "怀疑{室}做了隔断出租，住了十几个人", "{楼}有群租房，半夜吵闹"]),
    .init(category: "违法搭建", share: 2.5, wordings: ["{楼}顶楼在搭阳光房", "{小区}一楼住户在天井里搭房子", "邻居把阳台往外扩，像是违建"]),
    .init(category: "加装电梯协调", share: 2, wordings: ["{楼}加装电梯一楼不同意，请居委协调", "咨询加装电梯的政策和补贴", "加梯施工停了两个月没有进展，{楼}"]),
    .init(category: "电梯安全", share: 2, wordings: ["{楼}电梯又停了，老人下不了楼", "电梯运行时有异响，{楼}", "电梯维保很久没来了"]),
    .init(category: "停水水压水质", share: 2, season: [7, 8], wordings: ["家里自来水发黄", "{小区}水压太低，四楼以上洗不了澡", "突然停水没有通知"]),
    .init(category: "燃气报修安检", share: 1.5, wordings: ["预约燃气安检一直没人来", "家里燃气灶打不着火，怀疑管道问题", "闻到楼道里有煤气味，{楼}"]),
    .init(
      category: "病媒消杀", share: 1.5, season: [5, 6, 7, 8], wordings: ["{小区}老鼠很多，请来灭鼠", "{楼}蟑螂泛滥", "绿化带里蚊子太多，要求消杀"]),
    .init(category: "养老服务与助餐", share: 2, wordings: ["咨询社区食堂老年人怎么打折", "老人想申请居家养老服务", "询问长者送餐如何办理"]),
    .init(category: "社保养老金", share: 2, wordings: ["咨询养老金认证怎么办", "询问灵活就业人员如何缴社保"]),
    .init(category: "医保报销", share: 1.5, wordings: ["咨询异地就医报销流程", "医保卡丢了怎么补办"]),
    .init(category: "户籍居住证", share: 1.5, wordings: ["咨询居住证积分办理", "户口迁移需要哪些材料"]),
    .init(category: "居委会工作", share: 1.5, wordings: ["居委会电话没人接", "居委会工作人员态度不好", "表扬居委会社工热心帮助老人"]),
    .init(category: "高空抛物", share: 1.5, wordings: ["{楼}楼上往下扔烟头", "有人高空抛物差点砸到人，{小区}", "楼上扔垃圾到我家雨棚上"]),
    .init(
      category: "欠薪劳动纠纷", share: 1, trades: ["餐厅", "理发", "服装", "健身", "酒吧"],
      wordings: ["在{店}打工，老板拖欠两个月工资", "{店}辞退员工不给赔偿"]),
  ]

  static let openings = ["", "", "", "市民来电反映：", "来电人称，", "您好，", "我是附近居民，", "市民反映，", "投诉：", "多次反映，", "热心市民发现，"]
  static let closings = [
    "", "", "", "，请相关部门处理。", "，希望尽快解决", "，要求回复。", "，已经影响正常生活，请管一管！", "，谢谢", "，之前打过电话没有用。", "，请核实处理。", "，诉求：尽快查处",
  ]
}
