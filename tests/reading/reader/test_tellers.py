from dragoman import read


def test_who_tells_of_it_behind_it_is_not_among_its_victims():
    (shelling, *_) = read("Mortars struck two clinics, killing nine people, residents and nurses said.").claims
    assert "residents" not in {actor.text for actor in shelling.to}
    assert "residents" in {actor.text for actor in shelling.speaker}


def test_who_accuses_has_no_part_in_what_he_tells():
    claims = read("Britain accused Russia and Syria of blocking the inspectors.", published="2018-04-18").claims
    blocking = [claim for claim in claims if claim.type == "obstruction"]
    assert blocking and "Britain" not in {actor.text for actor in blocking[0].by}


def test_who_promises_to_do_it_does_it():
    claims = read("The rebels promised to leave the town of Douma.", published="2018-04-18").claims
    assert "The rebels" in {actor.text for claim in claims for actor in claim.by}
