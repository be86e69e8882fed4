"""Files that people fill in, as CSV or YAML, read into checked rows; what is wrong with them is told in lines."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from bot.boundary.terminal import Line, OneOf, Value, line

# By pydantic's name of the error. Errors of our own have the name of what they say in content/.
SAYS = {
    "missing": "roster-empty",
    "extra_forbidden": "roster-unknown",
    "tuple_type": "roster-needs-entries",
    "model_type": "roster-needs-lines",
    "dict_type": "roster-needs-lines",
    "bool_parsing": "roster-yes-or-no",
    "bool_type": "roster-yes-or-no",
    "string_type": "roster-needs-text",
}
DAY, NUMBER = "roster-day", "roster-number"  # what does not fit should be one of these


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

    rows: dict[Line, R] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)


def at(where: Line | str, says: str, /, **values: Value) -> Line:
    """A problem, and where it is: a file, or a place in one."""
    return line("roster-at", where=where, says=line(says, **values))


def at_line(file: str, number: int) -> Line:
    return line("roster-line", file=file, number=str(number))


def at_entry(part: str, number: int) -> Line:
    """Of a list in district.yaml; they count from 1."""
    return line("roster-entry", part=part, number=str(number))


def misfit(says: str, /, **values: str) -> PydanticCustomError:
    """For a validator to raise: what its cell or entry says does not fit."""
    return PydanticCustomError(says, says, {**values})


def shaped(pattern: str, says: str) -> AfterValidator:
    """Text that matches `pattern` as a whole; `says`, a name in content/, is what to do about any other."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise misfit(says)
        return text

    return AfterValidator(check)


def read_yaml(path: Path, row: type[R], problems: list[Line]) -> R | None:
    """The one entry that the file holds; None: `problems` says why."""
    text = _text(path, problems)
    if text is None:
        return None
    try:
        # BaseLoader leaves all values text: an id keeps its digits, a name such as "No" stays a name.
        return row.model_validate(yaml.load(text, Loader=yaml.BaseLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        problems.append(at(at_line(path.name, mark.line + 1) if mark else path.name, "roster-no-yaml"))
    except (yaml.YAMLError, RecursionError):
        problems.append(at(path.name, "roster-strange-yaml"))
    except ValidationError as error:
        problems += [_told(path.name, one) for one in error.errors()]
    return None


def read_csv(path: Path, row: type[R], problems: list[Line]) -> Sheet[R]:
    """The lines below the header that can be read; `problems` tells about the others."""
    sheet: Sheet[R] = Sheet()
    text = _text(path, problems)
    if text is None:
        return sheet
    lines = _lines(path.name, text, problems)
    where, header = next(lines, (at_line(path.name, 1), []))
    if wrong := list(_header_problems(where, header, row)):
        problems += wrong
        return sheet
    for where, cells in lines:
        if any(cells[len(header) :]):
            problems.append(at(where, "roster-more-cells"))
            continue
        filled = dict(zip(header, cells, strict=False))
        sheet.keys.add(filled.get("key", ""))
        try:
            sheet.rows[where] = row.model_validate(filled)
        except ValidationError as error:
            problems += [_told(where, one) for one in error.errors()]
    return sheet


def repeated(what: Line | str, pairs: Iterable[tuple[Line, str | None]]) -> Iterator[Line]:
    """A problem for each (where, value) whose value stood before; None never counts."""
    first: dict[str, Line] = {}
    for where, value in pairs:
        if value and first.setdefault(value, where) != where:
            yield at(where, "roster-repeated", what=what, value=value, first=first[value])


def _text(path: Path, problems: list[Line]) -> str | None:
    try:
        return path.read_bytes().decode("utf-8-sig")  # spreadsheets write a byte order mark
    except FileNotFoundError:
        problems.append(at(path.name, "roster-no-file"))
    except OSError as error:
        problems.append(at(path.name, "roster-shut-file", why=error.strerror or ""))
    except UnicodeDecodeError:
        problems.append(at(path.name, "roster-no-utf8"))
    return None


def _lines(file: str, text: str, problems: list[Line]) -> Iterator[tuple[Line, list[str]]]:
    """Where each line stands, and its cells; blank lines are left out."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield at_line(file, reader.line_num), stripped
    except csv.Error:
        problems.append(at(at_line(file, reader.line_num), "roster-no-csv"))


def _header_problems(where: Line, header: list[str], row: type[Row]) -> Iterator[Line]:
    known = list(row.model_fields)
    while header and not header[-1]:  # columns that a spreadsheet saved though nothing is in them
        header.pop()
    for name in dict.fromkeys(header):
        if name not in known:
            yield at(where, "roster-no-column", column=repr(name[:40]), columns=", ".join(known))
        elif header.count(name) > 1:
            yield at(where, "roster-column-twice", column=name)
    for name, about in row.model_fields.items():
        if about.is_required() and name not in header:
            yield at(where, "roster-column-missing", column=name)


def _told(where: Line | str, error: ErrorDetails) -> Line:
    """For example: 'groups' entry 2, 'name' is empty: fill it in."""
    says = _what(error)
    for step in reversed(error["loc"]):
        if isinstance(step, int):
            says = line("roster-in-entry", number=str(step + 1), says=says)
        else:
            says = line("roster-in-field", field=repr(step[:40]), says=says)
    return line("roster-at", where=where, says=says)


def _what(error: ErrorDetails) -> Line:
    kind, about = error["type"], error.get("ctx", {})
    if kind in SAYS:
        return line(SAYS[kind])
    return line("roster-misfit", why=_why(kind, about))


def _why(kind: str, about: Mapping[str, Any]) -> Line:
    match kind:
        case "enum" | "literal_error":
            return line("roster-one-of", known=OneOf(re.findall("'[^']*'", about["expected"])))
        case "greater_than_equal":
            return line("roster-at-least", least=str(about["ge"]))
        case "less_than_equal":
            return line("roster-at-most", most=str(about["le"]))
    if kind.startswith(("date_", "int_")):
        return line(DAY if kind.startswith("date_") else NUMBER)
    return Line(kind, (*about.items(),)) if kind.startswith("roster-") else line("roster-unfit")
