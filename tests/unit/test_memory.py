"""What is recalled, what is made anew, and what is let go."""

from stanceline.memory import Memory


class Steps:
    """Counts how often each step is made."""

    def __init__(self) -> None:
        self.memory = Memory()
        self.made: list[str] = []

    def length(self, text: str, memory: Memory | None = None) -> int:
        def make() -> int:
            self.made.append(text)
            return len(text)

        return (self.memory if memory is None else memory).recall("length", (text,), make)

    def total(self, texts: tuple[str, ...]) -> int:
        return self.memory.recall_parts("total", texts, lambda part: sum(self.length(text, part) for text in texts))


ONE, TWO, THREE = "one", "two and more", "three"


def test_result_is_recalled_for_the_same_object_only() -> None:
    steps = Steps()
    again = "".join(["o", "ne"])
    assert [steps.length(ONE), steps.length(ONE), steps.length(again)] == [3, 3, 3]
    assert steps.made == [ONE, again]


def test_equal_values_are_exchanged_for_the_first() -> None:
    memory = Memory()
    first, second = (1, "a"), (1, "".join(["a"]))
    assert memory.same("pair", first) is first
    assert memory.same("pair", second) is first
    assert memory.same("other", second) is second


def test_going_back_one_step_makes_nothing() -> None:
    steps = Steps()
    for text in (ONE, TWO):
        steps.memory.begin_round()
        steps.length(text)
    steps.made.clear()
    steps.memory.begin_round()
    steps.length(ONE)
    assert steps.made == []


def test_what_three_rounds_do_not_ask_for_is_let_go() -> None:
    steps = Steps()
    for text in (ONE, TWO, TWO, TWO, ONE):
        steps.memory.begin_round()
        steps.length(text)
    assert steps.made == [ONE, TWO, ONE]
    assert len(steps.memory) == 2


def test_parts_are_kept_while_the_whole_is_recalled() -> None:
    steps = Steps()
    for _ in range(6):
        steps.memory.begin_round()
        steps.total((ONE, TWO))
    steps.made.clear()
    steps.memory.begin_round()
    assert steps.total((ONE, THREE)) == 8
    assert steps.made == [THREE]
