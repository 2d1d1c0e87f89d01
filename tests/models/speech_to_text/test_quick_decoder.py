"""The quick last step gives the slow one's numbers where they are read."""

from __future__ import annotations

import pytest
import torch
import whisper

from models.speech_to_text.quick_decoder import quicken
from tests.models.speech_to_text.tiny import tiny_whisper

START = 50_258
PROMPT = [50_361, 400, 1_000, 22, START, 50_259, 50_359]


@pytest.fixture
def audio() -> torch.Tensor:
    return torch.randn(1, 40, 16, generator=torch.Generator().manual_seed(1))


def test_the_winners_keep_their_exact_scores(audio: torch.Tensor) -> None:
    slow, quick = tiny_whisper(), tiny_whisper()
    quicken(quick)
    tokens = torch.tensor([PROMPT])
    expected = slow.logits(tokens, audio)[0]
    got = quick.logits(tokens, audio)[0]
    for place in (PROMPT.index(START), -1):
        best = expected[place].topk(20).indices
        assert torch.allclose(got[place][best], expected[place][best], atol=1e-4)
        assert got[place].argmax() == expected[place].argmax()


def test_probabilities_hardly_move(audio: torch.Tensor) -> None:
    slow, quick = tiny_whisper(), tiny_whisper()
    quicken(quick)
    tokens = torch.tensor([[START]])
    expected = slow.logits(tokens, audio).softmax(-1)
    assert torch.allclose(quick.logits(tokens, audio).softmax(-1), expected, atol=0.01)


def test_positions_that_nobody_reads_are_left_out(audio: torch.Tensor) -> None:
    quick = tiny_whisper()
    quicken(quick)
    logits = quick.logits(torch.tensor([PROMPT]), audio)
    assert logits.shape == (1, len(PROMPT), quick.dims.n_vocab)
    assert not logits[0, 1].any()


def test_greedy_words_are_the_same(audio: torch.Tensor) -> None:
    slow, quick = tiny_whisper(), tiny_whisper()
    quicken(quick)
    texts = []
    for model in (slow, quick):
        model.dims.n_audio_ctx = audio.shape[1]
        options = whisper.DecodingOptions(
            language="en", without_timestamps=True, fp16=False, sample_len=20, prompt="a ring"
        )
        texts.append(whisper.decode(model, audio, options)[0].tokens)
    assert len(texts[0]) > 3
    assert texts[0] == texts[1]


def test_without_8_bit_kernels_the_numbers_are_exact(
    audio: torch.Tensor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.speech_to_text.quick_decoder._ENGINES", ())
    slow, quick = tiny_whisper(), tiny_whisper()
    assert not quicken(quick)
    tokens = torch.tensor([PROMPT])
    assert torch.allclose(
        quick.logits(tokens, audio)[0, -1], slow.logits(tokens, audio)[0, -1], atol=1e-5
    )
