"""What a running server uses, as Linux tells it, and what it complains of."""

import os
import re
import resource
from pathlib import Path

# A traceback, an error in plain words, or one in a line of JSON.
ERRORS = re.compile(r'Traceback|\b(ERROR|CRITICAL)\b|"level": ?"(error|critical)"', re.IGNORECASE)


def processor(process: int) -> float:
    """Seconds of processor time of a process until now."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def own_processor() -> float:
    """The same of this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def memory(process: int, *, peak: bool = False) -> float:
    """The memory that a process holds, or the most it has held, in MB."""
    status = Path(f"/proc/{process}/status").read_text()
    [kilobytes] = re.findall(rf"{'VmHWM' if peak else 'VmRSS'}:\s+(\d+) kB", status)
    return int(kilobytes) / 1024


def errors_in(log: Path) -> list[str]:
    """The lines of a log that tell of an error."""
    lines = log.read_text(errors="replace").splitlines()
    return [line for line in lines if ERRORS.search(line)]
