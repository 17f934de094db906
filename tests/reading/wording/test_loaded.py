from dragoman.reading.language import parse
from dragoman.reading.wording import Voice, in_span, loaded, per_thousand, scare_quotes, summary, terms

TEXT = 'The regime fled. "The terrorists are gone," an officer said. Troops liberated regime-held Tal Amar.'


def test_there_are_enough_terms_each_with_neutral_form_usage_and_source():
    assert len(terms()) >= 60
    assert all(term.neutral and term.usage and term.source for term in terms())


def test_no_form_belongs_to_two_terms():
    forms = [form for term in terms() for form in term.forms]
    assert len(forms) == len(set(forms))


def test_terms_are_counted_by_voice():
    counted = {(one.term, one.voice): one.count for one in summary(loaded(parse(TEXT), []), TEXT)}
    assert counted == {("regime", "own"): 2, ("terrorist", "quoted"): 1, ("liberate", "own"): 1}


def test_a_told_voice_names_its_speaker():
    hits = loaded(parse(TEXT), [Voice(17, 43, "an officer")])
    assert [hit.speaker for hit in hits if hit.quoted] == ["an officer"]


def test_a_report_tells_each_term_with_its_rate_and_speakers():
    told = summary(loaded(parse(TEXT), [Voice(17, 43, "an officer")]), TEXT)
    assert [(one.term, one.per_thousand, one.speakers) for one in told] == [
        ("regime", 133.33, []),
        ("liberate", 66.67, []),
        ("terrorist", 66.67, ["an officer"]),
    ]


def test_a_claim_has_the_terms_of_its_own_span():
    hits = loaded(parse(TEXT), [])
    assert in_span(hits, TEXT.index("Troops"), len(TEXT)) == ["liberate", "regime"]


def test_the_rate_is_per_thousand_words():
    hits = loaded(parse("The regime fell."), [])
    assert per_thousand(hits, "The regime fell.") == 333.33
    assert per_thousand([], "") == 0


def test_a_word_in_a_name_is_none():
    assert loaded(parse("The Coastal Liberation Front met."), []) == []


def test_a_word_that_only_contains_a_form_is_none():
    assert loaded(parse("Regimental music and heroin."), []) == []


def test_a_word_held_at_arms_length_keeps_its_marks():
    text = "Forces have “liberated” the port, he said: “We will never leave this town again.”"
    assert scare_quotes(text, 0, 33) == ["“liberated”"]
    assert scare_quotes(text, 33, len(text)) == []
