// The conditions of people, in the form of `conditions`.

extension AskWords {
  static let ofPeople = """
    男性|男的|男|男士|people|sex = 男
    !男人|男子|男同志|people|sex = 男
    女性|女的|女|女士|people|sex = 女
    !女人|女子|妇女|女同志|people|sex = 女
    !男青年|people|sex = 男 ~ age in 14..35
    !女青年|people|sex = 女 ~ age in 14..35
    !男孩|男孩子|男童|people|sex = 男 ~ age < 14
    !女孩|女孩子|女童|people|sex = 女 ~ age < 14
    !老太太|老奶奶|老婆婆|people|sex = 女 ~ age >= 60
    !老大爷|老爷爷|老伯伯|people|sex = 男 ~ age >= 60
    !育龄妇女|people|sex = 女 and age in 15..49
    本市户籍|本市户口|本地户籍|本地户口|上海户籍|上海户口|沪籍|户籍在本市|户籍是本市|户籍为本市|户籍在上海|户口在上海|户口在本市|people|hukou = 本市
    !本地人|本市人|people|hukou = 本市
    外省市户籍|户籍在外省市|户籍是外省市|户籍在外地|户口在外地|户口在外省市|外省市户口|外地户籍|外地户口|外省户籍|外省市|外省|外地|外地来|外地来的|people|hukou = 外省市
    !外地人|外省人|外来人员|people|hukou = 外省市
    港澳台户籍|港澳台|people|hukou = 港澳台
    外籍|外国籍|people|hukou = 外籍
    !老外|people|hukou = 外籍
    !租客|租户|租房客|承租人|房客|people|role = tenant
    租房|租房的|租住|租房住|people|role = tenant
    !业主|房东|产权人|people|role = owner
    !家属|people|role = family
    !党员|中共党员|共产党员|people|tag:中共正式党员 or tag:中共预备党员
    !老党员|老年党员|people|tag:中共正式党员 or tag:中共预备党员 ~ age >= 60
    !阿婆|阿奶|老阿婆|老婆婆们|老妈妈|people|sex = 女 ~ age >= 60
    !爷叔|老爷叔|老伯|阿公|老先生|老爷子|people|sex = 男 ~ age >= 60
    !耄耋老人|耄耋之年|people|age in 80..99
    耄耋|people|age in 80..99
    !古稀老人|古稀之年|people|age in 70..79
    古稀|people|age in 70..79
    !花甲老人|花甲之年|people|age in 60..69
    花甲|people|age in 60..69
    !上班族|在职人员|people|any records.employment(status = 在职)
    !在校学生|在校生|people|any records.employment(status = 在校)
    退休|已退休|退休了|已经退休|people|any records.employment(status = 退休)
    与子女同住|和子女同住|跟子女同住|和子女住在一起|跟子女住在一起|与子女住在一起|和子女一起住|跟子女一起住|people|any records.family(with_children = true)
    跟子女住|和子女住|跟子女一起生活|和子女一起生活|跟儿女住|和儿女住|跟孩子住|和孩子住|people|any records.family(with_children = true)
    不跟子女住|不和子女住|没跟子女住|没和子女住|不与子女一起住|不跟儿女住|不和儿女住|没跟儿女住|没和儿女住|不跟孩子住|不和孩子住|子女不在身边|儿女不在身边|子女都不在身边|儿女都不在身边|people|any records.family(with_children = false)
    不与子女同住|不和子女同住|不跟子女同住|不和子女住在一起|没有和子女同住|未与子女同住|people|any records.family(with_children = false)
    长护险|享受长护险|享受着长护险|有长护险|people|tag:长护险享受对象
    党龄满50年|党龄满五十年|党龄50年以上|党龄五十年以上|党龄50年|people|tag:党龄满50年党员
    丧偶|people|any records.family(widowed_on <= today)
    今年应届毕业生|今年的应届毕业生|今年毕业的大学生|今年应届高校毕业生|今年大学毕业的学生|今年大学毕业|应届大学生|people|tag:应届高校毕业生
    还没就业|没就业|未就业|没有就业|尚未就业|还没找到工作|没找到工作|没有找到工作|people|no records.employment(status in [在职, 灵活就业])
    未就业的毕业生|没就业的毕业生|没有就业的毕业生|还没就业的毕业生|未就业的大学毕业生|未就业大学生|people|tag:离校未就业高校毕业生
    没办居住登记|未办理居住登记|没有办居住登记|没办理居住登记|people|tag:新入住未办居住登记
    !残疾人|残疾人士|残障人士|残疾人员|持证残疾人员|people|tag:持证残疾人
    残疾|残障|有残疾证|持残疾证|people|tag:持证残疾人
    !重度残疾|重残人|people|tag:重度残疾人
    !聋哑人|people|tag:听力言语残疾人
    视力残疾|people|tag:视力残疾人
    听力残疾|people|any records.disability(kind = 听力)
    言语残疾|people|any records.disability(kind = 言语)
    肢体残疾|people|tag:肢体残疾人
    智力残疾|people|tag:智力残疾人
    精神残疾|people|tag:精神残疾人
    !低保户|低保人|低保居民|people|tag:低保人员
    !退役士兵|退伍兵|转业军人|people|tag:退役军人
    !退休人员|people|tag:退休社会化管理人员
    !失业者|people|tag:登记失业人员
    失业|people|tag:登记失业人员
    !义工|people|tag:注册志愿者
    !留守老人|people|tag:空巢老人
    !独居长者|独居老年人|people|tag:独居老人
    !独居高龄老人|people|tag:高龄独居老人
    !孤寡老年人|people|tag:孤老
    !特困供养人员|people|tag:特困人员
    !失能老人|people|tag:长护险评估2-6级老人
    !大学毕业生|高校毕业生|people|tag:应届高校毕业生
    助餐|吃助餐|people|tag:助餐服务对象
    家庭医生签约|签约家庭医生|签了家庭医生|people|tag:家庭医生签约居民
    !成年人|people|age >= 18
    成年|people|age >= 18
    !未成年人|未成年|people|age < 18
    !3岁以下婴幼儿|3周岁以下婴幼儿|三岁以下婴幼儿|people|age < 3
    !14岁以下儿童|14周岁以下儿童|people|age < 14
    !18岁以下未成年人|18周岁以下未成年人|people|age < 18
    一个人住|一个人居住|独自居住|独自一人居住|独自一人生活|独自生活|单独居住|单人居住|自己一个人住|只有一个人住|只住一个人|people|any house(count(residents()) = 1)
    持有居住证|有居住证|持居住证|办了居住证|people|tag:居住证持有人
    本科学历|本科|people|education = 本科
    大专学历|大专|people|education = 大专
    硕士学历|硕士|people|education = 硕士
    博士学历|博士|people|education = 博士
    高中学历|people|education = 高中
    初中学历|people|education = 初中
    小学学历|people|education = 小学
    中专学历|people|education = 中专
    本科以上学历|本科及以上学历|本科以上|people|education in [本科, 硕士, 博士]
    大专以上学历|大专及以上学历|大专以上|people|education in [大专, 本科, 硕士, 博士]
    硕士以上学历|硕士及以上学历|研究生学历|people|education in [硕士, 博士]
    住电梯房|people|any house(any building(elevators >= 1))
    """
}
