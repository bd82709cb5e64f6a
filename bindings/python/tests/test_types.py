"""The stubs say what the module does: by mypy over a small program, and by stubtest over every name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def mypy(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *arguments], capture_output=True, text=True, check=False, cwd=HERE)


def test_a_program_of_a_user_passes_the_strict_checker() -> None:
    done = mypy("mypy", "--strict", "--no-incremental", "programs/right.py")
    assert done.returncode == 0, done.stdout


def test_every_mistake_of_a_wrong_program_is_found() -> None:
    program = HERE / "programs" / "wrong.py"
    marked = {
        (number, line.split("# wrong: ")[1])
        for number, line in enumerate(program.read_text(encoding="utf-8").splitlines(), 1)
        if "# wrong: " in line
    }
    assert len(marked) > 5
    done = mypy("mypy", "--strict", "--no-incremental", "--hide-error-context", "programs/wrong.py")
    errors = [line for line in done.stdout.splitlines() if ": error: " in line]
    found = {(int(line.split(":")[1]), line.rsplit("[", 1)[1].rstrip("]")) for line in errors}
    assert found == marked, done.stdout


def test_every_public_name_is_in_the_stubs_as_it_is_at_run_time() -> None:
    done = mypy("mypy.stubtest", "tidemark", "--allowlist", "stubtest.allow", "--concise", "--ignore-unused-allowlist")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_stubs_keep_what_the_library_says_of_itself() -> None:
    import tidemark

    text = (Path(tidemark.__file__).parent / "_native" / "tidemark.pyi").read_text(encoding="utf-8")
    assert "Saves a check-in, written down at `now`." in text
    assert (Path(tidemark.__file__).parent / "py.typed").exists()
