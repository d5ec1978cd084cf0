extension AskWords {
  /// More of what has a day, in the form of `topics`: only days without which a row of the dataset would not be, so that
  /// having none of its rows means that it was never done.
  static let furtherTopics: [(AskTopic, String)] = [
    (
      .event(dataset: "volunteering", field: "on", .person),
      "服务过|参加过服务|志愿服务过|参加志愿活动|参加过志愿活动|做志愿活动|做过志愿活动"
    ),
    (.event(dataset: "checkup", field: "on", .person), "做健康体检|参加健康体检|参加过健康体检|做过健康体检"),
    (.event(dataset: "service_record", field: "discharged", .person), "退出现役|复员"),
    (.event(dataset: "phone_check", field: "on", .person), "电话核实|电话核实过|电话核实到"),
    (.event(dataset: "id_check", field: "on", .person), "核验证件|核验过证件|证件核验|证件核验过"),
    (.event(dataset: "hazard", field: "found", .building), "发现隐患|查出隐患|发现的隐患|排查出隐患|新发现隐患|新发现的隐患|新查出隐患|新增隐患|新排查出隐患"),
    (.event(dataset: "waste_check", field: "on", .building), "检查垃圾分类|检查过垃圾分类|垃圾分类检查|垃圾分类检查过"),
    (.event(dataset: "fire_facility", field: "on", .building), "消防设施检查|检查消防设施|检查过消防设施|消防设施检查过"),
    (.event(dataset: "owners_committee", field: "elected", .building), "选举业委会|选出业委会|业委会选举|成立业委会"),
    (.event(dataset: "licence_check", field: "on", .shop), "核对证照|核对过证照|证照核对|证照核对过"),
    (.event(dataset: "gate_duty", field: "signed_on", .shop), "签门责书|签过门责书|签了门责书|签订门责书|签门责协议|签订门责协议"),
    (.event(dataset: "partition", field: "checked_on", .house), "群租检查|群租检查过|分隔出租检查|检查群租|检查过群租"),
    (.event(dataset: "address_check", field: "checked_on", .house), "核对地址|核对过地址|地址核对|地址核对过"),
    (.record(dataset: "food_licence", field: "until", .shop), "食品证"),
    (.event(dataset: "gas", field: "last_check", .house), "安检|安检过|做安检|做过安检|燃气安检过|煤气安检过"),
    (.event(dataset: "shop_gas", field: "last_check", .shop), "安检|安检过|燃气安检|做燃气安检|做过燃气安检|燃气安检过"),
    (.due(dataset: "water_tank", field: "next_due", .building), "该洗|该清洗|要清洗|应清洗|该洗水箱|要洗|该洗了|该清洗了"),
    (.record(dataset: "health_licence", field: "until", .shop), "公共场所卫生许可|公共场所卫生许可证"),
    (.vacancy, "空了|没人住|没人住了|没有人住|无人居住|无人住|空置着|空关着"),
  ]

  /// words | dataset | the field of the day. The rows stand for something that is there with or without that day (a dog, a
  /// card, a member of the party): they need a time, and whoever did not do it in that time has such a row all the same.
  static let dayRows = """
    给狗打疫苗|给狗打过疫苗|狗打过疫苗|狗打疫苗|给狗打了疫苗|犬只免疫|犬只免疫过|dog|vaccinated_on
    用水|用过水|有用水|water_meter|last_use
    开始助餐|开始吃助餐|开始享受助餐|开始助餐服务|开始享受助餐服务|meal_service|since
    签了门责协议|签订了门责协议|签了门责书|签门责协议|签门责书|签订门责协议|签订门责书|gate_duty|signed_on
    入党|入的党|加入党组织|加入中国共产党|party|join_date
    转正|转为正式党员|party|full_on
    入伍|参军|应征入伍|入伍当兵|service_record|enlisted
    丧偶|family|widowed_on
    做照护评估|做过照护评估|照护评估过|做老年照护评估|做过老年照护评估|care|assessed_on
    领敬老卡|领了敬老卡|领取敬老卡|领到敬老卡|办敬老卡|办了敬老卡|办理敬老卡|发敬老卡|发了敬老卡|刚发敬老卡|拿到敬老卡|拿了敬老卡|senior_card|issued
    领居住证|领了居住证|办居住证|办了居住证|办理居住证|办理了居住证|签发居住证|签发了居住证|新办居住证|permit|issued
    实名认证|线上实名认证|完成实名认证|完成线上实名认证|做线上实名认证|完成了线上实名认证|online_account|since|verified = true
    清洗过水箱|洗过水箱|水箱清洗过|水箱洗过|清洗了水箱|water_tank|cleaned_on
    起租|开始出租|lease|since
    安装烟感|安装了烟感|装了烟感|装烟感|加装烟感|加装了烟感|装了独立烟感|安装了独立烟感|装独立烟感|安装独立烟感|装上烟感|装上独立烟感|smoke_alarm|installed
    电梯投用|电梯启用|电梯投入使用|elevator|in_use_since
    """
}
