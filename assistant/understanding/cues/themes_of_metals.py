"""Themes of questions about metals, their marks, coatings and skin, by the key of their cards."""

from __future__ import annotations

import re
from collections.abc import Mapping

METALS: Mapping[str, re.Pattern[str]] = {
    "nickel": re.compile(
        r"\bnickel\b|\ballerg\w+|\bsensitive\b|\bitch\w*|\breact(?:s|ion)? to (?:\w+ )?(?:metal|"
        r"jewel|gold|"
        r"silver|earring)\w*|镍|过敏|敏感|[发会]痒|痒痒"
        r"|\brash\b|\birritat\w+|发炎"
    ),
    "hypoallergenic": re.compile(
        r"\bhypo ?allergenic\b|\bnever causes? .{0,12}(?:allerg|react)|"
        r"\b(?:guarantee|promise|certain|sure)\b.{0,30}(?:\breact|\ballerg|\bitch|\brash)|"
        r"[低防抗]过?敏|(?:绝对|保证|一定|肯定|百分|100%).{0,8}(?:不(?:会)?过敏|不痒)"
        r"|\bcertain not to\b|\bsure i won.?t be allergic|(?:绝对|保证|一定|肯定|百分|"
        r"100%).{0,6}(?:过敏|防敏)"
    ),
    "vermeil": re.compile(
        r"\bvermeil\b|银镀厚金|厚金"
        r"|厚金"
    ),
    "filled": re.compile(
        r"\bgold filled\b|\bgp\b|包金|[注填]金"
        r"|(?<![a-z])gp(?![a-z])"
    ),
    "plating": re.compile(
        r"\b(?:re ?)?plat(?:ed|ing)\b|\bgold.{0,20}\b(?:wear|rub|come)s? off|镀|"
        r"(?:首饰|金|银|戒指|项链|耳环|手链).{0,6}(?:掉色|褪色)"
        r"|镀.{0,6}(?:几年|多久|掉)"
    ),
    "white_gold": re.compile(r"white gold|白金|k白|白k|白色k金"),
    "platinum": re.compile(r"\bplatinum\b|铂金|白金"),
    "purity": re.compile(
        r"\bkarats?\b|\bpurity\b|\bfineness\b|成色|含金量|纯度|"
        r"(?<![\dk])(?:9|10|14|18|22|24) ?k(?:t|ar|arat)?(?![a-z])|k金|"
        r"(?<!\d)(?:9999?|925|750|585|375|916|950|990)(?![\d.])(?! ?(?:yuan|rmb|cny|块|元|米|以))"
        r"|\bpure gold\b|\bhow pure\b|\bpercent gold|多少k|几k|纯度"
    ),
    "fine_gold": re.compile(
        r"\bfine gold\b|(?<!\d)24 ?k|(?<!\d)9999?\b.{0,12}gold|足金|[千万]足"
        r"|\bchuk kam\b|(?<!\d)9999?(?!\d).{0,4}(?:9999?|差|金)"
    ),
    "gold_price": re.compile(
        r"\bmaking charge|\blabou?r (?:cost|charge|fee)|\b(?:by|per) (?:the )?(?:weight|gram)|"
        r"\bgold price|\bprice of gold|\bfixed price|\bgold .{0,16}\bpriced\b|"
        r"一口价|[按论]克|工费|手工费"
    ),
    "metal_price": re.compile(
        r"[金银]价|\b(?:gold|silver|platinum) (?:price|rate)|\bprice of (?:gold|silver|platinum)\b|"
        r"\b(?:gold|silver|platinum)\b.{0,12}\b(?:per|a|each) gram\b|"
        r"[金银](?:一克|1 ?克|每克)(?:多少|几|是|要)?"
    ),
    "hard_gold": re.compile(r"\b(?:3d )?hard gold|\b5g gold|硬金|5g ?黄?金"),
    "rose_gold": re.compile(r"\brose gold|玫瑰金|彩金"),
    "hallmark": re.compile(
        r"\bhall ?mark\w*|\bstamp(?:ed|s)?\b|\b(?:maker'?s? |the )marks?\b|"
        r"\bmark(?:ed|ings?)?\b.{0,12}\b(?:ring|inside|gold|silver|chain)|印记|钢印|字印|戳记|刻着|"
        r"\b(?:s925|au ?750|pt ?9\d0|pt ?850)\b|"
        r"(?<!\d)(?:925|750|585|375|916|950|990)(?:的)? ?(?:是|代表|on |mean|stands?|stamp)|"
        r"\b(?:does|is|what's) (?:a |the )?(?:925|750|585|375|916|950|990)\b"
        r"|(?<![a-z])(?:au|pt|ag|s) ?\d{3}(?!\d)|\bsays? (?:925|750|585|375|916|950|990|999)\b|"
        r"\bnumbers?\b.{0,12}\b(?:stamped|inside)|刻(?:的|着|有).{0,2}数字|里面?(?:写|刻)着|印记"
    ),
    "hallmark_abroad": re.compile(
        r"\b(?:uk|british|english|england|britain|indian?)\b.{0,16}\b(?:hall ?mark\w*|marks?)\b|"
        r"\bhall ?mark\w*.{0,20}\b(?:uk|britain|england|india)\b|"
        r"\b(?:english|british|uk|indian) gold\b|\bhuid\b|(?:英国|印度).{0,12}(?:印记|钢印|huid)"
    ),
    "china_standard": re.compile(
        r"\bgb ?/?t? ?\d{4,5}|\bnational standard|\bchinese (?:gold )?standard|国标|国家标准"
    ),
    "metal_choice": re.compile(
        r"\b(?:which|what) metals? (?:is|are|suits?|should|would|will|lasts?|wears?|goes|"
        r"never)\b(?! (?:available|there|in stock|possible|these|those|you))|\bbest metals?\b|"
        r"\bskin tone|\bmetal "
        r".{0,12}suit|"
        r"(?:哪种|哪个)(?:金属|材质|材料)|(?:什么|啥)(?:金属|材质|材料)(?:最|更|才|比较)?(?:好|"
        r"适合|耐|衬|稳)|"
        r"(?:选|戴|用|适合)(?:什么|啥|哪种)(?:金属|材质|材料)|(?:金属|材质)(?:最|怎么选)|肤色|"
        r"(?:黄|白|黑|暖|冷)(?:白)?皮"
    ),
}
