"""The four sets of colours and the sizes everything is laid out by, as plain values; refuses Qt."""

from __future__ import annotations

from dataclasses import dataclass

# Device-independent pixels, at a text size of 100 %.
SMALL_PX = 12
CHROME_PX = 13
TRANSCRIPT_PX = 15
HEADING_PX = 18
TITLE_PX = 22
LINE_HEIGHT = 1.5  # of a message, in its text's size

GRID = 4
INSIDE = 8  # inside a control
BETWEEN = 16  # between groups
TURN = 24  # between turns
CORNER = 8
FOCUS_PX = 2  # of the line around what has the focus

COLUMN_WIDTH = 760  # the transcript's and the composer's widest
SIDEBAR_WIDTH = 260
DOCK_WIDTH = 300


@dataclass(frozen=True, kw_only=True, slots=True)
class Tokens:
    """Colours as ``#RRGGBB``. Text tokens hold 4.5:1 on ``background`` and ``surface``, ``text`` 7:1; where
    ``is_high_contrast``, every text 7:1 on whatever it stands on, and outlines 3:1.

    ``on_accent`` is text on a button filled with ``accent``, ``destructive`` or another strong colour.
    ``disabled`` is for controls that cannot be used, which need no contrast.
    """

    is_dark: bool
    is_high_contrast: bool
    background: str
    surface: str
    line: str
    text: str
    muted: str
    accent: str
    sensitive_read: str
    write: str
    permissions: str
    destructive: str
    good: str
    on_accent: str

    @property
    def hover(self) -> str:
        """Behind what the pointer is over."""
        return mixed(self.surface, self.text, 0.06)

    @property
    def pressed(self) -> str:
        """Behind what is being pressed, or is the current one."""
        return mixed(self.surface, self.text, 0.10)

    @property
    def selection(self) -> str:
        """Behind selected text and selected rows."""
        if self.is_high_contrast:
            return mixed(self.background, self.accent, 0.22 if self.is_dark else 0.12)
        return mixed(self.background, self.accent, 0.28 if self.is_dark else 0.20)

    @property
    def code_background(self) -> str:
        """Behind code."""
        return mixed(self.surface, self.text, 0.015)

    @property
    def accent_hover(self) -> str:
        """A filled button under the pointer."""
        return mixed(self.accent, self.text, 0.12)

    @property
    def accent_pressed(self) -> str:
        """A filled button being pressed."""
        return mixed(self.accent, self.text, 0.22)

    @property
    def disabled(self) -> str:
        """Text and icons of what cannot be used now."""
        return mixed(self.surface, self.muted, 0.75 if self.is_high_contrast else 0.62)

    @property
    def control_line(self) -> str:
        """The outline of a field, stronger than ``line`` so that its edge can be seen."""
        return self.line if self.is_high_contrast else mixed(self.line, self.muted, 0.22)

    @property
    def chosen_line(self) -> str:
        """Around what is chosen or switched on: nothing but ``pressed`` behind it, unless contrast is high."""
        return self.text if self.is_high_contrast else self.pressed

    def tint(self, colour: str) -> str:
        """A background that hints at ``colour`` and still carries ``text``."""
        return mixed(self.background, colour, 0.14 if self.is_dark else 0.08)


LIGHT = Tokens(
    is_dark=False,
    is_high_contrast=False,
    background="#FFFFFF",
    surface="#F6F7F9",
    line="#DFE3E8",
    text="#1B1F24",
    muted="#58626D",
    accent="#2457D6",
    sensitive_read="#7A3FC4",
    write="#825400",
    permissions="#A8420C",
    destructive="#BA242B",
    good="#187143",
    on_accent="#FFFFFF",
)
DARK = Tokens(
    is_dark=True,
    is_high_contrast=False,
    background="#14171B",
    surface="#1C2026",
    line="#2E343C",
    text="#E6E9ED",
    muted="#9AA4AF",
    accent="#7AA2FF",
    sensitive_read="#C29BFF",
    write="#F0B541",
    permissions="#FF9B66",
    destructive="#FF7B7B",
    good="#5FCB92",
    on_accent="#14171B",
)
LIGHT_CONTRAST = Tokens(
    is_dark=False,
    is_high_contrast=True,
    background="#FFFFFF",
    surface="#F7F7F7",
    line="#5A6068",
    text="#000000",
    muted="#2E353C",
    accent="#0B2F9C",
    sensitive_read="#4B1690",
    write="#513500",
    permissions="#6E2700",
    destructive="#8A0D14",
    good="#06452A",
    on_accent="#FFFFFF",
)
DARK_CONTRAST = Tokens(
    is_dark=True,
    is_high_contrast=True,
    background="#000000",
    surface="#0B0C0E",
    line="#9BA3AC",
    text="#FFFFFF",
    muted="#D3D9DF",
    accent="#A9C5FF",
    sensitive_read="#DCC4FF",
    write="#FFD257",
    permissions="#FFBE98",
    destructive="#FFB0B0",
    good="#84EBB2",
    on_accent="#000000",
)


def mixed(under: str, over: str, share: float) -> str:
    """``over`` laid on ``under`` with an opacity of ``share`` (0 to 1), as ``#RRGGBB``."""
    channels = zip(_channels(under), _channels(over), strict=True)
    return "#" + "".join(f"{round(low + (high - low) * share):02X}" for low, high in channels)


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it (relative luminance in sRGB)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
