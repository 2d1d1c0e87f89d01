"""Picks every concrete class of the shop, once: the only place where shop and models meet."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from assistant.answers.composer import TemplateComposer
from assistant.answers.facts import Facts
from assistant.answers.grounding import GroundingCheck
from assistant.catalogue.images import load_pictures
from assistant.catalogue.ingest import read_catalogue
from assistant.catalogue.product import Product
from assistant.catalogue.vocabulary import load_vocabulary
from assistant.conversation import Conversations, SessionStore
from assistant.dialogue.policy import DialoguePolicy
from assistant.intake.reading import read_turn
from assistant.knowledge.cards import load_cards
from assistant.knowledge.library import Library
from assistant.readiness import Part, Readiness, Report
from assistant.respond import Assistant, Stages
from assistant.search.index import VectorIndex
from assistant.search.planner import VectorQueryPlanner
from assistant.search.searcher import CatalogueSearch
from assistant.settings import Settings
from assistant.terms import LANGUAGES, Language, Vocabulary, spoken
from assistant.turn import Speech, UserTurn, Vector
from assistant.understanding.understand import RuleUnderstander
from assistant.voice.transcribe import GuardedTranscriber
from models.speech_to_text.transcriber import PROMPTS

if TYPE_CHECKING:
    from models.image_encoder import ImageEncoder
    from models.speech_to_text.transcriber import Transcriber
    from models.speech_to_text.voice_activity import VoiceActivity
    from models.text_encoder import TextEncoder

log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True)
class ModelParts:
    """The models, each loading on its own."""

    text: Part[TextEncoder]
    photo: Part[ImageEncoder]
    ear: Part[tuple[VoiceActivity, Transcriber]]
    vectors: Part[VectorIndex]


@dataclass(frozen=True)
class Facet:
    """A whole shop, ready to take turns."""

    settings: Settings
    vocabulary: Vocabulary
    products: dict[str, Product]
    assistant: Assistant
    status: Readiness

    def conversations(self, store: SessionStore) -> Conversations:
        """Takes turns for sessions kept in ``store``."""
        read = partial(read_turn, limits=self.settings.limits)
        return Conversations(self.assistant, store, read)


def build(settings: Settings, *, wait: bool = False) -> Facet:
    """The shop. With ``wait`` a turn waits for the models it needs; without, it does without them
    (words still search) and says what is still loading. ``status.warm()`` loads them."""
    vocabulary = load_vocabulary(settings.knowledge / "vocabulary.yaml")
    report = read_catalogue(settings.catalogue / "products.jsonl", vocabulary)
    for error in report.errors:
        log.error("left out of the shop: %s", error)
    products = {product.id: product for product in report.products}
    cards = load_cards(settings.knowledge / "cards")
    search = CatalogueSearch(report.products, vocabulary, rates=settings.rates)
    parts = _model_parts(settings, report.products, vocabulary, search)
    doors = _Doors(parts, wait)
    stages = Stages(
        transcriber=GuardedTranscriber(
            doors.finder, doors.recogniser, doors.resample, tuple(PROMPTS.values())
        ),
        photo_reader=doors,
        understander=RuleUnderstander(vocabulary, products, settings.shop_currency),
        policy=DialoguePolicy(products, vocabulary),
        planner=VectorQueryPlanner(vocabulary, products, search, doors),
        searcher=search,
        library=Library(cards),
        composer=TemplateComposer(vocabulary, products, settings.rates),
        grounding=GroundingCheck(products, cards, vocabulary, settings.rates),
        products=products,
    )
    status = Readiness((parts.text, parts.photo, parts.vectors, parts.ear))
    return Facet(settings, vocabulary, products, Assistant(stages), status)


def open_store(settings: Settings) -> SessionStore:
    """The database of the settings, migrated."""
    from assistant.storage.database import open_database
    from assistant.storage.session_store import SqlSessionStore

    return SqlSessionStore(open_database(settings.database_url))


def card_words(
    facet: Facet,
) -> tuple[
    Callable[[Product, str, Language], str | None],
    Callable[[str, Language], str],
]:
    """How a product's fields are said on a card, and what the fields are called."""
    facts = Facts(facet.vocabulary)
    return facts.words, facts.name


def _model_parts(
    settings: Settings,
    products: Sequence[Product],
    vocabulary: Vocabulary,
    search: CatalogueSearch,
) -> ModelParts:
    def load_text(report: Report) -> TextEncoder:
        from models.text_encoder import load_text_encoder

        return load_text_encoder(_shown(report), home=settings.home, threads=settings.model_threads)

    def load_photo(report: Report) -> ImageEncoder:
        from models.embedder import load_image_encoder
        from models.threads import set_threads

        set_threads(settings.model_threads)
        encoder = load_image_encoder(_shown(report), home=settings.home)
        encoder.encode([np.full((64, 64, 3), 255, np.uint8)])  # the first call is the slow one
        return encoder

    def load_ear(report: Report) -> tuple[VoiceActivity, Transcriber]:
        from models.audio_features import mfcc_summary, resample
        from models.speech_to_text.transcriber import load_transcriber, load_voice_activity
        from models.threads import set_threads

        set_threads(settings.model_threads)
        ear = (
            load_voice_activity(_shown(report), home=settings.home),
            load_transcriber(_shown(report), home=settings.home),
        )
        quiet = resample(np.zeros(8_000, np.float32), 8_000)  # loads soxr and librosa's kernels
        mfcc_summary(quiet + np.float32(1e-3))
        ear[1].transcribe(quiet)
        return ear

    text, photo = Part("text", load_text), Part("photo", load_photo)

    def load_vectors(report: Report) -> VectorIndex:
        index = _product_vectors(settings, products, vocabulary, text.wait(), photo.wait(), report)
        search.use_vectors(index)
        return index

    return ModelParts(text, photo, Part("voice", load_ear), Part("catalogue", load_vectors))


