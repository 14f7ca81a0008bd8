"""Prompts as texts: variables, the head of their files, safe names, and the file that carries many."""

from __future__ import annotations

import dataclasses
import json
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import NewerVersionError, UsageError
from app.domain.file_names import free_name, name_from, name_key, name_problem, normal_name
from app.domain.library import read_library, write_library
from app.domain.presets import Preset
from app.domain.prompt_text import read_prompt, write_prompt
from app.domain.prompts import Prompt, PromptKind, Variable, VariableKind
from app.domain.templates import escaped, fill, variable_names

NAMES = st.from_regex(r"[a-zA-Z_][a-zA-Z0-9_-]{0,12}", fullmatch=True)
LINE = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufeff"), max_size=80)


@st.composite
def variables(draw: st.DrawFn) -> Variable:
    kind = draw(st.sampled_from(VariableKind))
    choices: tuple[str, ...] = ()
    default = draw(st.none() | LINE.filter(lambda text: text.strip()))
    if kind is VariableKind.CHOICE:
        word = st.text(string.ascii_letters + " é-#:\"'", min_size=1, max_size=12).map(str.strip).filter(bool)
        choices = tuple(draw(st.lists(word, min_size=1, max_size=4, unique=True)))
        default = draw(st.sampled_from([None, "", *choices]))
    elif kind is VariableKind.NUMBER:
        default = draw(st.sampled_from([None, "", "3", "-1.5e3"]))
    return Variable(
        name=draw(NAMES),
        title=draw(LINE),
        help=draw(LINE),
        kind=kind,
        default=default,
        choices=choices,
        multiline=kind is VariableKind.TEXT and draw(st.booleans()),
    )


@st.composite
def prompts(draw: st.DrawFn) -> Prompt:
    return Prompt(
        name="a_prompt",
        title=draw(LINE.filter(lambda text: text.strip())),
        text=draw(TEXTS.map(str.strip).filter(bool)),
        kind=draw(st.sampled_from(PromptKind)),
        about=draw(LINE),
        declared=tuple(draw(st.lists(variables(), max_size=4, unique_by=lambda item: item.name))),
    )


class TestVariables:
    def test_each_is_found_once_in_the_order_of_the_text(self) -> None:
        assert variable_names("{{b}} {{ a }} {{b}} {{größe}} {{a-b_1}}") == ("b", "a", "größe", "a-b_1")

    @pytest.mark.parametrize(
        "text", ["{x}", "{{}}", "{{ 1 + 2 }}", "{{.Values.x}}", "{{a b}}", "{{a", "a}}", "${x}", "{{\nx}}", "{{1a}}"]
    )
    def test_braces_that_name_no_variable_stay_as_they_are(self, text: str) -> None:
        assert variable_names(text) == ()
        assert fill(text, {"x": "no", "a": "no"}) == text

    def test_a_value_is_put_in_literally_and_not_looked_at_again(self) -> None:
        values = {"a": "{{b}} {{{{ \\1 $0", "b": "never"}
        assert fill("<{{a}}>", values) == "<{{b}} {{{{ \\1 $0>"

    def test_four_braces_write_two(self) -> None:
        assert fill("{{{{a}} {{a}} {{{a}}}", {"a": "1"}) == "{{a}} 1 {1}"
        assert variable_names("{{{{a}}") == ()

    @given(st.text("{}ab ", max_size=20))
    def test_a_text_that_is_escaped_is_given_back_unchanged(self, text: str) -> None:
        assert variable_names(escaped(text)) == ()
        assert fill(escaped(text), {"a": "no", "ab": "no"}) == text

    def test_a_name_too_long_to_be_one_is_text(self) -> None:
        text = "{{" + "a" * 65 + "}}"
        assert variable_names(text) == ()
        assert fill(text, {}) == text

    @given(st.lists(st.tuples(st.text("ab {}\n", max_size=5), NAMES)), st.text("{}ab\\", max_size=8))
    def test_filling_replaces_exactly_the_variables(self, parts: list[tuple[str, str]], value: str) -> None:
        text = "".join(f"[{name}]" for _, name in parts)
        template = "".join(f"[{{{{{name}}}}}]" for _, name in parts)
        assert fill(template, {name: name for _, name in parts}) == text
        assert fill(template, {name: value for _, name in parts}) == f"[{value}]" * len(parts)

    def test_what_is_missing_unknown_or_does_not_fit_is_named(self) -> None:
        prompt = Prompt(
            name="p",
            title="P",
            text="{{size}} {{depth}} {{free}} {{maybe}}",
            declared=(
                Variable(name="size", kind=VariableKind.NUMBER),
                Variable(name="depth", kind=VariableKind.CHOICE, choices=("low", "high"), default="low"),
                Variable(name="maybe", default=""),
            ),
        )
        with pytest.raises(UsageError, match="needs a value for: size, free"):
            prompt.filled({})
        with pytest.raises(UsageError, match="has no variable 'nope'"):
            prompt.filled({"nope": "1"})
        with pytest.raises(UsageError, match="“Size” takes a number, not 'big'"):
            prompt.filled({"size": "big", "free": "x"})
        with pytest.raises(UsageError, match="“Depth” is one of low, high; not 'deep'"):
            prompt.filled({"size": "1", "free": "x", "depth": "deep"})
        assert prompt.filled({"size": "1e3", "free": "x"}) == "1e3 low x"


