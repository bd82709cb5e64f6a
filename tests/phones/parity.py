#!/usr/bin/env python3
"""Are the two apps one app? tests/phones/parity.py [--write] [REPOSITORY]

Reads the sources of both and lists every text, screen, event and typed error of each; fails on a difference that
tests/phones/only.toml does not give a reason for, on a reason that is no longer needed, and on a docs/parity.md that says
something else. `--write` writes that page. It reads names and counts of arguments; what happens on an event is compared by the
scripts in tests/screens, and how a screen looks by nobody.
Its faults are planted by parity_faults.py.
"""
import pathlib
import re
import sys
import tomllib

PHONES = ("android", "ios")
CODE = {
    "android": [f"android/{part}/src/main" for part in ("logic", "ui", "platform", "app")],
    "ios": ["ios/Sources", "ios/App/Sources"],
}
SUFFIX = {"android": ".kt", "ios": ".swift"}
# What the person meets as an error, or as a reason for one, beside `Problem`.
ERRORS = ("Problem", "Broken", "ShareProblem", "Refused", "Why", "NotDone")
OPEN, SHUT = "([{<", ")]}>"

Cases = dict[str, int]


def camel(name: str) -> str:
    first, *rest = re.split(r"[._]", name)
    return first + "".join(part[:1].upper() + part[1:] for part in rest)


def lower(name: str) -> str:
    """SHARE_ALL, ShareAll and shareAll are one name."""
    if name.isupper():
        return camel(name.lower())
    return name[:1].lower() + name[1:]


def bare(source: str, keep: bool) -> str:
    """Without comments and, unless kept, the insides of texts."""
    return re.sub(r'"""(?:.|\n)*?"""|"(?:\\.|[^"\\\n])*"|/\*(?:.|\n)*?\*/|//[^\n]*',
                  lambda hit: "" if hit.group()[0] == "/" else hit.group() if keep else '""', source)


def sources(root: pathlib.Path, phone: str, keep: bool = False) -> dict[pathlib.Path, str]:
    folders = [root / folder for folder in CODE[phone]]
    return {file: bare(file.read_text(), keep) for folder in folders for file in sorted(folder.rglob("*" + SUFFIX[phone]))}


def inside(text: str, at: int) -> str:
    """What stands between the bracket at `at` and its partner."""
    depth = 0
    for place in range(at, len(text)):
        if text[place] in "([{":
            depth += 1
        elif text[place] in ")]}":
            depth -= 1
            if depth == 0:
                return text[at + 1:place]
    return text[at + 1:]


def split(text: str) -> list[str]:
    """Parts between the commas that stand in no bracket."""
    parts, depth, part = [], 0, ""
    for letter, after in zip(text, text[1:] + " "):
        depth += (letter in OPEN) - (letter in SHUT and not (letter == ">" and part.endswith("-")))
        if letter == "," and depth == 0:
            parts.append(part)
            part = ""
        else:
            part += letter
    return [part.strip() for part in [*parts, part] if part.strip()]


def kotlin_types(files: dict[pathlib.Path, str]) -> dict[str, list[Cases]]:
    """Sealed types and enums by name, each with its cases and how many arguments they take."""
    found: dict[str, list[Cases]] = {}
    for text in files.values():
        for head in re.finditer(r"\b(sealed interface|enum class) (\w+)[^{\n]*\{", text):
            body = inside(text, head.end() - 1)
            if head.group(1) == "enum class":
                entries = (re.match(r"[A-Z][A-Z0-9_]*\b", part) for part in split(body.split(";")[0]))
                cases = {lower(entry.group()): 0 for entry in entries if entry}
            else:
                cases = {}
                for case in re.finditer(r"\b(?:data )?(class|object) (\w+)(?:<[^>]*>)?(\()?", body):
                    cases[lower(case.group(2))] = len(split(inside(body, case.end() - 1))) if case.group(3) else 0
            found.setdefault(head.group(2), []).append(cases)
    return found


def own_cases(body: str) -> list[str]:
    """What stands after each `case` of an enum itself, not of a switch or a type within it."""
    found, depth, at = [], 0, 0
    for line in body.splitlines(keepends=True):
        if depth == 0 and (hit := re.match(r"\s*(?:indirect )?case (?=[\w`])", line)):
            start = end = at + hit.end()
            open_brackets = 0
            while end < len(body) and (body[end] != "\n" or open_brackets):
                open_brackets += (body[end] in "([") - (body[end] in ")]")
                end += 1
            found.append(body[start:end])
        depth += line.count("{") - line.count("}")
        at += len(line)
    return found