class _Doors:
    """What the stages see of the models: planner's encoder, photo reader, ear."""

    def __init__(self, parts: ModelParts, wait: bool) -> None:
        self._parts = parts
        self._wait = wait

    def encode_text_query(self, text: str) -> Vector:
        """float32 (384,)."""
        self._use_vectors()
        vector: Vector = self._take(self._parts.text).encode_queries([text])[0]
        return vector

    def encode_speech(self, speech: Speech) -> Vector:
        """float32 (52,): the MFCC summary of the recording."""
        from models.audio_features import mfcc_summary, resample

        return mfcc_summary(resample(speech.samples, speech.sample_rate_hz))

    def fuse_query(
        self, text: Vector | None, photo: Vector | None, speech: Vector | None
    ) -> Vector:
        """One vector of what is there."""
        from models.fusion.concat import ConcatFusion
        from models.fusion.inputs import FusionInput

        return ConcatFusion().fuse_query(FusionInput(text, photo, speech))

    def read_photo(self, turn: UserTurn) -> Vector | None:
        """float32 (1280,) of the turn's photo."""
        if turn.photo is None:
            return None
        self._use_vectors()
        vector: Vector = self._take(self._parts.photo).encode([turn.photo.pixels])[0]
        return vector

    def finder(self) -> VoiceActivity:
        """Finds speech."""
        return self._take(self._parts.ear)[0]

    def recogniser(self) -> Transcriber:
        """Hears words."""
        return self._take(self._parts.ear)[1]

    def resample(self, samples: Vector, rate_hz: int) -> Vector:
        """To the models' sample rate."""
        from models.audio_features import resample

        return resample(samples, rate_hz)

    def _use_vectors(self) -> None:
        if self._wait:
            self._parts.vectors.wait()

    def _take(self, part: Part[T]) -> T:
        return part.wait() if self._wait else part.get()


def _product_vectors(  # noqa: PLR0913
    settings: Settings,
    products: Sequence[Product],
    vocabulary: Vocabulary,
    text: TextEncoder,
    photo: ImageEncoder,
    report: Report,
) -> VectorIndex:
    """Fused vectors of all products in both languages, from the cache where nothing changed."""
    from models.fusion.concat import ConcatFusion
    from models.fusion.inputs import FusionInput

    key = _vectors_key(settings.catalogue, products, text.name)
    path = settings.home / "vectors" / "products.npz"
    cached = VectorIndex.load(path, key)
    if cached:
        return cached
    fusion = ConcatFusion()
    pictures = load_pictures(products, settings.catalogue)
    looks: dict[str, Vector] = {}
    for number, (product_id, pixels) in enumerate(pictures, start=1):
        looks[product_id] = photo.encode([pixels])[0]
        report(number / len(products) / 2)
    rows: dict[Language, Vector] = {}
    for place, language in enumerate(LANGUAGES):
        meanings = text.encode_passages(
            [_passage(product, vocabulary, language) for product in products]
        )
        fused = [
            fusion.fuse_product(FusionInput(text=meaning, photo=looks.get(product.id)))
            for product, meaning in zip(products, meanings, strict=True)
        ]
        rows[language] = np.stack(fused)
        report(0.5 + (place + 1) / len(LANGUAGES) / 2)
    index = VectorIndex([product.id for product in products], rows)
    index.save(path, key)
    return index


def _passage(product: Product, vocabulary: Vocabulary, language: Language) -> str:
    """What the text encoder reads of a product, in one language: questions lean to their own."""
    facts = [
        vocabulary.label(slot, value, language)
        for slot in ("category", "metal_colour", "metal")
        if (value := getattr(product, slot)) is not None
    ]
    styles = [vocabulary.label("style", style, language) for style in product.styles]
    text = f"{spoken(product.name, language)}. {spoken(product.description, language)}"
    return f"{text} {', '.join([*facts, *styles])}"


def _vectors_key(folder: Path, products: Sequence[Product], model: str) -> str:
    """Changes when a record, a picture or an encoder does."""
    digest = hashlib.sha256(model.encode())
    for product in products:
        digest.update(
            json.dumps([product.id, *product.name.values(), *product.description.values()]).encode()
        )
        picture = folder / (product.image or "")
        digest.update(picture.read_bytes() if picture.is_file() else b"")
    return digest.hexdigest()


def _shown(report: Report) -> Callable[[str, int, int | None], None]:
    """Progress on the terminal and on the page."""
    from models.progress import TerminalProgress

    terminal = TerminalProgress()

    def listen(card_name: str, done_bytes: int, total_bytes: int | None, /) -> None:
        terminal(card_name, done_bytes, total_bytes)
        if total_bytes:
            report(0.95 * done_bytes / total_bytes)

    return listen
