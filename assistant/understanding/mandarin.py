"""The Mandarin of many towns in the words that the rules read: 啥, 不 care, 不是非要不可.

Works on folded text that holds Chinese, after the numbers are in digits. Each row turns one way of
saying into the plain one, so that a rule is written once; English words that stand in a Chinese
sentence ('也 show 一下', '不 care 了') are read as the Chinese ones that they stand for.
"""

from __future__ import annotations

import re

_CJK = re.compile(r"[\u3400-\u9fff]")
_END = r"(?=$|[,，。!！~ 吧啦了哈])"
_IS_FINE = (
    r"(?:行|成|可以|好|ok|中|得|没关系|没问题|没事|无所谓|不挑|接受|不介意)(?:了|啦|吧|的)?"
    r"(?=$|[,，。!！~ ])"
)
_SCALE = r"[美欧英日港国]码|[美欧英日港]号|大陆码|内地码|国内码|香港码|圈口"
_SLIP = (
    r"(?:我)?(?:是)?(?:说错|讲错|打错|写错|记错|弄错|搞错|输错|不对|错)(?:了|啦)?|"
    r"(?:哦|啊|噢|哎)?不(?:是|对)?"
)
_FITS_BADLY = (
    r"(?:戴着?)?(?:感觉|好像|有点|稍微|偏|太|会|是)*(?:紧|小|松|大|勒)(?:了)?(?:点|些|一点)?"
)

