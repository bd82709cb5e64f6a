"""Where each person's measures are and whether they drift, from a folder of exported diaries.

    python cohort.py FOLDER [--csv RESULT.csv]

FOLDER holds one export a person, each a folder that `tidemark report DIARY --csv` wrote. Every figure comes from Tidemark's
own library, by the rules of its reports: this file reads tables and lays results side by side. A row of the result is one
measure of one person; nothing is pooled over persons, and an average of this table is no finding.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

import pandas as pd
import tidemark

# What a row of the result holds: name, type. Types are those of Spark, so that `analyse` runs there as it is.
COLUMNS = {
    "diary": "string",
    "measure": "string",
    "label": "string",
    "direction": "string",  # what a higher number means
    "scale_min": "double",
    "scale_max": "double",
    "from": "string",  # first and last day asked about
    "to": "string",
    "n": "long",  # days with a value
    "n_missing": "long",  # days without one; never counted as 0
    "n_imported": "long",
    "n_proxy": "long",  # rated by somebody else, in no figure
    "median": "double",
    "drift_per_30_days": "double",  # empty where `silent` says why
    "drift_low": "double",  # 95 % interval
    "drift_high": "double",
    "silent": "string",
    "cautions": "string",  # codes joined by " | "
    "says": "string",  # the same in words
}
SCHEMA = ", ".join(f"`{name}` {kind}" for name, kind in COLUMNS.items())
PANDAS = {"string": "object", "double": "float64", "long": "int64"}

# Facts of a measure's version that `measures.csv` alone tells, under the names that `trends_of_ratings` reads.
OF_MEASURE = {"frame": "measure_frame", "anchor_low": "anchor_low", "anchor_high": "anchor_high"}


class NotAnExport(Exception):
    """A folder that cannot be taken as the export of a diary, and why."""


def load(folder: Path) -> pd.DataFrame:
    """The ratings of one export as texts, each row with its measure's facts; `diary` is the folder's name."""
    described = folder / "datapackage.json"
    if not described.is_file():
        raise NotAnExport(f"{folder} has no datapackage.json")
    package = json.loads(described.read_text(encoding="utf-8"))
    if package.get("tidemark", {}).get("format") != "tidemark-csv":
        raise NotAnExport(f"{folder} is no CSV export of Tidemark")
    resources = {resource["name"]: resource for resource in package["resources"]}
    observations = table(folder, resources["observations"])
    measures = table(folder, resources["measures"])
    facts = measures[["measure_id", "measure_version", *OF_MEASURE]].rename(columns=OF_MEASURE)
    rows = observations.merge(facts, on=["measure_id", "measure_version"], how="left", validate="many_to_one")
    return rows.assign(diary=folder.name)


def table(folder: Path, resource: dict[str, object]) -> pd.DataFrame:
    """One table of an export, every cell as the text it is; a file that was cut or changed is refused."""
    path = folder / str(resource["path"])
    if f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}" != resource["hash"]:
        raise NotAnExport(f"{path} was changed since it was written")
    # No cell is turned into a number, and an empty one stays empty: what a cell means is for the library to say.
    return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")


def analyse(diary: pd.DataFrame) -> pd.DataFrame:
    """One row per measure of one diary; `diary` is a table as `load` gives it."""
    name = str(diary["diary"].iloc[0])
    try:
        summaries = tidemark.trends_of_ratings(diary.to_csv(index=False), tidemark.Span())
    except tidemark.DiaryError.ImportRows as refused:
        first = refused.rows[0]
        place = f"{first.file}, line {first.line}, column {first.column}"
        raise NotAnExport(f"{name}: {refused.total} rows cannot be taken; the first: {place}: {first.reason}") from refused
    except tidemark.DiaryError as error:
        raise NotAnExport(f"{name}: {error}") from error
    result = pd.DataFrame([row(name, summary) for summary in summaries], columns=list(COLUMNS))
    return result.astype({column: PANDAS[kind] for column, kind in COLUMNS.items()})


def row(name: str, summary: tidemark.TrendSummary) -> tuple[object, ...]:
    drift, low, high, silent = None, None, None, None
    if isinstance(summary.drift, tidemark.DriftFigure.ESTIMATED):
        found = summary.drift.drift
        drift, low, high = found.slope_per_30_days, found.interval.low, found.interval.high
    elif isinstance(summary.drift, tidemark.DriftFigure.SILENT):
        silent = summary.drift.silence.code
    return (
        name,
        summary.measure_id,
        summary.label,
        summary.direction_label,
        summary.scale_min,
        summary.scale_max,
        summary.period._from,
        summary.period.to,
        summary.n,
        summary.n_missing,
        summary.entry_modes.imported,
        summary.proxy,
        summary.median,
        drift,
        low,
        high,
        silent,
        " | ".join(summary.cautions),
        " ".join(sentence.text for sentence in summary.sentences),
    )


def exports(folder: Path) -> list[Path]:
    """The exports in a folder, by name. What is no export is not passed over: its folder is named by `load`."""
    return sorted(one for one in folder.iterdir() if one.is_dir())


def cohort(folder: Path) -> pd.DataFrame:
    """All exports of a folder, one after the other."""
    found = exports(folder)
    if not found:
        raise NotAnExport(f"{folder} holds no folder")
    return pd.concat([analyse(load(one)) for one in found], ignore_index=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Each person's measures and their drift, from exported diaries.")
    parser.add_argument("folder", type=Path, help="one export a person: the folders that `tidemark report --csv` wrote")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write the result there as well")
    arguments = parser.parse_args()
    try:
        result = cohort(arguments.folder)
    except NotAnExport as why:
        sys.exit(f"cohort.py: {why}")
    shown = ["diary", "measure", "n", "from", "to", "median", "drift_per_30_days", "drift_low", "drift_high", "silent", "cautions"]
    print(result[shown].to_string(index=False, na_rep="-", float_format="{:.2f}".format))
    print(f"\n{result['diary'].nunique()} diaries, each for itself; 95 % intervals; a measure without a drift says why.")
    if arguments.csv:
        result.to_csv(arguments.csv, index=False)


if __name__ == "__main__":
    main()
