"""A design -> its row of `staff.jsonl`: shelf counts, case, cost and what a seller can truly say.

Nothing of this goes into `products.jsonl`. All of it is invented, by rule: counts agree with the
record's availability, cost stays below the price, and every talking point follows from a field.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

from assets.studio.designs import Design
from assets.studio.pricing import FINENESS, metal_value, stones_value
from assets.studio.terms import BIRTHSTONES, GRADES_ZH, metal_words, stone_words

Row = dict[str, Any]
# What the shop pays of its own asking rates: metal is bought near the day's price.
METAL_SHARE, STONES_SHARE, LABOUR_SHARE = 0.94, 0.55, 0.5
CASES = {
    "ring": "A", "earrings": "B", "necklace": "C", "pendant": "D", "bracelet": "E", "bangle": "F",
    "brooch": "G", "anklet": "H",
}  # fmt: skip
SHELVES = {"gold": 1, "platinum": 2, "palladium": 2, "silver": 3, None: 4}
SAFE = 5_000_000  # fen; dearer pieces lie in the safe
FEWEST, MOST = 2, 6  # of a size that is in stock
POINTS = 3
DAILY_WEAR = {  # Mohs hardness of at least 8 (assets/knowledge/cards/stones.yaml)
    "diamond": "10", "moissanite": "9.25", "ruby": "9", "sapphire": "9", "spinel": "8",
    "alexandrite": "8.5",
}  # fmt: skip
HEAVY_G = 5.0
Point = tuple[str, str]
SETTINGS: dict[str, Point] = {
    "bezel": (
        "The bezel covers the stone's edge, so it catches little.",
        "包镶护住宝石边缘，不易勾挂。",
    ),
    "channel": (
        "Set in a channel, the stones have no prongs to catch.",
        "轨道镶没有镶爪，不易勾挂。",
    ),
    "flush": ("Set flush, the stone lies level with the metal.", "埋镶的宝石与金属面齐平。"),
}
CLASPS: dict[str, Point] = {
    "screw back": ("Screw backs hold more firmly than push backs.", "螺丝耳背比插针耳背更牢。"),
    "lever back": (
        "Lever backs close by themselves behind the ear.",
        "法式耳扣在耳后扣合，不易脱落。",
    ),
    "clip": ("It clips on: no pierced ears are needed.", "耳夹款，无需耳洞。"),
    "magnetic": ("The magnetic clasp closes with one hand.", "磁扣单手即可扣上。"),
    "slide": ("The sliding fastening sets the length.", "调节扣可调长短。"),
}


def staff_record(design: Design, row: Row, carats: Sequence[float], family: Sequence[Row]) -> Row:
    """The staff's row. ``row`` is the public record, ``carats`` what each group of stones weighs,
    ``family`` the records of the same geometry.
    """
    points = list(talking_points(row, family))[:POINTS]
    shelf = variants(row)
    return {
        "product_id": design.id,
        "variants": shelf,
        "case_location": case_location(row) if any(one["count"] for one in shelf) else None,
        "cost_minor": cost_minor(design, row, carats),
        "currency": row["currency"],
        "talking_points": {"en": [en for en, _ in points], "zh": [zh for _, zh in points]},
    }


def variants(row: Row) -> list[Row]:
    """One SKU a size; pieces without sizes have one."""
    if not row["sizes"]:
        counted = count(row["id"], row["availability"])
        return [{"sku": row["id"], "size_mm": None, "count": counted}]
    shelf = []
    for size in row["sizes"]:
        mm = size.get("ring_size_mm", size.get("bangle_mm"))
        sku = f"{row['id']}-{mm:g}"
        shelf.append({"sku": sku, "size_mm": mm, "count": count(sku, size["availability"])})
    return shelf


def count(sku: str, availability: str) -> int:
    """How many lie there: the same every time, and what the public word for it allows."""
    if availability != "in_stock":
        return 1 if availability == "last_one" else 0
    return FEWEST + hashlib.sha256(sku.encode()).digest()[0] % (MOST - FEWEST + 1)


def case_location(row: Row) -> str:
    """Case letter by category, shelf by metal, tray by number: 'A1-07'; dear pieces in the safe."""
    tray = int(row["id"].split("-")[1]) % 100
    place = f"{CASES[row['category']]}{SHELVES.get(row['metal'], 4)}-{tray:02d}"
    return f"safe {place}" if row["price_minor"] >= SAFE else place


def cost_minor(design: Design, row: Row, carats: Sequence[float]) -> int:
    """What the piece cost the shop, in fen, from the same weights as its price."""
    cny = METAL_SHARE * metal_value(design, row["metal_weight_g"] or 0.0)
    cny += STONES_SHARE * stones_value(design, list(carats))
    cny += LABOUR_SHARE * float(design.sale["workmanship"])
    return round(cny * 100)


def talking_points(row: Row, family: Sequence[Row]) -> Iterator[Point]:
    """True arguments, the strongest first; every number and term is a field's."""
    yield from of_the_stones(row)
    yield from of_the_skin(row)
    yield from of_the_price(row)
    yield from of_the_family(row, family)
    yield from of_the_service(row)
    yield from of_the_make(row)


