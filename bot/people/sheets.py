"""Files that people fill in, as CSV or YAML, read into checked rows; what is wrong with them is put into words."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

SAYS = {
    "missing": "is empty: fill it in",
    "extra_forbidden": "is not known here: check its spelling or take it out",
    "tuple_type": "needs entries below it, each beginning with a hyphen",
    "model_type": "needs lines below it such as 'key: lincoln'",
    "bool_parsing": "is true or false",
    "string_type": "needs a single line of text",
}


class Row(BaseModel):
    """A line of a sheet or an entry of a YAML file. A blank cell is one that is not there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, data: object) -> object:
        return {name: value for name, value in data.items() if value != ""} if isinstance(data, dict) else data


R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Sheet(Generic[R]):
    """`rows` by where each stands ("members.csv line 12"); `keys` of all lines, of those that cannot be read, too."""

    rows: dict[str, R] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)


def shaped(pattern: str, says: str) -> AfterValidator:
    """Text that matches `pattern` as a whole; `says` is what to do about any other."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise PydanticCustomError("shape", "{says}", {"says": says})
        return text

    return AfterValidator(check)


def read_yaml(path: Path, row: type[R], problems: list[str]) -> R | None:
    """The one entry that the file holds; None: `problems` says why."""
    text = _text(path, problems)
    if text is None:
        return None
    try:
        # BaseLoader leaves all values text: an id keeps its digits, a name such as "No" stays a name.
        return row.model_validate(yaml.load(text, Loader=yaml.BaseLoader))
    except yaml.MarkedYAMLError as error:
        line = f" line {error.problem_mark.line + 1}" if error.problem_mark else ""
        problems.append(f"{path.name}{line}: this is not YAML; check the indentation, colons and quotation marks")
    except (yaml.YAMLError, RecursionError):
        problems.append(f"{path.name}: this is not YAML that can be read")
    except ValidationError as error:
        problems += [f"{path.name}: {_says(one)}" for one in error.errors()]
    return None


def read_csv(path: Path, row: type[R], problems: list[str]) -> Sheet[R]:
    """The lines below the header that can be read; `problems` tells about the others."""
    sheet: Sheet[R] = Sheet()
    text = _text(path, problems)
    if text is None:
        return sheet
    lines = _lines(path.name, text, problems)
    where, header = next(lines, (f"{path.name} line 1", []))
    if wrong := list(_header_problems(header, row)):
        problems += [f"{where}: {problem}" for problem in wrong]
        return sheet
    for where, cells in lines:
        if any(cells[len(header) :]):
            problems.append(f"{where}: more cells than the header has; put text with a comma in quotation marks")
            continue
        filled = dict(zip(header, cells, strict=False))
        sheet.keys.add(filled.get("key", ""))
        try:
            sheet.rows[where] = row.model_validate(filled)
        except ValidationError as error:
            problems += [f"{where}: {_says(one)}" for one in error.errors()]
    return sheet


def repeated(what: str, pairs: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    """A problem for each (where, value) whose value stood before; None never counts."""
    first: dict[str, str] = {}
    for where, value in pairs:
        if value and first.setdefault(value, where) != where:
            yield f"{where}: {what} '{value}' already stands in {first[value]}"


def _text(path: Path, problems: list[str]) -> str | None:
    try:
        return path.read_bytes().decode("utf-8-sig")  # spreadsheets write a byte order mark
    except FileNotFoundError:
        problems.append(f"{path.name}: this file is missing from the folder")
    except OSError as error:
        problems.append(f"{path.name}: this file cannot be opened ({error.strerror})")
    except UnicodeDecodeError:
        problems.append(f"{path.name}: save this file as UTF-8 (in a spreadsheet: 'CSV UTF-8')")
    return None


def _lines(file: str, text: str, problems: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Where each line stands, and its cells; blank lines are left out."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield f"{file} line {reader.line_num}", stripped
    except csv.Error:
        problems.append(f"{file} line {reader.line_num}: cannot be read from here on; check the quotation marks")


def _header_problems(header: list[str], row: type[Row]) -> Iterator[str]:
    known = list(row.model_fields)
    while header and not header[-1]:  # columns that a spreadsheet saved though nothing is in them
        header.pop()
    for name in dict.fromkeys(header):
        if name not in known:
            yield f"column {name[:40]!r} is not known; the columns are {', '.join(known)}"
        elif header.count(name) > 1:
            yield f"column '{name}' stands there twice"
    for name, about in row.model_fields.items():
        if about.is_required() and name not in header:
            yield f"column '{name}' is missing"


def _says(error: ErrorDetails) -> str:
    """For example: 'groups' entry 2, 'name' is empty: fill it in."""
    steps = [f"entry {step + 1}," if isinstance(step, int) else repr(step[:40]) for step in error["loc"]]
    says = SAYS.get(error["type"]) or f"does not fit: {error['msg'][0].lower()}{error['msg'][1:]}"
    return " ".join([*steps, says])
