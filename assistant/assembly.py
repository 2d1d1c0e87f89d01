"""Picks every concrete class of the shop, once: the only place where shop and models meet."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from assistant.answers.composer import TemplateComposer
from assistant.answers.facts import Facts
from assistant.answers.grounding import GroundingCheck
from assistant.answers.options import slot_values
from assistant.catalogue.images import ProductPictures
from assistant.catalogue.product import Product
from assistant.catalogue.shelf import Shelf, Stock
from assistant.conversation import Conversations, SessionStore
from assistant.dialogue.policy import DialoguePolicy
from assistant.intake.reading import read_turn
from assistant.knowledge.card import Card
from assistant.knowledge.cards import load_cards
from assistant.knowledge.library import Library
from assistant.money import Money, convert_by
from assistant.readiness import Part, Readiness, Report
from assistant.recommend.sets import SetBuilder
from assistant.respond import Assistant
from assistant.search.planner import VectorQueryPlanner
from assistant.search.searcher import CatalogueSearch
from assistant.search.vectors import VectorMaker
from assistant.settings import Settings
from assistant.shopfront import Display, LiveProducts, Shopfront
from assistant.stages import Stages
from assistant.storage.memory_store import MemorySessionStore
from assistant.terms import Language
from assistant.turn import RawTurn, Speech, UserTurn, Vector
from assistant.understanding.understand import RuleUnderstander
from assistant.voice.transcribe import GuardedTranscriber
from models.speech_to_text.transcriber import PROMPTS

if TYPE_CHECKING:
    from assistant.storage.catalogue_store import SqlCatalogueStore
    from models.image_encoder import ImageEncoder
    from models.speech_to_text.transcriber import Transcriber
    from models.speech_to_text.voice_activity import VoiceActivity
    from models.text_encoder import TextEncoder

log = logging.getLogger(__name__)
T = TypeVar("T")
_REHEARSAL = ("a silver braclet under 2000", "想买珍珠耳环", "三金，预算三百")


@dataclass(frozen=True)
class ModelParts:
    """The models, each loading on its own."""

    text: Part[TextEncoder]
    photo: Part[ImageEncoder]
    ear: Part[tuple[VoiceActivity, Transcriber]]
    vectors: Part[VectorMaker]


@dataclass(frozen=True)
class Facet:
    """A whole shop, ready to take turns. ``products`` and ``front`` are always of this moment."""

    settings: Settings
    front: Shopfront
    products: Mapping[str, Product]
    assistant: Assistant
    status: Readiness
    parts: ModelParts

    def conversations(self, store: SessionStore) -> Conversations:
        """Takes turns for sessions kept in ``store``."""
        read = partial(read_turn, limits=self.settings.limits)
        return Conversations(self.assistant, store, read)

    def rehearse(self) -> None:
        """Takes a few turns of nobody's: word lists, the Chinese dictionary and the solver load
        when they are first needed (0.1 to 0.4 s each), and no shopper shall wait for them."""
        conversations = self.conversations(MemorySessionStore())
        session, _ = conversations.open(None)
        for words in _REHEARSAL:
            conversations.take(session.id, RawTurn(text=words))


def build(settings: Settings, *, wait: bool = False) -> Facet:
    """The shop. With ``wait`` a turn waits for the models it needs; without, it does without them
    (words still search) and says what is still loading. ``status.warm()`` loads them, and
    ``front.watch()`` takes in what merchants change."""
    doors = _Doors(wait)
    front = Shopfront(
        open_shelf(settings),
        partial(_furnish, settings, load_cards(settings.knowledge / "cards"), doors),
        settings.home / "vectors" / "products.npz",
        settings.catalogue / "vectors.npz",
    )
    doors.parts = parts = _model_parts(settings, front)
    assistant = Assistant(lambda: front.display.stages)
    status = Readiness((parts.text, parts.photo, parts.vectors, parts.ear))
    return Facet(settings, front, LiveProducts(front), assistant, status, parts)


def _furnish(
    settings: Settings, cards: tuple[Card, ...], doors: _Doors, stock: Stock, before: Display | None
) -> Display:
    """The search and the stages over one stock; those of the stock before lend their work."""
    vocabulary = stock.vocabulary
    products = {product.id: product for product in stock.products}
    search = CatalogueSearch(
        stock.products,
        vocabulary,
        rates=settings.rates,
        digest=stock.digest,
        before=before.search if before else None,
    )

    def convert(amount: Money, currency: str) -> Money | None:
        return convert_by(amount, currency, settings.rates)

    stated = (settings.rates, search, settings.metal_prices)
    had = before.stages.understander if before else None
    stages = Stages(
        transcriber=GuardedTranscriber(
            doors.finder, doors.recogniser, doors.resample, tuple(PROMPTS.values())
        ),
        photo_reader=doors,
        understander=RuleUnderstander(
            vocabulary,
            products,
            settings.shop_currency,
            settings.rates,
            had if isinstance(had, RuleUnderstander) else None,
        ),
        policy=DialoguePolicy(products, vocabulary, search, slot_values),
        planner=VectorQueryPlanner(vocabulary, products, search, doors),
        searcher=search,
        sets=SetBuilder(products, search.matching, convert, settings.shop_currency),
        values_of=slot_values,
        library=Library(cards),
        composer=TemplateComposer(vocabulary, products, *stated),
        grounding=GroundingCheck(products, cards, vocabulary, *stated),
        products=products,
    )
    return Display(stock, products, search, stages)


def open_store(settings: Settings) -> SessionStore:
    """The sessions in the database of the settings, migrated."""
    from assistant.storage.database import open_database
    from assistant.storage.session_store import SqlSessionStore

    return SqlSessionStore(open_database(settings.database_url))


def open_catalogue(settings: Settings) -> SqlCatalogueStore:
    """The merchants' products in the database of the settings, migrated."""
    from assistant.storage.catalogue_store import SqlCatalogueStore
    from assistant.storage.database import open_database

    return SqlCatalogueStore(open_database(settings.database_url))


