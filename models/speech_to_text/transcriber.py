"""Speech to words: openai-whisper's base model (Radford et al. 2022), made quick for short turns.

Whisper pads every recording to 30 s. Here the mel and the positional embedding are cut to the
utterance and a second, which takes the encoder from about a second to a fifth of that with the same
words (measured in models/LOG.md).
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from models.audio_features import SAMPLE_RATE_HZ
from models.progress import ProgressListener
from models.registry import SILERO_VAD, WHISPER_BASE
from models.speech_to_text.checkpoint import load_whisper
from models.speech_to_text.quick_decoder import quicken
from models.speech_to_text.voice_activity import VoiceActivity
from models.weights import fetch

if TYPE_CHECKING:
    from torch import Tensor
    from whisper.decoding import DecodingResult
    from whisper.model import Whisper

SpokenLanguage = Literal["en", "zh"]
LANGUAGES: tuple[SpokenLanguage, ...] = ("en", "zh")
_SAMPLES_PER_POSITION = 320  # 10 ms a mel frame, two frames a position
_POSITIONS_PER_S = SAMPLE_RATE_HZ // _SAMPLES_PER_POSITION
_ROOM_S = 1.0
_MOST_S = 30.0
# Rising temperatures where a decoding repeats itself or is unsure (Radford et al. 2022, 4.5).
_TEMPERATURES = (0.0, 0.4, 0.8)
_REPEATS_ABOVE = 2.4
_UNSURE_BELOW = -1.0
# More tokens than anybody can say: a decoding that repeats itself stops here and not at 224.
_TOKENS_PER_S = 20
_TOKENS_AT_LEAST = 24
_SEED = 7  # the rising temperatures draw at random; the same sound must give the same words
# What a jeweller hears, so that its words are likelier; the Chinese one asks for simplified text.
PROMPTS: dict[SpokenLanguage, str] = {
    "en": "A shopper asks a jeweller about a ring, necklace, pendant, earrings, bangle, jade, "
    "18k gold, platinum, moissanite, carat.",
    "zh": "以下是普通话的句子，顾客在珠宝店询问："
    "戒指、项链、吊坠、耳钉、手镯、翡翠、和田玉、18K金、铂金、钻石、克拉。",
}


@dataclass(frozen=True)
class SpokenText:
    """What was heard. ``confidence`` in [0, 1] is exp(mean log-probability of a token)."""

    text: str
    language: SpokenLanguage
    confidence: float
    no_speech_probability: float
    avg_logprob: float
    compression_ratio: float


class Transcriber:
    """Transcribes English and Mandarin, one utterance at a time (the cut model is shared)."""

    def __init__(self, model: Whisper) -> None:
        self._model = model
        self._whole_position = model.encoder.positional_embedding
        self._lock = threading.Lock()

    def transcribe(
        self,
        samples_16k: NDArray[np.float32],
        language: SpokenLanguage | None = None,
        prompt: str | None = None,
    ) -> SpokenText:
        """The words of float32 mono at 16 kHz; what lies past 30 s is heard in a next window.

        ``language`` None: English or Mandarin, whichever is likelier. ``prompt`` replaces the
        jeweller's words for the language.
        """
        windows = range(0, max(1, len(samples_16k)), int(_MOST_S * SAMPLE_RATE_HZ))
        heard = []
        with self._lock:
            for start in windows:
                window = samples_16k[start : start + int(_MOST_S * SAMPLE_RATE_HZ)]
                if start and len(window) < SAMPLE_RATE_HZ // 2:
                    continue
                one = self._window(window, language, prompt)
                language = one.language
                heard.append(one)
        return _join(heard)

    def _window(
        self,
        samples: NDArray[np.float32],
        language: SpokenLanguage | None,
        prompt: str | None,
    ) -> SpokenText:
        import torch

        with torch.inference_mode():
            audio = self._encode(samples)
            spoken = language or self._detect(audio)
            result = self._decode(audio, spoken, prompt if prompt is not None else PROMPTS[spoken])
        return SpokenText(
            result.text.strip(),
            spoken,
            float(np.exp(result.avg_logprob)),
            float(result.no_speech_prob),
            float(result.avg_logprob),
            float(result.compression_ratio),
        )

    def _encode(self, samples: NDArray[np.float32]) -> Tensor:
        """Encoder output (1, positions, width) for just as long as the utterance is."""
        import whisper
        from torch import nn

        positions = int(len(samples) / _SAMPLES_PER_POSITION + _ROOM_S * _POSITIONS_PER_S)
        positions = min(positions, self._whole_position.shape[0])
        padded = whisper.pad_or_trim(samples, positions * _SAMPLES_PER_POSITION)
        mel = whisper.log_mel_spectrogram(padded, self._model.dims.n_mels)[None]
        self._model.encoder.positional_embedding = nn.Buffer(
            self._whole_position[:positions], persistent=False
        )
        self._model.dims.n_audio_ctx = positions  # decode takes ready output of this length
        encoded: Tensor = self._model.encoder(mel)
        return encoded

    def _detect(self, audio: Tensor) -> SpokenLanguage:
        import whisper

        _, (probabilities,) = whisper.decoding.detect_language(self._model, audio)
        return max(LANGUAGES, key=lambda language: float(probabilities[language]))

    def _decode(self, audio: Tensor, language: SpokenLanguage, prompt: str) -> DecodingResult:
        import torch
        import whisper

        most = int(_TOKENS_AT_LEAST + _TOKENS_PER_S * audio.shape[1] / _POSITIONS_PER_S)
        result: DecodingResult | None = None
        for temperature in _TEMPERATURES:
            options = whisper.DecodingOptions(
                language=language,
                temperature=temperature,
                sample_len=min(most, self._model.dims.n_text_ctx // 2),
                prompt=prompt or None,
                without_timestamps=True,
                fp16=False,
            )
            with torch.random.fork_rng(devices=[]):
                torch.manual_seed(_SEED)
                (result,) = whisper.decode(self._model, audio, options)
            if result.compression_ratio <= _REPEATS_ABOVE and result.avg_logprob >= _UNSURE_BELOW:
                break
        if result is None:
            raise RuntimeError("no temperature was tried")  # the tuple above is not empty
        return result


def load_transcriber(
    progress: ProgressListener | None = None, *, home: Path | None = None
) -> Transcriber:
    """The transcriber, its weights fetched first where needed."""
    model = load_whisper(fetch(WHISPER_BASE, progress, home=home))
    quicken(model)
    return Transcriber(model)


def load_voice_activity(
    progress: ProgressListener | None = None, *, home: Path | None = None
) -> VoiceActivity:
    """The speech finder, its weights fetched first where needed."""
    return VoiceActivity(fetch(SILERO_VAD, progress, home=home))


def _join(heard: list[SpokenText]) -> SpokenText:
    if len(heard) == 1:
        return heard[0]
    joiner = "" if heard[0].language == "zh" else " "
    return SpokenText(
        joiner.join(one.text for one in heard if one.text),
        heard[0].language,
        float(np.mean([one.confidence for one in heard])),
        max(one.no_speech_probability for one in heard),
        min(one.avg_logprob for one in heard),
        max(one.compression_ratio for one in heard),
    )
