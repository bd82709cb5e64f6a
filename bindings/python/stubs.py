"""Type stubs of the module that UniFFI generates: `stubs.py GENERATED.py STUBS.pyi`.

UniFFI's Python has types at its functions, but its records, variants and errors are put together at run time in ways no
checker follows. This reads the module's syntax, never runs it, and writes what stands behind each public name, with its
docstrings. What it does not know it refuses: a stub that guesses is worse than none.
"""

from __future__ import annotations

import ast
import sys
import textwrap
from pathlib import Path

PRIMITIVES = {
    "String": "str",
    "Bytes": "bytes",
    "Boolean": "bool",
    "Duration": "datetime.timedelta",
    "Timestamp": "datetime.datetime",
    **dict.fromkeys(("Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64"), "int"),
    **dict.fromkeys(("Float", "Double"), "float"),
}
CONVERTER = "_UniffiFfiConverter"


def of_converter(name: str) -> str:
    """The type behind the name of one of UniFFI's converters, such as `_UniffiFfiConverterOptionalInt64`."""
    rest = name.removeprefix(CONVERTER)
    if rest in PRIMITIVES:
        return PRIMITIVES[rest]
    for prefix, form in (("Type", "{}"), ("Optional", "{} | None"), ("Sequence", "list[{}]")):
        if rest.startswith(prefix) and rest != prefix:
            inner = rest.removeprefix(prefix)
            return form.format(inner if prefix == "Type" else of_converter(CONVERTER + inner))
    raise SystemExit(f"stubs.py: no type is known behind {name}")


class Modern(ast.NodeTransformer):
    """`typing.List[X]` as `list[X]`, `typing.Optional[X]` as `X | None`, `typing.Union[object, X]` as `X`."""

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.value, ast.Attribute):
            match node.value.attr:
                case "List":
                    node.value = ast.Name("list")
                case "Dict":
                    node.value = ast.Name("dict")
                case "Optional":
                    return ast.BinOp(node.slice, ast.BitOr(), ast.Constant(None))
                case "Union" if isinstance(node.slice, ast.Tuple) and ast.unparse(node.slice.elts[0]) == "object":
                    # What stands for a default that UniFFI fills in; a caller never makes that object.
                    return node.slice.elts[1]
                case other:
                    raise SystemExit(f"stubs.py: typing.{other} is not known")
        return node


def text(annotation: ast.expr | None) -> str:
    if annotation is None:
        raise SystemExit("stubs.py: an argument without a type")
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        annotation = ast.parse(annotation.value, mode="eval").body
    return ast.unparse(Modern().visit(annotation))


def docstring(node: ast.ClassDef | ast.FunctionDef) -> list[str]:
    doc = ast.get_docstring(node)
    return quoted(doc) if doc else []


def quoted(doc: str) -> list[str]:
    """A docstring as the lines of a literal."""
    doc = textwrap.dedent(doc).strip().replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    lines = doc.split("\n")
    return [f'"""{lines[0]}"""'] if len(lines) == 1 else [f'"""{lines[0]}', *lines[1:], '"""']


def indented(lines: list[str]) -> list[str]:
    return [f"    {line}" if line else "" for line in lines]


def arguments(function: ast.FunctionDef) -> str:
    """The arguments with their types; a default is only told to be there."""
    named = function.args
    said = [named.args[0].arg] if named.args and named.args[0].arg in ("self", "cls") else []
    plain = named.args[len(said) :]
    missing = len(plain) - len(named.defaults)
    for index, one in enumerate(plain):
        said.append(f"{one.arg}: {text(one.annotation)}" + (" = ..." if index >= missing else ""))
    if named.kwonlyargs:
        said.append("*")
    for one, default in zip(named.kwonlyargs, named.kw_defaults, strict=True):
        said.append(f"{one.arg}: {text(one.annotation)}" + (" = ..." if default is not None else ""))
    return ", ".join(said)


def method(function: ast.FunctionDef) -> list[str]:
    result = "None" if function.name == "__init__" else text(function.returns)
    lines = [f"@{ast.unparse(decorator)}" for decorator in function.decorator_list]
    lines.append(f"def {function.name}({arguments(function)}) -> {result}:")
    return [*lines, *indented([*docstring(function), "..."])]


def functions(node: ast.ClassDef) -> list[ast.FunctionDef]:
    return [one for one in node.body if isinstance(one, ast.FunctionDef)]


def maker(node: ast.ClassDef) -> ast.FunctionDef | None:
    return next((one for one in functions(node) if one.name == "__init__"), None)


def fields(function: ast.FunctionDef) -> list[str]:
    named = [*function.args.args[1:], *function.args.kwonlyargs]
    return [f"{one.arg}: {text(one.annotation)}" for one in named]


def record(node: ast.ClassDef) -> list[str]:
    init = maker(node)
    body = [*fields(init), *method(init)] if init else ["def __init__(self) -> None: ..."]
    return [f"class {node.name}:", *indented([*docstring(node), *body])]