def open_shelf(settings: Settings) -> Shelf:
    """The starter catalogue and what merchants brought."""
    return Shelf(
        settings.catalogue / "products.jsonl",
        settings.knowledge / "vocabulary.yaml",
        open_catalogue(settings),
    )


def card_words(
    facet: Facet,
) -> tuple[
    Callable[[Product, str, Language], str | None],
    Callable[[str, Language], str],
]:
    """How a product's fields are said on a card, and what the fields are called."""

    def words(product: Product, field: str, language: Language) -> str | None:
        return Facts(facet.front.vocabulary).words(product, field, language)

    def name(field: str, language: Language) -> str:
        return Facts(facet.front.vocabulary).name(field, language)

    return words, name


def _model_parts(settings: Settings, front: Shopfront) -> ModelParts:
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

    def load_vectors(report: Report) -> VectorMaker:
        from models.embedder import Embedder

        pictures = ProductPictures(settings.picture_folders)
        maker = VectorMaker(Embedder(text.wait(), photo.wait()), pictures)
        front.use_encoder(maker, report)
        return maker

    return ModelParts(text, photo, Part("voice", load_ear), Part("catalogue", load_vectors))


class _Doors:
    """What the stages see of the models: planner's encoder, photo reader, ear."""

    parts: ModelParts  # set once, before the first turn: loading vectors needs the shopfront

    def __init__(self, wait: bool) -> None:
        self._wait = wait

    def encode_text_query(self, text: str) -> Vector:
        """float32 (384,)."""
        self._use_vectors()
        vector: Vector = self._take(self.parts.text).encode_queries([text])[0]
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
        vector: Vector = self._take(self.parts.photo).encode([turn.photo.pixels])[0]
        return vector

    def finder(self) -> VoiceActivity:
        """Finds speech."""
        return self._take(self.parts.ear)[0]

    def recogniser(self) -> Transcriber:
        """Hears words."""
        return self._take(self.parts.ear)[1]

    def resample(self, samples: Vector, rate_hz: int) -> Vector:
        """To the models' sample rate."""
        from models.audio_features import resample

        return resample(samples, rate_hz)

    def _use_vectors(self) -> None:
        if self._wait:
            self.parts.vectors.wait()

    def _take(self, part: Part[T]) -> T:
        return part.wait() if self._wait else part.get()


def _shown(report: Report) -> Callable[[str, int, int | None], None]:
    """Progress on the terminal and on the page."""
    from models.progress import TerminalProgress

    terminal = TerminalProgress()

    def listen(card_name: str, done_bytes: int, total_bytes: int | None, /) -> None:
        terminal(card_name, done_bytes, total_bytes)
        if total_bytes:
            report(0.95 * done_bytes / total_bytes)

    return listen
