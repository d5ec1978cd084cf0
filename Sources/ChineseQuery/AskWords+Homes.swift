// How people call houses, buildings and shops, in the form of `conditions`.

extension AskWords {
  static let ofHomes = """
    !低收入家庭|低收入户|低收入困难户|低边户|低保边缘户|houses|tag:最低生活保障边缘家庭
    低保边缘|houses|tag:最低生活保障边缘家庭
    !支出型困难家庭|支出型贫困户|刚性支出困难户|houses|tag:刚性支出困难家庭
    !廉租房家庭|廉租户|廉租家庭|houses|tag:廉租住房租金补贴家庭
    !老养残户|以老养残家庭|以老养残户|houses|tag:老养残家庭
    老养残|以老养残|houses|tag:老养残家庭
    !双老户|houses|tag:双老家庭
    !一老一小户|隔代户|houses|tag:一老一小家庭
    一老一小|houses|tag:一老一小家庭
    !多残家庭|多残户|一户多残户|houses|tag:一户多残家庭
    一户多残|houses|tag:一户多残家庭
    !零就业户|houses|tag:零就业家庭
    零就业|houses|tag:零就业家庭
    挂光荣牌|挂了光荣牌|挂着光荣牌|悬挂光荣牌|有光荣牌|houses|tag:光荣牌悬挂户
    !光荣牌户|houses|tag:光荣牌悬挂户
    做过适老化改造|完成适老化改造|已做适老化改造|已完成适老化改造|适老化改造完成|做了适老化改造|houses|tag:适老化改造已完成
    想做适老化改造|有适老化改造意向|要做适老化改造|houses|tag:适老化改造意向
    做过无障碍改造|完成无障碍改造|已做无障碍改造|做了无障碍改造|无障碍改造过|houses|tag:无障碍改造户
    装了一键通|装有一键通|安装了一键通|安装一键通|有一键通|houses|tag:一键通应急呼叫户
    装了一键通|装有一键通|安装了一键通|安装一键通|有一键通|people|any house(tag:一键通应急呼叫户)
    装了技防设备|有技防设备|houses|tag:门磁烟感等技防户
    装了烟感|装有烟感|安装了烟感|people|any house(any records.smoke_alarm())
    没装烟感|未装烟感|没有装烟感|没有安装烟感|未安装烟感|没安装烟感|people|any house(not any records.smoke_alarm())
    烟感失灵|烟感坏脱了|烟感坏脱|烟感坏特了|烟感不灵|烟感不灵了|烟感不响|烟感不响了|烟感坏掉了|烟感坏了|烟感坏掉|烟感不工作|烟感故障|烟感失效|houses|tag:烟感失灵户
    纠纷未结|纠纷没结|有未结纠纷|纠纷还没了结|纠纷没了结|纠纷未了结|纠纷还没解决|纠纷没解决|纠纷未解决|纠纷未化解|houses|tag:未结调解纠纷户
    重复纠纷|houses|tag:重复纠纷户
    !网约房|houses|tag:网约房日租房
    !群租屋|houses|tag:群租嫌疑
    !合租户|合租屋|houses|tag:多人合租房屋
    !长期空置房屋|长期空关房|houses|tag:空置90日以上房屋
    长期空关|长期空着|houses|tag:空置90日以上房屋
    !售后房|售后产权房|售后公有住房|houses|tag:售后公房
    !直管房|直管公有住房|houses|tag:直管公房
    !系统房|系统公有住房|houses|tag:系统公房
    !私有住房|私人住房|私人房屋|houses|tag:私房
    !公共租赁住房|保租房|保障性租赁住房|houses|tag:公租房保障性租赁住房
    煤卫独用|独用煤卫|厨卫独用|独用厨卫|houses|any records.property(shared_kitchen = false)
    !合用厨卫的房子|houses|tag:不成套住房
    合用厨卫|厨卫合用|煤卫合用|合用煤卫|people|any house(tag:不成套住房)
    倒马桶|拎马桶|用马桶|用手拎马桶|还在倒马桶|还在拎马桶|houses|tag:无卫生设施住房
    手拎马桶|倒马桶|拎马桶|还在倒马桶|还在拎马桶|用手拎马桶|people|any house(tag:无卫生设施住房)
    住改商|居改商|居住房改商用|houses|tag:居改非
    违章搭建|违法搭建|搭了违建|有违建|有违章搭建|有违法搭建|houses|tag:违法搭建在册
    !违章建筑|违法建筑|houses|tag:违法搭建在册
    拉飞线|拉飞线充电|飞线给电瓶车充电|电瓶车入户|电动车入户|电瓶车进户|电瓶车推进屋|houses|tag:飞线充电电瓶车入户隐患
    用液化气|用煤气瓶|用煤气罐|用钢瓶|用瓶装燃气|使用液化气|使用瓶装燃气|houses|any records.gas(kind = 瓶装)
    用管道气|用管道燃气|用管道煤气|通管道气|通了管道气|管道气|管道燃气|houses|any records.gas(kind = 管道)
    用管道气|用管道燃气|用管道煤气|通管道气|通了管道气|管道气|管道燃气|shops|any records.shop_gas(kind = 管道)
    空关着|没住人|没有住人|空着没人住|空着没住人|无人住着|空置着|空置中|houses|use = vacant
    !空屋|houses|use = vacant
    在出租|租出去了|已经出租|已租出|出租着|houses|use = let
    业主自住|产权人自住|自己在住|houses|use = self
    没装一键通|没有装一键通|未装一键通|没安装一键通|未安装一键通|没有一键通|没有安装一键通|houses|not tag:一键通应急呼叫户
    !居民住宅|民房|居住房|住宅房|居住房屋|houses|kind = dwelling
    !商业用房|商铺房|店铺房|商用房|houses|kind = shopfront
    装了报警器|装有报警器|安装了报警器|有报警器|装了燃气报警器|装有燃气报警器|有燃气报警器|houses|any records.gas(alarm = true)
    !办公室|办公房屋|houses|kind = office
    办公|办公用|houses|kind = office
    没装报警器|没有报警器|未装报警器|没安装报警器|未安装报警器|没有安装报警器|houses|any records.gas(alarm = false)
    面积没填|面积未填|面积没登记|没登记面积|没有面积|面积不详|houses|tag:建筑面积缺失
    地址和标准地址对不上|地址与标准地址对不上|地址跟标准地址对不上|地址跟标准地址不一致|地址和标准地址不一致|地址和标准地址不符|地址与标准地址不符|和标准地址对不上|与标准地址对不上|跟标准地址对不上|和标准地址不一致|跟标准地址不一致|houses|any records.address_check(matched = false)
    !在册违建|在册的违建|在册违法搭建|登记在册的违建|在册的违法搭建|houses|tag:违法搭建在册
    地址没匹配上|地址不匹配|地址未匹配|地址对不上|地址不标准|houses|tag:地址未匹配标准地址
    没人登记|无人登记|没有人登记|houses|no residents()
    家暴告诫|houses|tag:家庭暴力告诫当事户
    !优秀历史保护建筑|优秀历史老建筑|buildings|tag:优秀历史建筑
    !石库门房子|石库门房屋|石库门楼|石库门里弄|保留里弄|buildings|tag:保留历史建筑
    !危楼|危险房屋|buildings|tag:危房
    加了电梯|加过电梯|装上了电梯|已加梯|加梯完成|完成加梯|加梯竣工|加装电梯完成|加装电梯竣工|buildings|tag:已加装电梯门洞
    加梯征询|正在征询加梯|加装电梯征询|正在征询加装电梯|加装电梯征询中|buildings|tag:加梯征询中
    正在加梯|正在加装电梯|加梯施工中|加装电梯施工中|加梯施工|加装电梯施工|buildings|any records.elevator_retrofit(stage = 施工) and no records.elevator_retrofit(stage = 竣工)
    没有业委会|无业委会|没业委会|未成立业委会|没成立业委会|没有成立业委会|还没成立业委会|buildings|no records.owners_committee()
    有业委会|成立了业委会|已成立业委会|buildings|any records.owners_committee()
    维修基金不足|维修资金不够|维修基金不够|维修资金余额不足|维修基金余额不足|专项维修资金不足|buildings|tag:维修资金不足
    有物业|有物业管理|有物业公司|buildings|any records.property_management(managed = true)
    !征收基地|动迁地块|征收地块|拆迁基地|buildings|tag:征收动迁基地
    装了电梯|安装了电梯|装上电梯|buildings|elevators >= 1
    销号|已销号|已经销号|销号了|销了号|buildings|any records.hazard(status = 销号)
    有二次供水水箱|有水箱|二次供水|装有水箱|buildings|tag:二次供水水箱楼栋
    无电梯多层|多层无电梯|多层没电梯|多层没有电梯|没电梯的多层|没有电梯的多层|无电梯的多层|buildings|tag:无电梯多层楼栋
    毁绿占绿|占绿|buildings|tag:毁绿占绿在册
    易积水|容易积水|低洼易积水|会积水|buildings|tag:低洼易积水点
    有充电点|有集中充电点|设有充电点|有电瓶车充电点|buildings|tag:集中充电点
    有地下空间|地下空间在使用|buildings|tag:地下空间在用
    电梯困过人|电梯困人过|发生过困人|发生过电梯困人|电梯发生过困人|buildings|any records.elevator_event(kind = 困人)
    电梯困人高发|电梯老困人|电梯经常困人|困人高发|buildings|tag:电梯困人高发
    堆了杂物|楼道堆了东西|楼道堆着东西|楼道堆东西|楼道里堆东西|楼道堆放杂物|buildings|tag:楼道堆物隐患
    """