def swift_types(files: dict[pathlib.Path, str]) -> dict[str, list[Cases]]:
    found: dict[str, list[Cases]] = {}
    for text in files.values():
        for head in re.finditer(r"\benum (\w+)[^{\n]*\{", text):
            cases = {}
            for case in (part for said in own_cases(inside(text, head.end() - 1)) for part in split(said)):
                if name := re.match(r"`?(\w+)`?\s*(\()?", case):
                    cases[name.group(1)] = len(split(inside(case, name.end() - 1))) if name.group(2) else 0
            found.setdefault(head.group(1), []).append(cases)
    return found


def texts(root: pathlib.Path) -> dict[str, dict[str, bool]]:
    """Each text of the screens, and which phones say it."""
    words_of = {id: text for file in sorted((root / "core/findings/text/screens").glob("*.toml")) for id, text in tomllib.loads(file.read_text()).items()}
    said = {}
    for phone in PHONES:
        # With what stands in texts: `"$a ${strings.b()}"` says b.
        words = "\n".join(sources(root, phone, keep=True).values())
        said[phone] = set(re.findall(r"\b(\w+)\(", words)) | {f"R.string.{name}" for name in re.findall(r"\bR\.string\.(\w+)", words)}
        # A text that is handed on as a function: `strings::name` in Kotlin, `strings.name` in Swift.
        said[phone] |= set(re.findall(r"(?:::|[Ss]trings\.|words\.)(\w+)", words))
    resources = "\n".join(file.read_text() for file in sorted((root / "android/app/src/main").rglob("*.xml")))
    said["android"] |= {f"R.string.{name}" for name in re.findall(r"@string/(\w+)", resources)}
    # The system asks in words of the property list, which cannot name a text of the catalogue.
    lists = "\n".join(file.read_text() for file in sorted((root / "ios/App").glob("*.plist")))
    said["ios"] |= {camel(id) for id, text in words_of.items() if text.get("text") and f"<string>{text['text']}</string>" in lists}
    return {id: {phone: camel(id) in said[phone] or f"R.string.{id.replace('.', '_')}" in said[phone] for phone in PHONES} for id in words_of}


def mapped(text: str, error: str, problem: str) -> dict[str, str]:
    """What each error of the core is for the person: its problem, and the reason as it is said."""
    found = {}
    text = re.sub(r"//[^\n]*", "", text)
    for line in re.finditer(error, text):
        names = re.findall(r"(?:DiaryException|(?<![\w)])\s*)\.(\w+)", line.group(1))
        hit = re.match(problem, line.group(2))
        if hit is None:
            continue
        reason = re.sub(r"\\\((\w+)\)|\$(\w+)", lambda given: "{" + (given.group(1) or given.group(2)) + "}", hit.group(2) or "")
        for name in names:
            found[name] = lower(hit.group(1)) + (f": {reason}" if reason else "")
    return found


def errors(root: pathlib.Path) -> dict[str, dict[str, str]]:
    kotlin = (root / "android/logic/src/main/kotlin/org/tidemark/logic/Reply.kt").read_text()
    swift = (root / "ios/Sources/TidemarkLogic/Reply.swift").read_text()
    return {
        "android": mapped(kotlin, r"((?:is DiaryException\.\w+(?:, )?)+) -> (.*)", r'Problem\.(\w+)(?:\((?:"(.*)"|\w+)\))?'),
        "ios": mapped(swift, r"case ((?:\.\w+(?:\([^)]*\))?(?:, )?)+): (.*)", r'\.(\w+)(?:\(reason: (?:"(.*)"|\w+)\))?'),
    }


