"""Every setting, declared once: its type, default, title, help and bounds. Form, file and validation derive from it.

Each module has the settings of the sections it is named after. Refuses secrets: keys live in the keyring, never here.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.language import tr
from app.domain.models import Endpoint
from app.domain.setting_info import SettingInfo
from app.domain.settings.appearance import AppearanceSettings
from app.domain.settings.aws import AwsSettings
from app.domain.settings.keeping import KeepingSettings
from app.domain.settings.local import KV_TYPES, LocalModelSettings
from app.domain.settings.models import ModelSettings
from app.domain.settings.routing import RoutingSettings
from app.domain.settings.safety import SafetySettings

__all__ = ["KV_TYPES", "Settings", "problems", "setting_infos"]


@dataclass(frozen=True, kw_only=True)
class Settings(
    # A dataclass has the fields of its last base first, and the form has them in this order.
    KeepingSettings,
    SafetySettings,
    AwsSettings,
    LocalModelSettings,
    RoutingSettings,
    ModelSettings,
    AppearanceSettings,
):
    """All settings, with their defaults. ``endpoints`` has its own page and is not among :func:`setting_infos`."""

    endpoints: tuple[Endpoint, ...] = ()


def setting_infos() -> tuple[SettingInfo, ...]:
    """Every simple setting's description, in the order they are shown."""
    infos = []
    for item in dataclasses.fields(Settings):
        if not item.metadata:
            continue
        infos.append(SettingInfo(name=item.name, type=type(item.default), default=item.default, **item.metadata))
    return tuple(infos)


def problems(values: Mapping[str, object]) -> dict[str, str]:
    """What is wrong with ``values``, by setting name; names that are no setting are reported too."""
    known = {info.name: info for info in setting_infos()}
    found = {}
    for name, value in values.items():
        info = known.get(name)
        problem = tr("There is no setting {name}.", name=repr(name)) if info is None else info.problem(value)
        if problem is not None:
            found[name] = problem
    return found
