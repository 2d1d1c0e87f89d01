"""Every word of the page that is not an answer, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from assistant.terms import LANGUAGES, Language

WORDS: Mapping[str, Mapping[Language, str]] = {
    "tagline": {"en": "Jewellery, found by talking", "zh": "聊着天，找到那一件"},
    "hero_title": {"en": "Tell me what you have in mind", "zh": "说说您想要的"},
    "hero_text": {
        "en": "I am the shop's AI assistant. Type, speak, or show me a photo. I answer from our "
        "records alone, and say so when they are silent.",
        "zh": "我是店里的AI助手。打字、说话，或发一张照片。我只按记录回答，没有的会直说。",
    },
    "hint_voice": {"en": "Tap the microphone and speak", "zh": "点麦克风，直接说"},
    "hint_photo": {"en": "Show a photo of what you like", "zh": "发一张喜欢的照片"},
    "skip": {"en": "Skip to the message box", "zh": "跳到输入框"},
    "write": {"en": "Your message", "zh": "您的消息"},
    "start_over": {"en": "Start over", "zh": "重新开始"},
    "start_over_sure": {
        "en": "Start over? Your wishes are cleared; your saved list stays.",
        "zh": "重新开始吗？要求会清空，收藏会保留。",
    },
    "erase": {"en": "Erase my conversation", "zh": "删除我的对话"},
    "erase_sure": {
        "en": "Erase this conversation for good, with the saved list, its link, your cards and "
        "what I remember?",
        "zh": "确定永久删除这段对话吗？收藏、分享链接、给店员的卡片和记住的事都会一起删除。",
    },
    "erased": {"en": "Your conversation is erased.", "zh": "对话已删除。"},
    "privacy": {
        "en": "We keep the words of this conversation, what you ask me to remember and a numeric "
        "fingerprint of your photo; never the photo or the recording.",
        "zh": "我们保存对话文字、您让我记住的事和照片的数字特征，不保存照片和录音。",
    },
    "saved": {"en": "Saved", "zh": "收藏"},
    "saved_empty": {"en": "Nothing saved yet.", "zh": "还没有收藏。"},
    "theme": {"en": "Light or dark", "zh": "浅色或深色"},
    "language": {"en": "中文", "zh": "English"},
    "placeholder": {"en": "Gold ring under 4000…", "zh": "四千以内的金戒指…"},
    "send": {"en": "Send", "zh": "发送"},
    "speak": {"en": "Speak", "zh": "说话"},
    "stop": {"en": "Stop and send", "zh": "停止并发送"},
    "cancel": {"en": "Cancel", "zh": "取消"},
    "photo": {"en": "Add a photo", "zh": "添加照片"},
    "remove_photo": {"en": "Remove the photo", "zh": "移除照片"},
    "listening": {"en": "Listening", "zh": "正在听"},
    "no_microphone": {
        "en": "The microphone could not be used. Please allow it in the browser, or type.",
        "zh": "无法使用麦克风。请在浏览器中允许，或直接打字。",
    },
    "upload_failed": {
        "en": "That file could not be sent. A photo may be up to {mb} MB.",
        "zh": "文件发送失败。照片请小于{mb} MB。",
    },
    "photo_too_large": {
        "en": "That photo is too large. Please choose one under {mb} MB.",
        "zh": "照片太大了。请选择小于{mb} MB的照片。",
    },
    "not_a_photo": {
        "en": "That is not a picture. A JPEG, PNG, WebP or HEIC photo works.",
        "zh": "这不是图片。请使用JPEG、PNG、WebP或HEIC格式的照片。",
    },
    "offline": {
        "en": "The shop cannot be reached right now. What you wrote is kept; please try again.",
        "zh": "暂时连不上。您写的内容还在，请稍后再试。",
    },
    "hearing": {"en": "Listening to your recording", "zh": "正在听您的录音"},
    "seeing": {"en": "Looking at your photo", "zh": "正在看您的照片"},
    "looking": {"en": "Looking through the cases", "zh": "正在看柜里的首饰"},
    "choosing": {"en": "Choosing", "zh": "正在挑选"},
    "your_photo": {"en": "Photo", "zh": "照片"},
    "your_voice": {"en": "Voice", "zh": "语音"},
    "facts": {"en": "Details", "zh": "详情"},
    "similar": {"en": "Similar", "zh": "类似"},
    "compare": {"en": "Compare", "zh": "对比"},
    "compare_pick": {"en": "Choose one more to compare", "zh": "再选一件来对比"},
    "compare_now": {"en": "Compare {} pieces", "zh": "对比{}件"},
    "save": {"en": "Save", "zh": "收藏"},
    "unsave": {"en": "Saved", "zh": "已收藏"},
    "close": {"en": "Close", "zh": "关闭"},
    "wishes": {"en": "Your wishes", "zh": "您的要求"},
    "remove_wish": {"en": "Remove wish:", "zh": "去掉要求："},
    "not": {"en": "not", "zh": "不要"},
    "helpful": {"en": "Helpful", "zh": "有帮助"},
    "not_helpful": {"en": "Not helpful", "zh": "没帮助"},
    "why_not": {"en": "What was wrong? (optional)", "zh": "哪里不好？（可不填）"},
    "send_reason": {"en": "Send", "zh": "提交"},
    "thanks_feedback": {"en": "Thank you.", "zh": "谢谢。"},
    "no_picture": {"en": "no picture yet", "zh": "暂无图片"},
    "not_stated": {"en": "not stated in our records", "zh": "记录中未注明"},
    "warming": {"en": "Warming up", "zh": "正在准备"},
    "not_loaded": {"en": "Not available right now", "zh": "暂时不可用"},
    "part_text": {"en": "meaning", "zh": "语义"},
    "part_photo": {"en": "photos", "zh": "照片"},
    "part_voice": {"en": "voice", "zh": "语音"},
    "part_catalogue": {"en": "catalogue", "zh": "目录"},
    "failed": {
        "en": "Something went wrong on our side. What you wrote is kept below; please try again.",
        "zh": "我们这边出了点问题。您写的内容还在下面，请再试一次。",
    },
    "failed_act": {
        "en": "That did not work, through no fault of yours. Please try again.",
        "zh": "刚才没有成功，不是您的问题，请再试一次。",
    },
    "source": {"en": "Source", "zh": "来源"},
    "sizes": {"en": "sizes", "zh": "尺码"},
    "unknown_session": {
        "en": "We could not find your earlier conversation, so this is a new one.",
        "zh": "没有找到您之前的对话，这是新的对话。",
    },
    # ------------------------------------------------------------ pills and their editor
    "edit_wish": {"en": "Change wish:", "zh": "修改要求："},
    "for_whom": {"en": "For: {}", "zh": "送给：{}"},
    "end_gift": {"en": "No longer for", "zh": "不再送给"},
    "undo": {"en": "Undo", "zh": "撤销"},
    "undo_say": {"en": "undo", "zh": "撤销"},
    "wanted": {"en": "Wanted", "zh": "想要的"},
    "not_wanted": {"en": "Not wanted", "zh": "不要的"},
    "apply": {"en": "Show pieces", "zh": "看结果"},
    "not_that": {"en": "Not {}", "zh": "不要{}"},
    "remove": {"en": "Remove this wish", "zh": "去掉这项要求"},
    "scale": {"en": "Scale", "zh": "尺码制"},
    "any_of": {"en": "Choose one or several.", "zh": "可选一项或多项。"},
    "bad_value": {
        "en": "That value cannot be used. Please check it.",
        "zh": "这个数值用不了，请再看一下。",
    },
    # ------------------------------------------------------------ the next step
    "next_step": {"en": "The next step", "zh": "下一步"},
    "see_at": {"en": "See it at {}", "zh": "去{}看这件"},
    "person": {"en": "Ask a person", "zh": "问店员"},
    "reserve": {"en": "Reserve", "zh": "预留"},
    "enquire": {"en": "Enquire", "zh": "咨询"},
    "viewing": {"en": "Book a viewing", "zh": "预约看货"},
    "order_status": {"en": "Ask about an order", "zh": "查订单"},
    "card_title": {"en": "What our staff will see", "zh": "店员会看到的内容"},
    "card_told": {"en": "What our staff see", "zh": "店员看到的内容"},
    "card_intro": {
        "en": "Nothing is handed over until you say so. The card holds this and what you add "
        "below; no photo and no recording.",
        "zh": "您确认之前什么都不会交出去。卡片只有这些内容和您的补充，没有照片和录音。",
    },
    "card_done": {
        "en": "The card is written for our staff. Nothing is reserved or promised until a person "
        "has confirmed it with you.",
        "zh": "卡片已写好，留给店员。店员和您确认之前，还没有预留或承诺什么。",
    },
    "note": {"en": "Add a note (optional)", "zh": "补充说明（可不填）"},
    "note_hint": {
        "en": "A day that suits you, a question, how to reach you",
        "zh": "方便的日子、想问的问题、怎么联系您",
    },
    "hand_over": {"en": "Hand it over", "zh": "交给店员"},
    "handed": {"en": "Your cards", "zh": "您的卡片"},
    "row_kind": {"en": "You would like", "zh": "您想"},
    "kind_person": {"en": "to talk to a person", "zh": "和店员聊"},
    "kind_reserve": {"en": "to reserve", "zh": "预留"},
    "kind_enquire": {"en": "to ask about a piece", "zh": "咨询"},
    "kind_viewing": {"en": "a viewing", "zh": "预约看货"},
    "kind_order_status": {"en": "to ask about an order", "zh": "查订单"},
    "row_about": {"en": "About", "zh": "关于"},
    "row_for": {"en": "Who it is for", "zh": "送给谁"},
    "row_visit": {"en": "When", "zh": "时间"},
    "row_needs": {"en": "Looking for", "zh": "在找"},
    "row_words": {"en": "Other words", "zh": "其他描述"},
    "row_sizes": {"en": "Sizes", "zh": "尺寸"},
    "row_budget": {"en": "Budget", "zh": "预算"},
    "row_rejected": {"en": "Not wanted", "zh": "不要的"},
    "row_passed": {"en": "Passed over", "zh": "看过没选的"},
    "row_shown": {"en": "Shown last", "zh": "刚看过的"},
    "row_saved": {"en": "On your list", "zh": "收藏的"},
    "row_set": {"en": "Set", "zh": "套装"},
    "row_note": {"en": "Your note", "zh": "您的说明"},
    "row_language": {"en": "Language", "zh": "语言"},
    "in_english": {"en": "English", "zh": "英文"},
    "in_chinese": {"en": "Chinese", "zh": "中文"},
    "yours": {"en": "yours", "zh": "您的"},
    "and_more": {"en": "and {} more", "zh": "等{}件"},
    # ------------------------------------------------------------ sharing
    "share": {"en": "Share this list", "zh": "分享清单"},
    "share_again": {"en": "Update the link", "zh": "更新链接"},
    "shared": {
        "en": "Anyone with this link can see these pieces, and nothing of our conversation.",
        "zh": "有链接的人都能看到这些首饰，看不到我们的对话。",
    },
    "shared_stale": {
        "en": "Your list has changed since. The link still shows the list of before.",
        "zh": "收藏有变动，链接里还是之前的清单。",
    },
    "copy": {"en": "Copy", "zh": "复制"},
    "copied": {"en": "Copied", "zh": "已复制"},
    "open_list": {"en": "Open or print", "zh": "打开或打印"},
    "unshare": {"en": "Stop sharing", "zh": "停止分享"},
    # ------------------------------------------------------------ memory
    "memory": {"en": "What I remember", "zh": "我记住的事"},
    "memory_intro": {
        "en": "Only what you asked me to remember. It counts only when you say so: “in my size”.",
        "zh": "只有您让我记的内容，您提起时才会用，比如“按我的尺寸”。",
    },
    "memory_empty": {
        "en": "You have not asked me to remember anything.",
        "zh": "您还没有让我记住什么。",
    },
    "about_self": {"en": "About you", "zh": "关于您"},
    "about_other": {"en": "About: {}", "zh": "关于{}"},
    "edit": {"en": "Edit", "zh": "修改"},
    "keep": {"en": "Keep", "zh": "保存"},
    "forget_one": {"en": "Forget", "zh": "忘掉"},
    "forget_all": {"en": "Forget all of it", "zh": "全部忘掉"},
    "forget_all_sure": {
        "en": "Forget everything you asked me to remember?",
        "zh": "确定把记住的全部忘掉吗？",
    },
    "remember_size": {"en": "Remember my ring size…", "zh": "记住我的戒指号…"},
    "remember_size_draft": {"en": "Remember my ring size is ", "zh": "记住我的戒指号是"},
    # ------------------------------------------------------------ sets
    "set_members": {"en": "{} pieces", "zh": "共{}件"},
    "swap": {"en": "Swap", "zh": "换一件"},
    # ------------------------------------------------------------ the shared list's own page
    "list_title": {"en": "A jewellery shortlist", "zh": "首饰清单"},
    "list_intro": {
        "en": "Somebody chose these pieces and shared them with you. Prices and stock are of this "
        "moment; nothing is reserved.",
        "zh": "有人选了这些首饰分享给您。价格和库存是此刻的，尚未预留。",
    },
    "list_missing": {
        "en": "Pieces of this list that we no longer show: {}.",
        "zh": "清单中已不再展示的件数：{}。",
    },
    "list_ask": {"en": "Ask Facet about them", "zh": "问问Facet"},
    "list_shop": {"en": "To the shop", "zh": "去店里看看"},
    "list_gone": {"en": "This list is no longer shared.", "zh": "这份清单已停止分享。"},
    "list_gone_more": {
        "en": "Whoever made it has taken the link back, or the link is not complete.",
        "zh": "分享的人收回了链接，或者链接不完整。",
    },
    "list_none": {"en": "None of these pieces is shown any more.", "zh": "这些首饰都不再展示了。"},
}

EXAMPLES: Mapping[Language, tuple[str, ...]] = {
    "en": (
        "Gold rings under 4000",
        "Pearl earrings for my mother's birthday",
        "A jade bangle, inner diameter 56",
        "How do I clean pearls?",
    ),
    "zh": ("四千以内的金戒指", "送妈妈的生日礼物", "圈口56的翡翠手镯", "珍珠怎么保养"),
}


def say(key: str, language: Language) -> str:
    """The page's word. Raises KeyError for a key it does not have."""
    return WORDS[key][language]


def both(key: str) -> str:
    """HTML that holds the word in both languages; the page shows the one it is in."""
    en, zh = (escape(WORDS[key][language]) for language in LANGUAGES)
    return f'<span class="w" lang="en">{en}</span><span class="w" lang="zh">{zh}</span>'


def both_attributes(name: str, key: str, **values: str) -> str:
    """An attribute in English, with both languages beside it for the switch."""
    en, zh = (escape(WORDS[key][language].format(**values), quote=True) for language in LANGUAGES)
    return f'{name}="{en}" data-{name}-en="{en}" data-{name}-zh="{zh}"'
