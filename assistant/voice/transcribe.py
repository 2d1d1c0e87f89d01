"""From a recording to a transcript, and never an invented one.

Voice activity must find speech at all, only what lies between its first and last word is heard, and
the words must stand up to ``doubts.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.errors import AudioError
from assistant.terms import Language
from assistant.turn import Speech, Transcript
from assistant.voice.doubts import Heard, find_doubt

Samples = NDArray[np.float32]
MODEL_RATE_HZ = 16_000

_LEAST_SPEECH_S = 0.25  # the shortest span that voice activity reports; a shorter one is a click


class Span(Protocol):
    """A stretch of speech, in seconds."""

    @property
    def start_s(self) -> float: ...
    @property
    def end_s(self) -> float: ...


class SpeechFinder(Protocol):
    """Where somebody speaks in float32 mono at 16 kHz."""

    def find_speech(self, samples_16k: Samples, /) -> Sequence[Span]: ...


class Recogniser(Protocol):
    """Words of float32 mono at 16 kHz; ``language`` None lets it choose."""

    def transcribe(self, samples_16k: Samples, language: Language | None = None, /) -> Heard: ...


class GuardedTranscriber:
    """Implements ``respond.Transcriber``. The callables give a loaded model, or raise NotReady."""

    def __init__(
        self,
        finder: Callable[[], SpeechFinder],
        recogniser: Callable[[], Recogniser],
        resample: Callable[[Samples, int], Samples],
        prompts: Sequence[str] = (),
    ) -> None:
        """``prompts`` are the sentences that prime the recogniser: it must not give them back."""
        self._finder = finder
        self._recogniser = recogniser
        self._resample = resample
        self._prompts = tuple(prompts)

    def transcribe(self, speech: Speech, locale: Language | None) -> Transcript:
        """The words. Raises AudioError: audio_silent where nobody speaks, audio_unclear where the
        words cannot be trusted. ``locale`` is not forced on the ear: bilingual shoppers switch."""
        del locale
        samples = self._resample(speech.samples, speech.sample_rate_hz)
        spans = self._finder().find_speech(samples)
        spoken_s = sum(span.end_s - span.start_s for span in spans)
        if spoken_s < _LEAST_SPEECH_S:
            raise AudioError(
                f"{len(samples) / MODEL_RATE_HZ:.1f} s of sound, {spoken_s:.2f} s of speech; "
                f"at least {_LEAST_SPEECH_S} s is needed. Record again, nearer.",
                code="audio_silent",
            )
        first = int(spans[0].start_s * MODEL_RATE_HZ)
        last = int(spans[-1].end_s * MODEL_RATE_HZ)
        heard = self._recogniser().transcribe(samples[first:last])
        doubt = find_doubt(heard, spoken_s, self._prompts)
        if doubt:
            raise AudioError(
                f"{doubt}: {heard.text!r} is not used. Say it again.", code="audio_unclear"
            )
        return Transcript(heard.text, heard.language, heard.confidence)
