"""Any recording becomes finite mono float32, or an AudioError."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import AudioError
from assistant.intake.sound import read_speech
from tests.intake.files import LIMITS, SMALL, record, tone


@pytest.mark.parametrize(
    ("kind", "subtype"),
    [
        ("WAV", "PCM_16"),
        ("WAV", "PCM_24"),
        ("WAV", "PCM_U8"),
        ("WAV", "PCM_32"),
        ("WAV", "FLOAT"),
        ("WAV", "DOUBLE"),
        ("WAV", "ULAW"),
        ("FLAC", "PCM_16"),
        ("OGG", "VORBIS"),
        ("OGG", "OPUS"),
        ("MP3", "MPEG_LAYER_III"),
    ],
)
def test_each_format_keeps_length_and_level(kind: str, subtype: str) -> None:
    speech = read_speech(record(tone(), 16_000, kind, subtype), LIMITS)
    assert speech.samples.dtype == np.float32
    assert speech.samples.ndim == 1
    assert len(speech.samples) / speech.sample_rate_hz == pytest.approx(1.0, abs=0.15)
    middle = speech.samples[len(speech.samples) // 4 : len(speech.samples) // 2]
    assert float(np.abs(middle).max()) == pytest.approx(0.5, abs=0.06)


@pytest.mark.parametrize("rate_hz", [8_000, 11_025, 44_100, 48_000, 96_000])
def test_the_sample_rate_of_the_file_is_kept(rate_hz: int) -> None:
    speech = read_speech(record(tone(0.2, rate_hz), rate_hz), LIMITS)
    assert speech.sample_rate_hz == rate_hz
    assert len(speech.samples) == int(0.2 * rate_hz)


@pytest.mark.parametrize("channels", [2, 6])
def test_channels_are_averaged(channels: int) -> None:
    loud = tone(0.1, channels=channels)
    loud[:, 1:] = 0.0
    speech = read_speech(record(loud), LIMITS)
    assert float(speech.samples.max()) == pytest.approx(0.5 / channels, abs=0.01)


def test_nan_and_overload_become_finite_and_within_one() -> None:
    wild = np.array([np.nan, np.inf, -np.inf, 7.0, -7.0, 0.25] * 200, np.float32)
    samples = read_speech(record(wild, subtype="FLOAT"), LIMITS).samples
    assert samples[:6].tolist() == [0.0, 1.0, -1.0, 1.0, -1.0, 0.25]


def test_a_recording_over_the_limit_is_refused_with_both_lengths() -> None:
    with pytest.raises(AudioError) as raised:
        read_speech(record(tone(3.0)), SMALL)
    assert raised.value.code == "audio_too_long"
    assert raised.value.details == {"seconds": 3, "limit": 2}


def test_a_recording_of_just_the_limit_is_taken() -> None:
    assert len(read_speech(record(tone(2.0)), SMALL).samples) == 32_000


def test_hours_of_compressed_silence_are_refused_by_the_header() -> None:
    hours = record(np.zeros(8_000 * 3_600, np.int16), 8_000, "FLAC")
    with pytest.raises(AudioError) as raised:
        read_speech(hours, LIMITS)
    assert raised.value.code == "audio_too_long"


def test_too_many_bytes_are_refused() -> None:
    with pytest.raises(AudioError) as raised:
        read_speech(bytes(1_000_001), SMALL)
    assert raised.value.code == "audio_too_large"


@pytest.mark.parametrize("samples", [np.zeros(0), np.zeros(16_000), np.full(16_000, 1e-6)])
def test_nothing_in_a_recording_is_silence(samples: np.ndarray) -> None:
    with pytest.raises(AudioError) as raised:
        read_speech(record(samples.astype(np.float32), subtype="FLOAT"), LIMITS)
    assert raised.value.code == "audio_silent"


@pytest.mark.parametrize(
    "data",
    [b"", b"RIFF", b"not a sound", b"ID3\x04", b"fLaC" + bytes(40), record(tone())[:30]],
    ids=lambda data: f"{len(data)} bytes",
)
def test_what_is_no_recording_is_broken(data: bytes) -> None:
    with pytest.raises(AudioError) as raised:
        read_speech(data, LIMITS)
    assert raised.value.code in {"audio_broken", "audio_silent"}


WHOLE = [record(tone(0.3), 16_000, kind) for kind in ("WAV", "FLAC", "OGG", "MP3")]


@settings(max_examples=150, deadline=None)
@given(
    whole=st.sampled_from(WHOLE),
    place=st.floats(0, 1),
    junk=st.binary(min_size=1, max_size=12),
    keep=st.floats(0.1, 1),
)
def test_damage_anywhere_raises_nothing_but_an_audio_error(
    whole: bytes, place: float, junk: bytes, keep: float
) -> None:
    at = int(place * len(whole))
    damaged = (whole[:at] + junk + whole[at + len(junk) :])[: int(keep * len(whole))]
    try:
        speech = read_speech(damaged, LIMITS)
    except AudioError:
        return
    assert np.isfinite(speech.samples).all()
    assert float(np.abs(speech.samples).max()) <= 1.0
    assert len(speech.samples) <= LIMITS.audio_seconds * speech.sample_rate_hz
