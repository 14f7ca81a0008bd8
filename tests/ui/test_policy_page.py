"""Settings > Policy in the window: rules in words, problems with their lines, reloading by itself, and trusts."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app.bootstrap import build_application
from app.domain.aws import Call, OperationId, PolicyQuestion, Risk, Verdict
from app.domain.aws.rulings import ruling
from app.services.application import Application
from app.system.keyring import MemorySecretStore
from app.system.paths import Paths
from app.ui.application import WindowRun
from app.ui.control.window import WindowController
from app.ui.preferences.policy_page import PolicyPage
from app.ui.shell.main_window import MainWindow
from tests.ui_fixtures import nameless, until

RULES = """\
bulk_above = 4
protected_tags = ["keep"]

[[rules]]
name = "keep buckets"
verdict = "deny"
reason = "Ask the platform team"
operations = ["s3api delete-bucket"]

[[rules]]
verdict = "ask"
risks = ["read"]

# end of policy
"""


@dataclass
class Person:
    window: MainWindow
    controller: WindowController
    app: Application

    async def page(self) -> PolicyPage:
        QTest.keyClick(self.window, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
        await until(
            lambda: self.controller.preferences.dialog and self.controller.preferences.dialog.policy.isVisible()
        )
        assert self.controller.preferences.dialog is not None
        page = self.controller.preferences.dialog.policy
        await until(page.general.text)
        return page


def texts(page: PolicyPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def button(page: PolicyPage, text: str) -> QPushButton:
    [found] = [item for item in page.findChildren(QPushButton) if item.text() == text and item.isVisible()]
    return found


def click(item: QPushButton) -> None:
    QTest.mouseClick(item, Qt.MouseButton.LeftButton)


async def verdict(app: Application) -> Verdict:
    """What the policy says to a read of S3 in the demo account at this moment."""
    view = await app.policy.view()
    call = Call(id=OperationId("s3", "ListBuckets"), parameters={}, account="demo", region="eu-west-1")
    return ruling(view.policy, PolicyQuestion(call=call, risk=Risk.READ, account_names=("demo",)), view.now).verdict


@pytest.fixture
def drive(
    qt_loop: asyncio.AbstractEventLoop, paths: Paths, tmp_path: Path
) -> Callable[[Callable[[Person], Awaitable[None]]], None]:
    """Runs the window over the real application, and a person in it."""

    def driven(act: Callable[[Person], Awaitable[None]]) -> None:
        built: list[Application] = []
        faults: list[BaseException] = []
        tasks: list[asyncio.Task[None]] = []

        def build() -> Application:
            built.append(build_application(paths=paths, environ={}, secrets=MemorySecretStore()))
            return built[0]

        async def whole(person: Person) -> None:
            try:
                await until(lambda: person.controller.models.statuses)
                await act(person)
            except BaseException as fault:  # noqa: BLE001  # raised again below
                faults.append(fault)
                run.end()  # quitting might ask about work that is under way, and nobody answers here
            else:
                person.controller.quit()

        def ready(window: MainWindow, controller: WindowController) -> None:
            tasks.append(qt_loop.create_task(whole(Person(window, controller, built[0]))))

        run = WindowRun(build, state_file=tmp_path / "window.ini", on_ready=ready)
        assert qt_loop.run_until_complete(run.run()) == 0
        run.theme.deleteLater()
        run.deleteLater()
        QApplication.processEvents()
        if faults:
            raise faults[0]

    return driven


def put(paths: Paths, text: str) -> None:
    paths.policy_file.parent.mkdir(parents=True, exist_ok=True)
    paths.policy_file.write_text(text)


def test_the_page_says_every_rule_in_words_and_follows_the_file(drive: Callable[..., None], paths: Paths) -> None:
    put(paths, RULES)

    async def act(person: Person) -> None:
        page = await person.page()
        shown = texts(page)
        assert str(paths.policy_file) in shown
        assert "All calls through s3:DeleteBucket never run." in shown
        assert "keep buckets · Ask the platform team · line 4" in shown
        assert "Reads are asked about." in shown
        assert "more than 4 resources" in page.general.text()
        assert "keep" in page.general.text()
        assert nameless(page) == []

        put(paths, RULES.replace('"deny"', '"typed"') + "")
        await until(lambda: "All calls through s3:DeleteBucket want a name typed." in texts(page))
        put(paths, RULES.replace('"deny"', '"dney"').replace("read", "reed"))
        await until(page.problems.isVisible)
        assert page.problems.text().splitlines()[0].startswith("Line 6: ")
        assert "Line 12: " in page.problems.text()
        assert any("changes are denied" in text for text in texts(page))
        paths.policy_file.unlink()
        await until(lambda: "has gone" in page.problems.text())
        put(paths, "read_only = true\n# end of policy\n")
        await until(lambda: not page.problems.isVisible())
        assert "Read only" in page.general.text()

    drive(act)


def test_a_trust_is_shown_before_it_counts_and_can_be_ended(drive: Callable[..., None], paths: Paths) -> None:
    put(paths, RULES)

    async def act(person: Person) -> None:
        page = await person.page()
        assert not page.show_button.isEnabled()
        QTest.keyClicks(page.trust, "s3 reads in demo for 1h")
        for _ in range(3):  # a key that is held down shows the rule again, and agrees to nothing
            QTest.keyClick(page.trust, Qt.Key.Key_Return)
        await until(page.agree.isVisible)
        assert page.preview.text().startswith("Reads of s3 in demo run without asking until ")
        assert await verdict(person.app) is Verdict.ASK
        assert paths.policy_file.read_text() == RULES
        assert nameless(page) == []

        click(page.agree)
        await until(lambda: any(text == "60 min left" for text in texts(page)))
        assert await verdict(person.app) is Verdict.ALLOW
        assert page.trust.text() == ""
        click(button(page, "End now"))
        await until(lambda: not any("min left" in text for text in texts(page)))
        assert await verdict(person.app) is Verdict.ASK
        assert paths.policy_file.read_text() == RULES

    drive(act)


def test_what_was_agreed_to_is_what_was_shown(drive: Callable[..., None], paths: Paths) -> None:
    put(paths, RULES)

    async def act(person: Person) -> None:
        page = await person.page()
        QTest.keyClicks(page.trust, "s3 reads in demo for 1h")
        click(page.show_button)
        await until(page.agree.isVisible)
        QTest.keyClicks(page.trust, "5m")
        assert not page.agree.isVisible()
        page.trust_agreed.emit()  # a click that was on its way
        await asyncio.sleep(0)
        assert await verdict(person.app) is Verdict.ASK
        click(page.show_button)
        await until(page.agree.isVisible)
        click(page.drop)
        assert page.trust.text() == ""
        assert not page.agree.isVisible()
        assert paths.policy_file.read_text() == RULES

    drive(act)


def test_what_may_not_be_trusted_is_told_beside_the_field(drive: Callable[..., None], paths: Paths) -> None:
    async def act(person: Person) -> None:
        page = await person.page()
        QTest.keyClicks(page.trust, "deletes in demo for 1h")
        click(page.show_button)
        await until(page.trust_problem.isVisible)
        assert "always asked about" in page.trust_problem.text()
        assert not page.agree.isVisible()
        page.trust.clear()
        assert not page.trust_problem.isVisible()
        assert not paths.policy_file.exists()

    drive(act)


def test_a_trust_written_by_hand_counts_down_and_an_ended_one_is_not_shown(
    drive: Callable[..., None], paths: Paths
) -> None:
    now = datetime.now(UTC)
    rule = '[[rules]]\nname = "{}"\nverdict = "allow"\nrisks = ["read"]\nservices = ["{}"]\nuntil = {:%FT%TZ}\n'
    put(
        paths,
        rule.format("now", "s3", now + timedelta(minutes=90))
        + rule.format("past", "sqs", now - timedelta(minutes=1))
        + rule.format("far", "ec2", now + timedelta(hours=13))
        + "# end of policy\n",
    )

    async def act(person: Person) -> None:
        page = await person.page()
        assert sum(text.startswith("Reads of") for text in texts(page)) == 1
        assert "90 min left" in texts(page)

    drive(act)
