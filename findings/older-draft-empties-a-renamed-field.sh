#!/usr/bin/env bash
# Wagtail 8.0.1 (django-modelcluster 6.5): a draft kept from before a field was renamed empties that field when it is
# published, silently.
#
# What one would expect: RenameField is a rename; the column keeps its values. A draft or a scheduled revision that was
# saved before it either still holds the value, or leaves the field as it is, or refuses to be published.
# What happens: the revision's JSON keeps the old key. Making an object of it passes over keys it does not know and over
# fields without a key, so the field takes its default, and publishing writes that over the live value. No error, no
# warning, no entry in the page's history says so. Every rename therefore needs a migration of all revisions too.
#
# Seen with: wagtail 8.0.1, Django 5.2.9, django-modelcluster 6.5, Python 3.11.
# Output seen:
#   after the migration the page says: 2027-06-30
#   after its older draft was published: None
#   the revision holds: retired_on=2027-06-30, last_day_to_start is not there
# Fails when any of these changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  wagtail==8.0.1 Django==5.2.9 django-modelcluster==6.5 2>pip.log || { cat pip.log >&2; exit 2; }

mkdir -p record/migrations
touch record/__init__.py record/migrations/__init__.py
cat >settings.py <<'PY'
SECRET_KEY = "x"
USE_TZ = True
STATIC_URL = "/static/"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
WAGTAIL_SITE_NAME = "x"
WAGTAILADMIN_BASE_URL = "http://localhost"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "db.sqlite3"}}
INSTALLED_APPS = [
    "record", "wagtail.users", "wagtail.documents", "wagtail.images", "wagtail.search", "wagtail.admin", "wagtail",
    "modelcluster", "taggit", "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions",
]
PY
export DJANGO_SETTINGS_MODULE=settings
models() { # the model, with its one field under this name
  printf 'from django.db import models\nfrom wagtail.models import Page\n\n\nclass Record(Page):\n    %s = models.DateField(null=True, blank=True)\n' \
    "$1" >record/models.py
}

models retired_on
venv/bin/django-admin makemigrations record --pythonpath . -v 0
venv/bin/django-admin migrate --pythonpath . -v 0
cat >before.py <<'PY'
import datetime, django
django.setup()
from record.models import Record
from wagtail.models import Page
page = Page.get_first_root_node().add_child(instance=Record(title="A", retired_on=datetime.date(2027, 6, 30)))
page.title = "B"
page.save_revision()
PY
PYTHONPATH=. venv/bin/python before.py

models last_day_to_start
cat >record/migrations/0002_rename.py <<'PY'
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("record", "0001_initial")]
    operations = [migrations.RenameField("record", "retired_on", "last_day_to_start")]
PY
venv/bin/django-admin migrate --pythonpath . -v 0
cat >after.py <<'PY'
import django
django.setup()
from record.models import Record
page = Record.objects.get()
migrated = str(page.last_day_to_start)
print("after the migration the page says:", migrated)
revision = page.get_latest_revision()
revision.publish()
page.refresh_from_db()
print("after its older draft was published:", page.last_day_to_start)
kept = revision.content
told = "is there" if "last_day_to_start" in kept else "is not there"
print(f"the revision holds: retired_on={kept['retired_on']}, last_day_to_start {told}")
assert (page.title, migrated, page.last_day_to_start) == ("B", "2027-06-30", None)
assert told == "is not there"
PY
PYTHONPATH=. venv/bin/python after.py
