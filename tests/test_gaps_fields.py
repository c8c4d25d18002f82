"""Degrees, licences, languages and permits: met only where the profile says so, asked where it is silent."""

from dataclasses import replace

import pytest
from letter_cases import ORCHARD, PEPPER, TODAY, date, entry, find, plan, posting, profile, ranking, requirement

from tailor.gaps import report
from tailor.model.gaps import RequirementState
from tailor.model.profile import Credential, Language, Profile


def state_of(text: str, kind: str, person, *, locations=(), today=TODAY) -> RequirementState:
    of = plan(posting(requirement(text, kind=kind), knockouts=(0,), locations=locations), person)
    (gaps,) = report([(of, ranking(of))], today=today, find=find).postings
    return gaps.states[0]


def studied(study_type: str, area: str, dates: str = "2015-2018") -> Profile:
    school = replace(
        entry(0, "Fjord University", "", dates, section="education"), study_type=study_type, area=area
    )
    return profile(ORCHARD, school)


@pytest.mark.parametrize(
    ("asked", "study_type", "area", "state"),
    [
        ("Bachelor's degree required", "M.S.", "Statistics", "met"),
        ("Bachelor's degree in Nursing", "BSN", "Nursing", "met"),
        ("Bachelor of Science in Nursing (BSN)", "B.S.N.", "", "met"),
        ("Bachelor's degree in Computer Science or a related field", "B.S.", "Computer Science", "met"),
        ("Bachelor's degree in Computer Science or a related field", "B.A.", "Philosophy", "ask"),
        ("Bachelor's degree in any field", "B.A.", "Philosophy", "met"),
        ("Master's degree in Statistics", "M.Sc.", "Biostatistics", "met"),
        ("Master's degree in Statistics", "B.S.", "Statistics", "not met"),
        ("PhD in Chemistry", "M.S.", "Chemistry", "not met"),
        ("Bachelor's or Master's degree in Law", "LLB", "Law", "met"),
        ("Juris Doctor from an accredited school", "J.D.", "Law", "met"),
        ("High school diploma or GED", "B.A.", "History", "met"),
        ("Associate degree or equivalent experience", "High School Diploma", "", "ask"),
        ("Bachelor's degree and 3 or more years of experience", "B.A.", "Accounting", "met"),
        ("Bachelor's degree", "Certificate of attendance", "Sailing", "ask"),
    ],
)
def test_a_degree_is_met_by_level_and_field(asked, study_type, area, state) -> None:
    assert state_of(asked, "degree", studied(study_type, area)).state == state


@pytest.mark.parametrize(
    ("asked", "area", "near"),
    [
        ("Bachelor's degree in Computer Science or a related field", "Journalism", False),
        ("Bachelor's degree in Computer Science or a related field", "Statistics", True),
        ("Bachelor's degree in Civil Engineering or a related field", "Mechanical Engineering", True),
        ("Bachelor's degree in Marketing or a related field", "Journalism", True),
    ],
)
def test_only_a_neighbouring_field_is_argued_for(asked, area, near) -> None:
    of = plan(posting(requirement(asked, kind="degree"), knockouts=(0,)), studied("B.A.", area))
    (gaps,) = report([(of, ranking(of))], today=TODAY, find=find).postings
    assert gaps.states[0].state == "ask"
    assert ("of another field" in gaps.states[0].reason) is not near
    assert [action.kind for action in gaps.verdict.actions] == (["argue"] if near else [])


def test_a_degree_that_goes_on_is_asked_about() -> None:
    found = state_of("Master's degree in Statistics", "degree", studied("M.S.", "Statistics", "2025-"))
    assert found.state == "ask"
    assert "not finished" in found.reason


def test_without_any_education_a_degree_is_asked_about() -> None:
    assert state_of("Bachelor's degree", "degree", profile(ORCHARD)).state == "ask"


def test_what_says_so_is_quoted() -> None:
    found = state_of("Bachelor's degree required", "degree", studied("M.S.", "Statistics"))
    assert found.evidence[0].path == "education[0]"
    assert "M.S., Statistics" in found.reason


def credential(name: str, *, kind: str = "licence", region: str = "", expires: str = "") -> Credential:
    return Credential(path="licences[0]", kind=kind, name=name, region=region, expires=date(expires))  # type: ignore[arg-type]


