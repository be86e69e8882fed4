"""What is logged: one line of JSON for each thing that happened, with ids, never with what people wrote or a secret.

Libraries put both into their messages and errors, so of theirs only the place in the code and the kind of error are
kept.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import structlog

OURS = ("bot.", "adapters.", "wiring", "connecting")
Entry = MutableMapping[str, Any]


def configure(level: str) -> None:
    """Sends everything, the libraries' too, to standard error. `level` as in the setting."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(level)  # for loggers that have a level of their own, too
    least = logging.DEBUG if level == "DEBUG" else logging.WARNING  # of libraries, which tell every tick and frame
    handler.addFilter(lambda record: record.name.startswith(OURS) or record.levelno >= least)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[
                _without_words,
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.TimeStamper(fmt="iso", utc=True),
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(True)
    logging.raiseExceptions = False  # a record that cannot be formatted would be printed with all that is in it
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )


def _without_words(_logger: object, _method: str, entry: Entry) -> Entry:
    record: logging.LogRecord = entry["_record"]
    said = {"level": record.levelname.lower(), "logger": record.name}
    error = _error(entry.pop("exc_info", None)) or _error(record.exc_info)
    if not record.name.startswith(OURS):
        entry["event"] = "from a library"
        said["where"] = f"{record.filename}:{record.lineno}"
    if error is not None:
        said |= {"error": type(error).__name__, "trace": _trace(error)}
    entry.update(said)
    return entry


def _error(exc_info: object) -> BaseException | None:
    """What structlog and logging may carry as exc_info: an error, a triple, or True for the one being handled."""
    if isinstance(exc_info, tuple):
        return exc_info[1] if isinstance(exc_info[1], BaseException) else None
    if isinstance(exc_info, BaseException):
        return exc_info
    return sys.exception() if exc_info else None


def _trace(error: BaseException) -> str:
    """Where it was raised, innermost last, without a line of what it says."""
    frames = traceback.extract_tb(error.__traceback__)
    here = " < ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
    cause = error.__cause__ or error.__context__
    return f"{here} | {type(cause).__name__}: {_trace(cause)}" if cause else here
