"""Descriptions and alternative texts, built from the record's own fields in English and Chinese."""

from __future__ import annotations

from assets.studio.designs import Design, Stone

CATEGORY_ZH = {
    "ring": "戒指", "necklace": "项链", "pendant": "吊坠", "earrings": "耳环", "bracelet": "手链",
    "bangle": "手镯",
    "brooch": "胸针", "anklet": "脚链",
}  # fmt: skip
METAL_ZH = {
    "gold": "金", "silver": "银", "platinum": "铂金", "palladium": "钯金", "titanium": "钛",
    "tungsten": "钨金",
    "stainless steel": "不锈钢",
}  # fmt: skip
COLOUR_ZH = {
    "white": "白", "red": "红", "blue": "蓝", "green": "绿", "yellow": "黄", "pink": "粉",
    "purple": "紫",
    "lavender": "淡紫", "orange": "橙", "black": "黑", "brown": "棕", "grey": "灰",
    "multicolour": "彩", "rose": "玫瑰",
    "two-tone": "双色", "colourless": "无色",
}  # fmt: skip
STONE_ZH = {
    "diamond": "钻石", "moissanite": "莫桑石", "cubic zirconia": "合成立方氧化锆",
    "ruby": "红宝石",
    "sapphire": "蓝宝石", "emerald": "祖母绿", "jadeite": "翡翠", "nephrite": "和田玉（软玉）",
    "akoya pearl": "阿古屋珍珠", "freshwater pearl": "淡水珍珠", "south sea pearl": "南洋珍珠",
    "tahitian pearl": "大溪地珍珠", "amethyst": "紫水晶", "citrine": "黄水晶", "garnet": "石榴石",
    "aquamarine": "海蓝宝石", "morganite": "摩根石", "topaz": "托帕石", "peridot": "橄榄石",
    "opal": "欧泊",
    "turquoise": "绿松石", "tourmaline": "碧玺", "tanzanite": "坦桑石", "onyx": "黑玛瑙",
    "agate": "玛瑙",
    "moonstone": "月光石", "lapis lazuli": "青金石", "amber": "琥珀", "coral": "珊瑚",
    "spinel": "尖晶石",
    "malachite": "孔雀石", "rose quartz": "粉晶", "labradorite": "拉长石",
}  # fmt: skip
PLURALS = {
    "ruby": "rubies",
    "cubic zirconia": "cubic zirconia",
    "rose quartz": "rose quartz stones",
}
CAPITALS = {"akoya": "Akoya", "tahitian": "Tahitian", "south sea": "South Sea"}
PLATING_ZH = {
    "rhodium": "镀铑", "gold plate": "镀金", "rose gold plate": "镀玫瑰金",
    "gold vermeil": "厚镀金", "black rhodium": "镀黑铑",
}  # fmt: skip
GOLD_COLOUR_ZH = {"yellow": "黄色", "rose": "玫瑰色", "white": "白色", "two-tone": "双色"}
TREATMENT_ZH = {
    "heated": "热处理",
    "oiled": "浸油",
    "dyed": "染色",
    "irradiated": "辐照",
    "bleached and filled": "漂白充填",
}
FINE_METAL_EN = {"999": "999 fine", "990": "990 fine"}
ORIGIN_ZH = {"natural": "天然", "laboratory": "培育", "cultured": "养殖"}
ORIGIN_EN = {"natural": "natural", "laboratory": "laboratory-grown", "cultured": "cultured"}
SIMULANTS = {
    "moissanite",
    "cubic zirconia",
}  # always made; no 'laboratory-grown' needed before the name


def metal_phrase(design: Design) -> tuple[str, str]:
    """The metal as a jeweller writes it, in English and Chinese; empty when there is none."""
    metal = design.metal
    if metal.metal is None:
        return "", ""
    colour = metal.colour if metal.metal == "gold" else None
    if metal.metal == "gold" and metal.purity in FINE_METAL_EN:
        english = f"{metal.purity} fine gold"
        chinese = f"足金（含金量{metal.purity}‰）"
    elif metal.metal == "gold":
        english = f"{metal.purity} {colour} gold"
        chinese = f"{str(metal.purity).upper()}金（{GOLD_COLOUR_ZH[str(colour)]}）"
    else:
        english = " ".join(filter(None, [metal.purity and purity_en(metal.purity), metal.metal]))
        chinese = (purity_zh(metal.purity) if metal.purity else "") + METAL_ZH[metal.metal]
    if metal.plating not in (None, "none"):
        english += f", {PLATING_EN[str(metal.plating)]}"
        chinese = f"{chinese}（{PLATING_ZH[str(metal.plating)]}）".replace("）（", "，")
    return english, chinese


