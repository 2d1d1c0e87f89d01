"""Whisper's decoder with a quicker last step, for the same greedy words.

Over half of a token's time goes into the last product: one hidden state against all 51,865 rows of
the token table, 106 MB read from memory a token. Two changes, both measured in models/LOG.md:

- Logits are worked out for the positions that the decoding reads, the start-of-transcript token
  (for the no-speech probability) and the last one. openai-whisper works them out for the whole
  prompt. The others are left at zero.
- The table is read in 8 bit to find the ``SHORTLIST`` likeliest tokens, and these are scored again
  in float32. Greedy decoding sees exact numbers for every token that can win; the rest enter only
  the normaliser of the probabilities.

The layers stay in float32: with all of them in 8 bit the base model repeated itself.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from torch import Tensor
    from whisper.model import TextDecoder, Whisper

SHORTLIST = 256  # Whisper suppresses about 90 tokens after this; the winner is far inside
_ENGINES = ("x86", "fbgemm")  # 8-bit kernels; elsewhere the table is read in float32

Scorer = Callable[["Tensor"], "Tensor"]


def quicken(model: Whisper, shortlist: int = SHORTLIST) -> bool:
    """Give ``model``'s decoder the quick last step, in place; True where 8 bit is in use.

    ``shortlist`` is at most the vocabulary's size. Machines without 8-bit kernels keep the first
    change alone.
    """
    from whisper.tokenizer import get_tokenizer

    decoder = model.decoder
    table = decoder.token_embedding.weight
    start_token = get_tokenizer(
        model.is_multilingual, num_languages=max(1, model.num_languages)
    ).sot
    pack = _pack(table)
    score: Scorer = _float_scorer(table)
    if pack is not None:
        score = _shortlist_scorer(table, pack, min(shortlist, table.shape[0]))
    decoder.forward = _forward(decoder, score, start_token)
    return pack is not None


def _forward(decoder: TextDecoder, score: Scorer, start_token: int) -> Callable[..., Tensor]:
    """``TextDecoder.forward`` of openai-whisper up to its last line."""
    import torch

    def forward(tokens: Tensor, audio: Tensor, kv_cache: dict[Any, Tensor] | None = None) -> Tensor:
        """tokens (batch, n) int64, audio (batch, positions, width) -> logits (batch, n, vocab)
        float32; zero at positions that are neither a start of transcript nor the last."""
        offset = next(iter(kv_cache.values())).shape[1] if kv_cache else 0
        hidden = decoder.token_embedding(tokens)
        hidden = hidden + decoder.positional_embedding[offset : offset + tokens.shape[-1]]
        for block in decoder.blocks:
            hidden = block(hidden, audio, mask=decoder.mask, kv_cache=kv_cache)
        hidden = decoder.ln(hidden)
        if tokens.shape[-1] == 1:
            return score(hidden)
        wanted = tokens == start_token
        wanted[:, -1] = True
        logits = torch.zeros(*tokens.shape, decoder.token_embedding.num_embeddings)
        logits[wanted] = score(hidden[wanted])
        return logits

    return forward


def _float_scorer(table: Tensor) -> Scorer:
    return lambda hidden: hidden @ table.T


def _shortlist_scorer(table: Tensor, pack: Any, size: int) -> Scorer:
    import torch

    def score(hidden: Tensor) -> Tensor:
        rough: Tensor = torch.ops.quantized.linear_dynamic(hidden, pack, True)
        _, likely = rough.topk(size, dim=-1, sorted=False)
        exact = torch.einsum("...d,...kd->...k", hidden, table[likely])
        return rough.scatter(-1, likely, exact)

    return score


def _pack(table: Tensor) -> Any | None:
    """The table in 8 bit, one scale a row; None where this machine has no kernel for it.

    7 bits of the activations are used (``reduce_range`` above), for processors without VNNI add
    pairs of products in 16 bit, where 8 bits could overflow.
    """
    import torch

    engine = next(
        (one for one in _ENGINES if one in torch.backends.quantized.supported_engines), ""
    )
    if not engine:
        return None
    if torch.backends.quantized.engine not in _ENGINES:
        torch.backends.quantized.engine = engine
    scales = table.detach().abs().amax(dim=1).clamp_min(1e-8) / 127.0
    zeros = torch.zeros(table.shape[0], dtype=torch.long)
    with warnings.catch_warnings():  # deprecated in favour of a package we do not need otherwise
        warnings.simplefilter("ignore")
        rows = torch.quantize_per_channel(table.detach(), scales, zeros, 0, torch.qint8)
        return torch.ops.quantized.linear_prepack(rows, None)
