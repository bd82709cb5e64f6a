"""Makes every expected value of the statistics again, in a copy, and compares each file with the one that is kept.

    python again.py core/stats/oracles [METHOD]…

Tables of data have to be the same byte for byte; expected answers have to have the same fields and, in numbers that are not
whole, agree within the tolerance of the method's origin.toml. A kept file that no script makes, and a made one that nobody
keeps, fail too. Ends with how many files passed.
"""
import concurrent.futures, json, os, pathlib, shutil, subprocess, sys, tempfile, tomllib


def is_data(path):
    return path.suffix == ".csv" or path.name.endswith(".expected.json")


def differences(kept, made, tolerance, place="", field=""):
    """Where two answers differ, as core/stats/tests/oracles/case.rs sees it."""
    if isinstance(kept, dict) and isinstance(made, dict):
        for name in sorted(kept.keys() | made.keys()):
            if name not in kept or name not in made:
                yield f"{place}/{name}: only {'kept' if name in kept else 'made'}"
            else:
                yield from differences(kept[name], made[name], tolerance, f"{place}/{name}", name)
    elif isinstance(kept, list) and isinstance(made, list) and len(kept) == len(made):
        for index, (one, other) in enumerate(zip(kept, made)):
            yield from differences(one, other, tolerance, f"{place}/{index}", field)
    elif type(kept) in (int, float) and type(made) in (int, float) and float in (type(kept), type(made)):
        relative = tolerance.get(field, tolerance["relative"])
        # Not `>`: a NaN is within no tolerance.
        if not abs(kept - made) <= tolerance.get("absolute", 1e-14) + relative * abs(kept):
            yield f"{place}: kept {kept!r}, made {made!r}"
    elif type(kept) is not type(made) or kept != made:
        yield f"{place}: kept {kept!r}, made {made!r}"


def make(folder):
    """Runs the method's script in its folder; what it said if it did not end well."""
    script = next(name for name in ("make.py", "make.R") if (folder / name).exists())
    command = [sys.executable, script] if script == "make.py" else ["Rscript", "--vanilla", script]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    return None if done.returncode == 0 else f"{script} ended with {done.returncode}:\n{done.stderr.strip()[-2000:]}"


def compare(kept, made):
    """Names of the method's files, each with what is wrong with it."""
    tolerance = tomllib.loads((kept / "origin.toml").read_text())["tolerance"]
    for name in sorted({path.name for folder in (kept, made) for path in folder.iterdir() if is_data(path)}):
        one, other = kept / name, made / name
        if not one.exists() or not other.exists():
            yield name, ["made by no script" if one.exists() else "made, but not kept"]
        elif name.endswith(".json"):
            yield name, list(differences(json.loads(one.read_text()), json.loads(other.read_text()), tolerance))
        else:
            yield name, [] if one.read_bytes() == other.read_bytes() else ["not the same bytes"]


def main(oracles, chosen):
    oracles = pathlib.Path(oracles)
    methods = sorted(path.name for path in oracles.iterdir() if (path / "origin.toml").exists())
    unknown = sorted(set(chosen) - set(methods))
    if unknown:
        sys.exit(f"no oracle is called {', '.join(unknown)}")
    methods = [name for name in methods if not chosen or name in chosen]
    passed = failed = 0
    with tempfile.TemporaryDirectory() as copy, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        copy = pathlib.Path(copy) / "oracles"
        # Without the data: what stands there afterwards was made.
        shutil.copytree(oracles, copy, ignore=lambda folder, names: [n for n in names if is_data(pathlib.Path(n)) or n == "__pycache__"])
        for method, said in zip(methods, pool.map(lambda name: make(copy / name), methods)):
            if said:
                failed += 1
                print(f"{method}: {said}")
            good = 0
            for name, wrong in compare(oracles / method, copy / method):
                if wrong:
                    failed += 1
                    print(f"{method}/{name}: " + "\n    ".join(wrong[:10] + (["…"] if len(wrong) > 10 else [])))
                else:
                    good += 1
            passed += good
            print(f"{method}: {good} files are as they are kept", flush=True)
    print(f"\n{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
