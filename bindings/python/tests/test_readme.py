"""What the README shows runs, in order, and prints what it says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"


def test_the_program_in_the_readme_prints_what_the_readme_says(tmp_path: Path) -> None:
    blocks = re.findall(r"```(python|text)\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    programs = [text for kind, text in blocks if kind == "python"]
    printed = [text for kind, text in blocks if kind == "text"]
    assert len(programs) == len(printed) == 1
    done = subprocess.run([sys.executable, "-c", programs[0]], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.stdout == printed[0], done.stderr


def test_the_folders_and_commands_of_the_readme_exist() -> None:
    text = README.read_text(encoding="utf-8")
    for path in re.findall(r"`((?:tests|docs|bindings)/[\w./-]+)`", text):
        assert (README.parents[2] / path).exists(), path
