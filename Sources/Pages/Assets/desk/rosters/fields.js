// What a roster of each subject may have: the fields that a column can be understood as.
import { FIELDS } from "../words.js";

const PLACE = ["committee", "grid"];
const PERSON = [
  "name", "id_number", "birth_date", "sex", "address", "phone", "phone_2", "ethnicity", "education", "hukou", "role", "since", "until", "death_date",
  "politics", "use", ...PLACE, "remark",
];
export const ROSTERS = {
  people: { title: "人员", about: "居民名册、人口数据", fields: PERSON },
  houses: {
    title: "房屋", about: "门牌、房屋清单",
    fields: ["district", "street", ...PLACE, "address", "kind", "area_m2", "storeys", "built", "use", "compound", "alias"],
  },
  tenancies: { title: "租住人员", about: "租赁登记：谁租、从几时到几时", fields: PERSON },
  shops: {
    title: "商铺", about: "沿街商铺、企业",
    fields: [
      "name", "credit_code", "address", "category", "status", "kind", "opened", "licence_until", "closes", "contact", "phone", "phone_2", ...PLACE,
      "remark",
    ],
  },
  assets: { title: "设施设备", about: "电梯、充电桩、消火栓……", fields: ["code", "address", "kind", "due", "status", ...PLACE] },
  taggings: {
    title: "打标名单", about: "条线给的名单，一行打一个标签",
    fields: ["tag", "id_number", "name", "credit_code", "address", "birth_date", "phone", "since", "until", "evidence", ...PLACE],
  },
};

const OWN = {
  tenancies: { name: "承租人", since: "起租日", until: "到期日" }, shops: { name: "店招名称", address: "经营地址", category: "业态" },
  assets: { code: "设备编号", address: "楼栋地址", kind: "设备类型", due: "下次检验" }, people: { since: "入住日期", until: "迁出日期" },
  taggings: { since: "起始日期", until: "截止日期", name: "姓名" },
};
export const titleOf = (subject, field) => OWN[subject]?.[field] ?? (field === "area_m2" ? "建筑面积" : field === "remark" ? "备注" : FIELDS[field] ?? field);
