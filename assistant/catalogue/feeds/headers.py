"""What merchants call their columns, in English and Chinese, and which field that is.

Data for ``propose``; an entry is matched against the whole header, folded: lower case, without
punctuation, units and the technical names that shop systems append in brackets.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from assistant.catalogue.feeds.numbers import is_unit

_NAMES: Mapping[str, str] = {
    "id": "id|product id|item id|item number|item no|product code|item code|code|handle|uuid|"
    "style number|style no|reference|ref|编号|货号|商品编号|商品编码|产品编号|款号|商品id|产品编码",
    "sku": "sku|variant sku|sku id|sku code|sku编码|规格编码",
    "group": "item group id|group id|parent id|parent sku|parent",
    "name": "name|title|product name|item name|product title|product|名称|品名|商品名称|产品名称|"
    "商品名|标题|商品标题|货品名称",
    "name.en": "english name|name en|name english|title en|英文名|英文名称",
    "name.zh": "chinese name|name zh|name cn|name chinese|title zh|中文名|中文名称",
    "description": "description|summary|body html|body|details|product description|"
    "long description|描述|商品描述|介绍|商品介绍|详情|商品详情|简介|产品描述|说明",
    "description.en": "english description|description en|英文描述",
    "description.zh": "chinese description|description zh|description cn|中文描述",
    "category": "category|product type|type|product category|google product category|categories|"
    "类别|分类|品类|种类|类目|商品分类|商品类别|产品类别|首饰类型",
    "wearer": "gender|google shopping gender|sex|target gender|性别|适用性别|适用人群|佩戴者",
    "material": "material|materials|metal|metal type|metals|composition|材质|材料|金属|主材质|"
    "金属材质",
    "purity": "purity|karat|fineness|metal purity|成色|纯度|含金量",
    "metal_colour": "metal colour|metal color|colour|color|颜色|金属颜色",
    "plating": "plating|finish|metal finish|电镀|镀层|表面工艺",
    "stones": "gemstone|gemstones|stone|stones|gem|gems|main stone|stone type|gemstone type|宝石|"
    "主石|镶嵌材质|石料|宝石类型|镶石",
    "stone_colour": "stone colour|stone color|gemstone colour|gemstone color|宝石颜色|主石颜色",
    "cut": "cut|stone shape|stone cut|gemstone shape|琢型|宝石形状|主石形状",
    "carat": "carat|carats|carat weight|total carat weight|stone weight|ctw|ct|主石重量|钻重|石重|"
    "克拉|克拉重量|主石重",
    "stone_count": "stone count|number of stones|stone quantity|粒数|石数|主石数量",
    "stone_origin": "stone origin|diamond origin|natural or lab|宝石来源",
    "treatment": "treatment|stone treatment|优化处理|处理",
    "colour_grade": "colour grade|color grade|diamond color|diamond colour|颜色等级|钻石颜色",
    "clarity": "clarity|diamond clarity|净度|钻石净度",
    "cut_grade": "cut grade|diamond cut|切工|切工等级",
    "setting": "setting|setting type|stone setting|镶嵌方式|镶嵌工艺",
    "clasp": "clasp|clasp type|closure|扣型|扣头",
    "metal_weight_g": "metal weight|gold weight|net weight|金重|净重|克重|净金重",
    "length_mm": "length|chain length|necklace length|长度|链长",
    "dimensions_mm.width": "width|band width|宽度|宽|戒宽",
    "dimensions_mm.height": "height|高度|高",
    "dimensions_mm.depth": "depth|深度",
    "dimensions_mm.diameter": "diameter|outer diameter|直径|外径",
    "dimensions_mm.thickness": "thickness|厚度|厚",
    "size": "size|ring size|sizes|bangle size|尺寸|尺码|圈号|手寸|圈口|戒指尺寸|戒圈",
    "price": "price|regular price|selling price|unit price|retail price|variant price|价格|售价|"
    "零售价|单价|标价|一口价|销售价",
    "sale_price": "sale price|special price|discount price|promo price|offer price|促销价|特价|"
    "优惠价|活动价|折扣价",
    "sale_period": "sale price effective date",
    "pricing": "pricing|pricing mode|price mode|priced by|计价方式|定价方式|销售方式",
    "metal_per_g": "gold price|metal price|price per gram|gold price per gram|金价|克价|每克金价|"
    "今日金价",
    "labour": "labour|labor|making charge|making charges|workmanship|工费|手工费|加工费",
    "priced_on": "price date|gold price date|金价日期|报价日期",
    "currency": "currency|currency code|币种|货币",
    "availability": "availability|availability status|is in stock|stock status|in stock|"
    "variant availability|库存状态|是否有货",
    "lead_time_days": "production time|making time|制作周期|定制周期",
    "certificate": "certificate|certification|grading report|证书|鉴定证书|证书类型",
    "certificate_number": "certificate number|certificate no|report number|证书编号|证书号",
    "link": "link|url|product url|product link|permalink|链接|商品链接",
    "listed_on": "listed on|listed|published at|publish date|date published|date added|launch date|"
    "release date|上架时间|上架日期|上新日期|发布日期",
    "brand": "brand|vendor|manufacturer|designer|品牌",
    "tags": "tags|tag|keywords|labels|标签|关键词",
    "styles": "style|styles|风格",
    "occasions": "occasion|occasions|场合|适用场合",
    "care": "care|care instructions|保养|保养说明",
    "nickel": "nickel|nickel content|含镍",
    "hypoallergenic": "hypoallergenic|防过敏",
    "ships_in_days": "shipping|shipping information|shippinginformation|delivery time|ships in|"
    "dispatch time|发货|发货时间|发货周期",
    "return_days": "return policy|returnpolicy|returns|return days|退货|退换货|退货政策",
    "image": "image|base image|image link|image url|main image|image src|picture|photo|thumbnail|"
    "picture url|"
    "图片|主图|图片链接|主图链接",
    "more_images": "more images|additional image link|additional image links|additional images|"
    "gallery|images|附图|更多图片|细节图|详情图",
    "variant_image": "variant image",
    "status": "status|published|上架状态|状态",
    "stock": "stock|quantity|qty|inventory|stock quantity|on hand|variant inventory qty|"
    "stock level|库存|数量|库存数量|库存数",
    "cost": "cost|cost price|cost per item|wholesale price|cost of goods sold|purchase price|成本|"
    "成本价|进价|进货价",
    "case_location": "location|case|case location|shelf|bin|showcase|柜台|柜位|位置|货位|库位",
}

# Columns that hold no fact the shop shows, and why.
_NO_FACT: Mapping[str, str] = {
    "mobile link|canonical link": "another address of the merchant's own page",
    "gtin|barcode|variant barcode|mpn|upc|ean|条码|条形码": "a trade number",
    "condition|adult|is bundle|multipack|identifier exists|age group": "the trade's, not a piece's",
    "rating|ratings|reviews|review count|评分|评论数": "opinions are not facts of the piece",
    "warranty|warranty information|质保|保修": "the shop's rules stand in its own cards",
    "variant grams|variant weight unit|shipping weight|weight|重量|毛重": "with packing or stones: "
    "not the metal's weight",
    "variant compare at price|compare at price|msrp|原价|吊牌价|市场价": "a former price",
}
_BY_NAME = {one: field for field, names in _NAMES.items() for one in names.split("|")}
_REASONS = {one: reason for names, reason in _NO_FACT.items() for one in names.split("|")}
_BRACKETS = re.compile(r"[(（\[](.*?)[)）\]]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OPTION = "option "


def fold_header(header: str) -> str:
    """'Metal Type (product.metafields.custom.metal)' as 'metal type', 'g:image_link' as 'image
    link', 'Option Ring Size' as 'ring size'."""
    spaced = _CAMEL.sub(" ", _BRACKETS.sub(" ", header))  # 'returnPolicy'
    words = unicodedata.normalize("NFKC", spaced).strip().lower()
    if not words:
        words = header.strip().lower()
    words = " ".join(re.sub(r"[\W_]+", " ", words.removeprefix("g:")).split())
    return words.removeprefix(_OPTION) if header.lower().startswith(_OPTION) else words


