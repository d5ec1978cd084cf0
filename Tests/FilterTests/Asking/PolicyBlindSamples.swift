// 50 passages in the manner of the city's policies, by somebody who knew the fields and not the program. `#` begins one:
// subject, what it selects (empty where nothing may be joined) and its text. Below it stand its clauses in order: condition
// with what it asks, benefit, frame, or judge for what a person must judge.

enum PolicyBlindSamples {
  static let table = """
    # people | hukou = 本市 and age >= 65 | 具有本市户籍且年满65周岁的老年人，可以申领老年综合津贴，津贴按季度拨付至本人敬老卡账户。
    condition | hukou = 本市 | 具有本市户籍
    condition | age >= 65 | 且年满65周岁的老年人
    benefit |  | 可以申领老年综合津贴
    benefit |  | 津贴按季度拨付至本人敬老卡账户
    # people | hukou = 本市 and age >= 60 and any records.care(level in 2..4) | 养老服务补贴的申请人，应当同时符合以下条件：具有本市户籍；年满60周岁；老年照护统一需求评估等级为二级至四级；家庭人均月收入低于本市月最低工资标准。
    frame |  | 养老服务补贴的申请人
    frame |  | 应当同时符合以下条件
    condition | hukou = 本市 | 具有本市户籍
    condition | age >= 60 | 年满60周岁
    condition | any records.care(level in 2..4) | 老年照护统一需求评估等级为二级至四级
    judge |  | 家庭人均月收入低于本市月最低工资标准
    # people | tag:高龄独居老人 or tag:孤老 | 有下列情形之一的老年人，高龄独居老人；孤老；因突发疾病生活暂时不能自理的；由居民区安排老伙伴志愿者每周上门探望不少于一次。
    frame |  | 有下列情形之一的老年人
    condition | tag:高龄独居老人 | 高龄独居老人
    condition | tag:孤老 | 孤老
    judge |  | 因突发疾病生活暂时不能自理的
    benefit |  | 由居民区安排老伙伴志愿者每周上门探望不少于一次
    # people | age >= 70 and subdistrict = 南京东路街道 and not tag:养老机构入住老人 | 对居住在南京东路街道、年满70周岁的老年人，凭身份证在社区食堂就餐享受八折优惠，已入住养老机构的除外。
    condition | subdistrict = 南京东路街道 | 对居住在南京东路街道
    condition | age >= 70 | 年满70周岁的老年人
    benefit |  | 凭身份证在社区食堂就餐享受八折优惠
    condition | not tag:养老机构入住老人 | 已入住养老机构的除外
    # people |  | 就餐补贴按年龄分档执行：60至79周岁的老年人每餐补贴2元，80周岁及以上的老年人每餐补贴4元，每日以一餐为限。
    frame |  | 就餐补贴按年龄分档执行
    condition | age in 60..79 | 60至79周岁的老年人
    benefit |  | 每餐补贴2元
    condition | age >= 80 | 80周岁及以上的老年人
    benefit |  | 每餐补贴4元
    benefit |  | 每日以一餐为限
    # houses | any residents(age >= 60 and hukou = 本市) and (tag:最低生活保障家庭 or tag:最低生活保障边缘家庭) and not tag:适老化改造已完成 | 家中有60周岁以上本市户籍老年人，且属于低保家庭或者低保边缘家庭的，可获得不超过3000元的居家环境适老化改造补贴；此前已完成适老化改造的家庭不再享受。
    condition | any residents(age >= 60 and hukou = 本市) | 家中有60周岁以上本市户籍老年人
    condition | tag:最低生活保障家庭 or tag:最低生活保障边缘家庭 | 且属于低保家庭或者低保边缘家庭的
    benefit |  | 可获得不超过3000元的居家环境适老化改造补贴
    condition | not tag:适老化改造已完成 | 此前已完成适老化改造的家庭不再享受
    # people | turns(100) in this-year | 关于做好敬老月慰问工作的通知：对本年度内年满100周岁的老人，由区民政局赠送祝寿慰问金1000元，并由街道领导上门看望。
    frame |  | 关于做好敬老月慰问工作的通知
    condition | turns(100) in this-year | 对本年度内年满100周岁的老人
    benefit |  | 由区民政局赠送祝寿慰问金1000元
    benefit |  | 并由街道领导上门看望
    # houses | any residents(tag:独居老人) and no records.smoke_alarm(working = true) | 居住有独居老人、尚未安装能正常工作的独立烟感的住户，由街道免费上门安装独立式感烟探测器一只。
    condition | any residents(tag:独居老人) | 居住有独居老人
    condition | no records.smoke_alarm(working = true) | 尚未安装能正常工作的独立烟感的住户
    benefit |  | 由街道免费上门安装独立式感烟探测器一只
    # people | age >= 65 and tag:家庭医生签约居民 and no records.checkup(on in this-year) | 凡65周岁及以上且已与家庭医生签约的居民，今年尚未参加健康体检的，可到所属社区卫生服务中心免费体检一次，内容含血常规、心电图、B超等项目。
    condition | age >= 65 | 凡65周岁及以上
    condition | tag:家庭医生签约居民 | 且已与家庭医生签约的居民
    condition | no records.checkup(on in this-year) | 今年尚未参加健康体检的
    benefit |  | 可到所属社区卫生服务中心免费体检一次
    benefit |  | 内容含血常规、心电图、B超等项目
    # people | any records.care(valid_until in today..today+30d) | 办理提示：照护评估结论有效期将在30日内届满的老人，社区事务受理服务中心提供上门受理重新评估申请服务。
    frame |  | 办理提示
    condition | any records.care(valid_until in today..today+30d) | 照护评估结论有效期将在30日内届满的老人
    benefit |  | 社区事务受理服务中心提供上门受理重新评估申请服务
    # people | age >= 80 and any house(any building(storeys >= 4 and not elevators >= 1)) | 80周岁以上的老人，所住楼房在四层及以上且没有电梯的，本人行动确有不便的，每月可预约两次爬楼机助行服务。
    condition | age >= 80 | 80周岁以上的老人
    condition | any house(any building(storeys >= 4 and not elevators >= 1)) | 所住楼房在四层及以上且没有电梯的
    judge |  | 本人行动确有不便的
    benefit |  | 每月可预约两次爬楼机助行服务
    # people | hukou = 本市 and tag:持证残疾人 and (tag:低保人员 or any house(tag:最低生活保障边缘家庭)) | 第五条 困难残疾人生活补贴的对象为：具有本市户籍的持证残疾人，且为低保人员或者低保边缘家庭成员。补贴标准为每人每月420元。
    frame |  | 第五条 困难残疾人生活补贴的对象为
    condition | hukou = 本市 and tag:持证残疾人 | 具有本市户籍的持证残疾人
    condition | tag:低保人员 or any house(tag:最低生活保障边缘家庭) | 且为低保人员或者低保边缘家庭成员
    benefit |  | 补贴标准为每人每月420元
    # people | any records.disability(level in 1..2) or any records.disability(kind in [智力, 精神] and level = 3) | 符合下列条件之一的残疾人，可以申请重度残疾人护理补贴：（一）残疾等级为一级、二级的；（二）残疾等级为三级的智力残疾人、精神残疾人。
    frame |  | 符合下列条件之一的残疾人
    benefit |  | 可以申请重度残疾人护理补贴
    condition | any records.disability(level in 1..2) | （一）残疾等级为一级、二级的
    condition | any records.disability(kind in [智力, 精神] and level = 3) | （二）残疾等级为三级的智力残疾人、精神残疾人
    # people | tag:视力残疾人 and age in 16..60 | 年龄在16至60周岁的视力残疾人，有就业意愿和培训需求，且能够坚持完成全部课程的，免费参加盲人保健按摩技能培训，培训期间给予每日50元交通补助。
    condition | age in 16..60 and tag:视力残疾人 | 年龄在16至60周岁的视力残疾人
    judge |  | 有就业意愿和培训需求
    judge |  | 且能够坚持完成全部课程的
    benefit |  | 免费参加盲人保健按摩技能培训
    benefit |  | 培训期间给予每日50元交通补助
    # houses | count(residents(tag:持证残疾人)) >= 2 | 一户中有两名及以上持证残疾人的家庭，优先纳入家庭无障碍改造计划，改造费用由区残联全额承担。
    condition | count(residents(tag:持证残疾人)) >= 2 | 一户中有两名及以上持证残疾人的家庭
    benefit |  | 优先纳入家庭无障碍改造计划
    benefit |  | 改造费用由区残联全额承担
    # people | any records.disability(cert_until in today..today+90d) | 残疾人证有效期在90日内届满的，街道残联代为预约评残医院并提供免费接送；因病长期卧床无法到场的，由评残医生上门鉴定。
    condition | any records.disability(cert_until in today..today+90d) | 残疾人证有效期在90日内届满的
    benefit |  | 街道残联代为预约评残医院并提供免费接送
    judge |  | 因病长期卧床无法到场的
    benefit |  | 由评残医生上门鉴定
    # people | tag:特困人员 or tag:低保人员 or tag:重残无业人员 | 本办法所称医疗救助对象，是指以下人员：特困人员、低保人员、重残无业人员，以及市政府规定的其他特殊困难人员。
    frame |  | 本办法所称医疗救助对象
    frame |  | 是指以下人员
    condition | tag:特困人员 | 特困人员
    condition | tag:低保人员 | 低保人员
    condition | tag:重残无业人员 | 重残无业人员
    judge |  | 以及市政府规定的其他特殊困难人员
    # houses |  | 共同生活的家庭成员月人均收入低于本市低保标准，且家庭财产状况符合规定的，可以申请最低生活保障，按照补差原则逐月发给低保金。
    judge |  | 共同生活的家庭成员月人均收入低于本市低保标准
    judge |  | 且家庭财产状况符合规定的
    benefit |  | 可以申请最低生活保障
    benefit |  | 按照补差原则逐月发给低保金
    # people | no records.aid(kind = 临时救助 and on >= today-12m) | 因火灾、交通事故等意外事件导致基本生活暂时出现严重困难的，近12个月内未获得过临时救助的，给予一次性临时救助金，金额不超过低保标准的六倍。
    judge |  | 因火灾、交通事故等意外事件导致基本生活暂时出现严重困难的
    condition | no records.aid(kind = 临时救助 and on >= today-12m) | 近12个月内未获得过临时救助的
    benefit |  | 给予一次性临时救助金
    benefit |  | 金额不超过低保标准的六倍
    # people | tag:困境儿童 or tag:孤儿及事实无人抚养儿童 | 儿童关爱服务对象包括：经民政部门认定的困境儿童，孤儿及事实无人抚养儿童，和父母双方均长期在外务工、缺乏有效监护的儿童。由儿童主任每月走访一次并建立一人一档。
    frame |  | 儿童关爱服务对象包括
    condition | tag:困境儿童 | 经民政部门认定的困境儿童
    condition | tag:孤儿及事实无人抚养儿童 | 孤儿及事实无人抚养儿童
    judge |  | 和父母双方均长期在外务工、缺乏有效监护的儿童
    benefit |  | 由儿童主任每月走访一次并建立一人一档
    # houses | tag:刚性支出困难家庭 and any residents(age < 18) | 刚性支出困难家庭中有未满18周岁子女的，子女在本市全日制学校就读，每学年给予助学帮扶金1500元。
    condition | tag:刚性支出困难家庭 | 刚性支出困难家庭中
    condition | any residents(age < 18) | 有未满18周岁子女的
    judge |  | 子女在本市全日制学校就读
    benefit |  | 每学年给予助学帮扶金1500元
    # people | (tag:单亲困难母亲 or tag:困难党员) and no records.aid(kind = 节日帮困 and on in this-year) | 春节帮困送温暖范围为单亲困难母亲或者困难党员，且本年度未领取过节日帮困的，每人发放慰问金600元。
    frame |  | 春节帮困送温暖范围为
    condition | tag:单亲困难母亲 or tag:困难党员 | 单亲困难母亲或者困难党员
    condition | no records.aid(kind = 节日帮困 and on in this-year) | 且本年度未领取过节日帮困的
    benefit |  | 每人发放慰问金600元
    # people | tag:登记失业人员 and age in 16..35 | 本市登记失业人员，年龄在16周岁以上、35周岁以下的，纳入启航计划，由就业援助员提供一对一职业指导和岗位推荐。
    condition | tag:登记失业人员 | 本市登记失业人员
    condition | age in 16..35 | 年龄在16周岁以上、35周岁以下的
    benefit |  | 纳入启航计划
    benefit |  | 由就业援助员提供一对一职业指导和岗位推荐
    # people | any records.graduation(on >= today-2y and level in [大专, 本科, 硕士, 博士]) and tag:灵活就业人员 | 毕业两年以内、学历在大专及以上的高校毕业生，实现灵活就业的，并以个人身份缴纳职工社会保险费的，按实际缴费额的50%给予社会保险补贴，期限最长24个月。
    condition | any records.graduation(on >= today-2y and level in [大专, 本科, 硕士, 博士]) | 毕业两年以内、学历在大专及以上的高校毕业生
    condition | tag:灵活就业人员 | 实现灵活就业的
    judge |  | 并以个人身份缴纳职工社会保险费的
    benefit |  | 按实际缴费额的50%给予社会保险补贴
    benefit |  | 期限最长24个月
    # people | hukou = 本市 and tag:登记失业人员 and (tag:低保人员 or tag:持证残疾人 or any house(tag:零就业家庭)) | 就业困难人员认定条件：本市户籍登记失业人员，并具有下列情形之一：低保人员；持证残疾人；零就业家庭成员。
    frame |  | 就业困难人员认定条件
    condition | hukou = 本市 and tag:登记失业人员 | 本市户籍登记失业人员
    frame |  | 并具有下列情形之一
    condition | tag:低保人员 | 低保人员
    condition | tag:持证残疾人 | 持证残疾人
    condition | any house(tag:零就业家庭) | 零就业家庭成员
    # people | tag:新就业形态劳动者 | 新就业形态劳动者凭平台接单记录可在街道暖心驿站免费饮水、充电、休息，并可免费参加职业伤害保障知识讲座。
    condition | tag:新就业形态劳动者 | 新就业形态劳动者
    benefit |  | 凭平台接单记录可在街道暖心驿站免费饮水、充电、休息
    benefit |  | 并可免费参加职业伤害保障知识讲座
    # people | any records.employment(status = 失业 and since <= today-12m) and ((sex = 男 and age >= 55) or (sex = 女 and age >= 45)) | 失业时间已满一年，且男性年满55周岁或者女性年满45周岁的，本人有劳动能力和就业意愿，可由公益性岗位托底安置。
    condition | any records.employment(status = 失业 and since <= today-12m) | 失业时间已满一年
    condition | (sex = 男 and age >= 55) or (sex = 女 and age >= 45) | 且男性年满55周岁或者女性年满45周岁的
    judge |  | 本人有劳动能力和就业意愿
    benefit |  | 可由公益性岗位托底安置
    # people | any records.permit(until >= today) | 申请市筹公共租赁住房的单身人士，应当同时具备下列条件：持有有效期内的《上海市居住证》；与本市用人单位签订一年以上劳动合同；在本市无自有住房或者人均住房建筑面积低于15平方米。
    frame |  | 申请市筹公共租赁住房的单身人士
    frame |  | 应当同时具备下列条件
    condition | any records.permit(until >= today) | 持有有效期内的《上海市居住证》
    judge |  | 与本市用人单位签订一年以上劳动合同
    judge |  | 在本市无自有住房或者人均住房建筑面积低于15平方米
    # houses | any records.property(rights in [直管公房, 系统公房]) and any records.property(shared_kitchen = true) | 产权类型为直管公房或系统公房，并且厨卫合用的住房，列入旧住房成套改造范围，过渡期间按月发放临时安置费。
    condition | any records.property(rights in [直管公房, 系统公房]) | 产权类型为直管公房或系统公房
    condition | any records.property(shared_kitchen = true) | 并且厨卫合用的住房
    benefit |  | 列入旧住房成套改造范围
    benefit |  | 过渡期间按月发放临时安置费
    # houses | tag:出租房屋 and (any records.partition(partitioned = true) or residents >= 10) | 已出租的房屋，具有下列情形之一的：房内存在分隔的；居住人数在10人以上的；人均居住面积明显低于规定标准的，由房管部门会同公安上门告知并协助清退安置。
    condition | tag:出租房屋 | 已出租的房屋
    frame |  | 具有下列情形之一的
    condition | any records.partition(partitioned = true) | 房内存在分隔的
    condition | residents >= 10 | 居住人数在10人以上的
    judge |  | 人均居住面积明显低于规定标准的
    benefit |  | 由房管部门会同公安上门告知并协助清退安置
    # houses | any records.lease(until in next-month) | 租赁备案合同将于下月到期的住房，由租赁服务站提供免费续签网签代办，双方对租金有争议的，可申请免费调解一次。
    condition | any records.lease(until in next-month) | 租赁备案合同将于下月到期的住房
    benefit |  | 由租赁服务站提供免费续签网签代办
    judge |  | 双方对租金有争议的
    benefit |  | 可申请免费调解一次
    # houses | use = vacant and any records.vacancy(since <= today-6m) and kind = dwelling | 空置已满六个月的居住房屋，产权人愿意委托区属企业统一代理经租的，享受一次性装修补贴和免佣金招租服务。
    condition | use = vacant and any records.vacancy(since <= today-6m) | 空置已满六个月的
    condition | kind = dwelling | 居住房屋
    judge |  | 产权人愿意委托区属企业统一代理经租的
    benefit |  | 享受一次性装修补贴和免佣金招租服务
    # buildings | built < 2000 and storeys >= 4 and not elevators >= 1 | 既有多层住宅加装电梯财政补贴条件如下：2000年以前建成；层数在四层以上；尚未设置电梯；经本楼栋三分之二以上业主同意。补贴为施工金额的40%，最高28万元。
    frame |  | 既有多层住宅加装电梯财政补贴条件如下
    condition | built < 2000 | 2000年以前建成
    condition | storeys >= 4 | 层数在四层以上
    condition | not elevators >= 1 | 尚未设置电梯
    judge |  | 经本楼栋三分之二以上业主同意
    benefit |  | 补贴为施工金额的40%，最高28万元
    # buildings | any records.elevator(in_use_since <= today-15y) | 电梯投入使用已满15年的住宅楼，经专业机构安全评估建议更新的，更新费用由区财政补助每台8万元。
    condition | any records.elevator(in_use_since <= today-15y) | 电梯投入使用已满15年的住宅楼
    judge |  | 经专业机构安全评估建议更新的
    benefit |  | 更新费用由区财政补助每台8万元
    # buildings | any records.maintenance_fund(remaining_percent < 30) or any records.property_management(managed = false) | 符合下列情形之一的楼栋，专项维修资金余额不足首期30%的；无物业管理的；由街道应急维修备用金先行垫付抢修费用。
    frame |  | 符合下列情形之一的楼栋
    condition | any records.maintenance_fund(remaining_percent < 30) | 专项维修资金余额不足首期30%的
    condition | any records.property_management(managed = false) | 无物业管理的
    benefit |  | 由街道应急维修备用金先行垫付抢修费用
    # buildings | any records.water_tank(next_due < today) | 二次供水管理若干规定水箱应清洗日期已过而未清洗的楼栋，由区水务部门委托有资质的单位代为清洗，并免费出具水质检测报告。
    frame |  | 二次供水管理若干规定
    condition | any records.water_tank(next_due < today) | 水箱应清洗日期已过而未清洗的楼栋
    benefit |  | 由区水务部门委托有资质的单位代为清洗
    benefit |  | 并免费出具水质检测报告
    # buildings | any records.structure(height > 27) and any records.fire_facility(working = false) | 建筑高度超过27米的住宅楼，楼内消防设施检查不完好的，优先纳入年度消防实事工程，修缮资金由市、区两级财政各承担一半。
    condition | any records.structure(height > 27) | 建筑高度超过27米的住宅楼
    condition | any records.fire_facility(working = false) | 楼内消防设施检查不完好的
    benefit |  | 优先纳入年度消防实事工程
    benefit |  | 修缮资金由市、区两级财政各承担一半
    # shops | any records.food_licence(until in today..today+30d) and status = 营业 | 正在营业且食品经营许可证将在30日内到期的商户，由市场监管所主动上门指导延续，材料齐全的当场换发新证。
    condition | status = 营业 | 正在营业
    condition | any records.food_licence(until in today..today+30d) | 且食品经营许可证将在30日内到期的商户
    benefit |  | 由市场监管所主动上门指导延续
    benefit |  | 材料齐全的当场换发新证
    # shops | category = 餐饮 and opened <= today-1y and not tag:经营异常名录 | “放心餐厅”创建奖励申报须知：经营类别为餐饮，开业满一年，未被列入经营异常名录，后厨卫生管理规范、消费者评价良好。验收合格的奖励5000元。
    frame |  | “放心餐厅”创建奖励申报须知
    condition | category = 餐饮 | 经营类别为餐饮
    condition | opened <= today-1y | 开业满一年
    condition | not tag:经营异常名录 | 未被列入经营异常名录
    judge |  | 后厨卫生管理规范、消费者评价良好
    benefit |  | 验收合格的奖励5000元
    # shops | any records.outdoor_seating(until >= today and area <= 20) and tag:沿街商铺 | 沿街商铺外摆备案在有效期内、面积不超过20平方米的，不影响行人通行和周边居民休息的，免收道路临时占用费。
    condition | tag:沿街商铺 | 沿街商铺
    condition | any records.outdoor_seating(until >= today and area <= 20) | 外摆备案在有效期内、面积不超过20平方米的
    judge |  | 不影响行人通行和周边居民休息的
    benefit |  | 免收道路临时占用费
    # shops | any records.shop_gas(kind = 瓶装 and alarm = false) | 使用瓶装燃气而未装报警器的商户，由燃气公司免费加装可燃气体报警装置，加装后三年内免费维护。
    condition | any records.shop_gas(kind = 瓶装 and alarm = false) | 使用瓶装燃气而未装报警器的商户
    benefit |  | 由燃气公司免费加装可燃气体报警装置
    benefit |  | 加装后三年内免费维护
    # shops | (category in [理发, 美容]) and any records.health_licence(until < today) | 从事理发、美容服务的门店，其公共场所卫生许可已过有效期的，经查实仍在对外提供服务，给予15日整改期并安排专人辅导补办。
    condition | category in [理发, 美容] | 从事理发、美容服务的门店
    condition | any records.health_licence(until < today) | 其公共场所卫生许可已过有效期的
    judge |  | 经查实仍在对外提供服务
    benefit |  | 给予15日整改期并安排专人辅导补办
    # shops | tag:九小场所 and no records.fire_check(on >= today-12m) | 九小场所一年内没有接受过消防检查的，由街道平安办组织免费消防体检并赠送灭火器两具。
    condition | tag:九小场所 | 九小场所
    condition | no records.fire_check(on >= today-12m) | 一年内没有接受过消防检查的
    benefit |  | 由街道平安办组织免费消防体检并赠送灭火器两具
    # houses | any residents(tag:退役军人) or any residents(tag:现役军人家属) or any residents(tag:烈士遗属) | 有下列人员之一的家庭，悬挂光荣牌：退役军人；现役军人家属；烈士遗属。
    frame |  | 有下列人员之一的家庭
    benefit |  | 悬挂光荣牌
    condition | any residents(tag:退役军人) | 退役军人
    condition | any residents(tag:现役军人家属) | 现役军人家属
    condition | any residents(tag:烈士遗属) | 烈士遗属
    # people | tag:中共正式党员 and any records.party(join_date <= today-50y) | 中共正式党员入党时间已满50年的，一贯表现良好、没有受过党纪处分，颁发“光荣在党50年”纪念章一枚。
    condition | tag:中共正式党员 | 中共正式党员
    condition | any records.party(join_date <= today-50y) | 入党时间已满50年的
    judge |  | 一贯表现良好、没有受过党纪处分
    benefit |  | 颁发“光荣在党50年”纪念章一枚
    # people | sex = 男 and hukou = 本市 and birth_date in 2008-01-01..2008-12-31 | 2026年兵役登记公告凡2008年1月1日至2008年12月31日期间出生的本市户籍男性公民，依照法律被剥夺政治权利的除外，完成登记者可申领兵役登记证。
    frame |  | 2026年兵役登记公告
    condition | birth_date in 2008-01-01..2008-12-31 | 凡2008年1月1日至2008年12月31日期间出生的
    condition | hukou = 本市 and sex = 男 | 本市户籍男性公民
    judge |  | 依照法律被剥夺政治权利的除外
    benefit |  | 完成登记者可申领兵役登记证
    # people | sex = 女 and age >= 49 and hukou = 本市 | 计划生育家庭特别扶助对象应同时满足：本市户籍；女方年满49周岁；只生育过一个子女且子女已死亡；未再生育或合法收养子女。每人每月发给扶助金1190元。
    frame |  | 计划生育家庭特别扶助对象应同时满足
    condition | hukou = 本市 | 本市户籍
    condition | sex = 女 and age >= 49 | 女方年满49周岁
    judge |  | 只生育过一个子女且子女已死亡
    judge |  | 未再生育或合法收养子女
    benefit |  | 每人每月发给扶助金1190元
    # people | age <= 6 and any records.vaccination(vaccine = 麻腮风 and due < today and not given = true) | 6周岁及以下儿童，麻腮风疫苗应种日期已过而未接种的，可在接种门诊免费补种，有接种禁忌症的除外。
    condition | age <= 6 | 6周岁及以下儿童
    condition | any records.vaccination(vaccine = 麻腮风 and due < today and not given = true) | 麻腮风疫苗应种日期已过而未接种的
    benefit |  | 可在接种门诊免费补种
    judge |  | 有接种禁忌症的除外
    # people | tag:注册志愿者 and count(records.volunteering(on >= today-12m)) >= 10 | 注册志愿者近12个月参加志愿服务10次以上的，服务质量经受助对象评价为优秀，每人可兑换体检套餐一份。
    condition | tag:注册志愿者 | 注册志愿者
    condition | count(records.volunteering(on >= today-12m)) >= 10 | 近12个月参加志愿服务10次以上的
    judge |  | 服务质量经受助对象评价为优秀
    benefit |  | 每人可兑换体检套餐一份
    # work_orders | urgent = true and overdue = true | 关于加强市民诉求办理的通知：标注为紧急且已经超期的工单，由街道分管领导包案督办，并在24小时内向诉求人反馈进展。
    frame |  | 关于加强市民诉求办理的通知
    condition | urgent = true | 标注为紧急
    condition | overdue = true | 且已经超期的工单
    benefit |  | 由街道分管领导包案督办
    benefit |  | 并在24小时内向诉求人反馈进展
    """
}
