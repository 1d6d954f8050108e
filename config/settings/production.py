"""For a public server behind HTTPS. The server refuses to start when `config.checks` finds an error."""

from django.core.exceptions import ImproperlyConfigured

from .base import *
from .base import env

if env.secret_key is None:
    raise ImproperlyConfigured(
        "SECRET_KEY is not set. Signs sessions and forms; give it 50 random characters or more."
    )

SECRET_KEY = env.secret_key.get_secret_value()
REFUSE_WRONG_DEPLOYMENT = True

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz/$"]  # load balancers ask on plain HTTP
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
X_FRAME_OPTIONS = "DENY"
