"""What does a small YAML file say? Python has no reader for it; this one knows what ios/App/project.yml uses and refuses the rest.

Mappings and lists by indentation of two spaces, plain and double-quoted scalars, comments that have a line of their own. Every scalar is
text: what YAML would make of `NO` or `6.0` is never asked. No flow style, no anchors, no blocks of text.
"""
import re


class Refused(Exception):
    """A line that this reader does not know."""


def read(text: str) -> dict:
    lines = [line.rstrip() for line in text.splitlines()]
    rest = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    made, left = block(rest, 0)
    if left or not isinstance(made, dict):
        raise Refused(f"not understood: {left[:1]}")
    return made


def block(lines: list[str], depth: int) -> tuple[dict | list, list[str]]:
    is_list = bool(lines) and lines[0].lstrip().startswith("- ")
    made: dict | list = [] if is_list else {}
    while lines and indent(lines[0]) == depth:
        line = lines[0].strip()
        if line.startswith("- ") != is_list:
            raise Refused(f"list and mapping in one: {line}")
        if isinstance(made, list):
            # An item is a mapping whose first line stands behind the dash.
            item, lines = block([" " * (depth + 2) + line[2:], *lines[1:]], depth + 2)
            made.append(item)
            continue
        key, _, value = line.partition(":")
        if not re.fullmatch(r"[\w~.]+", key) or key in made:
            raise Refused(f"no key, or the same twice: {line}")
        if value:
            made[key], lines = scalar(value.strip()), lines[1:]
        else:
            made[key], lines = block(lines[1:], indent(lines[1]) if len(lines) > 1 else 0)
    if lines and indent(lines[0]) > depth:
        raise Refused(f"indented too far: {lines[0].strip()}")
    return made, lines


def indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def scalar(text: str) -> str:
    quoted = re.fullmatch(r'"([^"\\]*)"', text)
    if quoted:
        return quoted.group(1)
    if re.search(r"^[\[{&*!|>'%@`\"]|: | #", text):
        raise Refused(f"no plain text: {text}")
    return text
