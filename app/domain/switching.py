"""What becomes of a chat's parameters when another model is to answer, and how that is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.language import plural, tr
from app.domain.models import ModelInfo
from app.domain.numerals import exact
from app.domain.parameters import COMMON, brief
from app.domain.wording import listed


@dataclass(frozen=True, kw_only=True, slots=True)
class Switch:
    """The parameters the chat has with the new model, and a sentence on what changed; empty where nothing did."""

    parameters: Mapping[str, object]
    words: str = ""


def switched(parameters: Mapping[str, object], model: ModelInfo | None, *, keep: bool) -> Switch:
    """``parameters`` on the way to ``model`` (``None`` where nothing is known of it).

    All go back to the model's own defaults, or, with ``keep``, those that it does not take as they are.
    """
    if not parameters:
        return Switch(parameters={})
    specs = {spec.name: spec for spec in model.capabilities.parameters} if model is not None else {}
    whys = {spec.name: why for spec, why in model.capabilities.refused} if model is not None else {}
    kept: dict[str, object] = {}
    reasons: list[str] = []
    for name, value in parameters.items():
        spec = specs.get(name)
        problem = spec.problem(value) if spec is not None else None
        if keep and spec is not None and problem is None:
            kept[name] = value
        elif model is not None and spec is None:
            reasons.append(
                whys.get(name) or tr("{model} takes no {parameter}.", model=model.title, parameter=title_of(name))
            )
        elif keep and problem is not None:
            reasons.append(problem)
    reset = [f"{title_of(name)} ({value_words(value)})" for name, value in parameters.items() if name not in kept]
    if not reset:
        return Switch(parameters=kept)
    if model is None:
        words = plural(
            "{values} is reset to the model's defaults.",
            "{values} are reset to the model's defaults.",
            len(reset),
            values=listed(reset),
        )
    else:
        words = plural(
            "{values} is reset to the defaults of {model}.",
            "{values} are reset to the defaults of {model}.",
            len(reset),
            values=listed(reset),
            model=model.title,
        )
    return Switch(parameters=kept, words=" ".join([words, *reasons]))


def title_of(name: str) -> str:
    """What a parameter is called where people read it."""
    known = next((spec.title for spec in COMMON if spec.name == name), None)
    return tr(known) if known else brief(name).strip("'").replace("_", " ")


def value_words(value: object) -> str:
    """A parameter's value, short."""
    if isinstance(value, float) or (isinstance(value, int) and abs(value) < 10**12):
        return exact(value)
    return brief(value).strip("'")
