"""Pictures are drawn in processes of their own, which are renewed after a while.

Mitsuba 3.9.1 keeps the memory of every scene that it has traced, 60 to 160 MB each: a run over the
whole catalogue would take a machine's memory in a quarter of an hour. Two processes, because what
stands around the tracing (building the solids, denoising, writing) uses one core.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from multiprocessing import get_context
from typing import TypeVar

from assets.studio.tracing import choose_variant

PROCESSES = 2
RENEWED_AFTER = 12  # pictures
BROKEN = (ValueError, KeyError, TypeError, IndexError, ZeroDivisionError, RuntimeError)
Task = TypeVar("Task")


def develop_all(
    draw: Callable[[Task], bytes], tasks: Sequence[Task]
) -> Iterator[tuple[Task, bytes | str]]:
    """Each task with its picture's bytes, or with why it could not be drawn, in the tasks' order.
    ``draw`` is a module's function and ``tasks`` can be pickled.
    """
    # Not concurrent.futures: its executor hangs when it renews processes (CPython issue 115634).
    with get_context("spawn").Pool(PROCESSES, prepare, maxtasksperchild=RENEWED_AFTER) as pool:
        yield from zip(tasks, pool.imap(partial(tried, draw), tasks), strict=True)


def prepare() -> None:
    """Long work leaves the machine to others first."""
    os.nice(10)
    choose_variant()


def tried(draw: Callable[[Task], bytes], task: Task) -> bytes | str:
    try:
        return draw(task)
    except BROKEN as problem:
        return repr(problem)