class TestHead:
    def test_a_whole_head_is_read(self) -> None:
        prompt = read_prompt(
            "p",
            '\ufeff---\r\ntitle: Explain: a policy\r\nkind: message\r\n# a remark\r\nabout: "two\\nlines"\r\n'
            "variables:\r\n  policy:\r\n    title: The policy\r\n    multiline: yes\r\n  depth:\r\n    kind: choice\r\n"
            '    choices: brief, very thorough\r\n    default: brief\r\n  note:\r\n    default: ""\r\n---\r\n'
            "{{policy}} {{depth}} {{other}}\r\n",
        )
        assert prompt.problem == ""
        assert (prompt.title, prompt.kind, prompt.about) == ("Explain: a policy", PromptKind.MESSAGE, "two\nlines")
        assert [item.name for item in prompt.variables] == ["policy", "depth", "other"]
        assert prompt.declared[1].choices == ("brief", "very thorough")
        assert prompt.declared[2].default == ""
        assert prompt.text == "{{policy}} {{depth}} {{other}}"

    def test_a_file_without_a_head_is_a_system_prompt(self) -> None:
        prompt = read_prompt("be_brief", "Be brief.")
        assert (prompt.title, prompt.kind, prompt.text, prompt.problem) == (
            "Be brief",
            PromptKind.SYSTEM,
            "Be brief.",
            "",
        )

    @pytest.mark.parametrize(
        ("head", "problem"),
        [
            ("titel: X", "Line 2: nobody knows 'titel'"),
            ("title: X\ntitle: Y", "Line 3: 'title' stands there twice"),
            ("kind: reply", "Line 2: kind is one of system, message; not 'reply'"),
            ("title", "Line 2 is no “word: value”"),
            ("title:", "Line 2: 'title' is empty"),
            ('title: "open', "quotes of 'title' do not close"),
            ("  title: X", "Line 2 is set in, and nothing above it is open"),
            ("variables:\n   a:", "Line 3 is set in by 3 blanks"),
            ("variables:\n\ta:", "Line 3 is set in with a tab"),
            ("variables:\n    title: X", "Line 3 belongs to no variable"),
            ("variables:\n  9a:", "Line 3: '9a' cannot be a variable's name"),
            ("variables:\n  a:\n  a:", "Line 4: the variable 'a' is described twice"),
            ("variables: a", "Line 2: behind “variables:” comes a new line"),
            ("variables:\n  a:\n    kind: date", "Line 4: kind is one of text, number, choice; not 'date'"),
            ("variables:\n  a:\n    multiline: perhaps", "Line 4: multiline is yes or no"),
            ("variables:\n  a:\n    kind: choice", "is a choice and names no choices"),
            ("variables:\n  a:\n    choices: x, y", "that needs kind: choice"),
            ("variables:\n  a:\n    kind: choice\n    choices: x, x", "names a choice twice"),
            ("variables:\n  a:\n    kind: choice\n    choices: x\n    default: y", "default of the variable 'a'"),
            ("variables:\n  a:\n    kind: number\n    default: many", "takes a number, not 'many'"),
            ("variables:\n  a:\n    kind: number\n    multiline: yes", "only a text can be"),
        ],
    )
    def test_a_head_that_is_wrong_says_where(self, head: str, problem: str) -> None:
        prompt = read_prompt("p", f"---\n{head}\n---\nThe text.")
        assert problem in prompt.problem
        with pytest.raises(UsageError, match="cannot be used"):
            prompt.filled({})

    def test_a_head_without_an_end_and_a_text_without_words_are_named(self) -> None:
        assert "has no end" in read_prompt("p", "---\ntitle: X\ntext").problem
        assert read_prompt("p", "---\ntitle: X\n---\n  \n").problem == "The text is empty."

    def test_a_form_of_too_many_fields_is_refused(self) -> None:
        assert "41 variables" in read_prompt("p", " ".join(f"{{{{v{n}}}}}" for n in range(41))).problem

    @given(prompts())
    def test_what_is_written_is_read_back(self, prompt: Prompt) -> None:
        assert prompt.fault() is None
        assert read_prompt("a_prompt", write_prompt(prompt)) == prompt

    @given(st.text())
    def test_no_content_breaks_the_reading(self, content: str) -> None:
        read_prompt("p", content)
        read_prompt("p", f"---\n{content}\n---\ntext")


