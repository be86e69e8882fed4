"""What a JSON body may look like, put together from small functions that note what is wrong and where.

Stricter than Discord in one thing: a field that nobody documented is refused, not ignored.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from playground.discord.errors import Where, Wrong

Shape = Callable[[Any, Where, Wrong], None]
SNOWFLAKE = re.compile(r"0|[1-9][0-9]{0,19}")


def text(least: int = 0, most: int = 2000) -> Shape:
    def check(value: Any, where: Where, wrong: Wrong) -> None:
        if not isinstance(value, str):
            wrong.add(where, "STRING_TYPE_CONVERT", "Could not interpret value as string.")
        elif least == 0 and len(value) > most:
            wrong.add(where, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")
        elif not least <= len(value) <= most:
            wrong.add(where, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")

    return check


def number(least: int, most: int) -> Shape:
    def check(value: Any, where: Where, wrong: Wrong) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            wrong.add(where, "NUMBER_TYPE_COERCE", "Value is not an int.")
        elif value < least:
            wrong.add(where, "NUMBER_TYPE_MIN", f"int value should be greater than or equal to {least}.")
        elif value > most:
            wrong.add(where, "NUMBER_TYPE_MAX", f"int value should be less than or equal to {most}.")

    return check


def flag(value: Any, where: Where, wrong: Wrong) -> None:
    if not isinstance(value, bool):
        wrong.add(where, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.")


def snowflake(value: Any, where: Where, wrong: Wrong) -> None:
    if isinstance(value, bool) or not SNOWFLAKE.fullmatch(str(value)):
        wrong.add(where, "NUMBER_TYPE_COERCE", "Value is not snowflake.")


def url(value: Any, where: Where, wrong: Wrong) -> None:
    if not isinstance(value, str) or not re.match(r"(https?|discord|attachment)://\S+$", value):
        wrong.add(where, "URL_TYPE_INVALID_URL", "Not a well formed URL.")


def choice(among: Collection[object]) -> Shape:
    def check(value: Any, where: Where, wrong: Wrong) -> None:
        if isinstance(value, dict | list | bool) or value not in among:
            wrong.add(where, "BASE_TYPE_CHOICES", f"Value must be one of {tuple(among)}.")

    return check


def either(*shapes: Shape) -> Shape:
    """Fits if one of them fits; otherwise what the last one says is wrong."""

    def check(value: Any, where: Where, wrong: Wrong) -> None:
        for shape in shapes[:-1]:
            tried = Wrong()
            shape(value, where, tried)
            if not tried:
                return
        shapes[-1](value, where, wrong)

    return check


def many(of: Shape, least: int = 0, most: int = 25) -> Shape:
    def check(value: Any, where: Where, wrong: Wrong) -> None:
        if not isinstance(value, list):
            wrong.add(where, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType.")
        elif not least <= len(value) <= most:
            wrong.add(where, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")
        else:
            for index, item in enumerate(value):
                of(item, (*where, index), wrong)

    return check


def named(key: Shape, of: Shape) -> Shape:
    """An object whose names are data."""

    def check(value: Any, where: Where, wrong: Wrong) -> None:
        if not isinstance(value, dict):
            wrong.add(where, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType.")
            return
        for name, item in value.items():
            key(name, (*where, name), wrong)
            of(item, (*where, name), wrong)

    return check


def fields(required: Mapping[str, Shape], optional: Mapping[str, Shape]) -> Shape:
    """An object; an optional field may also be null."""

    def check(value: Any, where: Where, wrong: Wrong) -> None:
        if not isinstance(value, dict):
            wrong.add(where, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType.")
            return
        for name in required.keys() - value.keys():
            wrong.add((*where, name), "BASE_TYPE_REQUIRED", "This field is required")
        for name, item in value.items():
            if shape := required.get(name):
                shape(item, (*where, name), wrong)
            elif shape := optional.get(name):
                if item is not None:
                    shape(item, (*where, name), wrong)
            else:
                wrong.add((*where, name), "UNKNOWN_FIELD", "Not a field of this object.")

    return check


def typed(shapes: Mapping[int, Shape]) -> Shape:
    """One of several objects, told apart by their `type`."""

    def check(value: Any, where: Where, wrong: Wrong) -> None:
        kind = value.get("type") if isinstance(value, dict) else None
        shape = shapes.get(kind) if isinstance(kind, int) else None
        if shape is None:
            message = f'Value of field "type" must be one of {tuple(shapes)}.'
            wrong.add((*where, "type"), "UNION_TYPE_CHOICES", message)
        else:
            shape(value, where, wrong)

    return check


def anything(value: Any, where: Where, wrong: Wrong) -> None:
    """For what is looked at later."""


def nothing(value: Any, where: Where, wrong: Wrong) -> None:
    """For what Discord has but the pretend one has not: only null fits."""
    wrong.add(where, "NOT_PRETENDED", "The pretend Discord does not have this.")
