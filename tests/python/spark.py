"""Compares one process and Spark over the same made-up diaries: `spark.py NUMBER`.

What is claimed: the tables are equal, row by row, and each row is what is known of its diary: a slope whose interval is
given where one can be, and the reason of the silence where the diary was made so that nothing may be said. Spark's workers
find `cohort` by PYTHONPATH, which tests/python/cohort sets.
"""

from __future__ import annotations

import sys
import time

import pandas as pd
from pyspark.sql import SparkSession

import cohort
import diaries

ORDER = ["diary", "measure"]


def alone(ratings: pd.DataFrame) -> pd.DataFrame:
    parts = [cohort.analyse(rows) for _, rows in ratings.groupby("diary", sort=True)]
    return pd.concat(parts, ignore_index=True).sort_values(ORDER, ignore_index=True)


def on_spark(spark: SparkSession, ratings: pd.DataFrame) -> pd.DataFrame:
    table = spark.createDataFrame(ratings)
    found = table.groupBy("diary").applyInPandas(cohort.analyse, schema=cohort.SCHEMA).toPandas()
    return found.sort_values(ORDER, ignore_index=True)


def known(found: pd.DataFrame, truth: pd.DataFrame) -> tuple[int, int]:
    """Rows that are silent for the reason they were made for, and the share of intervals that hold the true drift."""
    both = found.merge(truth.rename(columns={"silent": "made_silent", "drift_per_30_days": "true_drift"}), on=ORDER, validate="1:1")
    made = both[both["made_silent"].notna()]
    wrong = made[made["silent"] != made["made_silent"]]
    if len(wrong):
        sys.exit(f"{len(wrong)} rows are not silent for their reason:\n{wrong[['diary', 'measure', 'silent', 'made_silent']]}")
    said = both[both["made_silent"].isna() & both["silent"].isna()]
    holds = said[(said["drift_low"] <= said["true_drift"]) & (said["true_drift"] <= said["drift_high"])]
    return len(made), round(100 * len(holds) / len(said))


def main() -> None:
    number = int(sys.argv[1])
    ratings, truth = diaries.made(number)
    print(f"{number} diaries, {len(ratings)} ratings")
    started = time.perf_counter()
    one = alone(ratings)
    first = time.perf_counter() - started
    spark = SparkSession.builder.master("local[2]").appName("cohort").config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    try:
        on_spark(spark, ratings[ratings["diary"] == "person-0000"])  # starts the workers
        started = time.perf_counter()
        two = on_spark(spark, ratings)
        second = time.perf_counter() - started
    finally:
        spark.stop()
    pd.testing.assert_frame_equal(one, two[one.columns], check_exact=True, check_dtype=False)
    silent, share = known(one, truth)
    print(f"one process {first:.1f} s, Spark local[2] {second:.1f} s: {first / second:.2f} times as fast")
    print(f"{len(one)} rows the same from both; {silent} silent for the reason they were made for")
    print(f"{share} % of the 95 % intervals hold the drift that the diary was made with")
    print(f"{len(one)} passed, 0 failed")


if __name__ == "__main__":
    main()