RN = credential("Registered Nurse", region="Oregon", expires="2027.03")
OTHER = credential("Notary")


@pytest.mark.parametrize(
    ("asked", "held", "state"),
    [
        ("Current RN license in Oregon", (RN,), "met"),
        ("Active registered nurse license", (RN,), "met"),
        ("RN license in the state of Washington", (RN,), "ask"),
        ("RN license required", (), "ask"),
        ("RN license required", (OTHER,), "not met"),
        ("Valid driver's license", (RN,), "ask"),
        ("CPA or CMA", (credential("CMA"),), "met"),
        ("BLS and ACLS certification", (credential("BLS Provider"),), "not met"),
        ("BLS and ACLS certification", (credential("Basic Life Support"), credential("ACLS")), "met"),
        ("PMP certification, or willing to obtain within 6 months", (RN,), "ask"),
        ("Certified Falconer", (credential("Certified Falconer"),), "met"),
        ("Certified Falconer", (RN,), "ask"),
        ("Bar admission in New York", (), "ask"),
    ],
)
def test_a_licence_is_met_by_one_of_its_names(asked, held, state) -> None:
    assert state_of(asked, "licence", profile(ORCHARD, credentials=held)).state == state


def test_an_expired_licence_is_not_met_and_one_of_this_month_is() -> None:
    lapsed = profile(ORCHARD, credentials=(credential("Registered Nurse", expires="2026.10"),))
    lasting = profile(ORCHARD, credentials=(credential("Registered Nurse", expires="2026.11"),))
    assert state_of("RN license", "licence", lapsed).state == "not met"
    assert "expired on October 2026" in state_of("RN license", "licence", lapsed).reason
    assert state_of("RN license", "licence", lasting).state == "met"


def test_a_title_that_needs_a_licence_is_no_licence() -> None:
    nurse = profile(entry(0, "Harbor Hospital", "Registered Nurse", "2020-", "Triaged patients."))
    assert state_of("RN license", "licence", nurse).state == "ask"


def test_every_missing_certificate_is_named() -> None:
    found = state_of(
        "BLS, ACLS and TNCC certification", "licence", profile(ORCHARD, credentials=(credential("BLS"),))
    )
    assert "ACLS" in found.reason
    assert "TNCC" in found.reason
    assert "BLS" in [one.text for one in found.evidence]


@pytest.mark.parametrize(
    ("asked", "held", "state"),
    [
        ("Fluent in Spanish", (("Spanish", "Native"),), "met"),
        ("Fluent in Spanish", (("Spanish", "Conversational"),), "not met"),
        ("Spanish", (("Spanish", ""),), "ask"),
        ("German C1", (("Deutsch", "C2"),), "met"),
        ("German C1", (("German", "B1"),), "not met"),
        ("Fluent German", (("French", "Fluent"),), "not met"),
        ("Fluent German", (), "ask"),
        ("Excellent English", (("French", "Fluent"),), "ask"),
        ("French or German", (("German", "Fluent"),), "met"),
        ("French and German", (("German", "Fluent"),), "not met"),
        ("A second language", (("German", "Fluent"),), "ask"),
    ],
)
def test_a_language_is_met_by_its_level(asked, held, state) -> None:
    languages = tuple(
        Language(path=f"languages[{n}]", name=name, fluency=level) for n, (name, level) in enumerate(held)
    )
    assert state_of(asked, "language", profile(ORCHARD, languages=languages)).state == state


@pytest.mark.parametrize(
    ("asked", "permits", "locations", "state"),
    [
        ("Must be authorized to work in the United States", ("US citizen",), (), "met"),
        ("Must be authorized to work in the United States", ("Work permit for Canada",), (), "ask"),
        ("Must be authorized to work in the United States", (), (), "ask"),
        ("Right to work in Germany", ("EU citizen",), (), "met"),
        ("Right to work in the UK", ("EU citizen",), (), "ask"),
        ("U.S. citizenship required", ("US citizen",), (), "met"),
        ("U.S. citizenship required", ("US permanent resident",), (), "not met"),
        ("U.S. citizenship required", ("US permanent resident", "US citizen"), (), "met"),
        ("We do not sponsor visas", ("Authorized to work in the US",), ("Denver, United States",), "met"),
        ("We do not sponsor visas in the US", ("Will need visa sponsorship in the US",), (), "not met"),
        ("Active Secret security clearance", ("Top Secret clearance",), (), "met"),
        ("Top Secret security clearance", ("Secret clearance",), (), "not met"),
        ("Ability to obtain a Top Secret clearance", ("Secret clearance",), (), "ask"),
        ("Security clearance required", ("US citizen",), (), "ask"),
        ("Must pass a background check", ("US citizen",), (), "ask"),
        ("Join us: work permit needed", ("US citizen",), (), "ask"),
    ],
)
def test_a_permit_is_met_only_by_a_line_for_the_same_country(asked, permits, locations, state) -> None:
    assert state_of(asked, "permit", profile(ORCHARD, permits=permits), locations=locations).state == state


