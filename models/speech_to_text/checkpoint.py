"""Reads Whisper weights stored by CTranslate2 and names them as openai-whisper does.

The file layout (CTranslate2 ``python/ctranslate2/specs/model_spec.py``, ``_serialize``; all numbers
little-endian): uint32 format version; string name of the spec; uint32 its revision; uint32 count
of variables, each with string name, uint8 rank, uint32 per dimension, uint8 type, uint32 bytes and
the data in row order; uint32 count of aliases, two strings each. A string is uint16 length, then
bytes that end in a zero.

Every tensor has one place in openai-whisper's state dict: ``linear_0`` of self-attention stacks
query, key and value, ``linear_1`` is its output; in cross-attention ``linear_0`` is the query,
``linear_1`` stacks key and value, ``linear_2`` is the output. The key has no bias in Whisper; the
file stores zeros there, and that is checked.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from models.errors import CheckpointError

if TYPE_CHECKING:
    from whisper.model import Whisper

FORMAT_VERSION = 6
SPEC_NAME = "WhisperSpec"
NUMPY_TYPES: dict[int, np.dtype[Any]] = {
    0: np.dtype("<f4"),
    1: np.dtype("i1"),
    2: np.dtype("<i2"),
    3: np.dtype("<i4"),
    4: np.dtype("<f2"),
}

Arrays = dict[str, NDArray[np.generic]]
FloatArrays = dict[str, NDArray[np.float16] | NDArray[np.float32]]


@dataclass(frozen=True)
class WhisperDimensions:
    """The sizes openai-whisper's ``ModelDimensions`` takes, under its names."""

    n_mels: int
    n_audio_ctx: int
    n_audio_state: int
    n_audio_head: int
    n_audio_layer: int
    n_vocab: int
    n_text_ctx: int
    n_text_state: int
    n_text_head: int
    n_text_layer: int


class _Reader:
    """Walks over the file's bytes; a read past the end is a ``CheckpointError``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._bytes = path.read_bytes()
        self._position = 0

    def number(self, code: str) -> int:
        """One little-endian integer by its ``struct`` code."""
        size = struct.calcsize(code)
        (value,) = struct.unpack("<" + code, self.take(size))
        return int(value)

    def string(self) -> str:
        """One string without its closing zero."""
        return bytes(self.take(self.number("H"))).rstrip(b"\0").decode("utf-8")

    def take(self, size: int) -> memoryview:
        """The next ``size`` bytes, without a copy."""
        end = self._position + size
        if end > len(self._bytes):
            raise CheckpointError(self.path, f"it ends at byte {len(self._bytes)}, inside a value")
        view = memoryview(self._bytes)[self._position : end]
        self._position = end
        return view


def read_ctranslate2(path: Path) -> Arrays:
    """All variables of a CTranslate2 Whisper file, by name, as read-only arrays over its bytes.

    Raises ``CheckpointError`` where the file is not one, or is of another version.
    """
    reader = _Reader(path)
    version = reader.number("I")
    if version != FORMAT_VERSION:
        raise CheckpointError(path, f"format version {version}; expected {FORMAT_VERSION}")
    spec = reader.string()
    if spec != SPEC_NAME:
        raise CheckpointError(path, f"it holds a {spec!r}; expected a {SPEC_NAME!r}")
    reader.number("I")  # revision of the spec
    arrays: Arrays = {}
    for _ in range(reader.number("I")):
        name = reader.string()
        shape = tuple(reader.number("I") for _ in range(reader.number("B")))
        type_code = reader.number("B")
        data = reader.take(reader.number("I"))
        if type_code not in NUMPY_TYPES:
            raise CheckpointError(path, f"variable {name!r} has unknown type {type_code}")
        try:
            arrays[name] = np.frombuffer(data, NUMPY_TYPES[type_code]).reshape(shape)
        except ValueError as error:
            raise CheckpointError(path, f"variable {name!r} does not fill {shape}") from error
    return arrays


def read_dimensions(arrays: Arrays) -> WhisperDimensions:
    """The model's sizes, from the shapes of its tensors and the two stored head counts."""
    audio_ctx, audio_state = arrays["encoder/position_encodings/encodings"].shape
    text_ctx, text_state = arrays["decoder/position_encodings/encodings"].shape
    return WhisperDimensions(
        n_mels=arrays["encoder/conv1/weight"].shape[1],
        n_audio_ctx=audio_ctx,
        n_audio_state=audio_state,
        n_audio_head=int(arrays["encoder/num_heads"]),
        n_audio_layer=_count_layers(arrays, "encoder"),
        n_vocab=arrays["decoder/embeddings/weight"].shape[0],
        n_text_ctx=text_ctx,
        n_text_state=text_state,
        n_text_head=int(arrays["decoder/num_heads"]),
        n_text_layer=_count_layers(arrays, "decoder"),
    )


