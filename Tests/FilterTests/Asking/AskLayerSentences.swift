// What is typed in other scripts, said with light verbs, by the parts of a tag's name, by an address, and in the words of
// the field: sentence | subject | filter.

enum AskLayerSentences {
  static let table = #"""
    獨居老人 80歲以上|people|tag:独居老人 and age >= 80
    長樂路上的商鋪|shops|road = 长乐路
    ⻓乐路上的商铺|shops|road = 长乐路
    ８０岁以上，　独居​老人|people|age >= 80 and tag:独居老人
    今年拿过临时救助的人|people|any records.aid(kind = 临时救助 and on in this-year)
    近两年未领取过临时救助的低保人员|people|no records.aid(kind = 临时救助 and on >= today-2y) and tag:低保人员
    还没拿过临时救助的低保人员|people|no records.aid(kind = 临时救助) and tag:低保人员
    享受最低生活保障的老年人|people|tag:低保人员 and age >= 60
    享受低保的家庭|houses|tag:最低生活保障家庭
    未纳入最低生活保障的重度残疾人|people|not tag:低保人员 and tag:重度残疾人
    没享受长护险的失能老人|people|not tag:长护险享受对象 and tag:长护险评估2-6级老人
    持有效居住证的来沪人员|people|tag:居住证持有人 and tag:来沪人员
    持有效期内残疾人证的本市户籍人员|people|tag:持证残疾人 and hukou = 本市
    未取得食品经营许可证的餐饮店|shops|not tag:持食品经营许可证 and category = 餐饮
    房屋性质为直管公房的房子|houses|tag:直管公房
    户籍为外省市的租客|people|hukou = 外省市 and role = tenant
    用途为办公的房屋|houses|kind = office
    从事餐饮业的店|shops|category = 餐饮
    被认定为就业困难人员的残疾人|people|tag:就业困难人员 and tag:持证残疾人
    被列入经营异常名录的商户|shops|tag:经营异常名录
    担任楼组长的党员|people|tag:楼组长 and (tag:中共正式党员 or tag:中共预备党员)
    不属于低保的重残人员|people|not tag:低保人员 and tag:重度残疾人
    举报类工单|work_orders|kind = 举报
    一年以上未接受消防检查的九小场所|shops|no records.fire_check(on >= today-1y) and tag:九小场所
    参加过志愿服务的党员|people|any records.volunteering() and (tag:中共正式党员 or tag:中共预备党员)
    今年参加过体检的65岁以上老人|people|any records.checkup(on in this-year) and age >= 65
    今年还没服务过的志愿者|people|no records.volunteering(on in this-year) and tag:注册志愿者
    所住楼栋没有电梯的年满75周岁老年人|people|any house(any building(not elevators >= 1)) and age >= 75
    所住房屋为直管公房的老人|people|any house(tag:直管公房) and age >= 60
    水箱到期没洗的楼|buildings|tag:水箱清洗逾期
    没按时清洗水箱的楼|buildings|tag:水箱清洗逾期
    燃气没按时安检的人家|houses|tag:居民燃气安检逾期
    没签门责书的沿街店|shops|tag:门责书未签订 and tag:沿街商铺
    外墙有脱落隐患的楼|buildings|tag:外墙脱落隐患
    外墙隐患超期没整改的楼|buildings|tag:外墙隐患整改超期
    隐患逾期未整改的楼|buildings|tag:隐患整改超期
    用水异常的独居老人|people|tag:独居老人用水异常
    没按时接种的孩子|people|tag:接种逾期儿童
    证照过期还在营业的店|shops|tag:证照已过期仍营业
    消防设施坏了的楼|buildings|tag:消防设施失效
    楼道堆放杂物的楼|buildings|tag:楼道堆物隐患
    检验超期的电梯|assets|due < today and kind = elevator
    电梯年检过期|assets|kind = elevator and due < today
    未按期检验的电梯|assets|due < today and kind = elevator
    独生子女死亡或伤残家庭特扶对象|people|tag:独生子女死亡家庭特扶对象 or tag:独生子女伤残家庭特扶对象
    长乐路372弄的独居老人|people|address ~ 长乐路372弄 and tag:独居老人
    长乐路三百七十二弄5-201|houses|address ~ 长乐路372弄5号201室
    雁荡路38弄1号|houses|address ~ 雁荡路38弄1号
    黄浦区雁荡路38弄1号|houses|district = 黄浦区 and address ~ 雁荡路38弄1号
    请帮我查一下雁荡路38弄1号201室|houses|address ~ 雁荡路38弄1号201室
    雁荡路38弄1号住着谁|people|address ~ 雁荡路38弄1号
    谁住在雁荡路38弄1号|people|address ~ 雁荡路38弄1号
    老人住在雁荡路38弄1号|people|address ~ 雁荡路38弄1号 and age >= 60
    一家不止一个残疾人的|houses|count(residents(tag:持证残疾人)) >= 2
    家里有两个以上党员的家庭|houses|count(residents(tag:中共正式党员 or tag:中共预备党员)) >= 2
    电梯用了二十年以上的楼|buildings|any records.elevator(in_use_since <= today-20y)
    名字里有“王”的楼组长|people|name ~ 王 and tag:楼组长
    叫“王建国”的党员|people|name = 王建国 and (tag:中共正式党员 or tag:中共预备党员)
    店名里有“咖啡”的店|shops|name ~ 咖啡
    90周岁老人户|houses|tag:90周岁老人户
    没有子女的独居老人|people|any records.family(children = 0) and tag:独居老人
    户籍老人|people|hukou = 本市 and age >= 60
    流动人口里的党员|people|tag:来沪人员 and (tag:中共正式党员 or tag:中共预备党员)
    没装烟感的独居老人|people|any house(not any records.smoke_alarm()) and tag:独居老人
    1990年以前入党的党员|people|any records.party(join_date < 1990-01-01) and (tag:中共正式党员 or tag:中共预备党员)
    1970年入伍的老兵|people|any records.service_record(enlisted in 1970-01-01..1970-12-31) and tag:退役军人
    今年没给狗打疫苗的人家|houses|any records.dog() and no records.dog(vaccinated_on in this-year)
    今年转正的党员|people|any records.party(full_on in this-year) and (tag:中共正式党员 or tag:中共预备党员)
    做过燃气安检的人家|houses|any records.gas(last_check >= 1900-01-01)
    没实名认证的居民|people|not tag:线上实名认证居民
    半年没人住的房子|houses|use = vacant and any records.vacancy(since <= today-6m)
    一家三口|houses|residents = 3
    装了摄像头的楼|buildings|any assets(kind = camera)
    没装摄像头的楼|buildings|no assets(kind = camera)
    领老年综合津贴的独居老人|people|hukou = 本市 and age >= 65 and tag:独居老人
    彝族居民|people|ethnicity in [彝族, 彝]
    督办件里逾期的|work_orders|supervised = true and overdue = true
    超期件|work_orders|overdue = true
    开了三年以上的店|shops|opened <= today-3y
    住了十年以上的租客|people|role = tenant and since <= today-10y
    跟党员住在一起的老人|people|any housemates(tag:中共正式党员 or tag:中共预备党员) and age >= 60
    和残疾人同住的老人|people|any housemates(tag:持证残疾人) and age >= 60
    今年调解过两次以上的房子|houses|count(records.mediation(on in this-year)) >= 2
    涉及独居老人的求助工单|work_orders|kind = 求助 and any people(tag:独居老人)
    """#
}
