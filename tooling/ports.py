"""Loopback ports and the addresses of the two processes."""

import errno
import socket

from tooling.problems import Exit, Problem

LOOPBACK = "127.0.0.1"
ANYWHERE = {"0.0.0.0": LOOPBACK, "::": "::1", "": LOOPBACK}


def free_port(host: str = LOOPBACK) -> int:
    """A port of that address that nobody uses at this moment."""
    with _bound(host, 0) as probe:
        number: int = probe.getsockname()[1]
        return number


def require_free(host: str, port: int) -> None:
    """Raise Problem when the address is not of this machine or the port is taken."""
    try:
        _bound(host, port).close()
    except socket.gaierror:
        raise Problem(Exit.USAGE, "host_unknown", host=host) from None
    except OSError as error:
        if error.errno == errno.EADDRNOTAVAIL:
            raise Problem(Exit.USAGE, "host_unknown", host=host) from error
        raise Problem(Exit.PORT_TAKEN, "port_taken", host=host, port=port, other=free_port()) from error


def address(host: str, port: int) -> str:
    """The address at which this machine reaches the product, whatever it listens to."""
    near = ANYWHERE.get(host, host)
    return f"http://[{near}]:{port}" if ":" in near else f"http://{near}:{port}"


def _bound(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    probe = socket.socket(family, kind, protocol)
    try:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(place)
    except OSError:
        probe.close()
        raise
    return probe