def to_openai_state(arrays: Arrays) -> Arrays:
    """The same numbers under openai-whisper's names; KeyError where a tensor is missing, ValueError
    where a key's bias is not zero."""
    state: Arrays = {
        "encoder.positional_embedding": arrays["encoder/position_encodings/encodings"],
        "decoder.positional_embedding": arrays["decoder/position_encodings/encodings"],
        "decoder.token_embedding.weight": arrays["decoder/embeddings/weight"],
    }
    for number in (1, 2):
        for part in ("weight", "bias"):
            state[f"encoder.conv{number}.{part}"] = arrays[f"encoder/conv{number}/{part}"]
    _copy_norm(arrays, "encoder/layer_norm", state, "encoder.ln_post")
    _copy_norm(arrays, "decoder/layer_norm", state, "decoder.ln")
    for side in ("encoder", "decoder"):
        for layer in range(_count_layers(arrays, side)):
            _copy_block(arrays, f"{side}/layer_{layer}", state, f"{side}.blocks.{layer}")
    return state


def load_whisper(path: Path) -> Whisper:
    """An openai-whisper model in float32, evaluation mode, with the file's weights.

    Takes a CTranslate2 file. Raises ``CheckpointError`` where it does not hold a Whisper.
    """
    import torch
    from whisper.model import ModelDimensions, Whisper

    arrays = read_ctranslate2(path)
    try:
        dimensions = read_dimensions(arrays)
        state = to_openai_state(arrays)
    except (KeyError, ValueError) as error:
        raise CheckpointError(path, f"not a whole Whisper: {error}") from error
    model = Whisper(ModelDimensions(**vars(dimensions)))
    tensors = {name: torch.from_numpy(array.astype(np.float32)) for name, array in state.items()}
    try:
        model.load_state_dict(tensors, assign=True)
    except RuntimeError as error:
        raise CheckpointError(path, str(error)) from error
    n_ctx = dimensions.n_text_ctx
    mask = torch.full((n_ctx, n_ctx), -torch.inf).triu_(1)
    model.decoder.register_buffer("mask", mask, persistent=False)
    heads = torch.zeros(dimensions.n_text_layer, dimensions.n_text_head, dtype=torch.bool)
    model.register_buffer("alignment_heads", heads.to_sparse(), persistent=False)
    for parameter in model.parameters():
        parameter.requires_grad_(False)
    model.eval()
    return model


def _count_layers(arrays: Arrays, side: str) -> int:
    prefix = f"{side}/layer_"
    return len({name.split("/")[1] for name in arrays if name.startswith(prefix)} - {"layer_norm"})


def _copy_norm(arrays: Arrays, source: str, state: Arrays, target: str) -> None:
    state[f"{target}.weight"] = arrays[f"{source}/gamma"]
    state[f"{target}.bias"] = arrays[f"{source}/beta"]


def _copy_linear(arrays: Arrays, source: str, state: Arrays, target: str) -> None:
    state[f"{target}.weight"] = arrays[f"{source}/weight"]
    state[f"{target}.bias"] = arrays[f"{source}/bias"]


def _copy_stacked(
    arrays: Arrays, source: str, state: Arrays, target: str, parts: tuple[str, ...]
) -> None:
    """Split rows of a stacked projection over ``parts``; the key's bias must be zero and goes."""
    weights = np.split(arrays[f"{source}/weight"], len(parts))
    biases = np.split(arrays[f"{source}/bias"], len(parts))
    for part, weight, bias in zip(parts, weights, biases, strict=True):
        state[f"{target}.{part}.weight"] = weight
        if part != "key":
            state[f"{target}.{part}.bias"] = bias
        elif np.any(bias):
            raise ValueError(f"{source}: the key has a bias, and Whisper's has none")


def _copy_block(arrays: Arrays, source: str, state: Arrays, target: str) -> None:
    """One transformer block; the decoder's also have cross-attention."""
    attention = f"{source}/self_attention"
    _copy_norm(arrays, f"{attention}/layer_norm", state, f"{target}.attn_ln")
    _copy_stacked(
        arrays, f"{attention}/linear_0", state, f"{target}.attn", ("query", "key", "value")
    )
    _copy_linear(arrays, f"{attention}/linear_1", state, f"{target}.attn.out")
    cross = f"{source}/attention"
    if f"{cross}/linear_0/weight" in arrays:
        _copy_norm(arrays, f"{cross}/layer_norm", state, f"{target}.cross_attn_ln")
        _copy_linear(arrays, f"{cross}/linear_0", state, f"{target}.cross_attn.query")
        _copy_stacked(arrays, f"{cross}/linear_1", state, f"{target}.cross_attn", ("key", "value"))
        _copy_linear(arrays, f"{cross}/linear_2", state, f"{target}.cross_attn.out")
    _copy_norm(arrays, f"{source}/ffn/layer_norm", state, f"{target}.mlp_ln")
    _copy_linear(arrays, f"{source}/ffn/linear_0", state, f"{target}.mlp.0")
    _copy_linear(arrays, f"{source}/ffn/linear_1", state, f"{target}.mlp.2")
