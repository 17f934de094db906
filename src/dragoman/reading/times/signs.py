"""What tells whether a time belongs to a happening: how the two stand to each other in the parse and in the line."""

from collections.abc import Iterator, Sequence

from dragoman.reading.mention import TimeMention
from dragoman.reading.times.cues import cues
from dragoman.reading.times.lean import governor
from dragoman.reading.words import Word

LONG = 12


def signs(trigger: Word, time: TimeMention, near: Sequence[TimeMention]) -> list[str]:
    """Named features of the pair of a trigger token and one of the times `near` it."""
    root, sentence = trigger.doc[time.root], trigger.sent
    start, end = sentence.start, sentence.end
    if start <= time.first < end <= root.i:  # the parse ends a sentence at "5 p.m."
        root = trigger.doc[time.first]
    if not start <= root.i < end:
        return [*_far(trigger, root, near), *_time(time)]
    named = [*_path(trigger, root), *_line(trigger, time, near), *_time(time), *_clause(trigger, root)]
    named += [f"cue {cue_of(trigger)} {sign}" for sign in (time.role, time.kind, time.deadline)]
    if time.event:
        named.append(f"counts from {counts_from(trigger, time)}")
    if time.deadline:
        named += [f"deadline {name}" for name in named if not name.startswith("word")]
    return named


def counts_from(trigger: Word, time: TimeMention) -> bool:
    """Whether the trigger is the happening that the time counts from: "two days after the vote"."""
    after = trigger.doc[time.stop - 1]
    if time.event is None or trigger.i < time.stop:
        return False
    return after.is_ancestor(trigger) or (
        after.head.i >= time.stop and (after.head.i == trigger.i or after.head.is_ancestor(trigger))
    )


def sort_of(trigger: Word) -> str:
    """Verb, or how an event noun or adjective stands: heading its phrase as subject or object, or modifying another."""
    if trigger.pos_ in ("VERB", "AUX"):
        return "participle" if trigger.dep_ in ("amod", "acl") else "verb"
    if trigger.dep_ in ("amod", "compound", "poss", "nmod"):
        return "modifier"
    if trigger.dep_ in ("nsubj", "nsubjpass", "dobj", "attr"):
        return trigger.dep_
    return "inner" if trigger.dep_ == "pobj" and trigger.head.head.pos_ in ("NOUN", "PROPN") else trigger.dep_


def _far(trigger: Word, root: Word, near: Sequence[TimeMention]) -> Iterator[str]:
    """A time of an earlier sentence."""
    doc = trigger.doc
    between = list(doc[min(root.i, trigger.i) : max(root.i, trigger.i)])
    yield f"far {root.i > trigger.i}"
    yield f"far cue {cue_of(trigger)} {root.i > trigger.i}"
    yield f"far stops {sum(bool(token.is_sent_start) for token in between)}"
    yield f"far words {min(len(between) // 10, 6)}"
    yield f"far paragraph {any(chr(10) in token.text for token in between)}"
    yield f"far of {min(len(near), 3)}"
    yield f"far opens {root.i - root.sent.start < 4}"
    yield f"far text {min(len(doc) // 50, 4)}"
    yield f"far trigger {trigger.pos_} {trigger.dep_} {trigger.tag_}"
    verb = governor(root)
    if verb is not None:
        yield f"far governor {verb.tag_} {verb.lemma_ in cues('saying')}"


def cue_of(trigger: Word) -> str:
    """The class of a happening's word among those that set or run out at a limit."""
    lemma = trigger.lemma_.lower()
    return next((name for name in ("limits", "deals", "ending", "granting", "limiting") if lemma in cues(name)), "none")


def _path(trigger: Word, root: Word) -> Iterator[str]:
    """The way through the parse, from the time up and down to the trigger."""
    up, down, meeting = way(root, trigger)
    yield "up " + ">".join(up[-4:])
    yield "down " + ">".join(down[-4:])
    yield f"way {'>'.join(up[-3:])}<{'>'.join(down[-3:])}"
    yield f"hops {min(len(up), 6)} {min(len(down), 6)}"
    yield f"meet {meeting.pos_} {len(down) == 0}"
    if meeting.lemma_ in cues("saying") and down:
        yield "meet saying " + down[0]
    for side, low in (("trigger", trigger), ("time", root)):
        for word in links(low, meeting):
            yield f"{side} under {word}"
            yield f"{side} under {word} {len(up) < 3} {sort_of(trigger)}"
    verbs = sum(token.pos_ in ("VERB", "AUX") for token in between(root, meeting))
    yield f"verbs up {min(verbs, 3)}"
    yield f"verbs down {min(sum(token.pos_ == 'VERB' for token in between(trigger, meeting)), 3)}"


