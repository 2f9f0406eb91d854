# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen reader for tests: reads windows through AT-SPI, from outside, as Orca does.

One JSON object a line on stdin, one answer a line on stdout, {"id": that of the question, "told": ...}:
  {"do": "windows"}                    titles of the program's windows
  {"do": "tree", "window": "Inlet"}    everything in a window that is on screen, in order; of a list
                                       only the first rows, with the count that the program tells
  {"do": "events"}                     what was announced since the last time: focus, notifications
  {"do": "pid"}                        of the program
The program is found by its name "inlet" on the accessibility bus of this session.
"""
import json
import os

import gi
from gi.repository import Gio, GLib

# The display may carry the address of another session's bus, which libatspi would ask first.
session = Gio.bus_get_sync(Gio.BusType.SESSION)
os.environ["AT_SPI_BUS_ADDRESS"] = session.call_sync(
    "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, GLib.VariantType("(s)"), 0, 10000, None).unpack()[0]
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

ROWS_SHOWN = 8
EVENTS = ("object:state-changed:focused", "object:state-changed:showing")
ANNOUNCED = ("notification", "alert")  # what a screen reader reads out when it appears
seen = []
typed = b""


def facts(item):
    states = item.get_state_set()
    named = [name for name, state in (("focusable", Atspi.StateType.FOCUSABLE), ("focused", Atspi.StateType.FOCUSED),
                                      ("showing", Atspi.StateType.SHOWING), ("enabled", Atspi.StateType.ENABLED),
                                      ("editable", Atspi.StateType.EDITABLE), ("selected", Atspi.StateType.SELECTED)) if states.contains(state)]
    # A combo box tells its value as its name and what it is for by the label beside it.
    labels = [relation.get_target(at).get_name() for relation in item.get_relation_set()
              if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY for at in range(relation.get_n_targets())]
    return {"role": item.get_role_name(), "name": item.get_name() or "", "label": " ".join(labels), "description": item.get_description() or "", "states": named}


def on_event(event):
    if event.detail1 != 1:
        return
    try:
        event.source.clear_cache()  # names change without a word to us
        kind = event.type.split(":")[-1]
        # Each question is a round trip; a window that builds itself tells of hundreds of widgets.
        if kind == "focused" or event.source.get_role_name() in ANNOUNCED:
            seen.append({"kind": kind, **facts(event.source)})
    except GLib.Error:
        pass  # it went away before it could be asked


def program():
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(at)
        if child and child.get_name().lower() == "inlet":
            return child
    return None


def windows():
    found = program()
    count = found.get_child_count() if found else 0
    return [window for window in (found.get_child_at_index(at) for at in range(count)) if window]


def walk(item, into, depth=0):
    try:
        entry = facts(item)
        count = item.get_child_count()
        entry.update(depth=depth, children=count)
        if "showing" not in entry["states"] and depth > 0:
            return
        into.append(entry)
        shown = min(count, ROWS_SHOWN) if entry["role"] in ("list", "table", "tree") else count
        for at in range(shown):
            child = item.get_child_at_index(at)
            if child:
                walk(child, into, depth + 1)
    except GLib.Error:
        pass


def answer(request):
    if request["do"] == "windows":
        return [facts(window) for window in windows()]
    if request["do"] == "tree":
        into = []
        for window in windows():
            window.clear_cache()
            if window.get_name() == request["window"]:
                walk(window, into)
        return into
    if request["do"] == "events":
        told = list(seen)
        seen.clear()
        return told
    if request["do"] == "pid":
        found = program()
        return found.get_process_id() if found else 0
    return None


def on_input(_channel, _condition):
    global typed
    came = os.read(0, 65536)
    if not came:
        Atspi.event_quit()
        return False
    *lines, typed = (typed + came).split(b"\n")
    for line in lines:
        request = json.loads(line)
        try:
            told = answer(request)
        except GLib.Error as error:
            told = {"error": error.message}
        print(json.dumps({"id": request.get("id"), "told": told}), flush=True)
    return True


listener = Atspi.EventListener.new(on_event)
for name in EVENTS:
    listener.register(name)
GLib.io_add_watch(GLib.IOChannel.unix_new(0), GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, on_input)
Atspi.event_main()
