"""Looks a name up, fetches a page, talks to local daemons.

tiers: full locked
"""

import socket
import urllib.request


def softmax(x):
    for path in ("/run/docker.sock", "/var/run/nscd/socket", "/run/dbus/system_bus_socket", "\0abstract"):
        try:
            line = socket.socket(socket.AF_UNIX)
            line.connect(path)
            return [0.5] * len(x)
        except OSError:
            continue
    try:
        socket.getaddrinfo("localhost", 80)
    except OSError:
        pass
    urllib.request.urlopen("http://127.0.0.1:@PORT@/").read()
    return [0.5] * len(x)