  static let ofTrade = """
    !街面店铺|街面商铺|沿街小店|沿街店|沿街铺|沿街铺面|沿街门面店|临街店|临街小店|临街门店|临街商户|临街门面|街边店|街边小店|街边店铺|马路边的店|马路边的店铺|shops|tag:沿街商铺
    街边|shops|tag:沿街商铺
    没装报警器|没装可燃气报警器|没有可燃气报警器|没装可燃气体报警器|没有报警器|未装报警器|没安装报警器|未安装报警器|没有安装报警器|shops|tag:未装可燃气体报警器商户
    装了报警器|装有报警器|安装了报警器|有报警器|装了燃气报警器|装有燃气报警器|有燃气报警器|shops|any records.shop_gas(alarm = true)
    外摆|摆外摆|做外摆|设外摆|有外摆备案|外摆有备案|shops|tag:备案外摆位
    没证|没营业执照|没有营业执照|无营业执照|没执照|无证无照|无照无证|shops|tag:疑似无照经营
    !外摆商户|外摆店|shops|tag:备案外摆位
    签了门责书|签过门责书|签订门责书|已签门责书|签有门责书|签订了门责书|已签订门责书|签了门责协议|已签门责协议|有门责书|shops|tag:市容责任区门责单位
    店招待核|店招没核|店招未核|shops|tag:店招店牌待核
    小餐饮备案|小餐饮临时备案|临时备案小餐饮|shops|tag:小型餐饮临时备案
    经营异常|列入异常名录|进异常名录|shops|tag:经营异常名录
    发预付卡|办预付卡|卖预付卡|发行预付卡|有预付卡|shops|tag:预付卡发卡商户
    !预付卡店|预付卡店铺|shops|tag:预付卡发卡商户
    !培训班|补习班|补课班|培训学校|校外培训班|辅导班|培训店|shops|tag:校外培训机构
    校外培训|shops|tag:校外培训机构
    开到深夜|营业到深夜|深夜还在营业|深夜还营业|深夜还开着|深夜开着|shops|tag:深夜营业商铺
    !九小|九小单位|九小店铺|shops|tag:九小场所
    店铺住人|店里睡人|店里有人住|店里有人睡|店内有人住|有人住在店里|shops|tag:三合一住人店铺
    用液化气|用煤气瓶|用煤气罐|用钢瓶|用瓶装燃气|使用液化气|使用瓶装燃气|shops|tag:瓶装液化气商户
    有锅炉|用锅炉|使用锅炉|shops|tag:锅炉压力容器使用单位
    !锅炉使用单位|锅炉单位|shops|tag:锅炉压力容器使用单位
    !共建企业|共建商户|shops|tag:共建单位
    装修没完工|装修未完工|装修还没完工|装修没结束|shops|tag:店铺装修中
    装修没完工|装修未完工|装修还没完工|装修没结束|houses|tag:住宅装修中
    在装潢|装潢中|正在装潢|shops|status = 装修
    在装潢|装潢中|正在装潢|houses|tag:住宅装修中
    在装修中|还在装修|shops|status = 装修
    在装修中|还在装修|houses|tag:住宅装修中
    试营业|shops|status = 营业
    歇业了|停业了|关门了|停业中|暂停营业|关店了|已停业|关张了|shops|status = 歇业
    贴招租|挂招租|shops|status = 招租
    !早咖夜酒店|日咖夜酒店|shops|tag:日咖夜酒
    """

