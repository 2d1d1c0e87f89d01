"""The JSON contract as pydantic models: what the HTTP route documents and checks."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class TurnIn(BaseModel):
    """One turn. Any of text, image and audio may be missing; files are base64, never a path."""

    model_config = ConfigDict(extra="ignore")

    session: str | None = Field(None, max_length=64, description="An id that this route gave")
    text: str | None = Field(None, description="What the shopper typed")
    image: str | None = Field(None, description="A photo: base64, or a data: URL")
    audio: str | None = Field(None, description="A recording (WAV, FLAC, OGG, MP3): base64")
    locale: Literal["en", "zh"] | None = Field(None, description="None: automatic")


class WhyOut(BaseModel):
    """A part of a product's score."""

    part: str
    score: float
    text: str


class ProductOut(BaseModel):
    """A product of a reply."""

    id: str
    name: str
    price_minor: int
    currency: str
    image_url: str | None
    available: bool | None
    facts: dict[str, str | None]
    why: list[WhyOut]


class ClaimOut(BaseModel):
    """A checked statement of the reply."""

    text: str
    source: str
    field: str
    value: object


class QuestionOut(BaseModel):
    """The one question of a turn."""

    slot: str
    options: list[str]
    counts: list[int] = Field([], description="How many pieces each option leaves, if counted")


class ErrorOut(BaseModel):
    """Something went wrong, in the shopper's language."""

    code: str
    message: str


class TurnOut(BaseModel):
    """The answer to one turn."""

    session: str | None
    turn: int
    reply: str
    language: str
    transcript: str | None
    intent: str
    constraints: dict[str, object]
    products: list[ProductOut]
    claims: list[ClaimOut]
    question: QuestionOut | None
    suggestions: list[str]
    timings_ms: dict[str, float]
    error: ErrorOut | None


class HistoryOut(BaseModel):
    """A session's finished turns, oldest first, each as it was answered."""

    session: str
    turns: list[dict[str, object]]


class FeedbackIn(BaseModel):
    """A thumb on one turn."""

    turn: int = Field(ge=1)
    vote: Literal[1, -1]
    reason: str = Field("", max_length=2000)


class ListIn(BaseModel):
    """What a shared list is made with."""

    locale: Literal["en", "zh"] = "en"


class ListOut(BaseModel):
    """Where a shared list is to be read, and what is on it."""

    path: str
    products: list[str]


class HealthOut(BaseModel):
    """Is the shop ready, and what is still loading?"""

    ready: bool
    loading: list[str]
    failed: dict[str, str]
