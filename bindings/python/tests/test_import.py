"""Python and library are of one build, or nothing is imported."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import tidemark

PACKAGE = Path(tidemark.__file__).parent
GENERATED = Path("_native") / "tidemark.py"


def imported(package: Path) -> subprocess.CompletedProcess[str]:
    """Imports a copy of the package in a Python of its own; its metadata is that of the wheel."""
    return subprocess.run(
        [sys.executable, "-c", "import sys; sys.path.insert(0, sys.argv[1]); import tidemark; print(tidemark.__file__)", str(package.parent)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The package with its library as a link: copying that takes its time."""
    copy = tmp_path / "tidemark"

    def linked(source: str, target: str) -> str:
        if source.endswith((".so", ".dylib", ".dll")):
            Path(target).symlink_to(source)
            return target
        return shutil.copy2(source, target)

    shutil.copytree(PACKAGE, copy, copy_function=linked, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


def test_an_untouched_copy_is_imported(copied: Path) -> None:
    done = imported(copied)
    assert done.stdout.strip() == str(copied / "__init__.py"), done.stderr


def of_another_function(text: str) -> str:
    """The checksum of one function as another build would have it."""
    changed, count = re.subn(r"(checksum_method_opendiary_save_check_in\(\)) != (\d+)", r"\1 != 1\2 % 65536", text)
    assert count == 1
    return changed


def of_another_contract(text: str) -> str:
    changed, count = re.subn(r"(bindings_contract_version) = (\d+)", r"\1 = 1\2", text)
    assert count == 1
    return changed


def of_a_missing_function(text: str) -> str:
    return text.replace("opendiary_save_check_in", "opendiary_save_everything")


def of_another_version(text: str) -> str:
    return text + '\ndef library_version() -> str:\n    return "0.0.1"\n'


@pytest.mark.parametrize(
    "fault", [of_another_function, of_another_contract, of_a_missing_function, of_another_version]
)
def test_python_of_another_build_than_its_library_is_refused(copied: Path, fault: Callable[[str], str]) -> None:
    module = copied / GENERATED
    module.write_text(fault(module.read_text(encoding="utf-8")), encoding="utf-8")
    done = imported(copied)
    assert done.returncode != 0
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith("ImportError: tidemark: "), done.stderr
    assert "install the wheel again" in last


def test_a_missing_library_is_said(copied: Path) -> None:
    for library in (copied / "_native").glob("libtidemark_mobile*"):
        library.unlink()
    done = imported(copied)
    assert done.stderr.strip().splitlines()[-1].startswith("ImportError: tidemark: its library is missing"), done.stderr


def test_nothing_of_uniffis_own_is_offered() -> None:
    assert importlib.util.find_spec("tidemark._native.tidemark") is not None
    offered = {name for name in vars(tidemark) if not name.startswith("_")}
    assert {"OpenDiary", "DiaryError", "trends_of_ratings"} <= offered
    assert not {name for name in offered if name.lower().startswith(("uniffi", "ctypes"))}
