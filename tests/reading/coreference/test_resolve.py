import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.actors import recognise
from dragoman.reading.coreference import Coreference, resolve
from dragoman.reading.language import parse
from dragoman.register import Register

REGISTER = Register.open()


def resolved(text: str) -> tuple[Coreference, dict[str, int]]:
    doc = parse(text)
    roots: dict[str, int] = {token.text: token.i for token in doc}
    return resolve(doc, recognise(doc, REGISTER), []), roots


@pytest.mark.parametrize(
    ("text", "word", "named"),
    [
        ("The Taliban attacked the base. They killed four soldiers.", "They", "The Taliban"),
        ("Boko Haram raided the town. The group burned houses.", "group", "Boko Haram"),
        ("General Omar Bashir spoke on Monday. He threatened the rebels.", "He", "General Omar Bashir"),
        ("The Houthis, who hold the port, refused.", "who", "The Houthis"),
    ],
)
def test_a_pronoun_or_description_stands_for_the_named(text: str, word: str, named: str):
    found, roots = resolved(text)
    assert found.named[roots[word]].text == named


@pytest.mark.parametrize(
    ("text", "word", "named"),
    [
        ("Hurras al-Din attacked a post. The terror group lost two men.", "group", "Hurras al-Din"),
        ("Boko Haram burned a school. The insurgents left before dawn.", "insurgents", "Boko Haram"),
        ("Saudi Arabia sent troops to Yemen. The Arab country closed its border.", "country", "Saudi Arabia"),
        ("Saudi Arabia spoke first. The kingdom offered money.", "kingdom", "Saudi Arabia"),
        ("The Nigerian army fought Boko Haram. The army lost a tank.", "army", "The Nigerian army"),
        ("Vladimir Putin arrived. The Russian leader smiled.", "leader", "Vladimir Putin"),
        ("The rebels asked for help from their backer, Turkey.", "backer", "Turkey"),
        ("The Taliban said its fighters had left.", "fighters", "The Taliban"),
        ("The post was lost by the Free Syrian Army (FSA).", "FSA", "the Free Syrian Army"),
        ("The FMLN [Farabundo Marti National Liberation Front] attacked. The rebels left.", "rebels", "The FMLN"),
    ],
)
def test_a_description_stands_for_the_only_one_of_its_sort(text: str, word: str, named: str):
    found, roots = resolved(text)
    assert found.named[roots[word]].text == named


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Hamas met Fatah. The group left.", "group"),
        ("Gunmen attacked a post. The group left.", "group"),
        ("Sweden protested. The Arab country closed its border.", "country"),
    ],
)
def test_a_description_of_several_or_of_none_stays_open_with_a_reason(text: str, word: str):
    found, roots = resolved(text)
    assert roots[word] not in found.named
    assert found.reason(roots[word])


def test_the_object_of_a_verb_is_not_its_subject():
    found, roots = resolved("Hamas met Fatah. Fatah blamed it.")
    assert found.named[roots["it"]].text == "Hamas"


@pytest.mark.parametrize(
    ("text", "word", "parts"),
    [
        ("Representatives from Russia and Turkey met.", "Representatives", ["Russia", "Turkey"]),
        (
            "A team of negotiators from the Houthis and the Yemeni government arrived.",
            "team",
            ["the Houthis", "the Yemeni government"],
        ),
        ("Officials from Syria, Iran and Russia agreed.", "Officials", ["Syria", "Iran", "Russia"]),
    ],
)
def test_delegates_stand_for_each_of_those_they_come_from(text: str, word: str, parts: list[str]):
    found, roots = resolved(text)
    assert [mention.text for mention in found.parts(roots[word])] == parts


def test_two_governments_are_no_armed_groups():
    found, roots = resolved("Russia met Ukraine. Hamas met Fatah. Both governments were silent.")
    assert [mention.text for mention in found.parts(roots["governments"])] == ["Russia", "Ukraine"]


def chained(text: str, *words: str) -> bool:
    found, roots = resolved(text)
    wanted = {roots[word] for word in words}
    return any(wanted <= {mention.root for mention in chain.mentions} for chain in found.chains)


def test_an_abbreviation_in_brackets_is_the_name():
    assert chained("The Northern Harbour Union (NHU) struck. Later NHU agreed.", "Union", "NHU")


def test_a_surname_is_the_person():
    assert chained("Farid Saleh arrived. Later Saleh left.", "Farid", "Saleh") or chained(
        "Farid Saleh arrived and Mr Saleh left.", "Saleh"
    )


def test_two_names_of_one_actor_are_one_chain():
    assert chained("ISIS took the dam. Daesh also holds the bridge.", "ISIS", "Daesh")


def test_he_is_no_army():
    found, roots = resolved("The army left. He waved.")
    assert roots["He"] not in found.named
    assert found.reason(roots["He"])


def test_both_take_up_a_pair():
    found, roots = resolved("Russia and Turkey met on Friday. They agreed on a truce.")
    assert found.named[roots["They"]].text == "Russia"
    assert [mention.text for mention in found.parts(roots["They"])] == ["Russia", "Turkey"]


@pytest.mark.parametrize("words", ["both sides", "the two governments", "the parties"])
def test_the_parties_are_those_named_before(words: str):
    found, roots = resolved(f"Russia attacked Ukraine on Friday. The United Nations urged {words} to stop.")
    assert [mention.text for mention in found.parts(roots[words.split()[-1]])] == ["Russia", "Ukraine"]


def test_a_group_known_to_be_backed_so_is_taken_up():
    doc = parse("The city has fallen to US-backed forces. The Syrian Democratic Forces said they held the stadium.")
    found = resolve(doc, recognise(doc, REGISTER), [], REGISTER)
    root = next(token.i for token in doc if token.text == "forces")
    assert found.named[root].text == "The Syrian Democratic Forces"


def test_a_description_with_a_name_of_its_own_takes_up_no_other():
    found, roots = resolved("The UN spoke. It urged the pro-Kabila coalition to stop.")
    assert roots["coalition"] not in found.named


def test_every_link_says_what_it_rests_on():
    found, _ = resolved("The Taliban attacked. They left. The group returned.")
    assert all(all(chain.basis[1:]) for chain in found.chains)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=150))
def test_any_text_gives_chains_that_share_no_mention(text: str):
    doc = parse(text)
    found = resolve(doc, recognise(doc, REGISTER), [])
    roots = [mention.root for chain in found.chains for mention in chain.mentions]
    assert len(roots) == len(set(roots))
