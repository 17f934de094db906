"""The coder: types, roles, places, times, figures and means of the claims of a text."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.codebook import Codebook
from dragoman.reading import places, times
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.counts import CountScorer
from dragoman.reading.typing.draft import Draft
from dragoman.reading.typing.evidence import evidence
from dragoman.reading.typing.means import means
from dragoman.reading.typing.roles import RoleScorer
from dragoman.reading.typing.senses import sense
from dragoman.reading.typing.triggers import Trigger, TriggerScorer


@dataclass(frozen=True)
class Coder:
    """Turns a text with its mentions into drafts of claims."""

    codebook: Codebook
    triggers: TriggerScorer
    roles: RoleScorer
    counts: CountScorer

    @classmethod
    def shipped(cls, codebook: Codebook) -> "Coder":
        """The coder with the weights of the package."""
        return cls(codebook, TriggerScorer.shipped(), RoleScorer.shipped(), CountScorer.shipped())

    def drafts(self, context: Context) -> Iterator[Draft]:
        """The claims of a text in the order of their triggers."""
        for trigger in self.triggers.find(context):
            yield self.draft(trigger, context)

    def draft(self, trigger: Trigger, context: Context) -> Draft:
        """The claim that a trigger carries, but for speaker, factuality and links."""
        token, name = trigger.token, trigger.type
        start, end = evidence(token, context)
        span = context.doc.char_span(start, end)
        head = span.root if span is not None else token
        roles = self.roles.fill(token, name, context)
        attached = times.attach(head, context.times)
        return Draft(
            trigger=token,
            head=head,
            type=name,
            score=trigger.score,
            start=start,
            end=end,
            by=roles["by"],
            to=roles["to"],
            places=places.attach(head, name, context.places, context.named),
            times=list(attached.times),
            deadlines=list(attached.deadlines),
            figures=self.counts.bind(token, name, context),
            means=means(token, name, context, self.codebook),
            sense=sense(token, name, context),
            why=_why(trigger, context),
        )


def _why(trigger: Trigger, context: Context) -> dict[str, object]:
    listed = sorted(
        {
            " ".join(entry.words)
            for m in context.matches_at.get(trigger.token.i, ())
            for entry in m.entries
            if entry.type == trigger.type
        }
    )
    return {
        "trigger": trigger.token.text,
        "listed": listed,
        "score": round(trigger.score, 3),
        "type_share": round(trigger.share, 3),
    }
