"""Where somebody speaks: Silero VAD, so that silence and noise never reach the transcriber."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.audio_features import SAMPLE_RATE_HZ

FRAME = 512  # 32 ms, what the model was trained on at 16 kHz
_CONTEXT = 64  # samples of the frame before, put in front of each frame
_STATE = (2, 1, 128)


@dataclass(frozen=True)
class SpeechSpan:
    """Speech from ``start_s`` to ``end_s``, seconds from the start of the recording."""

    start_s: float
    end_s: float


@dataclass(frozen=True)
class SpanRules:
    """Speech begins at ``on``, ends below ``off`` for ``pause_s``; shorter than ``least_s`` is a
    click. The model's own defaults: 0.5, 0.35, 0.1 s, 0.25 s; a longer pause keeps sentences."""

    on: float = 0.5
    off: float = 0.35
    pause_s: float = 0.3
    least_s: float = 0.25
    margin_s: float = 0.1


class VoiceActivity:
    """Finds speech in recordings; each call has a state of its own."""

    def __init__(self, path: Path, rules: SpanRules | None = None) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = (
            1  # frames are tiny: a second thread costs more than it gives
        )
        options.inter_op_num_threads = 1
        self._session: Any = onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"]
        )
        self._rules = rules or SpanRules()

    def speech_probabilities(self, samples_16k: NDArray[np.float32]) -> NDArray[np.float32]:
        """(frames,) float32 in [0, 1], one each 32 ms of float32 mono at 16 kHz."""
        frames = -(-len(samples_16k) // FRAME)
        padded = np.zeros(_CONTEXT + frames * FRAME, dtype=np.float32)
        padded[_CONTEXT : _CONTEXT + len(samples_16k)] = samples_16k
        state = np.zeros(_STATE, dtype=np.float32)
        rate = np.array(SAMPLE_RATE_HZ, dtype=np.int64)
        found = np.zeros(frames, dtype=np.float32)
        for frame in range(frames):
            chunk = padded[frame * FRAME : frame * FRAME + FRAME + _CONTEXT][None]
            output, state = self._session.run(None, {"input": chunk, "state": state, "sr": rate})
            found[frame] = output[0, 0]
        return found

    def find_speech(self, samples_16k: NDArray[np.float32]) -> tuple[SpeechSpan, ...]:
        """The spans of speech, with a little room around each; empty for silence and noise."""
        probabilities = self.speech_probabilities(samples_16k)
        return find_spans(probabilities, len(samples_16k) / SAMPLE_RATE_HZ, self._rules)


def find_spans(
    probabilities: NDArray[np.float32], length_s: float, rules: SpanRules
) -> tuple[SpeechSpan, ...]:
    """Spans from frame probabilities by two thresholds (hysteresis)."""
    frame_s = FRAME / SAMPLE_RATE_HZ
    spans: list[tuple[int, int]] = []
    start: int | None = None
    quiet = 0
    for frame, probability in enumerate([*map(float, probabilities), 0.0]):
        is_last = frame == len(probabilities)
        if start is None:
            start = frame if probability >= rules.on and not is_last else None
            quiet = 0
            continue
        quiet = quiet + 1 if probability < rules.off else 0
        if is_last or quiet * frame_s >= rules.pause_s:
            end = frame - quiet + 1 if quiet else frame
            if (end - start) * frame_s >= rules.least_s:
                spans.append((start, end))
            start = None
    return tuple(
        SpeechSpan(
            max(0.0, begin * frame_s - rules.margin_s),
            min(length_s, end * frame_s + rules.margin_s),
        )
        for begin, end in spans
    )
