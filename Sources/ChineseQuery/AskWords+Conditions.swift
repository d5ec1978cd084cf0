// Words that are conditions, with the filter that each stands for. A row whose filter does not parse for the caller (a
// tag that the catalogue lacks, a subject that does not exist) is simply no word.

extension AskWords {
  /// words | subject | filter; after `~` what holds unless another age is said. `!` before the words marks those that stand for somebody by themselves.
  static let conditions = [
    ofPeople, ofWelfare, ofPeoples, ofPremises, ofHomes, ofTrade, ofWorkOrders, ofMoreWorkOrders, spoken,
  ].joined(separator: "\n")

  private static let ofPremises = """
    !养狗户|养狗人家|养犬人家|houses|tag:养犬登记户
    养狗|养犬|养了狗|有狗|养着狗|houses|tag:养犬登记户
    厨卫合用|厨房卫生间合用|煤卫合用|合用厨房|合用煤卫|houses|tag:不成套住房
    没有独用卫生间|无卫生设施|没有卫生间|无独用卫生间|houses|tag:无卫生设施住房
    !沿街门面房|门面房|houses|kind = shopfront
    装了烟感|装有烟感|安装了烟感|安装烟感|装烟感|有烟感|houses|any records.smoke_alarm()
    装了独立烟感|装有独立烟感|安装了独立烟感|安装独立烟感|装独立烟感|有独立烟感|装了独立式烟感|装有独立式烟感|安装了独立式烟感|安装独立式烟感|装独立式烟感|有独立式烟感|装了烟雾报警器|装有烟雾报警器|安装了烟雾报警器|安装烟雾报警器|装烟雾报警器|有烟雾报警器|houses|any records.smoke_alarm()
    没装独立烟感|未装独立烟感|没有装独立烟感|没有安装独立烟感|未安装独立烟感|没安装独立烟感|没有独立烟感|无独立烟感|还没装独立烟感|尚未安装独立烟感|没装独立式烟感|未装独立式烟感|没有装独立式烟感|没有安装独立式烟感|未安装独立式烟感|没安装独立式烟感|没有独立式烟感|无独立式烟感|还没装独立式烟感|尚未安装独立式烟感|没装烟雾报警器|未装烟雾报警器|没有装烟雾报警器|没有安装烟雾报警器|未安装烟雾报警器|没安装烟雾报警器|没有烟雾报警器|无烟雾报警器|还没装烟雾报警器|尚未安装烟雾报警器|houses|not any records.smoke_alarm()
    没装烟感|未装烟感|没有装烟感|没有安装烟感|未安装烟感|没安装烟感|没有烟感|无烟感|houses|not any records.smoke_alarm()
    没装燃气报警器|未装燃气报警器|没有燃气报警器|未安装燃气报警器|没有安装燃气报警器|没装煤气报警器|houses|any records.gas(alarm = false)
    没装燃气报警器|未装燃气报警器|没有燃气报警器|未安装燃气报警器|没有安装燃气报警器|没装可燃气体报警器|shops|tag:未装可燃气体报警器商户
    用瓶装气|使用瓶装气|用瓶装液化气|使用瓶装液化气|瓶装气|瓶装液化气|houses|any records.gas(kind = 瓶装)
    !瓶装气用户|瓶装液化气用户|houses|any records.gas(kind = 瓶装)
    瓶装气|瓶装液化气|shops|tag:瓶装液化气商户
    安全检查不合格|入户检查不合格|houses|any records.safety_check(passed = false)
    检查不合格|检查没通过|检查未通过|检查没有通过|shops|any records.shop_inspection(passed = false)
    消防检查不合格|消防检查没通过|消防检查未通过|shops|any records.fire_check(passed = false)
    住人|店里住人|店内住人|有人住店|里面住人|shops|tag:三合一住人店铺
    没签门责书|未签门责书|没有签门责书|没签门责协议|未签门责协议|没签门责告知书|没有签门责协议|shops|tag:门责书未签订
    还在营业|仍在营业|仍营业|还开着|仍开着|照常营业|shops|status = 营业
    关门歇业|歇业关门|闭店|已关门|关了|关掉了|关店|已关店|倒闭|shops|status = 歇业
    准备招租|待招租|在招租|等待招租|shops|status = 招租
    网红|shops|tag:网红店铺
    加装了电梯|加装过电梯|已加装电梯|加装好电梯|buildings|tag:已加装电梯门洞
    外墙脱落|外墙有脱落隐患|有外墙脱落|外墙有隐患|外墙有脱落|buildings|tag:外墙脱落隐患
    有堆物|楼道有堆物|楼道里堆物|楼道里有堆物|buildings|tag:楼道堆物隐患
    在册历史建筑|历史建筑|buildings|tag:优秀历史建筑
    !低保户家庭|houses|tag:最低生活保障家庭
    没有人登记|无人登记|houses|no residents()
    一个人住|一个人居住|单人居住|只有一个人住|只住一个人|独自居住|houses|count(residents()) = 1
    !出租房|出租户|租赁房|租赁房屋|houses|use = let
    出租|正在出租|已出租|租出去|对外出租|用于出租|出租中|houses|use = let
    空置|空关|闲置|不住人|无人居住|没人住|没有人住|没有人居住|无人住|空着|houses|use = vacant
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
    无照|无证照|无证|无证经营|无照经营|没有证照|没有执照|shops|tag:疑似无照经营
    有电梯|带电梯|装有电梯|buildings|elevators >= 1
    没有电梯|无电梯|没电梯|未设电梯|没设电梯|未设置电梯|尚未设置电梯|尚未设电梯|没有设电梯|没有设置电梯|未装电梯|没有安装电梯|未安装电梯|没安装电梯|尚未安装电梯|未配电梯|没配电梯|没装电梯|buildings|not elevators >= 1
    有电梯|带电梯|houses|any building(elevators >= 1)
    没有电梯|无电梯|没电梯|houses|any building(not elevators >= 1)
    !电梯房|houses|any building(elevators >= 1)
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
    """

