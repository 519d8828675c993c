"""Filling in modals as Discord's client would let a user do it."""

from __future__ import annotations

from typing import Any

from .components import LABEL, ROW, TEXT, TEXT_INPUT, numbered
from .errors import NotAvailableError

Json = dict[str, Any]
SINGLE_VALUE = (TEXT_INPUT, 21, 23)


def submission(modal: Json, values: dict[str, Any]) -> Json:
    """The data of a modal submit; fields that are not named keep what the modal put in them."""
    left = dict(values)
    components = [_submitted(component, left) for component in numbered(modal.get("components") or [])]
    if left:
        raise NotAvailableError(f"the modal {modal['title']!r} has no fields {sorted(left)}")
    return {"custom_id": modal["custom_id"], "components": components}


def _submitted(component: Json, left: dict[str, Any]) -> Json:
    shown = {"type": component["type"], "id": component["id"]}
    if component["type"] == ROW:
        return shown | {"components": [_field(field, left) for field in component["components"]]}
    if component["type"] == LABEL:
        return shown | {"component": _field(component["component"], left)}
    assert component["type"] == TEXT
    return shown


def _field(field: Json, left: dict[str, Any]) -> Json:
    custom_id = field["custom_id"]
    value = left.pop(custom_id, field.get("value", _chosen(field) or _empty(field)))
    if field["type"] not in SINGLE_VALUE and isinstance(value, str):
        value = [value]
    if field.get("required", True) and value in ("", None, []):
        raise NotAvailableError(f"the modal needs {custom_id!r}")
    if isinstance(value, str) and not field.get("min_length", 0) <= len(value) <= field.get("max_length", 4000):
        raise NotAvailableError(f"{custom_id!r} is too short or too long: {value!r}")
    _check_offered(field, value)
    key = "value" if field["type"] in SINGLE_VALUE else "values"
    return {"type": field["type"], "id": field["id"], "custom_id": custom_id, key: value}


def _chosen(field: Json) -> list[str]:
    """The options that a menu was opened with."""
    options = field.get("options") or [] if field["type"] not in SINGLE_VALUE else []
    return [option["value"] for option in options if option.get("default")]


def _empty(field: Json) -> Any:
    return {TEXT_INPUT: "", 21: None, 23: False}.get(field["type"], [])


def _check_offered(field: Json, value: Any) -> None:
    offered = [option["value"] for option in field.get("options") or []]
    chosen = value if isinstance(value, list) else [value]
    if offered and not set(chosen) - {None} <= set(offered):
        raise NotAvailableError(f"{field['custom_id']!r} offers {offered}, not {value!r}")
