"""Every word of the page that is not an answer, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from assistant.terms import LANGUAGES, Language

WORDS: Mapping[str, Mapping[Language, str]] = {
    "tagline": {"en": "Jewellery, found by talking", "zh": "聊着天，找到那一件"},
    "hero_title": {"en": "Tell me what you have in mind", "zh": "说说您想要的"},
    "hero_text": {
        "en": "Type, speak, or show me a photo. I answer from our records alone, and say so when "
        "they are silent.",
        "zh": "打字、说话，或发一张照片。我只按记录回答，记录里没有的会直说。",
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
        "en": "Erase this conversation and the saved list for good?",
        "zh": "确定永久删除这段对话和收藏吗？",
    },
    "erased": {"en": "Your conversation is erased.", "zh": "对话已删除。"},
    "privacy": {
        "en": "We keep the words of this conversation and a numeric fingerprint of your photo; "
        "never the photo or the recording.",
        "zh": "我们保存对话文字和照片的数字特征，不保存照片和录音。",
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
    "sizes": {"en": "sizes", "zh": "尺码"},
    "unknown_session": {
        "en": "We could not find your earlier conversation, so this is a new one.",
        "zh": "没有找到您之前的对话，这是新的对话。",
    },
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
