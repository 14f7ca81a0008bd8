"""The measurement of a window into which answers stream, in a window of its own; what it measures is another matter."""

from app.bootstrap import worker_command
from app.system.stream_probe import measure_imports, measure_stream


def test_a_window_is_watched_while_answers_stream_into_it() -> None:
    figures = {
        figure.name: figure.value for figure in measure_stream(worker_command("stream-watch"), turns=2, seconds=1)
    }
    assert len(figures) == 5
    # Painted after it was sent: the same clock tells both, in two processes.
    assert all(value > 0 for name, value in figures.items() if name.startswith("first words"))
    assert figures["loop late at 200 deltas a second, at the worst"] > 0


def test_the_window_imports_no_vendors_sdk() -> None:
    (figure,) = measure_imports()
    assert figure.value == 0
