"""The closed terms as a jeweller writes them: metals, stones, colours, treatments, grades.

Chinese metal names follow GB 11887 (足金, 足银, never 白金 for white gold), stones GB/T 16552.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

CATEGORY_ZH = {
    "ring": "戒指", "necklace": "项链", "pendant": "吊坠", "earrings": "耳环", "bracelet": "手链",
    "bangle": "手镯", "brooch": "胸针", "anklet": "脚链",
}  # fmt: skip
METAL_ZH = {
    "silver": "银", "platinum": "铂金", "palladium": "钯金", "titanium": "钛金属",
    "tungsten": "钨金属", "stainless steel": "不锈钢", "copper": "铜", "brass": "黄铜",
}  # fmt: skip
FINE = {"990": "990", "999": "999", "9999": "999.9"}  # per mille
GOLD_ZH = {"yellow": "黄色{}金", "white": "白色{}金", "rose": "{}玫瑰金", "two-tone": "双色{}金"}
PLATING_EN = {
    "rhodium": "rhodium-plated", "gold plate": "gold-plated", "rose gold plate": "rose gold-plated",
    "gold vermeil": "gold vermeil on", "black rhodium": "black rhodium-plated",
}  # fmt: skip
PLATING_ZH = {
    "rhodium": "镀铑{}", "gold plate": "镀金{}", "rose gold plate": "镀玫瑰金{}",
    "gold vermeil": "{}镀厚金", "black rhodium": "镀黑铑{}",
}  # fmt: skip
STONE_ZH = {
    "diamond": "钻石", "moissanite": "莫桑石", "cubic zirconia": "合成立方氧化锆",
    "ruby": "红宝石", "sapphire": "蓝宝石", "emerald": "祖母绿", "jadeite": "翡翠",
    "nephrite": "和田玉（软玉）", "akoya pearl": "阿古屋珍珠", "freshwater pearl": "淡水珍珠",
    "south sea pearl": "南洋珍珠", "tahitian pearl": "大溪地珍珠", "amethyst": "紫水晶",
    "citrine": "黄水晶", "garnet": "石榴石", "aquamarine": "海蓝宝石", "morganite": "摩根石",
    "topaz": "托帕石", "peridot": "橄榄石", "opal": "欧泊", "turquoise": "绿松石",
    "tourmaline": "碧玺", "tanzanite": "坦桑石", "onyx": "黑玛瑙", "agate": "玛瑙",
    "moonstone": "月光石", "lapis lazuli": "青金石", "amber": "琥珀", "coral": "珊瑚",
    "spinel": "尖晶石", "malachite": "孔雀石", "rose quartz": "粉晶", "labradorite": "拉长石",
    "alexandrite": "变石", "iolite": "堇青石", "zircon": "锆石", "quartz": "水晶",
}  # fmt: skip
USUAL_COLOUR = {  # named only where a stone is of another colour
    "diamond": "colourless", "moissanite": "colourless", "cubic zirconia": "colourless",
    "ruby": "red", "sapphire": "blue", "emerald": "green", "amethyst": "purple",
    "citrine": "yellow", "garnet": "red", "aquamarine": "blue", "morganite": "pink",
    "peridot": "green", "turquoise": "blue", "tanzanite": "blue", "onyx": "black",
    "lapis lazuli": "blue", "malachite": "green", "rose quartz": "pink", "quartz": "colourless",
    "moonstone": "white", "iolite": "blue", "labradorite": "grey",
}  # fmt: skip
COLOUR_ZH = {
    "white": "白色", "red": "红色", "blue": "蓝色", "green": "绿色", "yellow": "黄色",
    "pink": "粉色", "purple": "紫色", "lavender": "淡紫色", "orange": "橙色", "black": "黑色",
    "brown": "棕色", "grey": "灰色", "multicolour": "彩色", "colourless": "无色",
}  # fmt: skip
PLURALS = {
    "ruby": "rubies",
    "topaz": "topazes",
    "cubic zirconia": "cubic zirconia",
    "onyx": "onyx stones",
}
SPOKEN_AS_STONES = {  # 'an amber stone', not 'an amber'
    "jadeite", "nephrite", "lapis lazuli", "amber", "coral", "malachite", "rose quartz", "quartz",
}  # fmt: skip
CAPITALS = {"akoya": "Akoya", "tahitian": "Tahitian", "south sea": "South Sea"}
TREATMENT_ZH = {
    "heated": "热处理", "oiled": "浸油", "dyed": "染色处理", "irradiated": "辐照处理",
    "bleached and filled": "漂白充填处理", "none": "未经处理",
}  # fmt: skip
ORIGIN_EN = {"natural": "natural", "laboratory": "laboratory-grown", "cultured": "cultured"}
ORIGIN_ZH = {"natural": "天然", "laboratory": "培育", "cultured": "养殖"}
# Always made by man: 'laboratory-grown' before the name would suggest that mined ones are sold.
SIMULANTS = {"moissanite", "cubic zirconia"}
GRADES_ZH = {"excellent": "极好", "very good": "很好", "good": "好", "ideal": "理想"}
BIRTHSTONES = {  # Jewelers of America
    "garnet": ("January", "一月"), "amethyst": ("February", "二月"),
    "aquamarine": ("March", "三月"), "diamond": ("April", "四月"), "emerald": ("May", "五月"),
    "akoya pearl": ("June", "六月"), "freshwater pearl": ("June", "六月"),
    "south sea pearl": ("June", "六月"), "tahitian pearl": ("June", "六月"),
    "moonstone": ("June", "六月"), "alexandrite": ("June", "六月"), "ruby": ("July", "七月"),
    "peridot": ("August", "八月"), "spinel": ("August", "八月"), "sapphire": ("September", "九月"),
    "opal": ("October", "十月"), "tourmaline": ("October", "十月"), "topaz": ("November", "十一月"),
    "citrine": ("November", "十一月"), "turquoise": ("December", "十二月"),
    "tanzanite": ("December", "十二月"),
}  # fmt: skip


def metal_words(row: Mapping[str, Any]) -> tuple[str, str]:
    """The metal of a record, empty where there is none: 'rhodium-plated 18k white gold' and
    '镀铑白色18K金'.
    """
    metal, colour, purity = row["metal"], row["metal_colour"], row["purity"]
    if metal is None:
        return "", ""
    if metal == "gold":
        english, chinese = gold_words(str(colour), str(purity))
    else:
        english, chinese = other_words(metal, colour, purity)
    plating = row["plating"]
    if plating in PLATING_EN:
        english = f"{PLATING_EN[plating]} {english}"
        chinese = PLATING_ZH[plating].format(chinese)
    return english, chinese


def gold_words(colour: str, purity: str) -> tuple[str, str]:
    if purity in FINE:
        return f"{FINE[purity]} fine gold", f"足金（含金量{FINE[purity]}‰）"
    return f"{purity} {colour} gold", GOLD_ZH[colour].format(purity.upper())


def other_words(metal: str, colour: str | None, purity: str | None) -> tuple[str, str]:
    chinese = METAL_ZH[metal]
    if purity is None:
        black = colour == "black"
        return ("black " if black else "") + metal, ("黑色" if black else "") + chinese
    if purity.startswith("p"):
        return f"{purity.capitalize()} {metal}", f"{purity.capitalize()}{chinese}"
    if purity == "925":
        return f"925 sterling {metal}", f"S925{chinese}"
    return f"{FINE[purity]} fine {metal}", f"足{chinese}（含银量{FINE[purity]}‰）"


def stone_words(stone: str) -> tuple[str, str]:
    """A stone's bare name: 'Akoya pearl', '阿古屋珍珠'."""
    english = stone
    for plain, capital in CAPITALS.items():
        english = english.replace(plain, capital)
    return english, STONE_ZH[stone]
