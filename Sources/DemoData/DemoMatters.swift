import Kernel

/// What invented orders are about: an entry of the responsibility list (权责清单) with a sentence to say it in.
struct DemoMatter: Sendable {
  enum Site: Sendable { case home, shop, either }

  let duty: String
  let category: String
  let unit: String
  /// Working days.
  let days: Int
  let site: Site
  let kind: WorkOrderKind
  let text: String
  var helper: String?

  init(
    _ duty: String, _ category: String, _ unit: String, _ days: Int, _ site: Site, _ kind: WorkOrderKind,
    _ text: String, helper: String? = nil
  ) {
    (self.duty, self.category, self.unit, self.days) = (duty, category, unit, days)
    (self.site, self.kind, self.text, self.helper) = (site, kind, text, helper)
  }

  /// The most frequent first: noise, rubbish, parking and the house itself are what 12345 hears of most.
  static let all: [DemoMatter] = [
    .init("GA04", "道路违停", "公安交警", 1, .either, .complaint, "机动车长时间停在路边，行人只能走车道。"),
    .init("WY01", "物业服务质量", "房管所", 5, .home, .complaint, "物业报修几天没人上门，电话打不通。", helper: "居委会"),
    .init("SR01", "街面暴露垃圾", "绿化市容所", 1, .either, .complaint, "垃圾堆在路边没有清走，气味很大。"),
    .init("HJ06", "邻里生活噪声", "居委会(人民调解)", 5, .home, .complaint, "楼上半夜有重物拖动的声音，影响休息。", helper: "派出所"),
    .init("SR08", "跨门营业占道", "城管中队", 1, .shop, .complaint, "店家把桌椅摆到人行道上，路走不通。"),
    .init("HJ01", "餐饮油烟", "区生态环境局", 15, .shop, .complaint, "饭店的油烟直排到居民窗口。", helper: "市场监管所"),
    .init("XF01", "楼道共用部位停放充电", "城管中队", 1, .home, .report, "楼道里有电瓶车充电，担心起火。", helper: "居委会"),
    .init("WY05", "共用部位渗漏水", "物业服务企业", 5, .home, .request, "屋顶渗水，墙面已经发霉，请安排维修。"),
    .init("HJ03", "营业场所噪声", "区生态环境局", 15, .shop, .complaint, "酒吧音乐开到凌晨，低音穿墙。", helper: "派出所"),
    .init("ZX01", "政策咨询", "社区事务受理服务中心", 1, .home, .consultation, "想了解居住证积分需要哪些材料。"),
    .init("SC03", "食品安全", "市场监管所", 7, .shop, .report, "买到的点心有异味，怀疑过期。"),
    .init("XF06", "楼道堆物", "居委会", 5, .home, .complaint, "楼道里堆满纸箱，消防栓被挡住。"),
    .init("WY16", "小区停车管理", "物业服务企业", 5, .home, .complaint, "外来车辆占了固定车位，保安不管。"),
    .init("WY07", "小区管道堵塞冒溢", "物业服务企业", 1, .home, .request, "下水道堵塞，污水倒灌进底楼。"),
    .init("HJ07", "夜间施工噪声", "城管中队", 1, .either, .complaint, "工地夜里还在浇筑，没有看到夜间许可。"),
    .init("SC01", "消费纠纷", "市场监管所", 7, .shop, .complaint, "理发店不肯退还没有用完的服务费。"),
    .init("MS04", "养老服务与助餐", "社区服务办", 5, .home, .request, "老人行动不便，想申请送餐上门。"),
    .init("WF02", "存量违建", "城管中队", 15, .home, .report, "天井里搭了小屋，多年没有拆除。", helper: "房管所"),
    .init("SR03", "小区垃圾房脏臭", "物业服务企业", 1, .home, .complaint, "垃圾房污水外流，苍蝇很多。"),
    .init("GA01", "不文明养犬", "派出所", 5, .home, .complaint, "邻居遛狗不牵绳，孩子受到惊吓。"),
    .init("WY14", "群租", "房管所", 15, .home, .report, "一套房隔成六间出租，人员进出频繁。", helper: "派出所"),
    .init("WY15", "装修扰民", "物业服务企业", 5, .home, .complaint, "周末一早就开始敲墙。"),
    .init("GY04", "通信宽带有线电视", "通信企业", 5, .home, .request, "宽带断了三天，约好的人没有来。"),
    .init("SR21", "路灯不亮", "路灯管理单位", 1, .either, .request, "弄堂口的路灯坏了，晚上看不见台阶。"),
    .init("WY19", "加装电梯协调", "社区管理办", 15, .home, .consultation, "本楼想加装电梯，一楼不同意怎么办。", helper: "房管所"),
    .init("XF05", "消防通道占用堵塞", "消防救援站", 1, .either, .report, "消防通道被车辆堵住，救护车进不来。"),
    .init("GY01", "停水水压水质", "供水企业", 1, .home, .request, "水龙头流出黄水，水压也很低。"),
    .init("SC02", "预付卡退费", "区商务委", 15, .shop, .complaint, "健身房关门，预付卡的钱退不出来。"),
    .init("ZX02", "意见建议", "城运中心", 1, .either, .suggestion, "建议在路口增设非机动车停放点。"),
    .init("GA10", "高空抛物", "派出所", 1, .home, .report, "楼上扔下烟头，晾的被子烧了洞。"),
    .init("MS09", "医保报销", "社区事务受理服务中心", 1, .home, .consultation, "外地住院的费用在哪里报销。"),
    .init("ZX03", "表扬感谢", "城运中心", 1, .home, .praise, "感谢居委会帮助独居老人修好了门锁。"),
  ]
}
