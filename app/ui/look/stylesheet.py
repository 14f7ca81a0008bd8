"""The application's one style sheet, written from the tokens; refuses per-widget style sheets elsewhere.

A widget asks for a look through the dynamic property ``look`` (``primary``, ``danger``, ``quiet``, ``muted``,
``heading``, ``title``, ``card``, ``surface``, ``bar``, ``link``, ``mono``); :func:`set_look` changes it later.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtWidgets import QAbstractButton, QWidget

from app import RESOURCES
from app.ui.look.tokens import CHROME_PX, CORNER, FOCUS_PX, HEADING_PX, SMALL_PX, TITLE_PX, Tokens


def set_look(widget: QWidget, look: str) -> None:
    """Give ``widget`` a look of the style sheet, also after it was shown."""
    if widget.property("look") == look:
        return
    widget.setProperty("look", look)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def set_icon_size(button: QAbstractButton, px: Literal[14, 16, 18]) -> None:
    """Make the icon of ``button`` as large as that, at every text size."""
    button.setProperty("icon_px", px)


def stylesheet(tokens: Tokens, scaled: Callable[[float], int]) -> str:
    """The whole style sheet; ``scaled`` says how large what is so many pixels in the design is to be."""
    t, px = tokens, scaled
    focus = f"{FOCUS_PX}px solid {t.accent}"
    # A dark line around a strong colour is hard to tell from none: where contrast is high, the button is turned inside
    # out too.
    filled_focus = f"border: {FOCUS_PX}px solid {t.text}; padding: 4px 11px;"
    if t.is_high_contrast:
        filled_focus += f" background: {t.background}; color: {t.text};"
    variant = ("dark" if t.is_dark else "light") + ("-contrast" if t.is_high_contrast else "")
    chevron, chevron_up, tick = (
        (RESOURCES / "themes" / f"{name}-{variant}.svg").as_posix() for name in ("chevron", "chevron-up", "tick")
    )
    return f"""
QWidget {{ font-size: {px(CHROME_PX)}px; }}
QWidget[look="surface"], QFrame[look="surface"] {{ background: {t.surface}; }}
QWidget[look="bar"] {{ background: {t.background}; border-bottom: 1px solid {t.line}; }}
QFrame[look="card"] {{ background: {t.background}; border: 1px solid {t.line}; border-radius: {CORNER}px; }}
QFrame[look="popup"] {{ background: {t.background}; border: 1px solid {t.control_line}; border-radius: {CORNER}px; }}
QFrame[look="composer"] {{
    background: {t.background}; border: 1px solid {t.control_line}; border-radius: 12px;
}}
QFrame[look="line"] {{ background: {t.line}; border: none; max-height: 1px; min-height: 1px; }}

QLabel {{ background: transparent; }}
QLabel[look="muted"] {{ color: {t.muted}; }}
QLabel[look="section"] {{ color: {t.muted}; font-weight: 600; font-size: {px(SMALL_PX)}px; }}
QLabel[look="heading"] {{ font-size: {px(HEADING_PX)}px; font-weight: 600; }}
QLabel[look="title"] {{ font-size: {px(TITLE_PX)}px; font-weight: 600; }}
QLabel[look="strong"] {{ font-weight: 600; }}
QLabel[look="keycap"] {{
    background: {t.surface}; border: 1px solid {t.line}; border-radius: 4px; padding: 1px 6px; color: {t.muted};
    font-size: {px(SMALL_PX)}px;
}}
QLabel[look="code"], QLineEdit[look="code"] {{ font-size: {px(TITLE_PX)}px; }}
QLabel[look="error"] {{ color: {t.destructive}; }}
QLabel[look="good"] {{ color: {t.good}; }}
QLabel[look="warning"] {{ color: {t.write}; }}

