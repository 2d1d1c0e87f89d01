"""From bytes to a recording: WAV, FLAC, OGG or MP3, decoded in the process (no ffmpeg)."""

from __future__ import annotations

import io

import numpy as np

from assistant.errors import AudioError
from assistant.intake.limits import Limits
from assistant.turn import Speech

_SILENT_BELOW = 1e-4  # -80 dB of full scale: a muted microphone, not a quiet voice


def read_speech(data: bytes, limits: Limits) -> Speech:
    """The recording in ``data``, channels averaged, float32 mono in [-1, 1].

    Raises AudioError: audio_too_large, audio_too_long (by the header, before it is decoded),
    audio_broken, or audio_silent where nothing is in it.
    """
    seconds = int(limits.audio_seconds)
    if len(data) > limits.audio_bytes:
        raise AudioError(
            f"{len(data)} bytes of sound; at most {limits.audio_bytes}",
            code="audio_too_large",
            limit=seconds,
        )
    import soundfile

    try:
        with soundfile.SoundFile(io.BytesIO(data)) as sound:
            rate = int(sound.samplerate)
            if sound.frames > limits.audio_seconds * rate:
                raise AudioError(
                    f"{sound.frames / rate:.0f} s of sound; at most {seconds} s",
                    code="audio_too_long",
                    limit=seconds,
                )
            samples = sound.read(dtype="float32", always_2d=True)
    except (soundfile.LibsndfileError, RuntimeError, ValueError, TypeError) as error:
        raise AudioError(
            f"{len(data)} bytes that are no recording (they begin {data[:8]!r}); "
            "send WAV, FLAC, OGG or MP3",
            code="audio_broken",
        ) from error
    mono = np.nan_to_num(samples.mean(axis=1)).clip(-1.0, 1.0).astype(np.float32)
    if not len(mono) or float(np.abs(mono).max()) < _SILENT_BELOW:
        raise AudioError(
            f"{len(mono) / rate:.1f} s of silence; check the microphone", code="audio_silent"
        )
    return Speech(mono, rate)