class Compared:
    """Rows of one table, and what differs in them without a reason."""

    def __init__(self, only: dict[str, dict[str, dict[str, str]]]) -> None:
        self.only = only
        self.used: set[tuple[str, str, str]] = set()
        self.wrong: list[str] = []
        self.tables: list[tuple[str, str, list[list[str]]]] = []
        self.here = {phone: 0 for phone in PHONES}

    def table(self, title: str, kind: str, both: dict[str, dict[str, object]], rows: bool = True) -> None:
        """`both` gives for each name what each phone has: None where it has nothing."""
        lines = []
        for name, has in sorted(both.items()):
            android, ios = has.get("android"), has.get("ios")
            why = ""
            if android != ios:
                phone = next((phone for phone in PHONES if name in self.only.get(kind, {}).get(phone, {})), None)
                if phone is None:
                    self.wrong.append(f"{kind} {name}: android has {shown(android)}, ios has {shown(ios)}")
                else:
                    why = f"{phone} alone: {self.only[kind][phone][name]}"
                    self.used.add((kind, phone, name))
                    if has.get(phone) is None or any(has.get(other) is not None for other in PHONES if other != phone):
                        self.wrong.append(f"{kind} {name}: only.toml says {phone} alone, and it is not so")
            lines.append([f"`{name}`", shown(android), shown(ios), why])
        self.tables.append((title, kind, lines if rows else [line for line in lines if line[3]]))
        self.here["android"] += sum(has.get("android") is not None for has in both.values())
        self.here["ios"] += sum(has.get("ios") is not None for has in both.values())

    def spare(self) -> list[str]:
        reasons = {(kind, phone, name) for kind, phones in self.only.items() for phone, names in phones.items() for name in names}
        return [f"{kind} {name}: only.toml has a reason for {phone} that is not needed" for kind, phone, name in sorted(reasons - self.used)]


def shown(value: object) -> str:
    if value is None:
        return "–"
    return "yes" if value is True else str(value)


def beside(kotlin: dict[str, list[Cases]], swift: dict[str, list[Cases]], name: str) -> dict[str, dict[str, object]]:
    """The cases of one type on both phones, under `Type.case`."""
    def all_of(types: dict[str, list[Cases]]) -> Cases:
        return {case: count for cases in types.get(name, []) for case, count in cases.items()}

    android, ios = all_of(kotlin), all_of(swift)
    return {f"{name}.{case}": {"android": android.get(case), "ios": ios.get(case)} for case in android | ios}


def compare(root: pathlib.Path) -> Compared:
    files = {phone: sources(root, phone) for phone in PHONES}
    kotlin, swift = kotlin_types(files["android"]), swift_types(files["ios"])
    found = Compared(tomllib.loads((root / "tests/phones/only.toml").read_text()))
    both = {id: {phone: True if says else None for phone, says in has.items()} for id, has in texts(root).items()}
    for id, has in both.items():
        if not any(has.values()):
            found.wrong.append(f"text {id}: neither phone says it")
    found.table("Screens", "screen", beside(kotlin, swift, "Place") | beside(kotlin, swift, "Tab"))
    events = sorted(name for name in kotlin.keys() | swift.keys() if name.endswith("Event"))
    found.table("Events", "event", {case: has for name in events for case, has in beside(kotlin, swift, name).items()})
    found.table("Typed errors", "error", {case: has for name in ERRORS for case, has in beside(kotlin, swift, name).items()})
    says = errors(root)
    found.table("What each error of the core is for the person", "core error",
                {name: {phone: says[phone].get(name) for phone in PHONES} for name in says["android"] | says["ios"]})
    found.table("Texts that one phone alone says", "text", both, rows=False)
    found.counts = {  # type: ignore[attr-defined]
        "texts": len(both), "screens": len(beside(kotlin, swift, "Place")), "kinds of events": len(events),
    }
    return found


def page(found: Compared) -> str:
    said = ["# What each phone has", "", "Made from the sources of both apps by `tests/phones/parity.py --write`; `tests/run ios` fails when it says something",
            "else, and on a difference without a reason in `tests/phones/only.toml`. A number is how many arguments a case takes.", ""]
    said += [f"{', '.join(f'{count} {name}' for name, count in found.counts.items())}.", ""]  # type: ignore[attr-defined]
    for title, _, lines in found.tables:
        said += [f"## {title}", ""]
        if not lines:
            said += ["None.", ""]
            continue
        same = not any(line[3] for line in lines)
        said += ["| name | Android | iOS |" + ("" if same else " why |"), "|---|---|---|" + ("" if same else "---|")]
        said += ["| " + " | ".join(line[:3] if same else line) + " |" for line in lines] + [""]
    return "\n".join(said)


def main(arguments: list[str]) -> int:
    write = "--write" in arguments
    rest = [argument for argument in arguments if argument != "--write"]
    root = pathlib.Path(rest[0]) if rest else pathlib.Path(__file__).resolve().parents[2]
    found = compare(root)
    wrong = found.wrong + found.spare()
    target = root / "docs/parity.md"
    made = page(found)
    if write:
        target.write_text(made)
    elif not target.is_file() or target.read_text() != made:
        wrong.append("docs/parity.md does not say what the sources do: tests/phones/parity.py --write")
    for line in wrong:
        print(line)
    print(f"parity of the phones: {found.here['android']} names on Android, {found.here['ios']} on iOS, {len(wrong)} differences without a reason")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
