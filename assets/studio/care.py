"""Care advice by rule: the strictest stone decides, then metal and cord add their sentence.

After the Rio Grande cleaning chart and the safer reading where sources differ: pearls and soft or
porous stones are only wiped; oiled, cleavable or fibrous stones get soap and water; steam is kept
from quartz and garnet.
"""

from __future__ import annotations

from assets.studio.designs import Design

WIPED = {
    "akoya pearl", "freshwater pearl", "south sea pearl", "tahitian pearl", "coral", "amber",
    "opal", "turquoise",
    "malachite", "lapis lazuli",
}  # fmt: skip
SOAP_ONLY = {
    "emerald", "topaz", "tanzanite", "tourmaline", "peridot", "jadeite", "nephrite", "moonstone",
    "labradorite", "iolite", "zircon",
}  # fmt: skip
NO_STEAM = {
    "amethyst",
    "citrine",
    "garnet",
    "onyx",
    "agate",
    "rose quartz",
    "quartz",
    "moissanite",
    "spinel",
    "cubic zirconia",
}
TENDER_TREATMENTS = {"oiled", "dyed", "bleached and filled"}

CLEANING = {
    "wiped": (
        "Wipe with a soft, slightly damp cloth after wear; "
        "keep from perfume, soaking, ultrasonic and steam cleaning.",
        "佩戴后用微湿软布擦拭；避免香水、浸泡、超声波和蒸汽清洗。",
    ),
    "soap": (
        "Clean with lukewarm water, mild soap and a soft brush; no ultrasonic or steam cleaning.",
        "用温水、温和皂液和软刷清洁；勿用超声波或蒸汽清洗。",
    ),
    "no steam": (
        "Clean with lukewarm water, mild soap and a soft brush; no steam cleaning.",
        "用温水、温和皂液和软刷清洁；勿用蒸汽清洗。",
    ),
    "plain": (
        "Clean with lukewarm water, mild soap and a soft brush, then dry.",
        "用温水、温和皂液和软刷清洁后擦干。",
    ),
}
METAL_CARE = {
    "plated": (
        "Rubbing wears the plating: dry gently and store apart.",
        "摩擦会磨损镀层，请轻柔擦干并单独存放。",
    ),
    "silver": (
        "Store silver dry in a closed pouch to slow tarnish.",
        "银饰请干燥密封存放，以减缓氧化变黑。",
    ),
    "gold": ("Keep gold alloys from chlorine.", "金饰请避免接触含氯物质。"),
    "fine gold": (
        "Fine gold is soft: avoid knocks and store apart.",
        "足金质软，避免磕碰，单独存放。",
    ),
    "stone": ("Avoid knocks: a solid stone piece can break.", "避免磕碰：整石饰品可能断裂。"),
    "cord": ("Keep the cord dry.", "编绳请保持干燥。"),
    "hard": ("Store apart from softer pieces.", "请与较软的饰品分开存放。"),
}


def cleaning_level(design: Design) -> str:
    """The strictest level any stone asks for."""
    names = {stone.stone for stone in design.stones}
    treatments = {stone.treatment for stone in design.stones}
    if names & WIPED:
        return "wiped"
    if names & SOAP_ONLY or treatments & TENDER_TREATMENTS:
        return "soap"
    return "no steam" if names & NO_STEAM else "plain"


def metal_rule(design: Design) -> str:
    """Which metal sentence applies."""
    metal = design.metal
    if metal.metal is None:
        return "stone"
    if metal.plating not in (None, "none", "rhodium"):
        return "plated"
    if metal.metal == "gold":
        return "fine gold" if metal.purity in ("990", "999", "9999") else "gold"
    return "silver" if metal.metal == "silver" else "hard"


def care(design: Design) -> dict[str, str]:
    """English and Chinese care text."""
    rules = [CLEANING[cleaning_level(design)], METAL_CARE[metal_rule(design)]]
    if "cord_colour" in design.shape:
        rules.append(METAL_CARE["cord"])
    return {"en": " ".join(en for en, _ in rules), "zh": "".join(zh for _, zh in rules)}
