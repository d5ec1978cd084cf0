import Domain

extension AskWords {
  /// More of what has a day, in the form of `topics`.
  static let furtherTopics: [(AskTopic, String)] = [
    (
      .event(dataset: "volunteering", field: "on", .person),
      "服务过|参加过服务|志愿服务过|参加志愿活动|参加过志愿活动|做志愿活动|做过志愿活动"
    ),
    (.event(dataset: "checkup", field: "on", .person), "做年度体检|参加年度体检|年度体检|做健康体检|参加健康体检|参加过健康体检"),
    (.event(dataset: "service_record", field: "enlisted", .person), "入伍|参军|应征入伍"),
    (.event(dataset: "service_record", field: "discharged", .person), "退出现役|复员|退役的|退伍的"),
    (.event(dataset: "party", field: "join_date", .person), "入党|加入党组织|加入中国共产党"),
    (.event(dataset: "party", field: "full_on", .person), "转正|转为正式党员"),
    (.event(dataset: "family", field: "widowed_on", .person), "丧偶"),
    (.event(dataset: "care", field: "assessed_on", .person), "做照护评估|做过照护评估|照护评估过|做老年照护评估|做过老年照护评估"),
    (.event(dataset: "senior_card", field: "issued", .person), "领敬老卡|领了敬老卡|领取敬老卡|办敬老卡|办了敬老卡|办理敬老卡|发敬老卡"),
    (.event(dataset: "permit", field: "issued", .person), "领了居住证|办了居住证|办理了居住证|签发居住证"),
    (.event(dataset: "phone_check", field: "on", .person), "电话核实|电话核实过|电话核实到"),
    (.event(dataset: "id_check", field: "on", .person), "核验证件|核验过证件|证件核验|证件核验过"),
    (.event(dataset: "online_account", field: "since", .person), "实名认证|线上实名认证|完成实名认证"),
    (.event(dataset: "water_tank", field: "cleaned_on", .building), "清洗过水箱|洗过水箱|水箱清洗过|水箱洗过"),
    (.event(dataset: "hazard", field: "found", .building), "发现隐患|查出隐患|发现的隐患|排查出隐患"),
    (.event(dataset: "waste_check", field: "on", .building), "检查垃圾分类|检查过垃圾分类|垃圾分类检查|垃圾分类检查过"),
    (.event(dataset: "fire_facility", field: "on", .building), "消防设施检查|检查消防设施|检查过消防设施|消防设施检查过"),
    (.event(dataset: "owners_committee", field: "elected", .building), "选举业委会|选出业委会|业委会选举|成立业委会"),
    (.event(dataset: "licence_check", field: "on", .shop), "核对证照|核对过证照|证照核对|证照核对过"),
    (.event(dataset: "gate_duty", field: "signed_on", .shop), "签门责书|签过门责书|签了门责书|签订门责书|签门责协议|签订门责协议"),
    (.event(dataset: "dog", field: "vaccinated_on", .house), "给狗打疫苗|给狗打过疫苗|狗打过疫苗|狗打疫苗|犬只免疫|犬只免疫过"),
    (.event(dataset: "lease", field: "since", .house), "起租|开始出租|签租约"),
    (.event(dataset: "smoke_alarm", field: "installed", .house), "安装烟感|安装了烟感|装了烟感|装烟感|加装烟感|加装了烟感"),
    (.event(dataset: "partition", field: "checked_on", .house), "群租检查|群租检查过|分隔出租检查|检查群租|检查过群租"),
    (.event(dataset: "address_check", field: "checked_on", .house), "核对地址|核对过地址|地址核对|地址核对过"),
  ]
}
