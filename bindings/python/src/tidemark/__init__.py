"""A private diary on disk, and the statistics of its exports: what the Rust library offers, from Python.

`OpenDiary` is a diary; `trends_of_ratings` asks a table of exported ratings and needs no diary. Calls block, so make those
of a diary off a user interface's thread. Numbers are whole thousandths (`value_milli`), `None` is a skip or a figure that is
not given, and never 0.
"""

from importlib import metadata as _metadata

try:
    from ._native import tidemark as _generated

    # UniFFI writes this check and leaves its call out: without it, a function of another build is called with the wrong bytes.
    _generated._uniffi_check_api_checksums(_generated._UniffiLib)
except (OSError, AttributeError, RuntimeError) as _why:
    raise ImportError(f"tidemark: its library is missing or of another build; install the wheel again ({_why})") from _why
except Exception as _why:
    # UniFFI's own InternalError, which cannot be named before its module is there.
    raise ImportError(f"tidemark: its library is of another build; install the wheel again ({_why})") from _why

__version__: str = _metadata.version("tidemark")
if _generated.library_version() != __version__:
    raise ImportError(
        f"tidemark: version {__version__} with a library of version {_generated.library_version()}; install the wheel again"
    )

from ._native.tidemark import *  # noqa: E402, F403
