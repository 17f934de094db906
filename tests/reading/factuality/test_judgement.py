import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.factuality import Judgement, judge, judge_either
from dragoman.reading.language import parse
from dragoman.reading.speakers import attribute


def judged(text: str, trigger: str, claim_type: str = "attack") -> Judgement:
    doc = parse(text)
    token = next(token for token in doc if token.text == trigger)
    return judge(token, claim_type, attribute(doc, [], {}, []))


HAPPENED = [
    ("Rebels stormed the barracks.", "stormed"),
    ("Rebels managed to storm the barracks.", "storm"),
    ("Villagers were forced to flee.", "flee"),
    ("The mayor said that rebels stormed the barracks.", "stormed"),
    ("Rebels reportedly stormed the barracks.", "stormed"),
    ("Why did rebels storm the barracks?", "storm"),
    ("The talks will not undo the attack.", "attack"),
]
PLANNED = [
    ("Rebels will storm the barracks.", "storm"),
    ("Rebels plan to storm the barracks.", "storm"),
    ("The plan to storm the barracks leaked.", "storm"),
    ("The army said it would storm the barracks.", "storm"),
    ("The army is poised to storm the barracks.", "storm"),
    ("The first buses are to leave at noon.", "leave"),
    ("Both sides agreed to withdraw.", "withdraw"),
    ("The planned attack worries the villagers.", "attack"),
    ("Rebels to leave the city on Sunday", "leave"),
    ("The navy came to lift the blockade.", "lift"),
]
THREATENED = [
    ("The militia threatened to storm the barracks.", "storm"),
    ("Its threat to storm the barracks was heard.", "storm"),
]
DEMANDED = [
    ("The council demanded that the army withdraw.", "withdraw"),
    ("The envoy urged the rebels to withdraw.", "withdraw"),
    ("The rebels were ordered to withdraw.", "withdraw"),
    ("The council called on the army to withdraw.", "withdraw"),
    ("The envoy urged the rebels to free the hostages and to withdraw.", "withdraw"),
    ("The wounded must be moved at once.", "moved"),
]
POSSIBLE = [
    ("Rebels may storm the barracks.", "storm"),
    ("If rebels storm the barracks, the town is lost.", "storm"),
    ("Rebels allegedly stormed the barracks.", "stormed"),
    ("They were on the brink of storming the barracks.", "storming"),
    ("An attack on the barracks is likely.", "attack"),
    ("Did the rebels storm the barracks?", "storm"),
    ("Two men are suspected of storming the barracks.", "storming"),
    ("It is unclear whether rebels stormed the barracks.", "stormed"),
]
ATTEMPTED = [
    ("Rebels tried to storm the barracks.", "storm"),
    ("Rebels tried to storm the barracks.", "tried"),
    ("Rebels failed to storm the barracks.", "storm"),
    ("Their attempt to storm the barracks ended at the gate.", "storm"),
    ("The army was unable to storm the barracks.", "storm"),
    ("The army did not manage to storm the barracks.", "storm"),
]
DENIED = [
    ("Rebels did not storm the barracks.", "storm"),
    ("No barracks were stormed.", "stormed"),
    ("The army denied that it had stormed the village.", "stormed"),
    ("The army denied storming the village.", "storming"),
    ("The army denied reports that it had stormed the village.", "stormed"),
    ("The column withdrew without storming the village.", "storming"),
    ("The army neither stormed nor shelled the village.", "shelled"),
    ("The army refused to storm the village.", "storm"),
]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (text, trigger, name)
        for name, cases in (
            ("happened", HAPPENED),
            ("planned", PLANNED),
            ("threatened", THREATENED),
            ("demanded", DEMANDED),
            ("possible", POSSIBLE),
            ("attempted", ATTEMPTED),
            ("denied", DENIED),
        )
        for text, trigger in cases
    ],
)
def test_judges_by_what_governs_the_trigger(text: str, trigger: str, expected: str) -> None:
    assert judged(text, trigger).factuality == expected


def test_a_threat_and_a_demand_in_one_sentence_each_keep_their_own() -> None:
    text = "The militia threatened to storm the town and demanded that the army withdraw."
    assert judged(text, "storm").factuality == "threatened"
    assert judged(text, "withdraw", "withdrawal").factuality == "demanded"


@pytest.mark.parametrize("claim_type", ["threat", "demand", "rejection"])
def test_a_speech_act_is_done_by_being_told(claim_type: str) -> None:
    assert judged("The rebels would not accept the offer.", "accept", claim_type).factuality == "happened"


def test_the_negation_that_makes_an_obstruction_denies_nothing() -> None:
    assert judged("Soldiers did not let the lorries in.", "let", "obstruction").factuality == "happened"


def test_a_noun_hedged_under_a_plain_verb_stays_hedged() -> None:
    doc = parse("An alleged attack killed two men.")
    assert judge_either(doc[3], doc[2], "attack", []).factuality == "possible"
    assert judge_either(doc[3], doc[3], "attack", []).factuality == "happened"


def test_the_word_that_decided_is_named() -> None:
    assert judged("Rebels may storm the barracks.", "storm").why == "may"
    assert judged("Rebels stormed the barracks.", "stormed").why is None


WORDS = st.sampled_from(
    [
        "not",
        "no",
        "will",
        "may",
        "tried",
        "to",
        "attack",
        "denied",
        "if",
        "the",
        ",",
        ";",
        "was",
        "said",
        "neither",
        "nor",
    ]
)


@settings(max_examples=50, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12).map(" ".join))
def test_no_heap_of_words_fails(text: str) -> None:
    doc = parse(text)
    said = attribute(doc, [], {}, [])
    for token in doc:
        judge(token, "attack", said)


def test_backing_a_plan_is_no_plan() -> None:
    assert judged("The union supports the plan to close the camps.", "supports", "support").factuality == "happened"
