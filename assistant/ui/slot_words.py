"""What the slots of a wish are called on the page, and the scales of ring sizes."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.terms import Language

SLOTS: Mapping[str, Mapping[Language, str]] = {
    "category": {"en": "Kind of piece", "zh": "品类"},
    "metal": {"en": "Metal", "zh": "金属"},
    "metal_colour": {"en": "Metal colour", "zh": "金属颜色"},
    "purity": {"en": "Fineness", "zh": "成色"},
    "stone": {"en": "Stone", "zh": "宝石"},
    "stone_colour": {"en": "Stone colour", "zh": "宝石颜色"},
    "style": {"en": "Style", "zh": "风格"},
    "occasion": {"en": "Occasion", "zh": "场合"},
    "recipient": {"en": "For whom", "zh": "送给谁"},
    "cut": {"en": "Cut", "zh": "切工"},
    "setting": {"en": "Setting", "zh": "镶嵌"},
    "stone_origin": {"en": "Stone origin", "zh": "宝石来源"},
    "treatment": {"en": "Treatment", "zh": "处理"},
    "plating": {"en": "Plating", "zh": "镀层"},
    "certificate": {"en": "Certificate", "zh": "证书"},
    "clasp": {"en": "Clasp", "zh": "扣头"},
    "allergies": {"en": "Allergies", "zh": "过敏"},
    "ring_size_mm": {"en": "Ring size", "zh": "戒指号"},
    "bangle_mm": {"en": "Inner diameter, mm", "zh": "圈口，mm"},
    "length_mm": {"en": "Length, mm", "zh": "长度，mm"},
    "price_min_minor": {"en": "From", "zh": "最低"},
    "price_max_minor": {"en": "Up to", "zh": "最高"},
    "carat_min": {"en": "At least, ct", "zh": "至少，ct"},
    "carat_max": {"en": "At most, ct", "zh": "至多，ct"},
    "weight_g_min": {"en": "At least, g", "zh": "至少，g"},
    "weight_g_max": {"en": "At most, g", "zh": "至多，g"},
    "in_stock": {"en": "In stock", "zh": "现货"},
    "deliver_by": {"en": "To have by", "zh": "最晚到货"},
}
# What a wish of several slots is called, by its first one.
WISHES: Mapping[str, Mapping[Language, str]] = {
    **SLOTS,
    "price_min_minor": {"en": "Price", "zh": "价格"},
    "price_max_minor": {"en": "Budget", "zh": "预算"},
    "carat_min": {"en": "Gem weight", "zh": "宝石重"},
    "weight_g_min": {"en": "Metal weight", "zh": "金属重"},
    "bangle_mm": {"en": "Inner diameter", "zh": "圈口"},
    "length_mm": {"en": "Length", "zh": "长度"},
}
SCALES: Mapping[str, Mapping[Language, str]] = {
    "us": {"en": "US", "zh": "美码"},
    "uk": {"en": "UK", "zh": "英码"},
    "eu": {"en": "EU", "zh": "欧码"},
    "jp": {"en": "Japan", "zh": "日码"},
    "cn": {"en": "Mainland China", "zh": "内地号"},
    "hk": {"en": "Hong Kong", "zh": "港码"},
    "it": {"en": "Italy", "zh": "意码"},
    "mm": {"en": "mm inside", "zh": "内周 mm"},
}
