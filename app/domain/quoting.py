"""What of a text its writer says, and what is only quoted in it: Markdown's quotes and fences, mail, lines of a log.

Owns where a quotation begins and ends. Refuses to judge words: what stands between quotation marks may be a name.
"""

from __future__ import annotations

import re

_FENCE = re.compile(r"\s*(?P<fence>`{3,}|~{3,}|'{3}|\"{3})")
_QUOTED = re.compile(r"\s*(?:[>＞|›»❯]|&gt;)")
_BELOW = re.compile(r"\s*-{2,}\s*(?:original|forwarded) message\b", re.IGNORECASE)
_LOGGED = re.compile(
    r"\s*[\[(<\"{]?(?:"
    r"\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d(?::\d\d)?|\d\d:\d\d:\d\d|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d{1,2} \d\d:\d\d:\d\d|"
    r"(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)(?=[\]:])"
    r")"
)
_MARKED_UP = re.compile(r"<(pre|blockquote|code)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)


def own_words(text: str) -> str:
    """``text`` without what it quotes. A fence that is not closed goes on to the end."""
    kept: list[str] = []
    fence = ""
    for line in _MARKED_UP.sub("\n", text).splitlines():
        found = _FENCE.match(line)
        if fence:
            if found is not None and found["fence"].startswith(fence) and not line[found.end() :].strip():
                fence = ""
        elif found is not None and found["fence"] not in line[found.end() :]:
            fence = found["fence"]
        elif _BELOW.match(line):
            break
        elif found is None and not _QUOTED.match(line) and not _LOGGED.match(line):
            kept.append(line)
    return "\n".join(kept)
