"""Keeps ``None``, ``True`` and ``False`` alive on Python 3.11; owns nothing else.

PySide6 6.12 is built as if these were immortal, as they are from Python 3.12 on: on 3.11 every call of a Qt method that
returns nothing takes one reference to ``None`` that nobody gave, and after some thousand calls the interpreter aborts
with "none_dealloc". Seen with PySide6-Essentials 6.12.0 on CPython 3.11.7: 400 calls of ``QLabel.setText`` lower
``sys.getrefcount(None)`` by 400.
"""

from __future__ import annotations

import sys

_PLENTY = 1 << 60


def keep_constants_alive() -> None:
    """Give the three constants more references than any run can take. Does nothing where they are immortal."""
    if sys.version_info >= (3, 12) or sys.getrefcount(None) > _PLENTY // 2:
        return
    import ctypes

    for constant in (None, True, False):
        # The count is the first field of every object of CPython (Include/object.h, PyObject.ob_refcnt).
        ctypes.c_ssize_t.from_address(id(constant)).value += _PLENTY
