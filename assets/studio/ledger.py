"""What has been drawn: for each picture, a digest of what decides it and the file's own sha256.

One JSON file, keyed `ID/view`. A picture is left alone where both still hold, so a run may be
killed and started again, and a file that was changed or lost by other means is drawn anew.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assets.studio.records import CATALOGUE_DIR

LEDGER_PATH = CATALOGUE_DIR / "pictures.json"


@dataclass
class Ledger:
    """The rows of one ledger file; `root` is what its file names are relative to."""

    path: Path = LEDGER_PATH
    root: Path = CATALOGUE_DIR
    rows: dict[str, dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path = LEDGER_PATH, root: Path = CATALOGUE_DIR) -> Ledger:
        """The ledger as it stands; rows of an older form are left out, so their pictures are drawn
        again.
        """
        raw = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        rows = {key: row for key, row in raw.items() if isinstance(row, dict)}
        return cls(path, root, rows)

    def holds(self, key: str, inputs: str) -> bool:
        """Whether the picture was drawn from these inputs and its file is as it was written."""
        row = self.rows.get(key)
        if row is None or row["inputs"] != inputs:
            return False
        file = self.root / row["file"]
        return file.exists() and sha256(file.read_bytes()) == row["sha256"]

    def write(self, key: str, inputs: str, file: str, data: bytes, **more: Any) -> None:
        """Puts the picture's bytes in place, then its row."""
        write_bytes(self.root / file, data)
        self.rows[key] = {"file": file, "inputs": inputs, "sha256": sha256(data), **more}
        self.save()

    def forget_others(self, keys: set[str]) -> list[str]:
        """Drops rows whose picture is no longer of the catalogue; returns their files."""
        gone = sorted(set(self.rows) - keys)
        files = [str(self.rows.pop(key)["file"]) for key in gone]
        if gone:
            self.save()
        return files

    def save(self) -> None:
        rows = (f"{json.dumps(key)}: {json.dumps(row)}" for key, row in sorted(self.rows.items()))
        write_bytes(self.path, ("{\n" + ",\n".join(rows) + "\n}\n").encode())


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def write_bytes(path: Path, data: bytes) -> None:
    """All of the bytes or none: written beside the file, then put in its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".part")
    beside.write_bytes(data)
    beside.replace(path)