def test_logistics_are_always_the_persons_to_say() -> None:
    assert state_of("Willing to travel up to 40%", "logistics", profile(ORCHARD, PEPPER)).state == "ask"


@pytest.mark.parametrize(
    ("asked", "held", "state"),
    [
        ("Class A CDL required", (credential("CDL Class B"),), "not met"),
        ("Class B CDL required", (credential("CDL-A"),), "met"),
        ("Class A CDL required", (credential("CDL"),), "ask"),
        ("Category C+E licence", (credential("HGV Class 2"),), "not met"),
        ("CDL with hazmat endorsement", (credential("CDL Class A, endorsements H, N"),), "met"),
        ("FINRA Series 7 and 66 (or 63 and 65)", (credential("Series 7"), credential("Series 66")), "met"),
        ("FINRA Series 7 and 66 (or 63 and 65)", (credential("Series 7"), credential("Series 63")), "not met"),
        ("BLS, and ACLS or PALS", (credential("BLS"), credential("PALS")), "met"),
        ("BLS, and ACLS or PALS", (credential("BLS"), OTHER), "not met"),
        ("Active CPA license", (credential("CPA exam, two sections passed"),), "ask"),
        ("RN license in Ohio or compact", (credential("RN, multistate", region="TX"),), "met"),
        ("RN license in California", (credential("RN, multistate", region="TX"),), "ask"),
        ("Valid nursing license in any country", (RN,), "met"),
        ("RN license in any state", (RN,), "met"),
        ("RN license in any state, able to obtain one in Ohio", (RN,), "ask"),
        ("RN license in any U.S. state", (credential("Registered Nurse", region="Philippines"),), "ask"),
        ("ACLS within 6 months of hire", (credential("ACLS", expires="2025.01"),), "ask"),
        ("CompTIA A+ (Network+ preferred)", (credential("CompTIA A+"),), "met"),
        ("OSHA 10", (credential("OSHA 30"),), "ask"),
        ("Clean driver's license record", (credential("Driver's license"),), "ask"),
        ("Zyx 4Q and R2D welding ticket", (credential("R2D and 4Q by Zyx"),), "met"),
    ],
)
def test_a_licence_is_judged_by_class_state_and_how_the_line_joins_it(asked, held, state) -> None:
    assert state_of(asked, "licence", profile(ORCHARD, credentials=held)).state == state


@pytest.mark.parametrize(
    ("asked", "study_type", "area", "state"),
    [
        ("BS in Civil Engineering", "BS", "Mechanical Engineering", "ask"),
        ("Degree in Engineering, bachelor's", "BS", "Mechanical Engineering", "met"),
        ("NVQ Level 3 in Care", "NVQ Level 2", "Care", "not met"),
        ("PhD in Physics", "PhD candidate", "Physics", "ask"),
        ("Associate's degree required, BSN preferred", "AAS", "Nursing", "met"),
    ],
)
def test_a_field_shares_a_word_that_few_have_and_numbers_count(asked, study_type, area, state) -> None:
    assert state_of(asked, "degree", studied(study_type, area)).state == state


@pytest.mark.parametrize(
    ("asked", "state"),
    [
        ("German at C1 and English at B2 or better", "not met"),
        ("German B1, English C2", "met"),
        ("English plus Xhosa or Afrikaans", "not met"),
        ("German", "ask"),
    ],
)
def test_each_language_has_the_level_beside_it(asked, state) -> None:
    held = (
        Language(path="languages[0]", name="German", fluency="B1"),
        Language(path="languages[1]", name="English", fluency="native"),
    )
    assert state_of(asked, "language", profile(ORCHARD, languages=held)).state == state
