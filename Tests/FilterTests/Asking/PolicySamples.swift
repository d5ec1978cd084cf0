// Passages in the manner of a city's notices, made up for these tests. A line is: passage | kinds of its clauses
// (condition, benefit, frame, judge) | what it selects, or - where nothing may be joined. ⏎ stands for a new line.

enum PolicySamples {
  static let table = """
    本市户籍的老年人，同时符合下列条件的，可申请居家照护补贴：（一）年满75周岁；（二）低保人员；（三）独居。补贴标准为每人每月300元。| cfbcccb | people | hukou = 本市 and age >= 60 and age >= 75 and tag:低保人员 and tag:独居老人
    符合下列条件之一的本市户籍人员，可申请临时帮扶：⏎1.低保人员；⏎2.特困人员；⏎3.重度残疾人。⏎由居委会受理，街道办事处审核。| fcbcccbb | people | hukou = 本市 and (tag:低保人员 or tag:特困人员 or tag:重度残疾人)
    年满60周岁且独居的老年人，给予每月50元通讯补贴。享受养老服务补贴的，不再享受。| cbcf | people | age >= 60 and tag:独居老人 and not tag:养老服务补贴对象
    除养老机构入住老人外，年满85周岁的本市户籍老年人，每年发放慰问金500元。| ccb | people | age >= 85 and hukou = 本市 and not tag:养老机构入住老人
    有下列情形之一的，不予补贴：（一）低保人员；（二）特困人员。年满70周岁的本市户籍老年人可申请交通补贴。| ffcccb | people | age >= 70 and hukou = 本市 and not (tag:低保人员 or tag:特困人员)
    65周岁至69周岁的本市户籍老年人，每月发放75元；70周岁至79周岁的本市户籍老年人，每月发放150元。| cbcb | people | -
    年满80周岁的老年人可享受每月100元补贴，90周岁以上的每月200元。| cbcb | people | -
    一、补贴对象⏎年满80周岁的本市户籍老年人。⏎二、补贴标准⏎每人每月100元。⏎三、申请流程⏎由本人向户籍所在地社区事务受理中心提出申请。| fcbbbb | people | age >= 80 and hukou = 本市
    为进一步关心困难群众，根据《社会救助条例》，现就有关事项通知如下：低保人员，或者特困人员，可申请一次性补助。| fffccb | people | tag:低保人员 or tag:特困人员
    年满60周岁（含60周岁）的老年人，居住在没有电梯的楼栋，可预约上门服务。| cfccb | people | age >= 60 and any house(any building(not elevators >= 1))
    申请人应当同时具备下列条件：具有本市户籍；年满60周岁；独居。| fccc | people | hukou = 本市 and age >= 60 and tag:独居老人
    申请人须年满60周岁，且为低保人员或者特困人员。| cc | people | age >= 60 and (tag:低保人员 or tag:特困人员)
    对年满90周岁的本市户籍老年人，由居委会每月送一次牛奶。| cb | people | age >= 90 and hukou = 本市
    持有居住证的来沪人员，未满60周岁的，可参加免费体检。| ccb | people | tag:居住证持有人 and tag:来沪人员 and age < 60
    80周岁以上老年人，或者60周岁以上独居老人，或者持证残疾人，均可报名。| cccb | people | age >= 80 or age >= 60 and tag:独居老人 or tag:持证残疾人
    80周岁以上老年人，独居的，或者低保人员，可以报名。| cccb | people | -
    符合下列条件的老年人：（一）本市户籍；（二）符合下列条件之一：1.年满80周岁；2.独居；3.低保人员。每月发放100元。| fccfcccb | people | hukou = 本市 and age >= 60 and (age >= 80 or tag:独居老人 or tag:低保人员)
    建成于1980年以前且没有电梯的楼栋，可申请加装电梯补贴。| cb | buildings | built < 1980 and not elevators >= 1
    （一）年满60周岁；（二）独居。| cc | people | -
    下列人员可申请：低保人员；特困人员；重度残疾人。| fbccc | people | tag:低保人员 or tag:特困人员 or tag:重度残疾人
    本市户籍，年满60周岁；外省市户籍，年满65周岁，均可申请。| ccccb | people | -
    服务对象：本市户籍老年人。申请条件：年满80周岁且独居。办理方式：由本人到社区事务受理中心申请。| fcfcbb | people | hukou = 本市 and age >= 60 and age >= 80 and tag:独居老人
    同时符合下列条件的可申请：（一）低保人员；或（二）特困人员。| fbcfc | people | -
    没有下列情形之一的老年人可申请：1.低保人员；2.特困人员。| fcbcc | people | age >= 60 and not (tag:低保人员 or tag:特困人员)
    符合下列条件中两项的老年人可申请：1.低保人员；2.独居；3.持证残疾人。| fjbccc | people | -
    年满60周岁的老年人（独居）可申请，向居民委员会提出申请。| ccbb | people | age >= 60 and tag:独居老人
    年满70周岁的老年人，独居的，优先安排上门服务。| cjb | people | age >= 70
    年满60周岁的低保人员，党员除外，可领取爱心礼包。| ccb | people | age >= 60 and tag:低保人员 and not (tag:中共正式党员 or tag:中共预备党员)
    年满60周岁的百岁老人，未满80周岁的，可申请。| ccb | people | -
    年满60周岁的老年人可申请。其中独居的，每月增加20元。| cbjb | people | age >= 60
    """
}
