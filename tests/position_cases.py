"""A fictional person who was promoted, written in both ways and read as any profile is."""

from tailor.model.profile import Profile
from tailor.profile import read_profile

_HEAD = "basics: {name: Ada Brandt, label: Platform Engineer, email: ada@example.com}\nwork:\n"

_QUAY = """
  - name: Quay Analytics
    position: Data Engineer
    location: Oslo
    startDate: 2018-03
    endDate: 2021-02
    highlights: [Wrote nightly jobs in Python for the billing crew.]
"""

_ORCHARD = """
  - name: Orchard Labs
    url: https://orchard.example.com
    location: Bergen
    positions:
      - position: Engineer
        startDate: 2015-01
        endDate: 2018-02
        location: Oslo
        highlights: [Moved reports from paper to dashboards., Tuned slow Spark queries from seven hours to one.]
      - position: Lead Engineer
        startDate: 2023-06
        highlights: [Led a group of 12 engineers in two cities., Owned a $2.4M budget.]
      - position: Senior Engineer
        startDate: 2021-03
        endDate: 2023-05
        highlights: [Streamed sensor events through Kafka into tables.]
"""

_PEPPER = """
  - name: PepperCo
    location: Bergen
    positions:
      - {position: Analyst, startDate: 2015-01, endDate: 2017-12, location: Oslo}
      - {position: Head of Data, startDate: 2021-01}
      - {position: Data Engineer, startDate: 2018-01, endDate: 2019-12}
    highlights: [Trained document classifiers with Python., Cut the nightly build from nine hours to two.]
"""


def person(work: str) -> Profile:
    """The person with these entries of work, in YAML."""
    return read_profile((_HEAD + work).encode(), "profiles/ada.yaml")


PROMOTED = person(_QUAY + _ORCHARD)
"""Two jobs: work[1] is an employer with three positions, each with bullets of its own; work[0] lies between."""

TITLED = person(_PEPPER + _QUAY)
"""Two jobs: work[0] lists three titles above its bullets, with a year between two of them; work[1] is plain."""
