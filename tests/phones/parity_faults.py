#!/usr/bin/env python3
"""Makes the two apps differ in a copy, in one thing at a time, and says whether parity.py noticed: tests/phones/parity_faults.py

Each fault names the line that has to be printed. A text that is not there to be changed is an error here, so that a fault cannot rot.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).parents[2]
COPIED = ["android/logic/src/main", "android/ui/src/main", "android/platform/src/main", "android/app/src/main", "ios/Sources", "ios/App",
          "core/findings/text/screens", "tests/phones", "docs/parity.md"]
KOTLIN, SWIFT = "android/logic/src/main/kotlin/org/tidemark/logic", "ios/Sources/TidemarkLogic"

# Words that must be printed, file, what stands there, what stands there instead.
FAULTS = [
    ("event TodayEvent.undone", f"{SWIFT}/Today/TodayEvent.swift", "    case undone\n", ""),
    ("event TodayEvent.undone", f"{KOTLIN}/today/TodayEvent.kt", "public data object Undone : TodayEvent", ""),
    ("event TodayEvent.rated: android has 3, ios has 2", f"{SWIFT}/Today/TodayEvent.swift", "case rated(MeasureId, Answer, at: Moment)", "case rated(MeasureId, Answer)"),
    ("event TodayEvent.screenReader: android has 2, ios has 1", f"{KOTLIN}/today/TodayEvent.kt", "ScreenReader(val on: Boolean)", "ScreenReader(val on: Boolean, val why: Map<String, Int>)"),
    ("screen Place.insights", f"{SWIFT}/Place.swift", "    case insights\n", ""),
    ("screen Tab.trends", f"{KOTLIN}/Place.kt", "    TRENDS(Place.Trends),\n", ""),
    ("error Problem.busy", f"{SWIFT}/Problem.swift", "    case busy\n", ""),
    ("core error Busy: android has busy, ios has shut", f"{SWIFT}/Reply.swift", "case .Busy: .busy", "case .Busy: .shut"),
    ("core error ReadOnly", f"{KOTLIN}/Reply.kt", "a snapshot can only be read", "a snapshot is only read"),
    ("core error InputDamaged: android has –, ios has damaged", f"{KOTLIN}/Reply.kt", "is DiaryException.InputDamaged, is DiaryException.NoSnapshot", "is DiaryException.NoSnapshot"),
    ("text today.empty: android has –, ios has yes", "android/ui/src/main/kotlin/org/tidemark/ui/today/TodayView.kt", "strings.todayEmpty()", '"Nothing"'),
    ("text today.fresh: neither phone says it", "core/findings/text/screens/today.toml", '["today.empty"]', '["today.fresh"]\ntext = "x"\nnote = "x"\n\n["today.empty"]'),
    ("docs/parity.md does not say", "docs/parity.md", "# What each phone has", "# What both phones have"),
    ("text today.empty: only.toml has a reason for ios that is not needed", "tests/phones/only.toml", "[text.ios]\n", '[text.ios]\n"today.empty" = "x"\n'),
]


def copy(to: pathlib.Path) -> None:
    for part in COPIED:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, to / part)
        else:
            (to / part).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / part, to / part)


def said(to: pathlib.Path) -> tuple[int, str]:
    run = subprocess.run([sys.executable, ROOT / "tests/phones/parity.py", to], capture_output=True, text=True)
    return run.returncode, run.stdout + run.stderr


def main() -> int:
    missed = 0
    for number, (words, file, there, instead) in enumerate(FAULTS, 1):
        with tempfile.TemporaryDirectory() as place:
            to = pathlib.Path(place)
            copy(to)
            text = (to / file).read_text()
            if there not in text:
                answer = "the fault could not be planted"
            else:
                (to / file).write_text(text.replace(there, instead, 1))
                code, told = said(to)
                answer = "" if code and words in told else f"not noticed: {told.strip()[-200:]}"
        if answer:
            missed += 1
            print(f"fault {number}: {file}: {instead!r}: {answer}")
    with tempfile.TemporaryDirectory() as place:
        copy(pathlib.Path(place))
        if said(pathlib.Path(place))[0]:
            missed += 1
            print("a copy without a fault is refused")
    print(f"faults of parity: {len(FAULTS) - missed} passed, {missed} failed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
