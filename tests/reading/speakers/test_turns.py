from dragoman.reading.speakers.turns import find


def read(text: str) -> list[tuple[str, str]]:
    return [(text[slice(*turn.source)], text[slice(*turn.content)]) for turn in find(text)]


def test_lines_of_a_transcript_belong_to_the_name_before_them() -> None:
    text = "HOST: What happened?\nCOLONEL: We were attacked at night."
    assert read(text) == [("HOST", "What happened?"), ("COLONEL", "We were attacked at night.")]


def test_one_such_line_is_no_transcript() -> None:
    assert read("There is one thing left.\nWARNING: mines on the road.") == []


def test_names_in_brackets_speak_until_the_recording_ends() -> None:
    text = "[Begin recording] [Reporter] Who fired? [Morales] They did. [End recording] The talks went on."
    assert read(text) == [("Reporter", "Who fired?"), ("Morales", "They did.")]


def test_notes_in_brackets_are_no_speakers() -> None:
    assert read("Lima, 3 May -- [Text] Two posts were attacked. [Applause] The army left.") == []


def test_a_proclamation_speaks_for_whom_its_header_names() -> None:
    text = "[Communique] [Southern Command] [Text] Our forces took the bridge."
    assert ("Southern Command", "Our forces took the bridge.") in [(name, held[7:]) for name, held in read(text)]


def test_a_quotation_may_be_signed() -> None:
    text = "“We have nowhere left to go.” ― Rima Haddad\n\nThe road is closed."
    assert read(text) == [("Rima Haddad", "“We have nowhere left to go.”")]