PLATING_EN = {
    "rhodium": "rhodium-plated", "gold plate": "gold-plated", "rose gold plate": "rose gold-plated",
    "gold vermeil": "gold vermeil", "black rhodium": "black rhodium-plated",
}  # fmt: skip


def purity_en(purity: str) -> str:
    return purity.capitalize() if purity.startswith("p") else purity


def purity_zh(purity: str) -> str:
    if purity.startswith("p"):
        return purity.capitalize()
    return "S925" if purity == "925" else f"{purity}足"  # 990足银, after GB 11887


def stone_phrase(stone: Stone, carat: float | None) -> tuple[str, str]:
    """'two heated natural rubies, 1.20 ct in all' and its Chinese."""
    many = stone.count > 1
    origin = "" if stone.stone in SIMULANTS else stone.origin or ""
    treatment = stone.treatment if stone.treatment in TREATMENT_ZH else None
    words = [str(stone.count) if many else "one", treatment, ORIGIN_EN.get(origin), noun(stone)]
    english = " ".join(word for word in words if word)
    chinese = f"{ORIGIN_ZH.get(origin, '')}{STONE_ZH[stone.stone]}{stone.count}{unit_zh(stone)}"
    notes_zh = [TREATMENT_ZH[treatment]] if treatment else []
    notes_en: list[str] = []
    if carat is not None:
        notes_en.append(f"{carat:.2f} ct{' in all' if many else ''}")
        notes_zh.append(f"{'共' if many else ''}{carat:.2f}克拉")
    elif stone.cut == "bead":
        notes_en.append(f"{stone.width_mm:g} mm")
        notes_zh.append(f"{stone.width_mm:g}毫米")
    if stone.colour_grade and stone.clarity:
        notes_en.append(f"colour {stone.colour_grade}, clarity {stone.clarity}")
        notes_zh.append(f"颜色{stone.colour_grade}，净度{stone.clarity}")
    english += f" ({', '.join(notes_en)})" if notes_en else ""
    return english, chinese + (f"（{'，'.join(notes_zh)}）" if notes_zh else "")


def noun(stone: Stone) -> str:
    """The stone's name, singular or plural; beads and carved pieces are called so."""
    name = stone.stone
    for plain, capital in CAPITALS.items():
        name = name.replace(plain, capital)
    if stone.count == 1:
        return name
    if stone.cut == "carved":
        return f"{name} pieces"
    if stone.cut == "bead" and "pearl" not in name:
        return f"{name} beads"
    return PLURALS.get(name, f"{name}s")


def unit_zh(stone: Stone) -> str:
    return "件" if stone.cut == "carved" else "颗"


def describe(design: Design, carats: list[float | None]) -> dict[str, str]:
    """The form in the designer's words, then metal and stones as recorded."""
    metal_en, metal_zh = metal_phrase(design)
    stones = [stone_phrase(s, c) for s, c in zip(design.stones, carats, strict=True)]
    facts_en = "; ".join(filter(None, [metal_en, ", ".join(en for en, _ in stones)]))
    facts_zh = "；".join(filter(None, [metal_zh, "、".join(zh for _, zh in stones)]))
    return {
        "en": f"{design.form['en']}. {facts_en[0].upper()}{facts_en[1:]}.",
        "zh": f"{design.form['zh']}。{facts_zh}。",
    }


def image_alt(design: Design) -> dict[str, str]:
    """What the picture shows."""
    pair = design.category == "earrings"
    return {
        "en": f"{design.name['en']}{', the pair' if pair else ''}, on a pale background: "
        f"{lower_first(design.form['en'])}.",
        "zh": f"{design.name['zh']}{'（一对）' if pair else ''}，浅色背景：{design.form['zh']}。",
    }


def lower_first(text: str) -> str:
    return text[0].lower() + text[1:]
