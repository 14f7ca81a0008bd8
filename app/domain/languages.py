"""The languages that Baton speaks, each named in itself; refuses to say anything in one of them."""

from __future__ import annotations

SYSTEM = "system"
"""Instead of a language: the one of the person's system, where Baton speaks it, else English."""
LANGUAGES = (("en", "English"), ("de", "Deutsch"), ("zh_CN", "简体中文"))
"""What a language is called in files, and by those who speak it."""
