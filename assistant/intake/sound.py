"""From bytes to a recording: WAV, FLAC, OGG or MP3, decoded in the process (no ffmpeg)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.errors import AudioError
from assistant.intake.limits import Limits
from assistant.turn import Speech

if TYPE_CHECKING:
    from soundfile import SoundFile

_SILENT_BELOW = 1e-4  # -80 dB of full scale: a muted microphone, not a quiet voice
_BLOCK_FRAMES = 65_536  # averaged to mono block by block: a header may promise eight channels
_RATES_HZ = range(1_000, 768_001)  # from a toy to the fastest converters made


def read_speech(data: bytes, limits: Limits) -> Speech:
    """The recording in ``data``, channels averaged, float32 mono in [-1, 1].

    Raises AudioError: audio_too_large, audio_too_long (by the header, before it is decoded),
    audio_broken, or audio_silent where nothing is in it.
    """
    if len(data) > limits.audio_bytes:
        raise AudioError(
            f"{len(data)} bytes of sound; at most {limits.audio_bytes}",
            code="audio_too_large",
            limit=int(limits.audio_seconds),
        )
    import soundfile

    try:
        with soundfile.SoundFile(io.BytesIO(data)) as sound:
            rate = int(sound.samplerate)
            if rate not in _RATES_HZ:
                raise ValueError(f"{rate} samples a second")
            if sound.frames > limits.audio_seconds * rate:
                raise _too_long(sound.frames / rate, limits)
            mono = _read_mono(sound, rate, limits)
    except (OSError, RuntimeError, ValueError, TypeError, MemoryError) as error:
        raise AudioError(  # soundfile's own error is a RuntimeError
            f"{len(data)} bytes that are no recording (they begin {data[:8]!r}); "
            "send WAV, FLAC, OGG or MP3",
            code="audio_broken",
        ) from error
    if float(np.abs(mono).max(initial=0.0)) < _SILENT_BELOW:
        raise AudioError(
            f"{len(mono) / rate:.1f} s of silence; check the microphone", code="audio_silent"
        )
    return Speech(mono, rate)


def _read_mono(sound: SoundFile, rate: int, limits: Limits) -> NDArray[np.float32]:
    """All samples, finite and within [-1, 1]; counted again, for a header may say too little."""
    blocks: list[NDArray[np.float32]] = []
    left = int(limits.audio_seconds * rate)
    while True:
        block = sound.read(_BLOCK_FRAMES, dtype="float32", always_2d=True)
        if not len(block):
            break
        left -= len(block)
        if left < 0:
            raise _too_long((limits.audio_seconds * rate - left) / rate, limits)
        finite = np.nan_to_num(block, nan=0.0, posinf=1.0, neginf=-1.0)
        blocks.append(finite.clip(-1.0, 1.0).mean(axis=1).astype(np.float32))
    return np.concatenate(blocks) if blocks else np.zeros(0, np.float32)


def _too_long(seconds: float, limits: Limits) -> AudioError:
    return AudioError(
        f"{seconds:.0f} s of sound; at most {limits.audio_seconds:.0f} s",
        code="audio_too_long",
        seconds=round(seconds),
        limit=int(limits.audio_seconds),
    )
