# SPDX-License-Identifier: GPL-3.0-or-later
"""Collects measured rows: JSON lines in a file, a table for people."""
import json
import os
import statistics


class Report:
    def __init__(self, path):
        self.path, self.rows = path, []
        open(path, "w").close()

    def add(self, metric, value, unit, must=None, peer=None, peer_value=None):
        """`value` and `peer_value` may be lists of runs: their median counts. `must`: a bound for the ratio where there is a
        peer, else for the value."""
        row = {"metric": metric, "value": middle(value), "unit": unit, "peer": peer, "peer_value": middle(peer_value), "ratio": None}
        if row["peer_value"]:
            row["ratio"] = round(row["value"] / row["peer_value"], 3)
        judged = row["ratio"] if peer else row["value"]
        row.update(must=must, met=None if must is None else judged <= must, load=round(os.getloadavg()[0], 1))
        self.rows.append(row)
        line = json.dumps(row)
        print(line, flush=True)
        with open(self.path, "a") as out:
            out.write(line + "\n")

    def table(self):
        lines = [f"{'metric':44} {'value':>12} {'unit':10} {'peer':>12} {'ratio':>7} {'must':>9}  met"]
        for row in self.rows:
            number = lambda value: "" if value is None else f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.0f}"
            met = {None: "", True: "yes", False: "NO"}[row["met"]]
            lines.append(f"{row['metric']:44} {number(row['value']):>12} {row['unit']:10} {number(row['peer_value']):>12} "
                         f"{number(row['ratio']):>7} {number(row['must']):>9}  {met}")
        return "\n".join(lines)


def middle(value):
    if isinstance(value, (list, tuple)):
        return round(statistics.median(value), 3) if value else None
    return value


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
