"""Work in words: how far, how fast, how long; one sentence for a screen reader, one for whoever is about to quit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from app.domain.language import plural, tr
from app.domain.numerals import number, percent
from app.domain.sizes import size_words
from app.domain.work import BYTES, Counted, Work, WorkState


def amount_words(work: Work) -> str:
    """``12 of 300 prompts``, ``1.2 GB of 4.5 GB``, ``35 %``; empty where nothing is counted."""
    if not work.unit:
        return "" if work.share is None else percent(work.share)
    if work.unit == BYTES:
        done, total = size_words(int(work.done)), None if work.total is None else size_words(int(work.total))
        return tr("{done} of {total}", done=done, total=total) if total else done if work.done else ""
    if work.total is None:
        return _counted(work.done, work.unit) if work.done else ""
    return tr("{done} of {total}", done=number(int(work.done)), total=_counted(work.total, work.unit))


def left_words(seconds: float) -> str:
    """About how long it still takes, rounded as far as such a guess is good for."""
    if seconds < 5:
        return tr("a few seconds left")
    if seconds < 55:
        return tr("about {seconds} s left", seconds=5 * round(seconds / 5))
    minutes = round(seconds / 60)
    if minutes < 60:
        return tr("about {minutes} min left", minutes=max(1, minutes))
    hours, minutes = divmod(round(minutes / 5) * 5, 60)
    return (
        tr("about {hours} h {minutes} min left", hours=hours, minutes=minutes)
        if minutes and hours < 10
        else tr("about {hours} h left", hours=hours)
    )


def state_words(work: Work) -> str:
    """Where it stands, without its title."""
    amount = amount_words(work)
    match work.state:
        case WorkState.WAITING:
            return work.note or tr("Waiting for its turn")
        case WorkState.RUNNING:
            left = "" if work.left_s is None else left_words(work.left_s)
            return " · ".join(part for part in (amount, left, work.note) if part) or tr("At work")
        case WorkState.PAUSED:
            return work.outcome or (tr("Paused at {amount}", amount=amount) if amount else tr("Paused"))
        case WorkState.DONE:
            return work.outcome or tr("Done.")
        case WorkState.STOPPED:
            return work.outcome or tr("Stopped.")
        case WorkState.FAILED:
            return work.outcome or tr("It failed.")
        case _:
            assert_never(work.state)


def spoken(work: Work) -> str:
    """The whole of it as one sentence."""
    share = "" if work.share is None or not work.is_active or not work.unit else f", {percent(work.share)}"
    return (
        f"{work.title}: {state_words(work)}{share}".replace(" · ", ", ")
        .replace("\u00a0%", "%")
        .replace("%", " " + tr("per cent"))
    )


def quit_question(works: Sequence[Work]) -> str:
    """What becomes of the work under way where Baton is closed; a line for each, for a plain text."""
    lines = [f"• {work.title}: {work.on_quit}" for work in works[:6]]
    if len(works) > 6:
        lines.append(tr("• and {count} more", count=len(works) - 6))
    return "\n".join(lines)


def _counted(amount: float, unit: Counted) -> str:
    count = int(amount)
    match unit:
        case "chats":
            return plural("{count} chat", "{count} chats", count)
        case "pages":
            return plural("{count} page", "{count} pages", count)
        case "places":
            return plural("{count} place", "{count} places", count)
        case "prompts":
            return plural("{count} prompt", "{count} prompts", count)
        case "reads":
            return plural("{count} read", "{count} reads", count)
        case "services":
            return plural("{count} service", "{count} services", count)
        case _:
            assert_never(unit)
