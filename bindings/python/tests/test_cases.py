"""The shared cases (`tests/cases`) over the installed wheel. What a case is, is in `tests/cases/README.md`."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
import tidemark
from answers import Phone

TOP = Path(__file__).resolve().parents[3]
CASES = sorted((TOP / "tests" / "cases").glob("*.json"))


def test_the_cases_are_where_they_were() -> None:
    assert len(CASES) >= 7


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_every_case_holds(file: Path, tmp_path: Path) -> None:
    phone = Phone(tmp_path, TOP)
    ids: dict[str, str] = {}
    lines: list[str] = []
    wrong: list[str] = []
    for at, step in enumerate(json.loads(file.read_text(encoding="utf-8"))["steps"], 1):
        if "python" in step.get("but", {}):
            lines.append(line(None))
            continue
        wanted: Any = {"error": step["error"]} if "error" in step else step["answer"]
        try:
            answer, made = phone.call(step["call"], resolved(step["with"], ids))
            held = "error" not in step and holds(wanted, answer)
            if "as" in step:
                ids["$" + step["as"]] = made
        except tidemark.DiaryError as refused:
            answer = {"error": re.sub(r"(?<!^)(?=[A-Z])", "_", type(refused).__name__).lower()}
            held = answer == wanted
        if not held:
            wrong.append(f"step {at} ({step['call']}): wanted {line(wanted)}, got {line(answer)}")
        lines.append(line(answer))
    if out := os.environ.get("TIDEMARK_CASES_OUT"):
        folder = Path(out) / "python"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{file.stem}.jsonl").write_text("".join(one + "\n" for one in lines), encoding="utf-8")
    assert wrong == []


def line(answer: object) -> str:
    return json.dumps(answer, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def holds(wanted: Any, got: Any) -> bool:
    """Of an object the named keys, of a list every item."""
    if isinstance(wanted, dict) and isinstance(got, dict):
        return all(name in got and holds(value, got[name]) for name, value in wanted.items())
    if isinstance(wanted, list) and isinstance(got, list):
        return len(wanted) == len(got) and all(map(holds, wanted, got))
    return type(wanted) is type(got) and bool(wanted == got)


def resolved(given: Any, ids: dict[str, str]) -> Any:
    if isinstance(given, dict):
        return {name: resolved(value, ids) for name, value in given.items()}
    if isinstance(given, list):
        return [resolved(item, ids) for item in given]
    return ids.get(given, given) if isinstance(given, str) else given
