"""The shop's own rules: which policy a sentence asks about, by the key its card is filed under."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.understanding.cues import chinese_service

POLICY: Mapping[str, re.Pattern[str]] = {
    "shipping": re.compile(
        r"\b(?:shipping|(?:ship|deliver|post|send)(?:s|ed)?(?: it| this| them| things| out| up|"
        r" down| over)* "
        r"(?:to|abroad|overseas|internationally|worldwide)|"
        r"(?:do|can|will|would) (?:you|u|ya|y'all)(?: guys| folks| lot| all| people| ever| even|"
        r" also)? "
        r"(?:ship|deliver|post)\b|"
        r"(?:when|how soon) (?:will|would|does|do|can|could|should|might) (?:it|they|this|that|"
        r"(?:a|an|the|my|our) (?:package|parcel|order|delivery|ring|necklace|bracelet|piece)s?) "
        r"(?:arrive|get (?:here|there|to)|come|reach|land|turn up|show up|be (?:here|delivered))\b|"
        r"deliver(?:y|ies)(?! date)|postage|"
        r"courier|customs|how (?:long|soon|fast|many days) .{0,24}"
        r"(?:arrive|gets? (?:here|there|to|delivered)|come|ship|reach)|"
        r"when (?:will|would) it arrive|import (?:dut(?:y|ies)|tax(?:es)?|vat|charges|fees))\b"
        r"|发货|快递|包邮|邮(?:费|寄)|运费|配送|寄(?:到|送|去)|物流|几天(?:能)?(?:到|收)|"
        r"多久(?:能)?(?:到|收到|送)|海外|国外|ship ?到|\bship\b.{0,3}(?:去|到|吗)"
        rf"|{chinese_service.POLICY['shipping']}"
    ),
    "returns": re.compile(
        r"\b(?:returns?(?: it| them| policy)?|returned|refunds?(?:able)?|"
        r"exchange (?:it|them|this|policy|for)|(?:can|could)(?: (?:i|we|she|he|they))? exchange|"
        r"money back|(?:send|bring|take|give) (?:it|them|this|that|one|things|stuff) back|"
        r"(?:send|sending|bring|bringing|take|taking) (?:\w+ ){0,2}"
        r"(?:rings?|earrings?|necklaces?|bracelets?|bangles?|pendants?|brooch(?:es)?|pieces?|"
        r"jewell?e?ry|items?|purchases?|anklets?|pair|gifts?|presents?) back(?! in stock)|"
        r"change (?:my|her|his) mind|"
        r"(?:if|doesn't|does not) (?:she|he|it|they) "
        r"(?:doesn't|does not|don't|hates?) (?:like|fit|want)?)\b"
        r"|退(?:货|款|换|钱)|换货|(?:能|可以|可|给|包|还能)退|无理由|退(?:不|吗|么)|"
        r"不(?:喜欢|合适)(?:能|可以)?(?:换|退)"
        rf"|{chinese_service.POLICY['returns']}"
    ),
    "resizing": re.compile(
        r"\b(?:resiz\w+|re size|re sized|(?:adjust|alter|change) the size|size adjust\w*|"
        r"(?:make|made|made to be) (?:it )?(?:smaller|bigger|larger)|"
        r"(?:what|and) if (?:it|it's|its|they|they're|the (?:ring|size))(?:'s| is|"
        r" are)? (?:\w+ ){0,3}"
        r"(?:wrong|too (?:small|big|tight|loose|large)|fit)|(?:sized?|sizing) (?:up|down) later)\b|"
        r"改(?:圈|尺寸|大小|手寸|小|大(?!概))|调(?:圈|整?尺寸|整?大小)|(?:能|可以)(?:缩|"
        r"扩)圈|缩圈|扩圈"
        rf"|{chinese_service.POLICY['resizing']}"
    ),
    "engraving": re.compile(
        r"\b(?:engrav\w+|inscri\w+|initials)\b|刻(?:字|名|上|个|点|日期|我)|雕字"
        rf"|{chinese_service.POLICY['engraving']}"
    ),
    "hours": re.compile(
        r"\b(?:opening (?:hours|times)|(?:business|shop|store|your) hours|"
        r"open (?:on (?:mon|tues|wednes|thurs|fri|satur|sun|week|holi)\w*|at|today|tomorrow|until|"
        r"till|now|sundays?|weekends?)|"
        r"what time (?:do|are|does)|closing time|"
        r"when (?:do|are|does) (?:you|u|the shop|the store) (?:open|close)|"
        r"(?:are|r) (?:you|u) open)\b|营业|几点(?:开|关|下班|上班|打烊)|(?:开|关)门|打烊|"
        r"周末(?:开|上)"
        rf"|{chinese_service.POLICY['hours']}"
    ),
    "address": re.compile(
        r"\b(?:(?:have|got) (?:an? |any )?(?:physical |real )?(?:shop|store|showroom)s?(?= (?:i|"
        r"we|near|in|that|to|"
        r"where|nearby)\b|\W*$)|where(?:'s|s| is) (?:the|your) (?:shop|store)|where ?(?:abouts "
        r")?(?:are you|(?:is|r) u|"
        r"can i find you)|phone number|contact (?:number|details)|whereabouts are you|address|"
        r"directions|your (?:shop|store) located|located|how do i get (?:to you|there)|"
        r"nearest (?:shop|store|branch))\b|"
        r"地址|(?:店|你们|门店|店铺)(?:在|开在)?(?:哪(?![款件只条枚种些])|什么地方)|怎么(?:走|去你们)|"
        r"门店|门市|实体店|导航"
        rf"|{chinese_service.POLICY['address']}"
    ),
    "payment": re.compile(
        r"\b(?:payments?|pay (?:by|with|in|via|using|later|monthly)|how (?:do|can|"
        r"should) (?:i|we) pay|instal?lments?|"
        r"(?:credit|debit) cards?|paypal|visa|mastercard|amex|apple pay|alipay|wechat pay|klarna|"
        r"(?:take|accept) (?:cards?|cash|cheques?)|deposit|invoices?|receipts?)\b|"
        r"付款|支付|分期|花呗|微信付|(?:用|刷)(?:微信|支付宝|信用卡|花呗|卡)|刷卡|怎么付|定金|"
        r"(?:开|有)(?:发票|收据)|发票|能刷"
        rf"|{chinese_service.POLICY['payment']}"
    ),
    "repairs": re.compile(
        r"\b(?:(?:if|when|once) (?:it|they|one) (?:ever )?(?:breaks?|snaps?|comes? apart|falls? "
        r"apart)|repair(?:s|ed|ing)?|fix(?:ed)? (?:it|this|that|(?:my|a|the) .{0,20}(?:ring|"
        r"necklace|chain|bracelet|bangle|earrings?|clasp|brooch|pendant|stone))|"
        r"mend(?:ed)?|broken|restring\w*|"
        r"replat\w*|re plat\w*|(?:my|the) .{0,20}(?:broke|snapped|fell out))\b|"
        r"维修|修理|(?:断|坏)了|(?:能|可以|帮)修|重新(?:镀|串|穿线)|掉钻了"
        rf"|{chinese_service.POLICY['repairs']}"
    ),
    "warranty": re.compile(
        r"\b(?:warrant(?:y|ies)|guarantees?d?(?= (?:for|period|on|against)|\b\W*$)|after ?sales)\b|"
        r"保修|质保|售后|包修"
        rf"|{chinese_service.POLICY['warranty']}"
    ),
    "price": re.compile(
        r"\b(?:discounts?|bargain|negotiat\w+|haggl\w*|coupons?|promo(?: code|tion)?s?|on sale|"
        r"(?:any|some|the|a|festive|diwali|christmas|eid|good|best|new|current|what) (?:offers?|"
        r"(?<!the )deals?(?! with))\b"
        r"(?! me)|offers? (?:is|are) (?:there|on|going|available)|special offer|price match|"
        r"best price|knock .{0,12}off|"
        r"(?:student|loyalty|birthday) (?:discount|card))\b|"
        r"(?:能|可以|可不可以|能不能)(?:再)?(?:便宜|少)(?:一)?(?:点|些)(?!的)|打.{0,2}折|"
        r"优惠|折扣|讲价|还价|砍价|活动价|(?:有|做)活动|抹零|便宜点(?:不|吗|"
        r"呗)|会员价|满减"
        rf"|{chinese_service.POLICY['price']}"
    ),
    "trade_in": re.compile(
        r"\b(?:trade ?ins?|trade (?:it |my .{0,16})?in|part exchange|"
        r"(?:take|buy|accept|exchange|swap) (?:my |back )?"
        r"(?:old|used|scrap) (?:gold|jewell?e?ry|silver|rings?)|old gold|buy back|buyback)\b|"
        r"以旧换新|回收|卖回(?!本)|回购|旧金|旧(?:首饰|金子|戒指|款).{0,4}换|换新|收(?:旧|黄)金"
        rf"|{chinese_service.POLICY['trade_in']}"
    ),
    "made_to_order": re.compile(
        r"\b(?:made to order|bespoke|custom(?:[ -]?made|i[sz]ed?)?(?= (?:piece|ring|order|jewel|"
        r"design|made)|\b\W*$)|my own design|to my design)\b|[订定]制|[订定]做|按我的(?:设计|图)"
        rf"|{chinese_service.POLICY['made_to_order']}"
    ),
    "gift_wrap": re.compile(
        r"\bwrap(?:s|ped|ping)? (?:up )?(?:\w+ )?(?:presents?|gifts?|parcels?)\b|"
        r"\bgift ?(?:wrap\w*|box\w*|bags?|card|packag\w+)\b|\bwrap(?:ped|ping)?(?: it)?\b|"
        r"\b(?:comes? in|proper|nice) (?:a )?(?:box|packaging)\b"
        r"|包装|包(?:成|个|一下)?(?:礼物|礼品)|包起来|礼(?:品)?盒|礼袋|贺卡|(?:带|有|送)盒子"
        rf"|{chinese_service.POLICY['gift_wrap']}"
    ),
    "privacy": re.compile(
        r"\b(?:privacy|(?:my|our) (?:data|information|details|photos?)|delete my|"
        r"do you (?:keep|store|sell|share) (?:my|our)|gdpr)\b|"
        r"隐私|我的(?:数据|信息|照片|资料)|删除我|(?:泄露|保存)(?:我的)?(?:信息|照片|数据)"
        rf"|{chinese_service.POLICY['privacy']}"
    ),
}
