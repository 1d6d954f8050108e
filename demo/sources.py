"""What a teacher reads about where a fact comes from, made from `source_ref`, which is for maintainers.

Of each part of a `source_ref` either the reviewed text below is shown, or the name of the web site it begins
with and the year it gives. What is neither is not shown; then the site of the record's own address is named.
"""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

HOST = re.compile(r"(?:[a-z0-9-]+\.)+(?:org|gov|com|edu|net|us)\b")
DAY = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
YEAR = re.compile(r"\b((?:19|20)\d\d)\b")

OWN_CURATION = "Put together by the editors of this site from the stacks on record; no board has adopted it"
STATUS_REPORT = "Status report to the North Carolina State Board of Education, April 2021"
OHIO = "Ohio microcredentials for teaching: module overview"
GRADES_OF_STACK = "grades as given for its stack"
MUSKEGON = "A list of a school district in the Muskegon area, Michigan"
BACKGROUND = "A background paper on {} (its title is not stated)"

REVIEWED = {
    "seed document 000": STATUS_REPORT,
    "seed document 000 (status report to the State Board, April 2021)": STATUS_REPORT,
    "seed document 001": BACKGROUND.format("micro-credentials in North Carolina"),
    "seed document 003": BACKGROUND.format("micro-credentials in several states, with facts of 2017"),
    "seed document 004": BACKGROUND.format("the quality standards that four states share"),
    "editorial: curated for this demonstration from the stacks held here": OWN_CURATION,
    "no board has adopted it": "",
    "Ohio microcredentials for teaching module overview": OHIO,
    "Ohio module overview": OHIO,
    "Ohio module overview page": OHIO,
    "Muskegon-area district list": MUSKEGON,
    "Muskegon-area district list of 15 micro-credentials": MUSKEGON,
    "VASCD Micro-credentials Catalog 2022": "VASCD Micro-credentials Catalog, 2022",
    "NEA facilitation guide 2018": "NEA facilitation guide, 2018",
    "address cited in a public GitHub document": "An address cited in a public document",
    "microcredential page read in a mirror copy": "Some pages read in a copy",
    "microcredential pages read in a mirror copy": "Some pages read in a copy",
    "Seven Lessons Learned paper": "Paper “Seven Lessons Learned”",
    "N.C. General Statutes 115C-310.1": "N.C. General Statutes 115C-310.1",
    "N.C. General Statutes 115C-310.3": "N.C. General Statutes 115C-310.3",
    "N.C. General Statutes 115C-310.5": "N.C. General Statutes 115C-310.5",
    "N.C. General Statutes 115C-310.13": "N.C. General Statutes 115C-310.13",
    "N.C. General Statutes 115C-312": "N.C. General Statutes 115C-312",
    "N.C. General Statutes 115C-310.5 and 115C-312": "N.C. General Statutes 115C-310.5 and 115C-312",
    "N.C. General Statutes 115C-310.3 and 115C-310.13 (Session Law 2024-57)": (
        "N.C. General Statutes 115C-310.3 and 115C-310.13 (Session Law 2024-57)"
    ),
    "Florida Statutes 1004.561": "Florida Statutes 1004.561",
    "New America 2021 and 2025": "New America, reports of 2021 and 2025",
    "New America, When Micro Goes Macro, 2025 (updated 2025-06-06)": (
        "New America, When Micro Goes Macro, June 2025"
    ),
    "APS staff site": "A staff site of the school district",
    "Troy 30-C staff site (2022-2026 agreement)": "Staff site of Troy 30-C, agreement of 2022 to 2026",
    "International Dyslexia Association": "International Dyslexia Association",
    "International Dyslexia Association 2018": "International Dyslexia Association, 2018",
    "CTDL": "Credential Transparency Description Language (CTDL)",
    "Computer Science Teachers Association 2020": "Computer Science Teachers Association, 2020",
    "NC State Board of Education": "North Carolina State Board of Education",
    "NC Department of Public Instruction": "North Carolina Department of Public Instruction",
    "CCSSO InTASC": "Council of Chief State School Officers, InTASC",
    "Virtual Learning Leadership Alliance and Quality Matters": (
        "Virtual Learning Leadership Alliance, Quality Matters"
    ),
    "ISTE": "International Society for Technology in Education (ISTE)",
    "Teacher Leadership Exploratory Consortium": "Teacher Leadership Exploratory Consortium",
    "NBPTS": "National Board for Professional Teaching Standards",
    "National Reading Panel components named in state literacy laws": (
        "Components of reading named by the National Reading Panel"
    ),
    "CSTA K-12 concept areas, used by the NC K-12 Computer Science Standards": (
        "Concept areas of the Computer Science Teachers Association, used by the NC K-12 standards"
    ),
    "public standard, short titles reworded": "titles shortened by us",
    "short titles reworded": "titles shortened by us",
    "short titles": "titles shortened by us",
    "four focus areas, short titles": "titles shortened by us",
    "codes and one-word roles": "titles shortened by us",
    "reworded": "titles shortened by us",
    "check against the NC text before relying on codes": "codes not checked against the state’s own text",
    "code: ISO 3166": "ISO 3166",
    "github EducationNC/restart-schools": "EducationNC, public data on GitHub",
    "lea codes: github EducationNC/restart-schools data/spg_all.csv": (
        "codes: EducationNC, public data on GitHub"
    ),
    "regions: ncssa.net/nc-superintendents": "regions: ncssa.net",
    "named on certificationbank.com TLI_O": "certificationbank.com",
    "mcsbfl.us and stjohns.k12.fl.us reading hours pages": "mcsbfl.us; stjohns.k12.fl.us",
    "sites.google.com/ncsu.edu/ncstateced-dlc": "Site of NC State University (ncsu.edu) at sites.google.com",
    "grades K-6 as in the note of its stack": GRADES_OF_STACK,
    "grades 6-12 from the note of its stack: for middle and high school teachers": GRADES_OF_STACK,
    "Council Recommendation of 16 June 2022, Annex I (from general knowledge": (
        "Council of the European Union, Recommendation of 16 June 2022, from general knowledge"
    ),
    "general knowledge of the 1EdTech program": "1EdTech, from general knowledge",
    "check before quoting": "check before quoting",
    "check before quoting)": "check before quoting",
}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from, in words a teacher reads, and the day the source gives, if any."""

    text: str
    day: date | None = None


def public_source(reference: str, address: str = "") -> Source:
    """The readable source of a row with this `source_ref` and address."""
    parts = [part.strip() for part in reference.split(";")]
    told = dict.fromkeys(text for part in parts if (text := told_by(part)))
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return Source("; ".join(told) or host, single_day(reference) if len(parts) == 1 else None)


def told_by(part: str) -> str:
    """What may be shown of one part of a `source_ref`."""
    if part in REVIEWED:
        return REVIEWED[part]
    site = HOST.match(part)
    if site is None:
        return ""
    year = YEAR.search(part, site.end())
    return f"{site[0]}, {year[1]}" if year else site[0]


def single_day(reference: str) -> date | None:
    """The one full date a `source_ref` gives; none where it gives several or the day does not exist."""
    days = set(DAY.findall(reference))
    if len(days) != 1:
        return None
    try:
        return date(*map(int, days.pop()))
    except ValueError:
        return None
