"""Signs in to a cluster with flytekit, and keeps tokens in a file in place of the system's keyring."""

import json
import pathlib
import sys
import threading
import urllib.parse
import http.client
import webbrowser

import keyring
from flytekit.configuration import Config, PlatformConfig
from flytekit.remote import FlyteRemote
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class FileKeyring(KeyringBackend):
    """Passwords by service and user name, as `{"service": {"name": "password"}}`."""

    priority = 1

    def __init__(self, path):
        super().__init__()
        self.path = pathlib.Path(path)

    def entries(self):
        return json.loads(self.path.read_text()) if self.path.exists() else {}

    def get_password(self, service, username):
        return self.entries().get(service, {}).get(username)

    def set_password(self, service, username, password):
        entries = self.entries()
        entries.setdefault(service, {})[username] = password
        self.path.write_text(json.dumps(entries))

    def delete_password(self, service, username):
        entries = self.entries()
        if username not in entries.get(service, {}):
            raise PasswordDeleteError(username)
        del entries[service][username]
        self.path.write_text(json.dumps(entries))


def browse(url):
    """What a browser does: follows redirects, with cookies."""
    cookie = ""
    for _ in range(20):
        parts = urllib.parse.urlsplit(url)
        connection = http.client.HTTPConnection("127.0.0.1", parts.port)
        connection.request("GET", f"{parts.path}?{parts.query}", headers={"cookie": cookie})
        answer = connection.getresponse()
        cookie = (answer.getheader("set-cookie") or cookie).split(";")[0]
        location = answer.getheader("location")
        if location is None:
            return
        url = urllib.parse.urljoin(url, location)


def open_tab(may_browse):
    def opened(url):
        if not may_browse:
            raise RuntimeError("a browser was opened")
        threading.Thread(target=browse, args=(url,), daemon=True).start()
        return True

    return opened


def main(mode, endpoint, path):
    keyring.set_keyring(FileKeyring(path))
    webbrowser.open_new_tab = open_tab(mode == "browser")
    secret = {"auth_mode": "ClientSecret", "client_id": "nightly", "client_credentials_secret": "a %/+ secret", "scopes": ["all"]}
    auth = secret if mode == "secret" else {"auth_mode": "Pkce"}
    platform = PlatformConfig(endpoint=endpoint, insecure=True, **auth)
    remote = FlyteRemote(Config.for_endpoint(endpoint).with_params(platform=platform))
    projects, _ = remote.client.list_projects_paginated(limit=10)
    print(json.dumps([project.id for project in projects]))


main(*sys.argv[1:])