# Ways of speaking.
_WORDS: tuple[tuple[str, str], ...] = (
    (r"啥(?!时)", "什么"),
    (r"咋(?:个|样|整|办)?(?=[算洗量选挑分样保戴买退付搞弄])", "怎么"),
    (r"木有|冇得|莫得|没得(?=$|[的吗了,，。?？])", "没有"),
    (r"[妳祢]", "你"),
    (r"哪怕", "就算"),
    (r"(?<=\d)吋", "寸"),
    (r"内圈(?:的)?(?:直径)?(?=\s*(?:大概|是|约|有)?\d)", "内径"),
    (r"(?:千万)?(?:别|不要|不可以?|不能)(?:有|含|带)?镍", "不含镍"),
    (r"(?:千万)?别(?:有|含|带)(?=[钻珍镀石银金])", "不要"),
    (
        r"(?P<metal>[银铜钢])(?:的)?(?:我|她|他|我妈)?(?:一)?(?:戴了?)?(?:就|老|都|总|容易|"
        r"会)+(?:过敏|发炎|发痒|"
        r"起疹子?|红肿|痒)(?!.{0,2}(?:吗|么|不|\?))",
        r"\g<metal>的不要",
    ),
    (
        r"(?P<what>[\u3400-\u9fff]{1,4}?)(?:的)?那(?:个|款|种|些)(?:就|都)?(?:别|不|不用)(?:看|"
        r"要|考虑|推)了",
        r"\g<what>不要",
    ),
    (r"(?P<off>不要了|算了)(?=还是|换|改|来)", r"\g<off>,"),
    (
        r"(?<=\d)(?:块|元)(?:钱)?(?:的)?(?P<money>(?:新)?台币|港币|人民币|美金|美元|新币|坡币|"
        r"马币|日币|欧元|英镑|"
        r"澳币|加币)",
        r"\g<money>",
    ),
    (r"哪(?:间|家|个) ?(?:lab|laboratory|实验室)\b", "哪家机构"),
    (
        r"(?:别|不要|不用|唔要)(?:搞得|弄得)?(?:太|那么|这么|过于)(?:复杂|花哨|花里胡哨|花俏|"
        r"夸张|繁琐|浮夸|张扬)(?:的)?",
        "简约的",
    ),
    (r"(?<=[\d块元])(?:能|可以)买(?:到|个)?(?:些|点)?(?:什么)", "预算买什么"),
    (r"三位数(?=以内|以下|之内)", "999"),
    (r"四位数(?=以内|以下|之内)", "9999"),
    (r"三位数", "100-999元"),
    (r"四位数", "1000-9999元"),
    (r"甭管|休管", "别管"),
    (
        r"颜色(?:要|是|得|选|最好|带点|偏)*(?P<hue>[红绿蓝黑白粉紫黄])(?=$|[,，。的吧])",
        r"\g<hue>色",
    ),
    (r"甭", "不用"),
    (r"(?:蚊|块|元)?人仔", "人民币"),
    (r"(?:搞得定|拿得下|拿得走|搞得掂|够不够|够用?吗|买得到吗)", "搞定"),
    (r"(?P<size>圈口|手寸|内径|戒围)(?:得|要|有|戴|选|拿)(?:是)?(?=\d)", r"\g<size>"),
    (r"(?:国际|日本)(?:戒)?围(?:码)?", "日码"),
    (r"(?P<land>[美港欧英])国?(?:戒)?围(?:码)?(?=\d)", r"\g<land>码"),
    (r"[唔不]拘", "不限"),
    (r"俺|偶(?=[想要的])", "我"),
    (r"(?<=不要)那(?:个|种|些) ?(?=[a-z]{3}|[钻珍翡玫红蓝银金铂玉])", ""),  # a filler in speech
    (r"(?:^|(?<=[,，。 ]))在(?=来|看|给我|推|找|便宜|贵|加|多|帮|换|大|小|长|短)", "再"),
    (r"(?<![的大土工])[地弟](?=[一二三四五六七八九十][个条对款件枚只])", "第"),
    (r"^从来(?=吧|一遍|过|$)", "重来"),
    (r"(?<=[我不只想就还])[耍药](?=[^杂店品水])", "要"),
    (
        r"(?P<of>(?:克重|克数|重量)(?:要|大概|差不多|是|在|约)*)(?P<low>\d+)(?:(?:到|至|-)(?P<high>\d+))?"
        r"(?=以[内下上]|左右|[吧的,，。]|$)",
        r"\g<of>\g<low>-\g<high>克",
    ),
    (r"俩(?=[个条对款枚只])", "两"),
    (r"(?<=别)[得地](?=$|[吗么,，。?？看])", "的"),
    (r"酱紫|介样", "这样"),
    (r"巴适|安逸(?=$|[,，。！!])", "不错"),
    (r"要得(?=$|[,，。！!])", "好的"),
    (r"(?:粒|颗)石(?!头)|(?<![宝钻玉锆石一-龥])石(?=(?:就|呢)?(?:随便|不限|无所谓)|都)", "宝石"),
)
# Letting go, in a roundabout way: 什么样的都行, 不是非要不可, 不算硬性要求.
_LETTING_GO: tuple[tuple[str, str], ...] = (
    (
        r"(?:随便|无论|不管|管它|不论)?(?:它)?(?:是|选|做成|用)?(?:什么|哪|怎么|怎样|何)"
        rf"(?:样子?|种|类|个|款|儿)?(?:的)?(?:都|也)(?:没)?{_IS_FINE}",
        "随便",
    ),
    (
        r"(?:也|倒|就|并|其实)*(?:不是|并非|没必要|不用|不必|不至于|也没)(?:那么)?"
        rf"非(?:要|得|是|有|买)?(?:不可|不行|不成)?(?:的)?{_END}",
        "不强求",
    ),
    (
        r"(?:也|倒|就|其实)*(?:不是|不算|并非|没那么|不)(?:什么|啥|很|太)?"
        r"(?:刚需|刚性|硬性|硬指标|必需品?|必要|必选|必须的?|要紧|打紧)(?:条件|要求|需求|的)?"
        rf"{_END}",
        "不强求",
    ),
    (
        r"(?:由|让|听|随|就)*你(?:们)?(?:看着(?:来|办|挑|选|给)|做主|拿主意|决定|定|说了算)"
        rf"(?:就(?:好|行|成))?{_END}",
        "随便",
    ),
    (rf"随缘|都听你的|交给你(?:们)?(?:定|了)?{_END}", "随便"),
    (rf"(?<=\S) ?没有?(?:也|都){_IS_FINE}", "无所谓"),
    (rf"(?:要不要|有没有|带不带|有无|是不是)(?:[^,，。]{{0,4}}?)都{_IS_FINE}", "随便"),
    (
        r"(?:没有?(?:现)?货|缺货|不是现货|等货|订货)?(?:我)?(?:也|都|就)?(?:能|可以|愿意|肯|不怕)?"
        r"等(?:得起|得了|$|等(?:也|都)?(?:行|无妨|没事|可以)|几天(?:也|都)?(?:行|无妨|没事|可以))",
        "不要求现货",
    ),
    (
        r"(?:钱|价钱|预算)(?:都|也)?(?:不是)(?:什么)?(?:事儿?|问题|大问题)|钱(?:都|也)?好说|"
        r"预算好说|不差钱|"
        r"(?:多|再)贵(?:都|也)(?:行|要|可以|没事|没关系|买)|"
        r"贵(?:一?点儿?|些)?(?:也|都|就)?(?:没事|没关系|无所谓|不要紧|不怕|唔紧要|认了)",
        "预算不限",
    ),
    (
        r"(?:先|就|再|都|也)*(?:放一放|放一边|搁一边|撇开|抛开)(?:吧|不谈|不管)?(?=$|[,，。!！~ ])",
        "不管",
    ),
)
# An exclusion taken back: 别排除了, 刚说的不要钻取消掉.
_TAKEN_BACK: tuple[tuple[str, str], ...] = (
    (
        r"(?:别|不用|不要|不必|用不着|甭)(?:再)?(?:排除|剔除|排斥|筛掉|过滤|避开)(?:掉|了|吧)*",
        "不排除",
    ),
    (
        r"(?:刚才?|之前|前面|先前|上面|原来|早先)?(?:我)?(?:说|讲|提)?(?:过|了)?(?:的)?"
        r"(?:那个|那条|那句)?(?:不要|不带|排除|不看|不戴)(?P<what>[^,，。;；不]{1,8}?)(?:的)?"
        r"(?:那个|那条|这条|这个|这点|这话|的话)?(?:就|给我|我)?"
        r"(?:取消|收回|作废|撤回|撤掉|不算数|不算|当我没说|去掉)(?:掉|了|吧)*",
        r"\g<what>可以",
    ),
    (
        r"(?<![说才刚前])(?P<what>(?:(?![刚才前先下步说])[\u3400-\u9fff]){1,6})(?:那|这)(?:一)?(?:条|个|点|项)(?:要求|条件)?"
        r"(?:就|给我|先|都)?(?:不作数|不算数?|作废|取消|去掉|划掉|删掉)(?:了|吧|掉)*",
        r"\g<what>不强求",
    ),
    # 不是X,是Y corrects and shuts nothing out
    (
        r"(?<!是)(?<!要)不是(?:说|给)?[^,，。不是?？]{1,8}[,，]?(?:而|"
        r"应该)?是(?P<meant>[^,，。不是?？]{1,10})"
        r"(?=$|[,，。])",
        r"是\g<meant>",
    ),
    (
        r"(?<!不)是(?P<meant>[^,，。不是?？]{1,8})[,，]?(?:而)?不是[^,，。不是?？]{1,8}(?=$|"
        r"[,，。])",
        r"是\g<meant>",
    ),
    (
        r"(?:其实|又|现在|想想)?(?:也)?"
        r"(?:不讨厌|没那么讨厌|不反感|不排斥|能接受|可以接受|也不是不行)(?=$|[了,，。的吧])",
        "也可以",
    ),
)
# A size said again: 美码11说错了,是10.5; 12号戴着紧,换13号.
_SIZES: tuple[tuple[str, str], ...] = (
    (
        rf"(?P<scale>{_SCALE})(?:的)?\d+(?:\.\d+)?(?:号|码)?\s*[,，。 ]*(?:{_SLIP})[,，。 ]*"
        r"(?:应该)?(?:是|要|戴|换成?|改成?)?(?P<size>\d+(?:\.\d+)?)(?:号|码)?"
        r"(?!\d|\s*(?:mm|毫米|块|元))",
        r"\g<scale>\g<size>号",
    ),
    (
        rf"(?<!\d)\d{{1,2}}(?:\.5)?号{_FITS_BADLY}[,，。 ]*(?:给我|帮我|想|要|得|就)*"
        r"(?:换成?|改成?|要|拿|来|试)(?P<size>\d{1,2}(?:\.5)?)号?",
        r"\g<size>号",
    ),
)
# A chain's length is in centimetres where none is said: 长度45到50, 锁骨链要40的.
_LENGTHS: tuple[tuple[str, str], ...] = (
    (
        r"(?P<of>(?:长度|链长|项链|锁骨链|毛衣链|链子|链)(?:的)?(?:要|戴|大概|差不多|是|在|约|"
        r"改成?|换成?)*)"
        r"(?P<low>[3-9]\d)(?:(?:到|至|-|~)(?P<high>[3-9]\d))?(?=$|[,，。吧左的]|以[上下内])",
        r"\g<of>\g<low>-\g<high>厘米",
    ),
)
# Cantonese turns that need the numbers read first.
_CANTONESE: tuple[tuple[str, str], ...] = (
    (r"(?<=[\d寸号克k金银的h]) ?定(?:系|是)? ?(?=\d|[白黄玫铂银金])", "还是"),
    (r"(?<=[些的])定(?=[^,，。]{1,6}(?:好|靓|啊|呀))", "还是"),
    (r"衬(?=[\sa-z]|[白黄玫红圆方v]|我|皮肤|婚纱|衣|裙|什么)", "配"),
)
# English words in a Chinese sentence.
_MIXED: tuple[tuple[str, str], ...] = (
    (r"(?P<too>[也都]) ?(?:fine|okay|ok|can|acceptable)\b", r"\g<too>行"),
    (r"\b(?:something |one )?like ?(?=第|这|那|它)", "类似"),
    (r"\bcheap(?:er)? ?(?=一?[点些])", "便宜"),
    (r"\bexpensive ?(?=一?[点些])", "贵"),
    (r"不 ?(?:care|mind)\b", "不在乎"),
    (r"最 ?light(?:est)?\b", "最轻"),
    (r"最 ?heav(?:y|iest)\b", "最重"),
    (r"最 ?(?:expensive|pricey|ex)\b", "最贵"),
    (r"最 ?new(?:est)?\b", "最新"),
    (r"最 ?long(?:est)?\b", "最长"),
    (r"最 ?(?:big|large)(?:st|gest)?\b", "最大"),
    (
        r"\b(?:no|没有?|冇|无) ?(?:limits?|requirements?|preferences?|pref|restrictions?)\b"
        r"(?= ?(?:$|[,，。!！~了啦吧哦呀的]|都|也))",
        "不限",
    ),
    (r"(?<=[\u3400-\u9fff]) ?\b(?:doesn't|don't) ?matter\b", "无所谓"),
    (r" ?\bshow ?(?=一下|我|给我|几|一|点|些|下|看)", "看"),
    (r"有 ?(?:in )?(?:stock|现 ?stock)\b", "有现货"),
    (r"(?<=[的到进入]) ?\b(?:wish ?|fav(?:ou?rites?)? ?|short ?)?list\b", "清单"),
    (r"\bprice ?(?=[太有好点便贵])", "价格"),
    (r"\bsize ?(?=是|多|怎|几|不|随|都|选)", "尺寸"),
    (r"\b(?:color|colour) ?(?=是|不|随|都|有|怎)", "颜色"),
    (r"(?:多少|几)(?: ?个)? ?mm\b", "多少毫米"),
    (r"取消 ?(?:the |my )?(?:last|previous) ?(?:change|step|one|wish|filter)?", "取消上一步"),
    (r"(?<=[你们的家]) ?\b(?:shop|store)s? ?(?=在|开|有|几|怎|地)", "店"),
    (r"对 ?(?:nickel|镍) ?(?:allergic|allergy|sensitive|过敏|敏感)", "对镍过敏"),
    (r"\b(?:forget|delete|erase) ?(?=我|她|他|关于)", "忘掉"),
    (r"\bremember ?(?=我|她|他)", "记住"),
    (r"(?<=[太好很真]) ?expensive\b", "贵"),
    (r"\bmore ?(?=几|一些|款|的|一点$)", "更多"),
    (r"(?:全部|all|都) ?(?:clear|reset|delete)\b|\bclear ?(?=掉|了)", "清空"),
    (r"(?:可以|能|可) ?exchange ?(?=吗|么|不|嘛|$)", "可以换货"),
    (r"你是(?:不是)? ?(?:an? )?(?:ro)?bot\b", "你是机器人"),
    (r"(?:找|叫|跟|和|同) ?(?:an? |the )?(?:staff|human|agent|sales|manager)\b", "找真人"),
    (r"\bbook ?(?=个|一个|时间|下)", "预约"),
    (r"你记得 ?about me\b|\bwhat 你记得.*", "你记得我什么"),
    (r"\b(?:available|in stock) ?的", "有现货的"),
)
# 三千来块 is about 3000, 三千多 between 3000 and 4000.
_ABOUT = re.compile(r"(?<!\d)(\d{3,})来(?:块|元)(?:钱)?")
_MORE = re.compile(r"(?<![\d.])(\d)(0{2,})(?:好几|多)(?:块|元)?(?:钱)?(?!少)")
# What a question in Chinese asks for in English: 第三对的 stone 是什么颜色.
_NOUNS = {
    "stone": "宝石", "gem": "宝石", "metal": "材质", "material": "材质", "weight": "重量",
    "length": "长度",
    "price": "价格", "clasp": "扣子", "setting": "镶嵌", "cert(?:ificate)?": "证书",
    "purity": "纯度",
    "plating": "镀层", "size": "尺寸", "colou?r": "颜色", "style": "款式", "budget": "预算",
}  # fmt: skip
_ASKED_AFTER = r"(?=是|什么|多少|几|有|呢|怎|不|随|都|也|无|可|加|改|最|大概)"
_MIXED += tuple(
    (rf"(?<=[\u3400-\u9fff]) ?\b{said}s? ?{_ASKED_AFTER}", meant) for said, meant in _NOUNS.items()
)
# What is measured in mm is often said in cm: 周长5厘米4, 圈口5.6; and chains in metres.
_IN_CM = re.compile(
    r"(?P<of>周长|内径|直径|圈口|手寸|指围)(?P<by>(?:大概|差不多|是|约|有|:|\s)*)"
    r"(?P<number>[1-9](?:\.\d+)?)(?:(?P<unit>厘米|公分|"
    r"cm)(?P<tenth>[1-9一二三四五六七八九])?)?(?![\d号码])"
)
_IN_METRES = re.compile(r"(?<![\d.])(\d(?:\.\d+)?)米(?=$|[,，。的长左])")
_TENTHS = {char: str(tenth) for tenth, char in enumerate("一二三四五六七八九", 1)}
_READ = tuple(
    (re.compile(said), meant)
    for said, meant in (
        *_MIXED,
        *_WORDS,
        *_LETTING_GO,
        *_TAKEN_BACK,
        *_SIZES,
        *_LENGTHS,
        *_CANTONESE,
    )
)


def read_mandarin(text: str) -> str:
    """Folded ``text`` with its regional and mixed ways of speaking in plain Mandarin; text without
    Chinese stays as it is."""
    if not _CJK.search(text):
        return text
    for said, meant in _READ:
        text = said.sub(meant, text)
    text = text.replace("-厘米", "厘米").replace("-克", "克")
    text = _IN_CM.sub(_in_mm, text)
    text = _IN_METRES.sub(lambda found: f"{float(found[1]) * 100:g}厘米", text)
    text = _ABOUT.sub(r"\1块左右", text)
    return _MORE.sub(lambda found: f"{found[1]}{found[2]}-{int(found[1]) + 1}{found[2]}元", text)


def _in_mm(match: re.Match[str]) -> str:
    tenth = match["tenth"]
    if not match["unit"] and "." not in match["number"]:
        return match[0]  # 手寸9 is a number on some scale
    tenths = _TENTHS.get(tenth, tenth) if tenth else "0"
    number = match["number"] if "." in match["number"] else f"{match['number']}.{tenths}"
    return f"{match['of']}{match['by']}{float(number) * 10:g}毫米"
