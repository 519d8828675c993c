"""Message components and modals: Discord's limits on them, and finding one in a message."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from itertools import count
from typing import Any

from .errors import Problems

Json = dict[str, Any]
ROW, BUTTON, STRING_SELECT, TEXT_INPUT, SECTION, TEXT, THUMBNAIL, CONTAINER, LABEL = 1, 2, 3, 4, 9, 10, 11, 17, 18
SELECTS = (STRING_SELECT, 5, 6, 7, 8)
V2_TOP_LEVEL = (ROW, SECTION, TEXT, 12, 13, 14, CONTAINER)
CONTAINER_CHILDREN = (ROW, SECTION, TEXT, 12, 13, 14)
LABEL_CHILDREN = (TEXT_INPUT, *SELECTS, 19, 21, 22, 23)
LINK, PREMIUM = 5, 6


def walk(components: list[Json], path: str = "components") -> Iterator[tuple[str, Json]]:
    """Every component at every depth, with its path in the body."""
    for index, component in enumerate(components):
        here = f"{path}.{index}"
        yield here, component
        yield from walk(component.get("components") or [], f"{here}.components")
        for single in ("accessory", "component"):
            if component.get(single):
                yield f"{here}.{single}", component[single]


def find(components: list[Json], name: str) -> Json | None:
    """The component with this custom id, label or placeholder."""
    for key in ("custom_id", "label", "placeholder"):
        for _, component in walk(components):
            if component.get(key) == name:
                return component
    return None


def names(components: list[Json]) -> list[str]:
    """What can be clicked or selected, for messages to the reader of a failed test."""
    found = [component for _, component in walk(components) if component.get("type") in (BUTTON, *SELECTS)]
    keys = ("label", "placeholder", "custom_id", "url")
    return [next(component[key] for key in keys if component.get(key)) for component in found]


def numbered(components: list[Json]) -> list[Json]:
    """A copy in which every component has an id, as Discord gives one to those that came without."""
    result = copy.deepcopy(components)
    taken = {component.get("id") for _, component in walk(result)}
    free = (number for number in count(1) if number not in taken)
    for _, component in walk(result):
        if not component.get("id"):
            component["id"] = next(free)
    return result


def check_components(problems: Problems, components: list[Json], *, v2: bool) -> None:
    """The components of a message, in the old form or as Components V2."""
    allowed = V2_TOP_LEVEL if v2 else (ROW,)
    if not v2:
        problems.length("components", components, 0, 5)
    for index, component in enumerate(components):
        _check_type(problems, f"components.{index}", component, allowed)
    everything = list(walk(components))
    for path, component in everything:
        check_one(problems, path, component)
    _check_unique(problems, everything)
    if v2:
        _check_v2_totals(problems, [component for _, component in everything])


def _check_v2_totals(problems: Problems, components: list[Json]) -> None:
    if len(components) > 40:
        problems.add("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", "Maximum of 40 components")
    if sum(len(component.get("content") or "") for component in components) > 4000:
        message = "Displayable text exceeds maximum size of 4000"
        problems.add("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", message)


def _check_type(problems: Problems, path: str, component: Json, allowed: tuple[int, ...]) -> None:
    if component.get("type") not in allowed:
        message = f'Value of field "type" must be one of {allowed}.'
        problems.add(f"{path}.type", "UNION_TYPE_CHOICES", message)


def _check_unique(problems: Problems, everything: list[tuple[str, Json]]) -> None:
    seen: set[str] = set()
    for path, component in everything:
        custom_id = component.get("custom_id")
        if custom_id and custom_id in seen:
            message = "Component custom id cannot be duplicated"
            problems.add(f"{path}.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", message)
        seen.add(custom_id or "")


def check_one(problems: Problems, path: str, component: Json) -> None:
    """One component by its own limits; its children are checked on their own."""
    checks = {
        ROW: _check_row,
        BUTTON: _check_button,
        TEXT_INPUT: _check_text_input,
        TEXT: _check_text,
        SECTION: _check_section,
        CONTAINER: _check_container,
    } | dict.fromkeys(SELECTS, _check_select)
    check = checks.get(component.get("type", 0))
    if check:
        check(problems, path, component)


def _check_text(problems: Problems, path: str, text: Json) -> None:
    problems.length(f"{path}.content", text.get("content"), 1, 4000)


def _check_section(problems: Problems, path: str, section: Json) -> None:
    problems.length(f"{path}.components", section.get("components"), 1, 3)
    _check_type(problems, f"{path}.accessory", section.get("accessory") or {}, (BUTTON, THUMBNAIL))


def _check_container(problems: Problems, path: str, container: Json) -> None:
    for index, child in enumerate(container.get("components") or []):
        _check_type(problems, f"{path}.components.{index}", child, CONTAINER_CHILDREN)


def _check_row(problems: Problems, path: str, row: Json) -> None:
    children = row.get("components") or []
    problems.length(f"{path}.components", children, 1, 5)
    # A select or a text input takes the width of all five buttons.
    if len(children) > 1 and any(child.get("type") != BUTTON for child in children):
        message = "The specified component exceeds the maximum width"
        problems.add(f"{path}.components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message)


def _check_button(problems: Problems, path: str, button: Json) -> None:
    style = button.get("style")
    problems.length(f"{path}.label", button.get("label") or "", 0, 80)
    if style == LINK:
        problems.length(f"{path}.url", button.get("url"), 1, 512)
        if button.get("custom_id"):
            message = "A custom id and url cannot both be specified"
            problems.add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", message)
    elif style != PREMIUM:
        problems.length(f"{path}.custom_id", button.get("custom_id"), 1, 100)
    if style != PREMIUM and not button.get("label") and not button.get("emoji"):
        problems.add(path, "BUTTON_COMPONENT_MISSING_LABEL_OR_EMOJI", "A button needs a label or an emoji")


def _check_select(problems: Problems, path: str, select: Json) -> None:
    problems.length(f"{path}.custom_id", select.get("custom_id"), 1, 100)
    problems.length(f"{path}.placeholder", select.get("placeholder") or "", 0, 150)
    if select["type"] != STRING_SELECT:
        return
    options = select.get("options") or []
    problems.length(f"{path}.options", options, 1, 25)
    for index, option in enumerate(options):
        here = f"{path}.options.{index}"
        problems.length(f"{here}.label", option.get("label"), 1, 100)
        problems.length(f"{here}.value", option.get("value"), 1, 100)
        problems.length(f"{here}.description", option.get("description") or "", 0, 100)
    values = [option.get("value") for option in options]
    if len(set(values)) < len(values):
        message = "The specified option value is already used"
        problems.add(f"{path}.options", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message)


def _check_text_input(problems: Problems, path: str, field: Json) -> None:
    problems.length(f"{path}.custom_id", field.get("custom_id"), 1, 100)
    problems.length(f"{path}.label", field.get("label") or "", 0, 45)
    problems.length(f"{path}.placeholder", field.get("placeholder") or "", 0, 100)
    problems.length(f"{path}.value", field.get("value") or "", 0, 4000)


def check_modal(modal: Json) -> None:
    """A modal: title, custom id, one to five rows, labels or texts."""
    problems = Problems()
    problems.length("data.title", modal.get("title"), 1, 45)
    problems.length("data.custom_id", modal.get("custom_id"), 1, 100)
    components = modal.get("components") or []
    problems.length("data.components", components, 1, 5)
    for index, component in enumerate(components):
        here = f"data.components.{index}"
        _check_type(problems, here, component, (ROW, LABEL, TEXT))
        if component.get("type") == LABEL:
            _check_label(problems, here, component)
    everything = list(walk(components, "data.components"))
    for path, component in everything:
        check_one(problems, path, component)
    _check_unique(problems, everything)
    problems.refuse()


def _check_label(problems: Problems, path: str, label: Json) -> None:
    problems.length(f"{path}.label", label.get("label"), 1, 45)
    problems.length(f"{path}.description", label.get("description") or "", 0, 100)
    _check_type(problems, f"{path}.component", label.get("component") or {}, LABEL_CHILDREN)