def plain_enum(node: ast.ClassDef) -> list[str]:
    body: list[str] = docstring(node)
    for one in node.body:
        if isinstance(one, ast.Assign):
            body.append(ast.unparse(one))
        elif body and isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant) and one is not node.body[0]:
            body.extend(quoted(str(one.value.value)))
    return [f"class {node.name}(enum.Enum):", *indented(body)]


def variants(node: ast.ClassDef) -> list[ast.ClassDef]:
    return [one for one in node.body if isinstance(one, ast.ClassDef)]


def rich_enum(node: ast.ClassDef) -> list[str]:
    """Variants are subclasses that are reached through their enum: `Ending.AFTER(minutes=60)`."""
    body, after = docstring(node), []
    for variant in variants(node):
        inner = f"_{node.name}_{variant.name}"
        body.append(f"{variant.name} = {inner}")
        init = maker(variant)
        held = [*fields(init), *method(init)] if init and len(init.args.args) > 1 else ["def __init__(self) -> None: ..."]
        after += ["", f"class {inner}({node.name}):", *indented([*docstring(variant), *held])]
    for one in functions(node):
        if not one.name.startswith("_"):
            body += method(one)
    return [f"class {node.name}:", *indented(body), *after]


def error(node: ast.ClassDef, module: ast.Module) -> list[str]:
    """Variants of an error have no types of their own; those of the converter that writes them are taken."""
    converter = next(
        one for one in module.body if isinstance(one, ast.ClassDef) and one.name == f"{CONVERTER}Type{node.name}"
    )
    written = next(one for one in functions(converter) if one.name == "write")
    types: dict[tuple[str, str], str] = {}
    for branch in (one for one in written.body if isinstance(one, ast.If)):
        name = ast.unparse(branch.test).split(".")[-1].rstrip(")")
        for call in (one.value for one in branch.body if isinstance(one, ast.Expr)):
            if isinstance(call, ast.Call) and ast.unparse(call.func).endswith(".write"):
                field = ast.unparse(call.args[0]).removeprefix("value.")
                types[name, field] = of_converter(ast.unparse(call.func).removesuffix(".write"))
    body, after = docstring(node), []
    for variant in variants(node):
        inner = f"_{node.name}_{variant.name}"
        body.append(f"{variant.name} = {inner}")
        init = maker(variant)
        fields_of = [one.arg for one in init.args.args[1:]] if init else []
        held = [f"{field}: {types[variant.name, field]}" for field in fields_of]
        said = ", ".join(["self", *held])
        after += ["", f"class {inner}({node.name}):"]
        after += indented([*docstring(variant), *held, f"def __init__({said}) -> None: ..."])
    return [f"class {node.name}(Exception):", *indented(body), *after]


def thing(node: ast.ClassDef) -> list[str]:
    bases = f"({', '.join(ast.unparse(base) for base in node.bases)})" if node.bases else ""
    body = docstring(node)
    for one in functions(node):
        if not one.name.startswith("_"):
            body += method(one)
    return [f"class {node.name}{bases}:", *indented(body or ["..."])]


def stub_of(node: ast.stmt, module: ast.Module) -> list[str]:
    if isinstance(node, ast.FunctionDef):
        return method(node)
    if not isinstance(node, ast.ClassDef):
        raise SystemExit(f"stubs.py: line {node.lineno} is neither a class nor a function")
    bases = [ast.unparse(base) for base in node.bases]
    if "enum.Enum" in bases:
        return plain_enum(node)
    if "Exception" in bases:
        return thing(node)
    if any(ast.unparse(decorator) == "dataclass" for decorator in node.decorator_list):
        return record(node)
    if variants(node):
        inner = variants(node)[0]
        return error(node, module) if inner.bases else rich_enum(node)
    return thing(node)


def aliases(module: ast.Module) -> list[str]:
    """Types that cross as another one, such as an id as its text: `EntryId = str`."""
    classes = {one.name for one in module.body if isinstance(one, ast.ClassDef)}
    found = []
    for one in module.body:
        if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name) and isinstance(one.value, ast.Name):
            name = one.targets[0].id
            if f"{CONVERTER}Type{name}" in classes and name not in classes:
                found.append(f"{name}: typing.TypeAlias = {one.value.id}")
    return found


def stubs(source: str) -> str:
    module = ast.parse(source)
    # An error is there twice; the later one has the variants. So has an enum, whose later bodies only put it together.
    found: dict[str, ast.stmt] = {}
    for node in module.body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
            found[node.name] = node
    public = next(
        ast.literal_eval(one.value)
        for one in module.body
        if isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) == "__all__"
    )
    lines = ["# Written by bindings/python/stubs.py from the module beside it.", "import datetime", "import enum", "import typing"]
    lines += ["", "__all__ = [", *(f'    "{name}",' for name in public), "]"]
    lines += ["", *aliases(module)]
    for name in public:
        lines += ["", *stub_of(found[name], module)]
    # What the package checks at import.
    lines += ["", "_UniffiLib: typing.Any", "def _uniffi_check_api_checksums(lib: typing.Any) -> None: ..."]
    return "\n".join(lines) + "\n"


def main() -> None:
    generated, written = (Path(argument) for argument in sys.argv[1:3])
    written.parent.mkdir(parents=True, exist_ok=True)
    written.write_text(stubs(generated.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