QPushButton {{
    background: {t.background}; color: {t.text}; border: 1px solid {t.control_line}; border-radius: 6px;
    padding: 5px 12px; min-height: {px(18)}px; icon-size: {px(16)}px;
}}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:pressed {{ background: {t.pressed}; }}
QPushButton:checked {{ background: {t.pressed}; border-color: {t.chosen_line}; }}
QPushButton:focus {{ border: {focus}; padding: 4px 11px; outline: none; }}
QPushButton:disabled {{ color: {t.disabled}; border-color: {t.line}; background: {t.surface}; }}
QPushButton[look="primary"] {{
    background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; font-weight: 600;
}}
QPushButton[look="primary"]:hover {{ background: {t.accent_hover}; }}
QPushButton[look="primary"]:pressed {{ background: {t.accent_pressed}; }}
QPushButton[look="primary"]:focus {{ {filled_focus} }}
QPushButton[look="primary"]:disabled {{ background: {t.pressed}; color: {t.disabled}; border-color: {t.pressed}; }}
QPushButton[look="danger"] {{
    background: {t.destructive}; color: {t.on_accent}; border-color: {t.destructive}; font-weight: 600;
}}
QPushButton[look="danger"]:focus {{ {filled_focus} }}
QPushButton[look="danger"]:disabled {{ background: {t.pressed}; color: {t.disabled}; border-color: {t.pressed}; }}
QPushButton[look="quiet"] {{ background: transparent; border-color: transparent; text-align: left; }}
QPushButton[look="quiet"]:hover {{ background: {t.hover}; }}
QPushButton[look="quiet"]:pressed {{ background: {t.pressed}; }}
QPushButton[look="quiet"]:checked {{ background: {t.pressed}; border-color: {t.chosen_line}; }}
QPushButton[look="quiet"]:focus {{ border: {focus}; }}
QPushButton[look="pill"] {{
    background: transparent; border: 1px solid {t.line}; border-radius: {px(9) + 5}px; padding: 5px 14px;
    color: {t.muted};
}}
QPushButton[look="pill"]:hover {{ background: {t.hover}; color: {t.text}; }}
QPushButton[look="pill"]:focus {{ border: {focus}; padding: 4px 13px; }}
QPushButton[look="link"] {{
    background: transparent; border: 1px solid transparent; color: {t.accent}; padding: 2px 4px; text-align: left;
}}
QPushButton[look="link"]:hover {{ text-decoration: underline; }}
QPushButton[look="link"]:focus {{ border: {focus}; padding: 1px 3px; }}
QPushButton[look="link"]:disabled {{ color: {t.disabled}; }}

QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 5px; }}
QToolButton[icon_px="14"], QPushButton[icon_px="14"] {{ qproperty-iconSize: {px(14)}px {px(14)}px; }}
QToolButton[icon_px="16"] {{ qproperty-iconSize: {px(16)}px {px(16)}px; }}
QToolButton[icon_px="18"], QPushButton[icon_px="18"] {{ qproperty-iconSize: {px(18)}px {px(18)}px; }}
QToolButton:hover {{ background: {t.hover}; }}
QToolButton:checked {{ background: {t.hover}; border-color: {t.line}; }}
QToolButton:pressed {{ background: {t.pressed}; }}
QToolButton:focus {{ border: {focus}; padding: 4px; }}
QToolButton:disabled {{ color: {t.disabled}; }}
#composer-send {{ background: {t.accent}; border-radius: 8px; padding: 0px; }}
#composer-send:hover {{ background: {t.accent_hover}; }}
#composer-send:pressed {{ background: {t.accent_pressed}; }}
#composer-send:focus {{ border: {FOCUS_PX}px solid {t.text}; padding: 0px; }}
#composer-send:disabled {{ background: {t.pressed}; }}
#composer-mention {{ background: {t.pressed}; border-radius: 10px; padding: 2px 8px; }}
#composer-mention:hover {{ background: {t.hover}; }}
#composer-mention:focus {{ border-color: {t.accent}; }}
QToolButton::menu-indicator {{ image: none; }}

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox {{
    background: {t.background}; color: {t.text}; border: 1px solid {t.control_line}; border-radius: 6px;
    selection-background-color: {t.selection}; selection-color: {t.text}; placeholder-text-color: {t.muted};
}}
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox {{ padding: 4px 8px; min-height: {px(20)}px; }}
QPlainTextEdit, QTextEdit {{ padding: 4px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {{
    border: {focus};
}}
QLineEdit:focus, QComboBox:focus {{ padding: 3px 7px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ padding: 3px; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled {{
    background: {t.surface}; color: {t.disabled}; border-color: {t.line}; placeholder-text-color: {t.disabled};
}}
QLineEdit[look="plain"], QPlainTextEdit[look="plain"], QTextEdit[look="plain"] {{
    border: none; background: transparent; padding: 0px;
}}
QSpinBox, QDoubleSpinBox {{ padding: 4px 22px 4px 0px; max-height: {px(20)}px; }}
QSpinBox:focus, QDoubleSpinBox:focus {{ padding: 3px 21px 3px 0px; }}
QAbstractSpinBox QLineEdit {{ border: none; background: transparent; padding: 0px; min-height: 0px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
    subcontrol-origin: border; width: 20px; height: {px(13)}px; border: none; border-radius: 4px; margin: 1px;
}}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; }}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{ background: {t.hover}; }}
QAbstractSpinBox::up-button:pressed, QAbstractSpinBox::down-button:pressed {{ background: {t.pressed}; }}
QAbstractSpinBox::up-arrow {{ image: url("{chevron_up}"); width: 10px; height: 10px; }}
QAbstractSpinBox::down-arrow {{ image: url("{chevron}"); width: 10px; height: 10px; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow {{ image: url("{chevron}"); width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{
    background: {t.background}; border: 1px solid {t.control_line}; padding: 4px; outline: none;
    selection-background-color: {t.pressed}; selection-color: {t.text};
}}
QComboBox {{ combobox-popup: 0; }} /* a list: the menu that Fusion makes of it cuts its last entry */
QComboBox QAbstractItemView::item {{ min-height: {px(24)}px; padding: 0px 4px; }}
QComboBox QAbstractItemView::item:selected {{ background: {t.pressed}; color: {t.text}; }}

QListView, QTreeView, QTableView {{
    background: transparent; border: none; outline: {focus}; color: {t.text};
    selection-background-color: {t.pressed}; selection-color: {t.text};
}}
QTableView {{ gridline-color: {t.line}; }}
QHeaderView::section {{
    background: {t.surface}; color: {t.muted}; border: none; border-bottom: 1px solid {t.line}; padding: 6px 8px;
}}

QMenu {{ background: {t.background}; border: 1px solid {t.control_line}; padding: 4px; }}
QMenu::item {{ padding: 6px 20px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.pressed}; border: 1px solid {t.chosen_line}; }}
QMenu::item:disabled {{ color: {t.disabled}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
QMenuBar {{ background: {t.background}; }}
QMenuBar::item:selected {{ background: {t.pressed}; border-radius: 4px; }}

QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {t.control_line}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: transparent; border: none; width: 0; height: 0;
}}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}

QSplitter::handle {{ background: {t.line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:hover {{ background: {t.accent}; }}

QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {t.line}; }}
QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {t.accent}; }}
QSlider::handle:horizontal {{
    width: 12px; height: 12px; margin: -5px 0; border-radius: 7px;
    background: {t.background}; border: 1px solid {t.accent};
}}
QSlider::handle:horizontal:focus {{ background: {t.accent}; border: {FOCUS_PX}px solid {t.text}; }}
QSlider::sub-page:horizontal:disabled {{ background: {t.line}; }}
QSlider::handle:horizontal:disabled {{ border-color: {t.line}; background: {t.surface}; }}

QProgressBar {{ background: {t.line}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
QProgressBar[look="warning"]::chunk {{ background: {t.write}; }}
QProgressBar[look="error"]::chunk {{ background: {t.destructive}; }}

QToolTip {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.control_line}; padding: 6px; }}
QCheckBox {{ spacing: 8px; background: transparent; }}
#export-list::item {{ padding: 5px 2px; }}
#export-list::item:selected {{ background: {t.hover}; }}
QCheckBox::indicator, QListView::indicator {{
    width: {px(16)}px; height: {px(16)}px; border: 1px solid {t.control_line}; border-radius: 4px;
    background: {t.background};
}}
QCheckBox::indicator:checked, QListView::indicator:checked {{
    background: {t.accent}; border-color: {t.accent}; image: url("{tick}");
}}
QCheckBox::indicator:focus {{ border: {focus}; width: {px(16) - 2}px; height: {px(16) - 2}px; }}
QCheckBox::indicator:checked:focus {{ border-color: {t.text}; }}
#settings-nav::item {{ padding: 6px 8px; border-radius: 6px; margin: 1px 0px; }}
#settings-nav::item:hover {{ background: {t.hover}; }}
#settings-nav {{ outline: none; }}
#settings-nav::item:focus {{ border: {focus}; }}
#settings-nav::item:selected {{ background: {t.pressed}; color: {t.text}; border: 1px solid {t.chosen_line}; }}
#settings-nav::item:selected:focus {{ border: {focus}; }}
QDialog {{ background: {t.background}; }}
"""
