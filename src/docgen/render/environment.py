"""The one jinja environment: strict, immutable, sandboxed, escaping; knows plain data and a closed list of filters.

A template can read dictionary keys, dataclass (and record) fields and sequence items. It cannot reach a method,
a module or a name with an underscore, whatever is put into the data.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jinja2 import Undefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.render.access import readable
from docgen.render.filters import FILTERS, MAX_TEXT, TESTS
from docgen.render.inline import Gap
from docgen.render.printing import PRINTERS, counted, joined
from docgen.render.rendering import note_missing

TEMPLATE_FILE = "<docgen template>"
MAX_RANGE = 1_000
_LOOP = frozenset(
    {
        "index",
        "index0",
        "revindex",
        "revindex0",
        "first",
        "last",
        "length",
        "depth",
        "depth0",
        "previtem",
        "nextitem",
        "cycle",
    }
)


class Missing(Undefined):
    """A name that is not there: it is noted once where it is used, and then behaves as an empty value.

    So one rendering finds all missing names; the document is refused in the end.
    """

    __slots__ = ()

    def note(self) -> None:
        """Tell it, at the tag that is being printed."""
        note_missing(self._undefined_name, self._undefined_obj, self._undefined_hint)

    @property
    def _undefined_message(self) -> str:
        self.note()  # jinja asks for the message when an operator, not a name, meets the gap
        return "нет значения"

    def __str__(self) -> str:
        self.note()
        return ""

    def __bool__(self) -> bool:
        self.note()
        return False

    def __iter__(self) -> Any:
        self.note()
        return iter(())

    def __len__(self) -> int:
        self.note()
        return 0

    def __eq__(self, other: object) -> bool:
        self.note()
        return False

    def __hash__(self) -> int:
        return id(type(self))


class MissingPart(Missing):
    """A part of what was already missing: told once, at the whole."""

    __slots__ = ()

    def note(self) -> None:
        """Nothing more to tell."""


class Quiet(CodeGenerator):
    """Values come out of their printer as finished XML: jinja has nothing to escape after it."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not _printed(node):
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not _printed(node):
            super()._output_child_post(node, frame, finalize)

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if _printed(node):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)


def _printed(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Filter) and node.name in PRINTERS


class SafeEnvironment(ImmutableSandboxedEnvironment):
    """Looks names up in plain data only; every operator is bounded."""

    code_generator_class = Quiet
    intercepted_binops = frozenset(["+", "-", "*", "/", "//", "%", "**"])

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A key of a dictionary or a field of a dataclass or record; anything else is missing."""
        kind = type(obj)
        if kind is dict:
            if attribute in obj:
                return obj[attribute]
        elif attribute in (_LOOP if isinstance(obj, LoopContext) else readable(kind)):
            return getattr(obj, attribute)
        elif isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return _absent(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item of a sequence, by place, or what :meth:`getattr` gives."""
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        if isinstance(obj, Sequence) and isinstance(argument, int | slice):
            try:
                return obj[argument]
            except IndexError:
                return Missing(obj=obj, name=str(argument))
        if isinstance(obj, Mapping) and isinstance(argument, int) and argument in obj:
            return obj[argument]
        return _absent(obj, str(argument))

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Only a bounded ``range`` and ``loop.cycle`` are called."""
        if __obj is bounded_range:
            return bounded_range(*args)
        if isinstance(getattr(__obj, "__self__", None), LoopContext):
            return __obj(*args)
        raise SecurityError("вызовы в шаблоне запрещены")

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic of numbers, and text put together, within bounds."""
        if operator == "**":
            raise SecurityError("возведение в степень в шаблоне запрещено")
        if isinstance(left, str) or isinstance(right, str):
            if operator != "+" or len(str(left)) + len(str(right)) > MAX_TEXT:
                raise SecurityError("над текстом в шаблоне действий нет, кроме сложения")
        elif isinstance(left, Sequence) or isinstance(right, Sequence):
            raise SecurityError("над списками в шаблоне действий нет")
        return super().call_binop(context, operator, left, right)


def _absent(owner: Any, name: str) -> Missing:
    if isinstance(owner, Missing):
        owner.note()
        return MissingPart()
    return Missing(obj=owner, name=name)


def bounded_range(*args: int) -> range:
    """``range`` of at most a thousand numbers."""
    made = range(*args)
    if len(made) > MAX_RANGE:
        raise SecurityError(f"range длиннее {MAX_RANGE}")
    return made


def _past_gaps(function: Callable[..., Any]) -> Callable[..., Any]:
    """A gap stays a gap, whatever the filter does with what will be written there."""

    def filtered(value: Any, *arguments: Any, **named: Any) -> Any:
        return value if isinstance(value, Gap) else function(value, *arguments, **named)

    return filtered


def make_environment() -> SafeEnvironment:
    """A new environment; one is enough for all templates."""
    environment = SafeEnvironment(
        autoescape=True,
        undefined=Missing,
        cache_size=0,
        optimized=False,  # what fails in a constant fails where it is printed, and is told there
        keep_trailing_newline=True,
        trim_blocks=False,
        lstrip_blocks=False,
    )
    environment.globals.clear()
    environment.globals["range"] = bounded_range
    private: dict[str, Callable[..., Any]] = {**PRINTERS, "_counted": counted, "_joined": joined}
    environment.filters = {**{name: _past_gaps(one) for name, one in FILTERS.items()}, **private}
    environment.tests = dict(TESTS)
    return environment


ENVIRONMENT = make_environment()
