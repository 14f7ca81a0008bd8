"""How the window looks, and the language it speaks."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.language import marked
from app.domain.languages import LANGUAGES, SYSTEM
from app.domain.setting_info import setting

APPEARANCE = marked("Appearance")


@dataclass(frozen=True, kw_only=True)
class AppearanceSettings:
    language: str = setting(
        SYSTEM,
        section=APPEARANCE,
        title=marked("Language"),
        help=marked("Of the window and what it says. Models answer in the language they are asked in."),
        choices=((SYSTEM, marked("As the system says")), *LANGUAGES),
        at_start=True,
    )
    theme: str = setting(
        "system",
        section=APPEARANCE,
        title=marked("Theme"),
        help=marked("Follow the system, or always light or dark."),
        choices=(("system", marked("Follow the system")), ("light", marked("Light")), ("dark", marked("Dark"))),
    )
    contrast: str = setting(
        "system",
        section=APPEARANCE,
        title=marked("Contrast"),
        help=marked(
            "High contrast has black and white, stronger outlines and no shades. Follow the system where it says."
        ),
        choices=(("system", marked("Follow the system")), ("normal", marked("Normal")), ("high", marked("High"))),
    )
    text_size: int = setting(
        100,
        section=APPEARANCE,
        title=marked("Text size"),
        help=marked("Of everything in the window; also by Ctrl and plus, minus or 0."),
        minimum=80,
        maximum=200,
        unit="%",
    )
    direction: str = setting(
        "language",
        section=APPEARANCE,
        title=marked("Direction"),
        help=marked("Where a line begins. Messages follow their own text; code and AWS calls go from left to right."),
        choices=(
            ("language", marked("As the language is written")),
            ("ltr", marked("From left to right")),
            ("rtl", marked("From right to left")),
        ),
    )
    motion: str = setting(
        "system",
        section=APPEARANCE,
        title=marked("Motion"),
        help=marked("Without motion not even the cursor blinks. Follow the system where it says."),
        choices=(("system", marked("Follow the system")), ("none", marked("None"))),
    )
