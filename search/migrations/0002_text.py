"""The text index, in the form the database at hand has for it."""

from django.db import migrations

from search.engines.texts import texts_for


def create(apps, schema_editor):
    texts_for(schema_editor.connection.vendor).create(schema_editor.connection)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE search_text")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
