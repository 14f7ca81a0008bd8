"""What may be spent, which answers are kept, and which backups of the history."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.language import marked
from app.domain.setting_info import setting

BUDGETS = marked("Budgets")
KEPT_ANSWERS = marked("Kept answers")
HISTORY = marked("History")


@dataclass(frozen=True, kw_only=True)
class KeepingSettings:
    budget_day_usd: float = setting(
        0.0,
        section=BUDGETS,
        title=marked("Money a day"),
        help=marked(
            "What models elsewhere may cost in a day, by your calendar. Then nothing more is sent until the next "
            "day. A chat can have a budget of its own, in the dock."
        ),
        minimum=0,
        maximum=1_000_000,
        unit="$",
        minimum_words=marked("No limit"),
    )
    budget_month_usd: float = setting(
        0.0,
        section=BUDGETS,
        title=marked("Money a month"),
        help=marked("What models elsewhere may cost in a calendar month."),
        minimum=0,
        maximum=1_000_000,
        unit="$",
        minimum_words=marked("No limit"),
    )
    budget_day_tokens: int = setting(
        0,
        section=BUDGETS,
        title=marked("Tokens a day"),
        help=marked(
            "What models elsewhere may read and write in a day. Those on this machine cost nothing and do not count."
        ),
        minimum=0,
        maximum=2_000_000_000,
        unit=marked("tokens"),
        minimum_words=marked("No limit"),
    )
    budget_month_tokens: int = setting(
        0,
        section=BUDGETS,
        title=marked("Tokens a month"),
        help=marked("What models elsewhere may read and write in a calendar month."),
        minimum=0,
        maximum=2_000_000_000,
        unit=marked("tokens"),
        minimum_words=marked("No limit"),
    )
    budget_warn_percent: int = setting(
        80,
        section=BUDGETS,
        title=marked("Warn at"),
        help=marked("Said once, when a budget is used up to this."),
        minimum=1,
        maximum=100,
        unit="%",
    )
    budget_unpriced: str = setting(
        "allow",
        section=BUDGETS,
        title=marked("Where a model's price is unknown"),
        help=marked("A budget of money cannot count what has no price. Prices can be set for each model."),
        choices=(
            ("allow", marked("Send, and say that it is not counted")),
            ("stop", marked("Send nothing while a budget is set")),
        ),
    )
    cache_answers: bool = setting(
        True,
        section=KEPT_ANSWERS,
        title=marked("Give the same answer again"),
        help=marked(
            "Where the same question is put to the same model at temperature 0, its answer is given at once and costs "
            "nothing. A chat, or baton ask --cached, can have it at other temperatures. Nothing with results of tools "
            "is kept, and a deleted chat's answers go with it."
        ),
    )
    cache_days: int = setting(
        7,
        section=KEPT_ANSWERS,
        title=marked("Keep an answer for"),
        help=marked("Then the model is asked again."),
        minimum=1,
        maximum=365,
        unit=marked("days"),
    )
    cache_mib: int = setting(
        64,
        section=KEPT_ANSWERS,
        title=marked("Room for kept answers"),
        help=marked("On disk. Those that were not used for longest make room."),
        minimum=1,
        maximum=65_536,
        unit=marked("MiB"),
    )
    backup_days: int = setting(
        7,
        section=HISTORY,
        title=marked("Nightly backups of the last"),
        help=marked(
            "A whole copy of the history each night, or at the next start, on this disk; it is read through before it "
            "counts. What is deleted from the history stays in older copies until they go."
        ),
        minimum=0,
        maximum=365,
        unit=marked("days"),
        minimum_words=marked("Make none"),
    )
    backup_weeks: int = setting(
        4,
        section=HISTORY,
        title=marked("One backup of each week, for the last"),
        help=marked("It is kept for longer than the nightly ones."),
        minimum=0,
        maximum=520,
        unit=marked("weeks"),
        minimum_words=marked("None"),
    )
