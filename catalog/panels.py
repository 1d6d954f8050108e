"""What editors see of the big kinds: fields in groups, with help where somebody could wonder."""

from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    PageChooserPanel,
    Panel,
)

from home.panels import FOR_MAINTAINERS, address_row, source_panel

CREDENTIAL_PANELS: list[Panel] = [
    MultiFieldPanel(
        [
            PageChooserPanel("issuer", help_text="Who makes and awards it."),
            FieldPanel("competency_statement"),
            FieldPanel("topic", help_text="What it is about. Visitors can narrow a search by it."),
            FieldPanel("badge_image", help_text="What a holder displays. Shown small beside the facts."),
        ],
        "What it is",
    ),
    MultiFieldPanel(
        [
            FieldPanel("grades"),
            FieldRowPanel(
                [
                    FieldPanel(
                        "grade_band",
                        heading="Grades as published",
                        help_text="Only where the source words it, such as PK-5.",
                    ),
                    FieldPanel("audience", help_text="Whom it is for, such as “Math coaches”."),
                ]
            ),
            FieldPanel("license_types"),
        ],
        "For whom",
    ),
    MultiFieldPanel(
        [
            FieldRowPanel(
                [
                    FieldPanel(
                        "hours_min",
                        heading="Least hours",
                        help_text="The same number twice where only one is stated.",
                    ),
                    FieldPanel(
                        "hours_max",
                        heading="Most hours",
                        help_text="Leave both empty where no hours are stated.",
                    ),
                ]
            ),
            FieldRowPanel(
                [
                    FieldPanel("cost_usd", help_text="0 is free. Empty: not stated."),
                    FieldPanel("cost_per", help_text="Needed when there is a price."),
                ]
            ),
            FieldRowPanel(
                [
                    FieldPanel("cost_applies_to", heading="For whom the price holds"),
                    FieldPanel("cost_note", help_text="A few words shown under the cost."),
                ]
            ),
        ],
        "Hours and cost",
    ),
    InlinePanel(
        "alignments",
        label="Competency",
        heading="Competencies it proves",
        help_text="Items of a framework. Each one lists this micro-credential on its own page.",
    ),
    InlinePanel(
        "priority_links",
        label="Priority",
        heading="State priorities it addresses",
        help_text="Your own sorting, not a decision of a board. Those above a priority need no row.",
    ),
    MultiFieldPanel(
        [
            FieldPanel("evidence_kind", heading="What one sends in"),
            InlinePanel(
                "evidence_parts",
                label="Part",
                heading="Parts of the evidence",
                help_text="Where the issuer lists them. They take the place of the words above.",
            ),
            InlinePanel(
                "rubric", label="Criterion", heading="Rubric", help_text="One row for each criterion."
            ),
            FieldPanel("scoring", heading="Who scores it"),
            FieldRowPanel(
                [
                    FieldPanel("turnaround_days_min", heading="Result after, at the least (days)"),
                    FieldPanel("turnaround_days_max", heading="Result after, at the most (days)"),
                ]
            ),
            FieldPanel("resubmission", heading="Sending in again"),
        ],
        "Evidence and rubric",
        classname="collapsed",
    ),
    MultiFieldPanel(
        [
            FieldPanel("method", heading="How one works on it"),
            FieldPanel("delivery", heading="How one takes part"),
            FieldPanel("languages"),
            FieldPanel("accommodations"),
            FieldPanel("research", heading="Research and resources"),
        ],
        "Work, delivery, research",
        classname="collapsed",
    ),
    MultiFieldPanel(
        [
            FieldRowPanel(
                [
                    FieldPanel("version"),
                    PageChooserPanel(
                        "replaces",
                        heading="Takes the place of",
                        help_text="The earlier version that this one takes the place of.",
                    ),
                ]
            ),
            FieldRowPanel(
                [
                    FieldPanel(
                        "last_day_to_start",
                        help_text="Offered until this day; it may lie ahead. Empty: no such day is known.",
                    ),
                    FieldPanel(
                        "last_day_to_finish",
                        help_text="Until when whoever has begun can finish. Empty: not known.",
                    ),
                ]
            ),
            FieldPanel(
                "retired",
                help_text="Only where it is no longer offered and nothing says since when. The page stays.",
            ),
        ],
        "Version and retirement",
        classname="collapsed",
    ),
    source_panel(
        address_row(),
        FieldPanel("title_status", help_text="Where the title may differ from the issuer's own, say why."),
    ),
]
"""A micro-credential, below its title and summary."""

STACK_PANELS: list[Panel] = [
    MultiFieldPanel(
        [
            HelpPanel(template="catalog/panels/gone_members.html"),
            PageChooserPanel("issuer", help_text="Who offers it as a set."),
            FieldPanel(
                "stack_kind",
                help_text="A selection is shown as a list. It has no totals, and nobody can plan it.",
            ),
            FieldPanel("cost_usd", help_text="In US dollars, only where one price covers all of it."),
        ],
        "What it is",
    ),
    InlinePanel(
        "groups",
        label="Group",
        heading="What it asks for",
        help_text="A stack asks for all its groups. “All of these, plus any 2 of those 3” is two groups.",
    ),
    MultiFieldPanel(
        [
            FieldPanel(
                "complete",
                help_text="Does this record name all that the issuer publishes? Empty: not known.",
            ),
            FieldPanel(
                "member_count",
                help_text="How many the issuer names. Totals say “at least” for those missing here.",
            ),
        ],
        "Is anything missing here?",
    ),
    InlinePanel(
        "stack_links",
        label="Stack before it",
        heading="What comes before it",
        help_text="Stacks to finish first, or better taken first.",
    ),
    source_panel(
        address_row(),
        FieldPanel("title_status", help_text="Where the title may differ from the issuer's own, say why."),
    ),
]
"""A stack, below its title and summary."""

GROUP_PANELS: list[Panel] = [
    FieldRowPanel(
        [
            FieldPanel(
                "minimum",
                heading="How many of them",
                help_text="How many members are asked for: 2 for “any 2 of these”. Empty: all.",
            ),
            FieldPanel(
                "label",
                heading="Heading",
                help_text="A short heading. Empty: made from the rule, “Any 2 of these 3”.",
            ),
        ]
    ),
    InlinePanel("members", label="Member", heading="Members", min_num=1),
    FieldRowPanel(
        [FieldPanel(name, help_text=FOR_MAINTAINERS) for name in ("source_ref", "maintainer_note")]
    ),
]
"""A group of a stack."""
