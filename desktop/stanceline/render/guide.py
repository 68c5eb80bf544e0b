"""How to read the timeline: every shape, sign and outline with a word for it, in groups."""

from stanceline.model.lanes import SpanShape
from stanceline.model.marks import MIXED, NO_STANCE, Kind, Trait
from stanceline.render.glyphs import draw_badge
from stanceline.render.legend import (
    Entry,
    cell_symbol,
    conflict_symbol,
    glyph_symbol,
    hatch_symbol,
    milestone_symbol,
    span_symbol,
)
from stanceline.render.palette import STANCE_WORDS, Palette


def guide_groups(palette: Palette) -> list[tuple[str, list[Entry]]]:
    """Headings, each with its symbols; the words are for the program's own language."""
    cells = [
        Entry(cell_symbol(palette, stance, Trait.NONE), STANCE_WORDS[stance]) for stance in (2, 1, 0, -1, -2, MIXED)
    ]
    cells += [
        Entry(cell_symbol(palette, NO_STANCE, Trait.NONE), "No statement found"),
        Entry(
            cell_symbol(palette, 2, Trait.NONE, before=-2), "Moved: a wedge in the color from before, an arrow to where"
        ),
        Entry(cell_symbol(palette, -1, Trait.NONE, level=0), "A small box: not so sure"),
        Entry(cell_symbol(palette, -1, Trait.NONE, bar=21), "A long bar below: many stances"),
        Entry(cell_symbol(palette, 2, Trait.CONDITIONAL), "In brackets: on a condition"),
    ]
    marks = [
        Entry(glyph_symbol(palette, Kind.STANCE, 2, Trait.NONE), "Stance in favor: ticks above"),
        Entry(glyph_symbol(palette, Kind.STANCE, -2, Trait.NONE), "Stance against: ticks below"),
        Entry(glyph_symbol(palette, Kind.STATEMENT, NO_STANCE, Trait.NONE), "Statement without a stance"),
        Entry(glyph_symbol(palette, Kind.EVENT, NO_STANCE, Trait.NONE), "Event"),
        Entry(glyph_symbol(palette, Kind.EVENT, NO_STANCE, Trait.MEETING), "Meeting: a summit, talks, a visit"),
        Entry(glyph_symbol(palette, Kind.EVENT, NO_STANCE, Trait.PROTEST), "Protest: a march, a strike, a petition"),
        Entry(glyph_symbol(palette, Kind.EVENT, NO_STANCE, Trait.INCIDENT), "Incident: an attack, a crash, a flood"),
        Entry(glyph_symbol(palette, Kind.EVENT, NO_STANCE, Trait.PUBLICATION), "Speech or publication"),
        Entry(glyph_symbol(palette, Kind.EVENT, NO_STANCE, Trait.PLANNED), "Planned or only supposed event"),
        Entry(
            glyph_symbol(palette, Kind.EVENT, NO_STANCE, Trait.PLANNED | Trait.UNCONFIRMED),
            "Planned, its day is over, and no report confirms it",
        ),
        Entry(milestone_symbol(palette), "Milestone: a vote, a law, a decision"),
        Entry(conflict_symbol(palette), "Sources give different days"),
        Entry(
            lambda painter: draw_badge(painter, palette, 14.0, 4, (2, 0, 0)),
            "Several marks; the end shows their stance",
        ),
    ]
    known = [
        Entry(cell_symbol(palette, -2, Trait.NONE), "Solid: in their own words or deeds"),
        Entry(cell_symbol(palette, -2, Trait.SECOND_HAND), "Dashed: second-hand, others say it"),
        Entry(cell_symbol(palette, -2, Trait.SUGGESTED), "Pale and dotted: only suggested"),
        Entry(glyph_symbol(palette, Kind.STANCE, 1, Trait.EDITED), "Corner: corrected by you"),
    ]
    when = [
        Entry(glyph_symbol(palette, Kind.STANCE, 1, Trait.NONE), "The day is stated"),
        Entry(glyph_symbol(palette, Kind.STANCE, 1, Trait.INFERRED_DATE), "Dots: the day was worked out"),
        Entry(span_symbol(palette, SpanShape.BRACKET), "Hollow, with a bracket: sometime in this month or year"),
        Entry(span_symbol(palette, SpanShape.BAR), "Bar: lasts this long"),
        Entry(span_symbol(palette, SpanShape.BAR, Trait.APPROXIMATE), "Fading ends: about then"),
        Entry(glyph_symbol(palette, Kind.EVENT, NO_STANCE, Trait.SINCE), "Arrow: since then, or until then"),
        Entry(glyph_symbol(palette, Kind.EVENT, NO_STANCE, Trait.BEFORE), "Triangle: before or after a limit"),
        Entry(glyph_symbol(palette, Kind.EVENT, NO_STANCE, Trait.RECURRING), "Comb: comes again and again"),
        Entry(hatch_symbol(palette), "Hatched: no articles from this time are loaded"),
    ]
    return [("Who stands where", cells), ("Marks", marks), ("How it is known", known), ("When", when)]