class TestNames:
    @pytest.mark.parametrize(
        "name",
        [
            *("", "../x", "/etc/passwd", "a/b", "a\\b", "C:x", "con", "NUL", "nul.txt", "COM¹", "lpt9.a.b", ".hidden"),
            *(
                "-x",
                "x.",
                " x",
                "x ",
                "a\nb",
                "a\tb",
                "a\x00b",
                "a\u202eb",
                "e\u0301",
                "x" * 253,
                "é" * 127,
                "a?",
                "..",
                ".",
            ),
        ],
    )
    def test_a_name_that_is_not_safe_everywhere_is_refused(self, name: str) -> None:
        assert name_problem(name, ending=".md")

    @pytest.mark.parametrize("name", ["a", "Über uns", "x" * 252, "console", "a.b", "提示", "a (2)"])
    def test_a_plain_name_is_taken(self, name: str) -> None:
        assert name_problem(name, ending=".md") is None

    @given(st.text(max_size=300))
    def test_every_title_makes_a_safe_name(self, title: str) -> None:
        name = name_from(title, fallback="prompt")
        assert name_problem(name, ending=".md") is None
        assert name_problem(free_name(name, {name_key(name)}), ending=".md") is None

    @given(st.text(max_size=300).map(normal_name).filter(lambda name: name_problem(name, ending=".md") is None))
    def test_a_free_name_is_safe_and_new(self, name: str) -> None:
        taken = {name_key(name), name_key(f"{name}_2")}
        free = free_name(name, taken)
        assert name_key(free) not in taken
        assert name_problem(free, ending=".md") is None

    def test_names_that_a_file_system_takes_for_one_have_one_key(self) -> None:
        assert name_key("Größe") == name_key("gro\u0308ße") == name_key("GRÖSSE")


class TestLibraryFile:
    @given(st.lists(prompts(), max_size=3))
    def test_what_is_exported_is_read_back(self, listed: list[Prompt]) -> None:
        listed = [dataclasses.replace(prompt, name=f"p{at}") for at, prompt in enumerate(listed)]
        presets = [Preset(name="exact", title="Exact", parameters={"temperature": 0.1, "stop": ["x"]})]
        library = read_library(write_library(listed, presets))
        assert library.problems == ()
        assert [prompt.text for prompt in library.prompts] == [prompt.text for prompt in listed]
        assert [prompt.declared for prompt in library.prompts] == [prompt.declared for prompt in listed]
        assert library.presets == tuple(presets)

    @pytest.mark.parametrize("text", ["", "[]", "{}", "nonsense", '{"format": "other"}', "[" * 100_000, "\x00"])
    def test_what_is_no_library_is_refused(self, text: str) -> None:
        with pytest.raises(UsageError, match="no library of Baton"):
            read_library(text)

    def test_a_library_of_a_newer_baton_is_not_guessed_at(self) -> None:
        with pytest.raises(NewerVersionError):
            read_library('{"format": "baton-library", "version": 2}')
        with pytest.raises(UsageError, match="version"):
            read_library('{"format": "baton-library", "version": "1"}')

    def test_a_malformed_entry_is_named_and_the_others_carry_on(self) -> None:
        good = {"name": "good", "text": "Be brief."}
        bad: list[object] = [
            5,
            {"name": "no text"},
            {"name": "../x", "text": "t"},
            {"name": "kind", "text": "t", "kind": "reply"},
            {"name": "variables", "text": "{{a}}", "variables": [{"name": "a", "kind": "choice"}]},
            {"name": "huge", "text": "x" * 300_000},
            {"name": "GOOD", "text": "another"},
            {"name": "empty", "text": "  "},
        ]
        whole = {"format": "baton-library", "version": 1, "prompts": [good, *bad], "presets": [{"name": "p"}, "x"]}
        library = read_library(json.dumps(whole))
        assert [prompt.name for prompt in library.prompts] == ["good"]
        assert len(library.problems) == len(bad) + 2
        assert "prompt 2 should be an object, not a number." in library.problems
        assert any("'no text'" in problem and "has no text" in problem for problem in library.problems)

    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=5),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.sampled_from(["name", "text", "variables", "kind", "title"]), inner, max_size=4)
            ),
        )
    )
    def test_no_entry_breaks_the_reading(self, entry: object) -> None:
        read_library(json.dumps({"format": "baton-library", "version": 1, "prompts": [entry], "presets": entry}))
