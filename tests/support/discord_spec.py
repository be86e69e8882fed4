"""Holds requests against Discord's own OpenAPI description, and more strictly: what it does not name is wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match
from jsonschema.validators import extend

SPEC = Path(__file__).parents[2] / "../shared/specs/discord-openapi-2026-07.json"
REF = "#/components/schemas/"

# What discord.py sends with every such request, and Discord takes though its description does not say so.
ALSO_SENT = {
    "MessageEditRequestPartial": {"tts": {"type": "boolean"}},
    "IncomingWebhookUpdateRequestPartial": {"tts": {"type": "boolean"}},
    "IncomingWebhookUpdateForInteractionCallbackRequestPartial": {"tts": {"type": "boolean"}},
    "ApplicationCommandCreateRequest": {"nsfw": {"type": "boolean"}},
    "ApplicationCommandUpdateRequest": {"nsfw": {"type": "boolean"}},
    "ApplicationCommandPatchRequestPartial": {"nsfw": {"type": "boolean"}},
}
SNOWFLAKE = {"type": ["string", "integer"], "pattern": "^(0|[1-9][0-9]*)$", "minimum": 0}  # both are documented
QUERY = {"integer": re.compile(r"-?\d+"), "boolean": re.compile(r"0|1|true|false|True|False")}

Check = Callable[[str, str, object], None]


class _Spec:
    def __init__(self, spec: dict[str, Any]) -> None:
        self._schemas: dict[str, dict[str, Any]] = spec["components"]["schemas"]
        self._schemas["SnowflakeType"] = SNOWFLAKE
        for name, properties in ALSO_SENT.items():
            self._schemas[name]["properties"] |= properties
        self._kinds: dict[int, dict[int, Any] | None] = {}  # by identity of a union: its branches by `type`
        keywords = {
            "$ref": self._ref,
            "oneOf": self._one_of,
            "anyOf": self._any_of,
            "properties": self._properties,
        }
        self._validator: Any = extend(Draft202012Validator, keywords)
        self._bodies: dict[int, Any] = {}  # compiled when first needed
        self._paths: dict[tuple[int, str], list[tuple[re.Pattern[str], dict[str, Any]]]] = {}
        for path in sorted(spec["paths"], key=lambda path: path.count("{")):
            item = spec["paths"][path]
            self._paths.setdefault(_shelf(path), []).append((self._pattern(path, item), item))

    def check(self, method: str, path: str, body: object) -> None:
        path, _, query = path.partition("?")
        item = next((item for pattern, item in self._paths.get(_shelf(path), []) if pattern.fullmatch(path)), None)
        if item is None or method.lower() not in item:
            raise ValueError("no such request")
        operation = item[method.lower()]
        self._check_query(query, [*item.get("parameters", []), *operation.get("parameters", [])])
        if "requestBody" in operation:
            self._check_body(operation["requestBody"], body)
        elif body is not None:
            raise ValueError("this request has no body")

    def _check_query(self, query: str, parameters: list[dict[str, Any]]) -> None:
        allowed = {one["name"]: one["schema"] for one in parameters if one["in"] == "query"}
        for name, value in parse_qsl(query, keep_blank_values=True):
            if name not in allowed:
                raise ValueError(f"no parameter {name}")
            pattern = QUERY.get(str(allowed[name].get("type")))
            if pattern and not pattern.fullmatch(value):
                raise ValueError(f"parameter {name} has the wrong type")

    def _check_body(self, request: dict[str, Any], body: object) -> None:
        if body is None:
            if request.get("required"):
                raise ValueError("a body is needed")
            return
        if (validator := self._bodies.get(id(request))) is None:
            validator = self._bodies[id(request)] = self._validator(request["content"]["application/json"]["schema"])
        error = best_match(validator.iter_errors(body))
        if error is not None:
            raise ValueError(f"{error.json_path}: {error.message}")

    def _pattern(self, path: str, item: dict[str, Any]) -> re.Pattern[str]:
        schemas = {one["name"]: one["schema"].get("$ref", "") for one in item.get("parameters", [])}

        def segment(match: re.Match[str]) -> str:
            return r"\d+" if schemas.get(match[1], "").endswith("/SnowflakeType") else "[^/]+"

        return re.compile(re.sub(r"\{(\w+)\}", segment, path))

    def _ref(self, validator: Any, ref: str, instance: Any, schema: Any) -> Iterator[ValidationError]:
        yield from validator.descend(instance, self._schemas[ref.removeprefix(REF)])

    def _properties(self, validator: Any, properties: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
        if not isinstance(instance, dict):
            return
        for name, value in instance.items():
            if name in properties:
                yield from validator.descend(value, properties[name], path=name, schema_path=name)
            elif "additionalProperties" not in schema:
                yield ValidationError(f"{name!r} is not named here")

    def _one_of(self, validator: Any, branches: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
        yield from self._union("oneOf", validator, branches, instance, schema)

    def _any_of(self, validator: Any, branches: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
        yield from self._union("anyOf", validator, branches, instance, schema)

    def _union(self, keyword: str, validator: Any, branches: Any, instance: Any, schema: Any) -> Iterator[Any]:
        """Objects told apart by `type` are tried against that branch only, which is faster and says what is wrong."""
        if id(branches) not in self._kinds:
            self._kinds[id(branches)] = self._by_type(branches)
        by_type = self._kinds[id(branches)]
        if all("const" in branch for branch in branches):
            if instance not in [branch["const"] for branch in branches]:
                yield ValidationError(f"{instance!r} is not among the values")
        elif by_type is None:
            yield from Draft202012Validator.VALIDATORS[keyword](validator, branches, instance, schema)
        else:
            kind = instance.get("type") if isinstance(instance, dict) else None
            if isinstance(kind, int) and kind in by_type:
                yield from validator.descend(instance, by_type[kind])
            else:
                yield ValidationError(f"type {kind!r} is none of {sorted(by_type)}")

    def _by_type(self, branches: list[dict[str, Any]]) -> dict[int, Any] | None:
        found: dict[int, Any] = {}
        for branch in branches:
            target = self._schemas.get(branch.get("$ref", "").removeprefix(REF), {})
            kinds = target.get("properties", {}).get("type", {}).get("enum")
            if not kinds:
                return None
            found |= dict.fromkeys(kinds, target)
        return found


def _shelf(path: str) -> tuple[int, str]:
    return path.count("/"), path.split("/")[1] if path.startswith("/") else ""


# check(method, path, body) raises ValueError for a request that the description does not allow; the path begins after
# /api/v10 and may have a query. None where the description is not there.
check: Check | None = _Spec(json.loads(SPEC.read_text())).check if SPEC.exists() else None
