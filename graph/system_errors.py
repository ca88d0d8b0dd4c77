"""What the operating system refuses, as errors of ours: who must act decides the exit code."""

import errno

from graph.errors import GuapaiError, NotThereError, RefusedError, UsageError
from graph.said import Said, code

ABSENT = (errno.ENOENT, errno.ENOTDIR)
FULL = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


def not_written(error: OSError, where: str, option: str = "-o") -> GuapaiError:
    """The error for a file, or another output, that cannot be written; `option` names another one."""
    found = Said("it cannot be written: {}", reason(error))
    if error.errno in ABSENT:
        return NotThereError(
            where, found, Said("a folder that is there"), Said("make the folder, or name another with {}", option)
        )
    if error.errno == errno.ENAMETOOLONG:
        return UsageError(
            where, found, Said("a name that the disk can keep"), Said("name a shorter one with {}", option)
        )
    if error.errno == errno.EISDIR:
        return RefusedError(where, found, Said("the name of a file"), Said("name a file in it with {}", option))
    if error.errno in FULL:
        return RefusedError(where, found, Said("a disk with room"), Said("make room, or write to another disk"))
    if error.errno in FORBIDDEN:
        return RefusedError(where, found, Said("a place where you may write"), Said("name another with {}", option))
    return RefusedError(
        where, found, Said("an output that takes what is written"), Said("write to another file, or free what holds it")
    )


def not_read(error: OSError, where: str, expected: str, todo: str) -> GuapaiError:
    """The error for a file that cannot be read; `expected` says what it should be."""
    if error.errno in (*ABSENT, errno.ENAMETOOLONG):
        return NotThereError(where, Said("there is no such file"), expected, todo)
    if error.errno == errno.EISDIR:
        return NotThereError(where, Said("this is a folder"), Said("a file"), Said("name the files in it"))
    return NotThereError(where, Said("it cannot be read: {}", reason(error)), expected, todo)


def of_the_system(error: OSError) -> GuapaiError:
    """The error for a call that failed where nobody said what it was for; without a name it is the output."""
    if error.filename is None:
        return not_written(error, Said("the output"))
    where, found = str(error.filename), Said("it cannot be used: {}", reason(error))
    expected, todo = Said("a file or folder that may be used"), Said("mend that, then run the same command again")
    if error.errno in (*ABSENT, errno.ENAMETOOLONG):
        return NotThereError(where, found, expected, todo)
    return RefusedError(where, found, expected, todo)


def reason(error: OSError) -> str:
    """What the system says of it, in its words."""
    return code(error.strerror) if error.strerror else str(error) or type(error).__name__