def way(low: Word, other: Word) -> tuple[list[str], list[str], Word]:
    """Relations from one token up to where the two meet, those from there down to the other, and the meeting."""
    mine = [low, *low.ancestors]
    heads = {token.i for token in [other, *other.ancestors]}
    meeting = next((token for token in mine if token.i in heads), low)
    up = [token.dep_ for token in between(low, meeting)]
    down = [token.dep_ for token in between(other, meeting)]
    return up[:LONG], down[:LONG][::-1], meeting


def between(low: Word, top: Word) -> Iterator[Word]:
    """The tokens from one up to, without, one of its ancestors."""
    token = low
    for _ in range(2 * LONG):
        if token.i == top.i or token.head.i == token.i:
            return
        yield token
        token = token.head


def links(low: Word, top: Word) -> Iterator[str]:
    """The words that make subordinate the clauses from one token up to one of its ancestors."""
    for token in between(low, top):
        for child in token.children:
            if child.dep_ == "mark" or (child.dep_ == "advmod" and child.tag_ == "WRB"):
                yield child.lower_
        if token.dep_ in ("pcomp", "relcl", "acl", "conj"):
            yield f"{token.head.lower_ if token.dep_ == 'pcomp' else token.dep_}"


def _line(trigger: Word, time: TimeMention, near: Sequence[TimeMention]) -> Iterator[str]:
    """How the two stand in the line of the text."""
    before = time.root < trigger.i
    gap = abs(time.root - trigger.i)
    side = "before" if before else "after"
    yield f"{side} {gap if gap < 4 else 4 if gap < 7 else 7 if gap < 12 else 12 if gap < 20 else 20}"
    first, last = sorted((time.root, trigger.i))
    inside = trigger.doc[first:last]
    yield f"{side} verbs {min(sum(token.pos_ == 'VERB' for token in inside), 3)}"
    texts = {token.text for token in inside}
    for mark in (",", ";", ":", '"', "“", "”", "(", "-", "—"):
        if mark in texts:
            yield f"{side} mark {mark}"
    if time.first - trigger.sent.start <= 1:
        yield "opens the sentence"
    nearest = min(abs(other.root - trigger.i) for other in near)
    yield f"nearest {gap == nearest} of {min(len(near), 3)}"
    for other in near:
        if other is not time and first < other.root < last:
            yield "another between"


def _time(time: TimeMention) -> Iterator[str]:
    """The time itself."""
    yield f"role {time.role}"
    yield f"kind {time.kind} {time.value is not None}"
    yield f"value {len((time.value or '').split('/')[0])} {'/' in (time.value or '')}"
    yield "word " + time.text.lower().rpartition(" ")[2]
    yield "words " + time.text[time.bare - time.start :].lower()


def _clause(trigger: Word, root: Word) -> Iterator[str]:
    """The clauses that the two stand in."""
    mine, other = governor(trigger), governor(root)
    sort = sort_of(trigger)
    yield f"trigger {trigger.pos_} {trigger.dep_}"
    yield f"same clause {mine == other} {sort}"
    yield f"sort {sort} {root.dep_} {root.head.pos_} {root.head.head.pos_}"
    if mine is not None:
        words = sorted({child.lower_ for child in mine.children if child.dep_ in ("aux", "auxpass", "advmod", "neg")})
        for word in words:
            yield f"helper {word}"
            yield f"helper {word} {mine == other}"
    if other is not None:
        yield f"governor {other.tag_} {'saying' if other.lemma_ in cues('saying') else ''} {other == trigger}"
        if mine is not None and mine != other:
            yield f"clauses {mine.dep_} {other.dep_} {mine.is_ancestor(other)} {other.is_ancestor(mine)}"
            if other.is_ancestor(mine):
                yield f"governs {mine.dep_} {'saying' if other.lemma_ in cues('saying') else 'other'}"
    if root.head.i == trigger.i or root.head.head.i == trigger.i:
        yield "hangs on the trigger"
