/// The scalars that one word is written with in several ways, each with the one that the word lists use. One scalar always
/// stands for one, so that every place in a sentence stays the place in what was typed.
///
/// Traditional characters come from keyboards of Hong Kong and Taiwan, radicals from documents that were copied out of
/// PDF files, small and half-width marks from old systems. 覆 and others that simplified text uses as well are left alone.
enum AskScript {
  static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.value < 0x2020 ? scalar : table[scalar] ?? scalar
  }

  /// Takes no room and says nothing: soft hyphens, joiners, marks of direction and of byte order.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: true
    default: false
    }
  }

  private static let table: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for pair in (traditional + " " + signs + " " + copied).split(whereSeparator: \.isWhitespace) {
      let scalars = Array(pair.unicodeScalars)
      if scalars.count == 2 { table[scalars[0]] = scalars[1] }
    }
    // The Kangxi radicals stand in the order of the dictionary from U+2F00 on.
    let plain = radicals.unicodeScalars.filter { !$0.properties.isWhitespace }
    for (offset, radical) in plain.enumerated() {
      guard let sign = Unicode.Scalar(0x2F00 + UInt32(offset)) else { continue }
      table[sign] = table[radical] ?? radical
    }
    return table
  }()

  /// Marks, each as the reader knows it.
  private static let signs = """
    ﹐, ﹑、 ﹒. ﹔; ﹕: ﹖? ﹗! ﹙( ﹚) ｡。 ､、 ︰: ︐, ︑、 ︒。 〔( 〕) 【( 】) ［( ］) ∶: ﹣- ﹢+ ﹤< ﹥> ﹦=
    """

  private static let copied = """
    \u{2ED3}长 \u{2ED4}门 \u{2ECB}车 \u{2EC5}见 \u{2EC9}贝 \u{2EDA}页 \u{2EDB}风 \u{2EDC}飞 \u{2EE2}马
    \u{2EE5}鱼 \u{2EE6}鸟 \u{2EE8}麦 \u{2EE9}黄 \u{2EEC}齐 \u{2EEE}齿 \u{2EF0}龙 \u{2E9F}母 \u{2EA0}民
    \u{2EC4}西 \u{2ED8}青 \u{2EE3}骨 \u{2EC6}角 \u{2EDD}食
    """

  private static let radicals = """
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴
    廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿
    目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵
    邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
    """

  private static let traditional = """
    丟丢 並并 乾干 亂乱 佈布 佔占 併并 來来 係系 倆俩 倉仓 個个 們们 側侧 偽伪 備备 傢家 傭佣 傳传 傷伤 傾倾 僅仅
    僑侨 僞伪 價价 儀仪 償偿 優优 儲储 兇凶 兒儿 內内 兩两 冊册 凈净 凍冻 別别 則则 剋克 剛刚 創创 劃划 劇剧 劉刘
    劑剂 勁劲 動动 務务 勝胜 勞劳 勳勋 勵励 勸劝 匯汇 區区 協协 卹恤 卻却 卽即 參参 叢丛 吳吴 呂吕 員员 唸念 問问
    啓启 啞哑 啟启 喪丧 喫吃 喬乔 單单 嗆呛 嗎吗 嘩哗 噁恶 噴喷 噹当 嚇吓 嚮向 嚴严 囉啰 囑嘱 囪囱 國国 圍围 園园
    圖图 團团 執执 報报 場场 塊块 塗涂 塵尘 墊垫 墜坠 墻墙 壇坛 壓压 壞坏 壟垄 壯壮 壽寿 夠够 夥伙 夾夹 奧奥 奬奖
    婦妇 媽妈 嬰婴 孃娘 孫孙 學学 宮宫 實实 寧宁 審审 寫写 寬宽 寵宠 寶宝 將将 專专 對对 導导 屆届 屍尸 層层 屬属
    岡冈 峯峰 峽峡 崑昆 崗岗 嶽岳 師师 帳账 帶带 幣币 幫帮 幹干 幾几 庫库 廁厕 廂厢 廈厦 廚厨 廟庙 廠厂 廢废 廣广
    廳厅 弔吊 張张 強强 彆别 彈弹 彎弯 彔录 彙汇 後后 徑径 從从 復复 徵征 悅悦 惡恶 愛爱 態态 慶庆 慾欲 憑凭 憲宪
    應应 懶懒 懷怀 懸悬 戀恋 戰战 戲戏 戶户 拋抛 捨舍 捲卷 掃扫 掛挂 採采 揀拣 揚扬 換换 揮挥 損损 搖摇 搶抢 摺折
    撈捞 撓挠 撫抚 撲扑 撿捡 擁拥 擊击 擋挡 擔担 據据 擠挤 擬拟 擴扩 擺摆 擾扰 攏拢 攔拦 攜携 攝摄 攤摊 攪搅 敗败
    數数 斷断 於于 旣既 昇升 時时 暈晕 暢畅 暫暂 曆历 曉晓 曏向 曬晒 書书 會会 東东 査查 桿杆 條条 棄弃 棟栋 楊杨
    楓枫 業业 極极 榮荣 構构 槍枪 槓杠 樁桩 樂乐 樑梁 樓楼 標标 樣样 樹树 橋桥 機机 橫横 檔档 檢检 檯台 檻槛 櫃柜
    欄栏 權权 歐欧 歲岁 歷历 歸归 殘残 殭僵 殯殡 殺杀 殼壳 毀毁 毆殴 氣气 汙污 決决 沒没 沖冲 況况 洩泄 涇泾 涼凉
    淨净 減减 測测 渾浑 湯汤 準准 溝沟 溫温 溼湿 滅灭 滙汇 滬沪 滯滞 滲渗 滿满 漢汉 漲涨 漸渐 漿浆 潑泼 潔洁 潛潜
    澆浇 澇涝 澤泽 濁浊 濕湿 濛蒙 濟济 濫滥 瀉泻 瀝沥 灑洒 灘滩 灣湾 災灾 為为 烏乌 無无 煉炼 煙烟 煩烦 熱热 燈灯
    燒烧 燙烫 營营 燻熏 爐炉 爛烂 爭争 爲为 爺爷 爾尔 牀床 牆墙 牽牵 犧牺 狀状 獎奖 獨独 獲获 獻献 現现 瑪玛 環环
    產产 産产 甯宁 畢毕 畫画 異异 畵画 當当 痠酸 瘋疯 療疗 癥症 癬癣 癱瘫 發发 盜盗 盞盏 監监 盤盘 盧卢 盪荡 眞真
    眾众 睏困 睜睁 矯矫 硃朱 碩硕 確确 碼码 磚砖 礙碍 祇只 禍祸 禮礼 稅税 稈秆 種种 稱称 穀谷 積积 穫获 窩窝 窪洼
    竄窜 竈灶 竊窃 竪竖 競竞 筆笔 節节 範范 築筑 篩筛 簡简 簽签 簾帘 籃篮 籌筹 籠笼 籤签 糞粪 糧粮 糰团 糾纠 紀纪
    約约 紅红 紋纹 純纯 紙纸 級级 紛纷 細细 紹绍 終终 組组 絆绊 結结 絕绝 絡络 給给 統统 絲丝 絶绝 綁绑 經经 綜综
    綠绿 綫线 維维 網网 綵彩 緊紧 緑绿 線线 緣缘 編编 練练 緻致 縫缝 縮缩 總总 織织 繕缮 繞绕 繩绳 繫系 繳缴 繼继
    續续 纔才 纖纤 纜缆 罈坛 罰罚 罵骂 羅罗 羣群 義义 習习 翹翘 聞闻 聯联 聲声 職职 聽听 聾聋 脫脱 腫肿 腳脚 腸肠
    膠胶 膩腻 臉脸 臘腊 臟脏 臥卧 臨临 臺台 與与 興兴 舉举 舊旧 舖铺 荊荆 莊庄 華华 菸烟 萬万 葉叶 著着 葯药 蒼苍
    蓋盖 蔣蒋 蔥葱 蕩荡 蕭萧 薦荐 薩萨 藍蓝 藝艺 藥药 蘆芦 蘇苏 處处 虛虚 號号 蝦虾 蝸蜗 螞蚂 蟲虫 蟻蚁 蠅蝇 蠻蛮
    衆众 術术 衕同 衚胡 衛卫 衝冲 衹只 裏里 補补 裝装 裡里 製制 複复 褲裤 覈核 見见 規规 視视 親亲 覺觉 覽览 觀观
    觸触 訂订 計计 訊讯 討讨 訓训 託托 記记 訟讼 訪访 設设 許许 訴诉 診诊 註注 証证 詐诈 評评 詞词 詢询 試试 話话
    該该 詳详 誇夸 誌志 認认 語语 誡诫 誤误 說说 説说 誰谁 課课 誼谊 調调 談谈 請请 論论 諮咨 諾诺 謀谋 講讲 謝谢
    譁哗 證证 識识 譚谭 譜谱 譭毁 議议 護护 讀读 變变 讓让 讚赞 豎竖 豐丰 豬猪 貓猫 負负 財财 貧贫 貨货 販贩 貪贪
    責责 貴贵 買买 貸贷 費费 貼贴 貿贸 賃赁 賄贿 資资 賓宾 賠赔 賢贤 賣卖 質质 賬账 賭赌 賴赖 賺赚 購购 贈赠 贊赞
    贍赡 贏赢 趕赶 趙赵 跡迹 蹟迹 蹤踪 躍跃 車车 軌轨 軍军 軟软 較较 載载 輔辅 輕轻 輛辆 輪轮 輸输 轄辖 轉转 轎轿
    轟轰 辦办 辭辞 農农 迴回 這这 連连 週周 進进 遊游 運运 過过 達达 違违 遞递 遠远 適适 遲迟 遷迁 選选 遺遗 還还
    邊边 邏逻 郵邮 鄉乡 鄒邹 鄧邓 鄭郑 鄰邻 醫医 醬酱 釋释 釘钉 針针 釣钓 釦扣 鈕钮 鈴铃 鉅巨 銀银 銜衔 銷销 鋪铺
    鋰锂 鋸锯 鋼钢 錄录 錢钱 錦锦 錫锡 錯错 録录 錶表 鍋锅 鍛锻 鍵键 鍼针 鍾钟 鎖锁 鎬镐 鎭镇 鎮镇 鏈链 鏟铲 鏡镜
    鏽锈 鐘钟 鐵铁 鑑鉴 鑒鉴 鑰钥 鑼锣 鑽钻 鑿凿 長长 門门 閃闪 閉闭 開开 閑闲 閒闲 間间 閘闸 閣阁 閥阀 閱阅 閲阅
    闆板 闇暗 闖闯 關关 陝陕 陞升 陣阵 陰阴 陳陈 陸陆 陽阳 隊队 階阶 際际 隨随 險险 隱隐 隴陇 隻只 雙双 雜杂 雞鸡
    離离 難难 雲云 電电 霧雾 靈灵 靜静 鞦秋 韓韩 響响 頂顶 項项 順顺 須须 預预 頒颁 領领 頭头 頸颈 頻频 題题 額额
    顏颜 願愿 顛颠 類类 顧顾 顯显 風风 颱台 飄飘 飛飞 飯饭 飲饮 飾饰 餅饼 養养 餌饵 餓饿 餘余 館馆 餵喂 饋馈 馬马
    馮冯 駐驻 駕驾 駛驶 騎骑 騙骗 騷骚 驅驱 驗验 驛驿 髒脏 體体 髮发 鬆松 鬍胡 鬚须 鬥斗 鬧闹 鬨哄 鬱郁 魚鱼 魯鲁
    鮮鲜 鳥鸟 鳴鸣 鴉鸦 鴿鸽 鶴鹤 鷄鸡 鹵卤 鹹咸 麗丽 麪面 麴曲 麵面 麼么 麽么 黃黄 點点 黨党 黴霉 齡龄 龍龙 龔龚
    """
}
