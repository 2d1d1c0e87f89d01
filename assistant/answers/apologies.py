"""What a shopper is told when something could not be used: one clear sentence a code."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.errors import AssistantError
from assistant.terms import Language
from assistant.turn import Problem

SENTENCES: Mapping[str, Mapping[Language, str]] = {
    "empty_turn": {
        "en": "Nothing came through. Type a few words, speak, or add a photo.",
        "zh": "没有收到内容。请输入文字、说句话，或添加一张照片。",
    },
    "text_too_long": {
        "en": "That is longer than I can read at once. Please keep it under {limit} characters.",
        "zh": "文字太长，一次读不完。请控制在{limit}个字以内。",
    },
    "photo_too_large": {
        "en": "That photo is too large. Please send one under {limit_mb} MB.",
        "zh": "照片太大了。请发送小于{limit_mb} MB的照片。",
    },
    "photo_broken": {
        "en": "I could not open that photo. A JPEG, PNG, WebP or HEIC picture works.",
        "zh": "这张照片打不开。请使用JPEG、PNG、WebP或HEIC格式。",
    },
    "photo_missing": {
        "en": "I could not find that photo. Please check the file and send it again.",
        "zh": "找不到这张照片。请检查文件后重新发送。",
    },
    "audio_missing": {
        "en": "I could not find that recording. Please check the file and send it again.",
        "zh": "找不到这段录音。请检查文件后重新发送。",
    },
    "audio_too_long": {
        "en": "That recording is too long for me. Please keep it under {limit} seconds.",
        "zh": "录音太长了。请控制在{limit}秒以内。",
    },
    "audio_too_large": {
        "en": "That recording is too large. Please keep it under {limit} seconds.",
        "zh": "录音文件太大了。请控制在{limit}秒以内。",
    },
    "audio_broken": {
        "en": "I could not open that recording. A WAV, FLAC, OGG or MP3 file works.",
        "zh": "这段录音打不开。请使用WAV、FLAC、OGG或MP3格式。",
    },
    "audio_silent": {
        "en": "I could not hear anything in the recording. Please try again, "
        "closer to the microphone.",
        "zh": "录音里没有听到声音。请靠近麦克风再试一次。",
    },
    "audio_unclear": {
        "en": "I heard sound but no words that I can be sure of. Please say it again, or type it.",
        "zh": "听到了声音，但听不清内容。请再说一遍，或者打字告诉我。",
    },
    "bad_request": {
        "en": "I could not read that request. It should be one JSON object with "
        "text, image or audio.",
        "zh": "无法读取这个请求。请发送一个含text、image或audio的JSON对象。",
    },
    "not_ready": {
        "en": "I am still warming up that part. Please try again in a moment; "
        "typing works already.",
        "zh": "这项功能还在准备中，请稍后再试；打字已经可以使用。",
    },
    "unknown_session": {
        "en": "I could not find that earlier conversation, so we begin a new one.",
        "zh": "没有找到之前的对话，我们重新开始。",
    },
    "ungrounded": {
        "en": "I could not back that answer with our records, so I will not give "
        "it. Please ask in another way.",
        "zh": "这个回答没有记录可以证实，所以我不说。请换个问法。",
    },
    "internal": {
        "en": "Something went wrong on our side. Nothing you sent is lost; please try again.",
        "zh": "我们这边出了点问题。您发的内容没有丢，请再试一次。",
    },
}


def explain_error(error: Exception, language: Language) -> Problem:
    """The problem to show. An error without a sentence of its own is 'internal'."""
    code = error.code if isinstance(error, AssistantError) else "internal"
    if code not in SENTENCES:
        code = "internal"
    details = error.details if isinstance(error, AssistantError) else {}
    return Problem(code, _fill(SENTENCES[code][language], details))


def _fill(sentence: str, details: Mapping[str, object]) -> str:
    limits = {"limit": 60, "limit_mb": 20} | dict(details)
    return sentence.format(**limits)