def of_the_stones(row: Row) -> Iterator[Point]:
    main = row["stones"][0] if row["stones"] else None
    if main is None:
        return
    english, chinese = stone_words(main["stone"])
    if row["certificate"]:
        lab = row["certificate"].upper()
        article = "a" if lab.startswith("G") else "an"
        yield (
            f"The {english} comes with {article} {lab} report: lay it on the table first.",
            f"{chinese}附{lab}证书，先请顾客看证书。",
        )
    if main["colour_grade"] and main["clarity"]:
        grade = f"{main['colour_grade']} / {main['clarity']}"
        cut_en, cut_zh = "", ""
        if main["cut_grade"]:
            cut_en = f" and {main['cut_grade']} cut"
            cut_zh = f"，切工{GRADES_ZH.get(main['cut_grade'], main['cut_grade'])}"
        yield (
            f"Graded {grade}{cut_en}: show it under the loupe.",
            f"级别{grade}{cut_zh}，可用放大镜展示。",
        )
    if main["origin"] == "laboratory" and main["stone"] == "diamond":
        yield (
            "Laboratory-grown, said on the record: name it before the customer asks.",
            "记录写明是培育钻石，应主动告知顾客。",
        )
    if main["stone"] in ("jadeite", "nephrite") and main["treatment"] == "none":
        yield f"The {english} is recorded as untreated.", f"{chinese}记录为未经处理。"
    if main["stone"] in DAILY_WEAR:
        mohs = DAILY_WEAR[main["stone"]]
        yield (
            f"{english.capitalize()} is {mohs} on the Mohs scale: it stands daily wear.",
            f"{chinese}莫氏硬度{mohs}，适合日常佩戴。",
        )
    if month := BIRTHSTONES.get(main["stone"]):
        yield f"A birthstone of {month[0]}.", f"{month[1]}的生辰石之一。"


def of_the_skin(row: Row) -> Iterator[Point]:
    if row["post_metal"] == "titanium":
        yield "Only titanium passes through the ear.", "穿过耳洞的部分是钛。"
    elif row["nickel"] == "nickel-free" and row["category"] in ("earrings", "ring"):
        yield "Recorded as nickel-free.", "记录为不含镍。"


def of_the_price(row: Row) -> Iterator[Point]:
    pricing = row["pricing"]
    if pricing["mode"] == "by weight":
        rate, labour = pricing["metal_minor_per_g"] / 100, pricing["labour_minor"] / 100
        grams = row["metal_weight_g"]
        yield (
            f"By weight: {grams:g} g at ¥{rate:,g} and ¥{labour:,g} labour; weigh it before them.",
            f"按克计价：{grams:g}克，每克¥{rate:,g}，工费¥{labour:,g}，可当面称重。",
        )


def of_the_family(row: Row, family: Sequence[Row]) -> Iterator[Point]:
    """The same design in another metal, where the catalogue has it."""
    own = metal_words(row)
    for other in family:
        words = metal_words(other)
        if other["id"] != row["id"] and words != own and words[0]:
            yield (
                f"The same design comes in {words[0]}: {other['id']}.",
                f"同款另有{words[1]}：{other['id']}。",
            )
            return


def of_the_service(row: Row) -> Iterator[Point]:
    service = row["service"]
    if service.get("resizing") == "free":
        yield "Resized once free of charge within 60 days.", "60天内可免费改圈一次。"
    if row["availability"] == "to_order":
        days = row["lead_time_days"]
        yield f"Made to order in {days} days.", f"订制，工期{days}天。"
    if row["availability"] == "last_one":
        yield "It is the last one we have.", "店里仅此一件。"


def of_the_make(row: Row) -> Iterator[Point]:
    """What every piece can say of its making; common knowledge of the trade beside the fields."""
    english, chinese = metal_words(row)
    if row["metal"] == "gold" and row["purity"] in FINENESS:
        share = f"{FINENESS[row['purity']] * 1000:g}"
        yield (
            f"{row['purity']} gold is {share} parts of gold in a thousand.",
            f"{row['purity']}金的含金量为{share}‰。".replace("k", "K"),
        )
    if row["setting"] in SETTINGS:
        yield SETTINGS[row["setting"]]
    if row["clasp"] in CLASPS:
        yield CLASPS[row["clasp"]]
    if (row["metal_weight_g"] or 0) >= HEAVY_G:
        grams = f"{row['metal_weight_g']:g}"
        yield (
            f"{grams} g of {english}: let them feel the weight.",
            f"{chinese}{grams}克，可请顾客掂一掂。",
        )
    if row["length_mm"]:
        mm = f"{row['length_mm']:g}"
        yield f"It is {mm} mm long: hold it up against them.", f"全长{mm}毫米，可比在身上看。"
    else:
        sides = row["dimensions_mm"]
        width, height = f"{sides['width']:g}", f"{sides['height']:g}"
        yield f"It measures {width} by {height} mm.", f"尺寸{width}×{height}毫米。"
    if row["availability"] == "in_stock":
        days = row["service"]["ships_in_days"]
        yield f"In stock: it leaves within {days} days.", f"现货，{days}天内发出。"
    days = row["service"]["return_days"]
    if days:
        yield f"Unworn, it can come back within {days} days.", f"未佩戴{days}天内可退。"