  /// Of work orders; no words at all until the catalogue of questions has them.
  private static let ofWorkOrders = """
    12345热线|12345|市民热线|来自12345|来自12345热线|12345转来|12345派来|12345派单|12345来|12345热线来|work_orders|source = 12345
    投诉|work_orders|kind = 投诉
    咨询|work_orders|kind = 咨询
    求助|work_orders|kind = 求助
    建议|work_orders|kind = 建议
    举报|work_orders|kind = 举报
    !投诉工单|投诉单|投诉类工单|work_orders|kind = 投诉
    !咨询工单|咨询单|work_orders|kind = 咨询
    !求助工单|求助单|work_orders|kind = 求助
    !举报工单|举报单|work_orders|kind = 举报
    !建议工单|work_orders|kind = 建议
    超期|逾期|已超期|已逾期|超时|已经超期|已经逾期|超期未办|work_orders|overdue = true
    未超期|没有超期|没超期|未逾期|没逾期|没有逾期|未超时|不超期|work_orders|overdue = false
    紧急|加急|特急|work_orders|urgent = true
    不紧急|非紧急|work_orders|urgent = false
    超期未办结|逾期未办结|超期没办结|work_orders|overdue = true and not state = closed
    未结|未办结|没办结|没有办结|未关闭|还没办结|尚未办结|没结|没有办完|未办完|没关|work_orders|not state = closed
    已办结|办结|已结|已关闭|办结了|已经办结|已结案|结案|办完|work_orders|state = closed
    待处理|待受理|未受理|刚收到|work_orders|state = received
    待接单|没接单|还没接单|未接单|没有接单|尚未接单|已派单|已派发|已分派|work_orders|state = dispatched
    已接单|已受理|work_orders|state = accepted
    已解决|解决了|work_orders|state = resolved
    已退单|被退回|退回去|退回来|退回|被退回来|退单|work_orders|state = returned
    已挂起|挂起|暂停办理|work_orders|state = suspended
    处理中|办理中|正在处理|正在办理|work_orders|state = in_progress
    噪音|噪声|噪音扰民|噪声扰民|噪音类|噪声类|work_orders|category in [空调外机冷却塔噪声, 营业场所噪声, 深夜人声喧哗, 广场舞唱歌, 邻里生活噪声, 夜间施工噪声, 装修扰民]
    油烟|油烟扰民|油烟类|work_orders|category = 餐饮油烟
    漏水|渗水|渗漏水|漏水类|work_orders|category in [共用部位渗漏水, 楼上楼下漏水纠纷]
    垃圾|垃圾类|work_orders|category in [街面暴露垃圾, 小区垃圾房脏臭, 垃圾混投混运, 建筑装修垃圾]
    停车|停车类|乱停车|work_orders|category in [道路违停, 小区停车管理]
    违停|违章停车|违法停车|work_orders|category = 道路违停
    违建类|违章搭建|违法搭建|work_orders|category in [正在搭建违建, 存量违建]
    养狗类|养犬类|养狗扰民|遛狗|work_orders|category in [不文明养犬, 犬粪市容]
    装修类|装修噪音|work_orders|category = 装修扰民
    堆物类|work_orders|category in [占道堆物, 楼道堆物]
    """

  /// How people call trades; the second column is the trade as shops have it.
  static let trades = """
    餐饮|饭店|餐馆|餐厅|饭馆|小吃店|面馆|餐饮商户|餐饮单位|餐饮企业|餐饮店铺|餐饮门店|饮食店|吃饭的店=餐饮
    酒吧=酒吧
    咖啡|咖啡馆|咖啡厅|咖啡店=咖啡
    茶饮|奶茶店|茶饮店|奶茶铺=茶饮
    烘焙|面包店|蛋糕店|烘焙店|面包房=烘焙
    便利店|便利超市|便利商店=便利店
    美发|理发店|美发店|发廊|理发|剃头店|发型店|美发厅=美发
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
    烟感|烟感报警器|独立烟感|烟雾报警器|独用烟感|独立式烟感|独立式感烟探测器|感烟探测器|感烟报警器|独立式烟雾报警器|独立感烟探测器=smoke_alarm
    灭火器=extinguisher
    监控|摄像头=camera
    """
}
