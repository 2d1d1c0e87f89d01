"""A transcript is what was said, or there is none."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.assembly import Facet
from assistant.errors import AudioError, NotReady
from assistant.intake.sound import read_speech
from assistant.settings import PROJECT, Limits
from assistant.turn import Speech
from assistant.voice.doubts import find_doubt
from assistant.voice.transcribe import GuardedTranscriber, Recogniser, SpeechFinder
from tests.fakes import FakeEar, FakeHeard

PROMPTS = (
    "A shopper asks a jeweller about a ring, necklace, pendant, earrings, bangle, jade.",
    "以下是普通话的句子，顾客在珠宝店询问：戒指、项链、吊坠、耳钉、手镯。",
)
FOUR_SECONDS = Speech(np.full(64_000, 0.1, np.float32), 16_000)


def listen(ear: FakeEar) -> GuardedTranscriber:
    def finder() -> SpeechFinder:
        return ear

    def recogniser() -> Recogniser:
        return ear

    return GuardedTranscriber(finder, recogniser, lambda samples, _rate: samples, PROMPTS)


def test_words_language_and_confidence_come_through() -> None:
    ear = FakeEar(FakeHeard("想要一只玉镯", "zh", 0.8), (1.0, 3.0))
    transcript = listen(ear).transcribe(FOUR_SECONDS, None)
    assert (transcript.text, transcript.language, transcript.confidence) == (
        "想要一只玉镯",
        "zh",
        0.8,
    )


def test_only_what_lies_between_the_first_and_the_last_word_is_heard() -> None:
    ear = FakeEar(FakeHeard("a gold ring"), (0.5, 1.5), (2.0, 3.0))
    listen(ear).transcribe(FOUR_SECONDS, None)
    assert ear.given == [40_000]


def test_the_recording_is_resampled_first() -> None:
    ear = FakeEar(FakeHeard("a gold ring"), (0.0, 2.0))
    asked: list[int] = []

    def halve(samples: np.ndarray, rate_hz: int) -> np.ndarray:
        asked.append(rate_hz)
        return samples[::2]

    transcriber = GuardedTranscriber(lambda: ear, lambda: ear, halve)
    transcriber.transcribe(Speech(np.ones(64_000, np.float32), 32_000), "en")
    assert asked == [32_000]
    assert ear.given == [32_000]


@pytest.mark.parametrize("spans", [(), ((1.0, 1.1),)])
def test_where_nobody_speaks_the_recogniser_is_not_even_asked(
    spans: tuple[tuple[float, float], ...],
) -> None:
    ear = FakeEar(FakeHeard("Thanks for watching!"), *spans)
    with pytest.raises(AudioError) as raised:
        listen(ear).transcribe(FOUR_SECONDS, None)
    assert raised.value.code == "audio_silent"
    assert ear.given == []


def test_doubtful_words_are_unclear_and_never_a_transcript() -> None:
    ear = FakeEar(FakeHeard("a silver star", avg_logprob=-2.9), (0.0, 2.0))
    with pytest.raises(AudioError) as raised:
        listen(ear).transcribe(FOUR_SECONDS, None)
    assert raised.value.code == "audio_unclear"


def test_a_model_that_still_loads_says_so() -> None:
    def loading() -> SpeechFinder:
        raise NotReady("voice is still loading")

    ear = FakeEar(FakeHeard("x"))
    with pytest.raises(NotReady):
        GuardedTranscriber(loading, lambda: ear, lambda s, _: s).transcribe(FOUR_SECONDS, None)


@pytest.mark.parametrize(
    ("heard", "spoken_s"),
    [
        (FakeHeard(""), 2.0),
        (FakeHeard("——"), 2.0),
        (FakeHeard("...!"), 2.0),
        (FakeHeard("a silver star", avg_logprob=-1.3), 2.0),
        (FakeHeard("gold gold gold gold gold", compression_ratio=3.1), 2.0),
        (FakeHeard("a ring", no_speech_probability=0.7, avg_logprob=-0.9), 2.0),
        (FakeHeard("Thank you so much for watching."), 3.0),
        (FakeHeard("Subtitles by the Amara.org community"), 3.0),
        (FakeHeard("请不吝点赞 订阅 转发 打赏支持明镜与点点栏目", "zh"), 5.0),
        (FakeHeard("谢谢大家的观看", "zh"), 3.0),
        (FakeHeard("字幕由 Amara.org 社区提供", "zh"), 3.0),
        (FakeHeard("Thank you.", avg_logprob=-0.7), 0.4),
        (FakeHeard("谢谢。", "zh", avg_logprob=-0.7), 0.4),
        (FakeHeard("A crown in a ring of gold, yellow, blue and blue and white."), 0.4),
        (FakeHeard("顾客想要一枚十八K金的钻石戒指", "zh"), 0.5),
        (FakeHeard("A shopper asks a jeweller about a ring, necklace,"), 4.0),
        (FakeHeard("戒指、项链、吊坠、耳钉、手镯", "zh"), 4.0),
    ],
)
def test_words_that_nobody_said_are_doubted(heard: FakeHeard, spoken_s: float) -> None:
    assert find_doubt(heard, spoken_s, PROMPTS) is not None


@pytest.mark.parametrize(
    ("heard", "spoken_s"),
    [
        (FakeHeard("Thank you."), 0.6),
        (FakeHeard("Thank you.", avg_logprob=-0.7), 1.4),
        (FakeHeard("谢谢", "zh"), 0.5),
        (FakeHeard("谢谢大家帮我看这枚戒指", "zh"), 2.5),
        (FakeHeard("1, 2, 3.", no_speech_probability=0.61, avg_logprob=-0.37), 2.0),
        (FakeHeard("a ring"), 0.4),
        (FakeHeard("a necklace, pendant or bangle"), 2.0),
        (FakeHeard("I would like to see an eighteen carat gold ring with a sapphire"), 2.6),
        (FakeHeard("我想看看五千块以内的翡翠手镯送给妈妈", "zh"), 2.4),
        (FakeHeard("18K金", "zh", avg_logprob=-1.1), 0.8),
    ],
)
def test_what_shoppers_say_is_believed(heard: FakeHeard, spoken_s: float) -> None:
    assert find_doubt(heard, spoken_s, PROMPTS) is None


@pytest.mark.weights
def test_a_spoken_request_is_heard(facet: Facet) -> None:
    data = (PROJECT / "assets" / "samples" / "spoken_request.wav").read_bytes()
    transcript = facet.assistant.stages.transcriber.transcribe(read_speech(data, Limits()), None)
    assert transcript.language == "en"
    assert "gold" in transcript.text.casefold() or "ring" in transcript.text.casefold()


@pytest.mark.weights
@pytest.mark.parametrize("noise", ["white", "hum", "click", "brown", "silence"])
def test_noise_is_never_answered_with_words(facet: Facet, noise: str) -> None:
    count, rng = 48_000, np.random.default_rng(0)
    samples = {
        "white": rng.normal(0, 0.1, count),
        "hum": 0.3 * np.sin(2 * np.pi * 50 * np.arange(count) / 16_000),
        "click": np.where(np.arange(count) % 16_000 == 8_000, 0.9, 0.0),
        "brown": np.cumsum(rng.normal(0, 0.005, count)) * 0.2,
        "silence": np.zeros(count),
    }[noise]
    speech = Speech(samples.clip(-1, 1).astype(np.float32), 16_000)
    with pytest.raises(AudioError):
        facet.assistant.stages.transcriber.transcribe(speech, None)
