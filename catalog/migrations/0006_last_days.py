"""One day of retirement becomes two: the last day to start and the last day to finish.

A record that named the day its offer ended keeps that day as the last one to start; drafts and all other
revisions keep it, too, so that none brings back a record without its day.
"""


from django.db import migrations, models

import home.days

OLD, NEW, MARK = "retired_on", "last_day_to_start", "retired"


def carry_over(apps, schema_editor):
    """The day of each record, then of each revision of one; the mark alone says that no day is stated."""
    pages = apps.get_model("catalog", "MicroCredentialPage").objects
    pages.exclude(last_day_to_start=None).update(retired=False)
    change_revisions(apps, forward)


def carry_back(apps, schema_editor):
    """A day to start is again a day of retirement, which needs its mark."""
    pages = apps.get_model("catalog", "MicroCredentialPage").objects
    pages.exclude(last_day_to_start=None).update(retired=True)
    change_revisions(apps, backward)


def change_revisions(apps, change):
    """Rewrite the content of the revisions of micro-credentials that name such a day."""
    kinds = apps.get_model("contenttypes", "ContentType").objects
    kind = kinds.filter(app_label="catalog", model="microcredentialpage").first()
    if kind is None:
        return
    revisions = apps.get_model("wagtailcore", "Revision").objects.filter(content_type=kind)
    for revision in revisions.iterator(chunk_size=200):
        content = revision.content
        if isinstance(content, dict) and change(content):
            revision.save(update_fields=["content"])


def forward(content):
    """Whether a revision's content was changed to the later names."""
    if OLD not in content:
        return False
    day = content.pop(OLD)
    content[NEW] = day
    if day:
        content[MARK] = False
    return True


def backward(content):
    """Whether a revision's content was changed to the earlier names."""
    if NEW not in content:
        return False
    day = content.pop(NEW)
    content.pop("last_day_to_finish", None)
    content[OLD] = day
    if day:
        content[MARK] = True
    return True


FINISH_FIRST = "The last day to finish is before the last day to start."
DAY_OR_MARK = "With a last day to start, leave the mark that the day is not stated empty."


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0005_stamp_of_the_catalog"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="microcredentialpage", name="retired_on_needs_retired"),
        migrations.RenameField(model_name="microcredentialpage", old_name=OLD, new_name=NEW),
        migrations.AlterField(
            model_name="microcredentialpage",
            name=NEW,
            field=models.DateField(
                blank=True,
                help_text="It is offered until this day, the day included. Empty: no such day is known.",
                null=True,
                validators=[home.days.sensible_day],
            ),
        ),
        migrations.AddField(
            model_name="microcredentialpage",
            name="last_day_to_finish",
            field=models.DateField(
                blank=True,
                help_text="Until when whoever has begun can finish it, the day included. Empty: not known.",
                null=True,
                validators=[home.days.sensible_day],
            ),
        ),
        migrations.AlterField(
            model_name="microcredentialpage",
            name=MARK,
            field=models.BooleanField(
                default=False,
                help_text="Only where it is no longer offered and nothing says since when.",
                verbose_name="no longer offered, day not stated",
            ),
        ),
        migrations.RunPython(carry_over, carry_back),
        migrations.AddConstraint(
            model_name="microcredentialpage",
            constraint=models.CheckConstraint(
                condition=models.Q(("retired", False), ("last_day_to_start", None), _connector="OR"),
                name="retired_without_a_day",
                violation_error_message=DAY_OR_MARK,
            ),
        ),
        migrations.AddConstraint(
            model_name="microcredentialpage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("last_day_to_start", None),
                    ("last_day_to_finish", None),
                    ("last_day_to_finish__gte", models.F("last_day_to_start")),
                    _connector="OR",
                ),
                name="finish_not_before_start",
                violation_error_message=FINISH_FIRST,
            ),
        ),
    ]