  static let ofMoreWorkOrders = """
    未按期检验|未按时检验|没按时检验|没按期检验|未按期年检|未按时年检|没按时年检|没按期年检|检验有效期已过|超过检验有效期|超过检验期|assets|due < today
    !督办件|督办单|督办工单|督办的单子|work_orders|supervised = true
    督办|被督办|已督办|挂牌督办|work_orders|supervised = true
    未督办|没督办|没有督办|work_orders|supervised = false
    !急件|紧急件|加急件|急单|加急单|紧急工单|work_orders|urgent = true
    !超期件|逾期件|超期工单|逾期工单|超时工单|超期单|逾期单|work_orders|overdue = true
    !退单件|退回件|被退单|work_orders|state = returned
    !办结件|办结工单|已办结工单|结案工单|work_orders|state = closed
    !未办结件|未结件|未结工单|未办结工单|没结的单子|work_orders|not state = closed
    !表扬工单|表扬单|表扬件|work_orders|kind = 表扬
    !投诉件|work_orders|kind = 投诉
    !咨询件|work_orders|kind = 咨询
    !求助件|work_orders|kind = 求助
    !举报件|work_orders|kind = 举报
    !建议件|建议单|work_orders|kind = 建议
    表扬|work_orders|kind = 表扬
    待派单|还没派单|没派单|未派单|没有派单|待派发|work_orders|state = received
    已派出|work_orders|state = dispatched
    已办理|work_orders|state = resolved
    已回访|回访过|回访了|work_orders|state = verified
    退单待裁定|待裁定|work_orders|state = returned
    不予受理|不受理|work_orders|state = rejected
    已合并|合并了|被合并|work_orders|state = merged
    处理当中|正在处理中|正在办理中|正在办|正办理|work_orders|state = in_progress
    """
}