def field_of(header: str) -> str | None:
    """The field that a header names, if it is a known one."""
    plain = " ".join(re.sub(r"[\W_]+", " ", header.lower()).split())
    return _BY_NAME.get(fold_header(header)) or _BY_NAME.get(plain)


def unit_of(header: str, name: str) -> str | None:
    """The unit that a header gives a field: 'Length (cm)', '金重（克）', 'Total Carat Weight'."""
    for inside in _BRACKETS.findall(header):
        word = inside.strip().lower()
        for unit in (word, word.removesuffix("es"), word.removesuffix("s")):
            if is_unit(unit):
                return str(unit)
    if name == "carat" and re.search(r"carat|\bctw?\b|克拉", header.lower()):
        return "ct"
    return "g" if name == "metal_weight_g" and "克" in header else None


_CURRENCY_WORDS = {"元": "CNY", "人民币": "CNY", "rmb": "CNY", "$": "USD", "€": "EUR", "£": "GBP"}


def currency_of(header: str) -> str | None:
    """The currency in a header's brackets: 'Price (EUR)', '价格(元)'."""
    for inside in _BRACKETS.findall(header):
        word = inside.strip()
        if re.fullmatch("[A-Z]{3}", word):
            return str(word)
        if word.lower() in _CURRENCY_WORDS:
            return _CURRENCY_WORDS[word.lower()]
    return None


def reason_to_ignore(header: str) -> str | None:
    """Why a known column holds no fact for us."""
    return _REASONS.get(fold_header(header))
