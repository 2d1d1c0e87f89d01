"""Whisper on real recordings, and voice activity on what is no speech."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
import soundfile

from models.audio_features import SAMPLE_RATE_HZ, resample
from models.speech_to_text.transcriber import (
    Transcriber,
    load_transcriber,
    load_voice_activity,
)
from models.speech_to_text.voice_activity import SpanRules, VoiceActivity, find_spans

ROOT = Path(__file__).parents[3]
SPEECH = ROOT / "tests" / "data" / "speech"
pytestmark = pytest.mark.weights
RATE = SAMPLE_RATE_HZ


@pytest.fixture(scope="module")
def ear() -> Transcriber:
    return load_transcriber()


@pytest.fixture(scope="module")
def activity() -> VoiceActivity:
    return load_voice_activity()


def load(path: Path) -> np.ndarray:
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    return resample(np.ascontiguousarray(samples.mean(axis=1)), rate)


def error_rate(heard: str, said: str) -> float:
    """Edit distance over the length of what was said: by words, or by Chinese characters."""
    chinese = re.compile(r"[\u4e00-\u9fff]")
    split = chinese.findall if chinese.search(said) else re.compile(r"[a-z0-9]+").findall
    a, b = split(heard.lower()), split(said.lower())
    row = list(range(len(b) + 1))
    for i, one in enumerate(a, start=1):
        previous, row[0] = row[0], i
        for j, other in enumerate(b, start=1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (one != other))
    return row[-1] / len(b)


@pytest.mark.parametrize(
    ("file", "said", "language", "most"),
    [
        (
            "en_librispeech_1995-1837-0001.wav",
            "It was the first great sorrow of his life it was not so much the loss of the cotton "
            "itself but the fantasy the hopes the dreams built around it",
            "en",
            0.1,
        ),
        ("zh_aishell_BAC009S0724W0121.wav", "广州市房地产中介协会分析", "zh", 0.45),
        ("zh_cosyvoice_prompt.wav", "希望你以后能够做的比我还好呦", "zh", 0.4),
    ],
)
def test_real_speech_is_heard(
    ear: Transcriber, file: str, said: str, language: str, most: float
) -> None:
    heard = ear.transcribe(load(SPEECH / file))
    assert heard.language == language
    assert error_rate(heard.text, said) <= most


def test_a_spoken_wish_keeps_its_terms_and_its_price(ear: Transcriber) -> None:
    heard = ear.transcribe(load(ROOT / "assets" / "samples" / "spoken_request.wav"))
    folded = heard.text.lower().replace(",", "")
    assert "white gold" in folded
    assert "sapphire" in folded
    assert "15000" in folded or "fifteen thousand" in folded


def test_the_same_sound_gives_the_same_words(ear: Transcriber) -> None:
    samples = load(SPEECH / "en_ljspeech_LJ002-0035.wav")
    assert ear.transcribe(samples) == ear.transcribe(samples)


def noises() -> list[tuple[str, np.ndarray]]:
    rng = np.random.default_rng(3)
    seconds = np.arange(3 * RATE) / RATE
    white = rng.standard_normal(3 * RATE)
    clicks = np.zeros(3 * RATE)
    clicks[:: RATE // 4] = 0.9
    return [
        ("silence", np.zeros(3 * RATE)),
        ("white noise", white * 0.1),
        ("brown noise", np.cumsum(white) / 400),
        ("mains hum", 0.3 * np.sin(2 * np.pi * 50 * seconds)),
        ("clicks", clicks),
    ]


@pytest.mark.parametrize(("name", "samples"), noises(), ids=[name for name, _ in noises()])
def test_no_speech_is_found_where_nobody_speaks(
    activity: VoiceActivity, name: str, samples: np.ndarray
) -> None:
    assert activity.find_speech(samples.clip(-1, 1).astype(np.float32)) == ()


def test_speech_is_found_where_somebody_speaks(activity: VoiceActivity) -> None:
    quiet = np.zeros(RATE, dtype=np.float32)
    spoken = load(SPEECH / "zh_cosyvoice_prompt.wav")
    spans = activity.find_speech(np.concatenate([quiet, spoken, quiet]))
    assert spans[0].start_s == pytest.approx(1.2, abs=0.4)
    assert spans[-1].end_s <= len(spoken) / RATE + 1.6


def test_a_short_pause_does_not_end_a_span() -> None:
    pattern = [0.9] * 20 + [0.1] * 4 + [0.9] * 20 + [0.1] * 30
    probabilities = np.array(pattern, dtype=np.float32)
    assert len(find_spans(probabilities, 10.0, SpanRules())) == 1
